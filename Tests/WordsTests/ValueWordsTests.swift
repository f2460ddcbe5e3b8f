import SessionModel
import Testing
import Words

@Suite struct ValueWordsTests {
  let words = English()

  private func show(_ value: FieldValue, _ kind: FieldKind = .text) -> String {
    words.show(value, as: kind) { $0.text == "s-mdm" ? "Mangos de Matanzas" : $0.text }
  }

  @Test("amounts show thousands, qualifiers and no source")
  func figures() throws {
    let low = try #require(Figure(notation: ">350000 USD (Annex 1)"))
    let high = try #require(Figure(notation: "~400000.5 USD"))
    #expect(show(.figures([low, high]), .figures(hint: "money")) == "more than 350,000 USD; about 400,000.5 USD")
    #expect(words.figureWithSource(low) == "more than 350,000 USD (Annex 1)")
    #expect(words.figure(Figure(Amount(-1234567, "t"))) == "−1,234,567 t")
    #expect(words.figure(Figure(Amount(999))) == "999")
  }

  @Test("dates show only what is known")
  func dates() {
    #expect(["2003", "2003-06", "2003-06-12"].compactMap { PartialDate($0) }.map { words.date($0) } == ["2003", "Jun 2003", "12 Jun 2003"])
    #expect(Instant("2007-05-12T09:05:00-04:00").map { words.moment($0) } == "12 May 2007, 09:05")
    #expect(words.month(13) == "13")
  }

  @Test("numbers carry their unit, scales their meaning, and a year no comma")
  func numbers() {
    #expect(show(.number(21), .number(0...3650, unit: "days")) == "21 days")
    #expect(show(.number(1), .number(0...3650, unit: "days")) == "1 day")
    #expect(show(.number(15), .number(0...100, unit: "percent")) == "15 %")
    #expect(show(.number(2015), .number(1900...2200, unit: nil)) == "2015")
    #expect(show(.number(12_500), .number(0...100_000, unit: nil)) == "12,500")
    #expect(show(.number(4), .scale(.trust)) == "4 cooperating")
    #expect(show(.number(-2), .scale(.stance)) == "−2 opposes")
  }

  @Test("lists, references, answers and items are one line")
  func lists() throws {
    let mdm = try #require(EntityID("s-mdm"))
    let roles = ChoiceList(StakeholderRole.self)
    #expect(show(.choices(["anchor-firm", "leader"]), .choices(roles)) == "anchor firm, leader")
    #expect(show(.reference(mdm), .reference(.entities([.stakeholder]))) == "Mangos de Matanzas")
    #expect(show(.strings(["Spanish", "French"]), .strings) == "Spanish, French")
    #expect(show(.levels(try #require(Levels([1, 4, 2, 0, 0]))), .levels) == "1·4·2·0·0")
    #expect(show(.flag(false), .flag) == "no")
    #expect(show(.empty) == "")
    let segment = Item(Segment(mdm, "Packing", .packing))
    #expect(show(.items([segment, segment]), .items(Segment.description)) == "2 segments")
    #expect(show(.items([segment]), .items(Segment.description)) == "1 segment")
  }
}
