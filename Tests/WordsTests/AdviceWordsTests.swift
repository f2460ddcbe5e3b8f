import ChainAnalysis
import SessionModel
import Testing

@testable import Words

@Suite struct AdviceWordsTests {
  let words = English()

  @Test("every rule has a sentence of its own and one that says why", arguments: AdviceRule.Name.allCases)
  func sentences(rule: AdviceRule.Name) {
    let refs = ["a", "b"].compactMap { EntityID($0).map { EntityRef(.stakeholder, $0) } }
    let advice = Advice(
      rule: rule, severity: .note, about: rule == .groupMissing || rule == .sectorMissing || rule == .phaseWithoutMarket ? [] : refs, arguments: arguments(rule), mend: nil)
    let text = words.advice(advice, name: { $0.id == refs[0].id ? "Alpha" : "Beta" }, part: { _ in "Phase one" })
    #expect(text.hasSuffix(".") && text.count > 15 && text.count < 170, "\(text)")
    #expect(!text.contains("  ") && !text.contains(" ."), "\(text)")
    #expect(words.why(rule).hasSuffix(".") && words.why(rule).count < 150, "\(words.why(rule))")
  }

  private func arguments(_ rule: AdviceRule.Name) -> [Advice.Argument] {
    switch rule {
    case .groupMissing: [.kind(.community)]
    case .sectorMissing: [.sector(.publicSector)]
    case .phaseWithoutMarket: [.phase(.session)]
    case .influenceUnread: [.segment(.session)]
    case .oneBuyerMitigated: [.number(100), .mitigation(.stated(.session))]
    default: [.number(2), .number(1)]
    }
  }

  @Test("no two rules give the same reason")
  func reasons() {
    let reasons = AdviceRule.Name.allCases.map { words.why($0) }
    #expect(Set(reasons).count == reasons.count)
  }
}
