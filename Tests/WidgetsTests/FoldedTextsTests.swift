import Testing

@testable import Widgets

@Suite("Many texts to search")
struct FoldedTextsTests {
  @Test("are found as they are now, whatever came, changed and went")
  func changing() {
    var texts = FoldedTexts()
    var expected: [String] = []
    var state: UInt64 = 3
    func number(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(below))
    }
    for step in 0..<3_000 {
      let text = "Grower \(step) of Baní, valley \(number(40))"
      switch expected.isEmpty ? 0 : number(5) {
      case 0, 1:
        texts.append(text)
        expected.append(text)
      case 2:
        let place = number(expected.count + 1)
        texts.insert(text, at: place)
        expected.insert(text, at: place)
      case 3:
        let place = number(expected.count)
        texts.replace(at: place, by: text)
        expected[place] = text
      default:
        let place = number(expected.count)
        texts.remove(at: place)
        expected.remove(at: place)
      }
    }
    #expect(texts == FoldedTexts(expected) && texts != FoldedTexts(expected.dropLast()))
    for valley in 0..<40 {
      let wanted = expected.indices.filter { (expected[$0] + " ").contains("valley \(valley) ") }
      #expect(Set(FuzzyQuery("valley \(valley)").containing(in: texts, among: 0..<texts.count)).isSuperset(of: wanted))
      #expect(FuzzyQuery("bani").containing(in: texts, among: 0..<texts.count) == Array(expected.indices))
      for index in wanted { #expect(FuzzyQuery(expected[index]).containing(in: texts, among: index..<(index + 1)) == [index]) }
    }
  }
}
