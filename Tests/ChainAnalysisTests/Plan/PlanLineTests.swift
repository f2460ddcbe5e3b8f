import ChainAnalysis
import SessionModel
import Testing

@Suite struct PlanLineTests {
  private let words = DateVocabulary(
    months: ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
    weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], units: [.week: ["week", "weeks"]],
    edges: [.end: ["end"]],
    relativeDays: ["tomorrow": 1], next: ["next"], this: [], numbers: [:], fillers: ["of"], due: ["due"], by: ["by"], examples: [])

  private func line(_ text: String) -> PlanLine { PlanLine(text, today: PartialDate("2026-06-11") ?? PartialDate(dayNumber: 0), [words]) }

  @Test("what, owner, date and initiative are told apart, in any order")
  func whole() {
    for text in [
      "Train 40 growers in pruning @Agronomist due 3 weeks #Pruning course",
      "Train 40 growers in pruning #Pruning course @Agronomist due 3 weeks",
      "@Agronomist #Pruning course due 3 weeks Train 40 growers in pruning",
    ] {
      let line = line(text)
      #expect(line.what == "Train 40 growers in pruning")
      #expect(line.owner == "Agronomist")
      #expect(line.initiative == "Pruning course")
      #expect(line.due?.description == "2026-07-02")
    }
  }

  @Test("“by” and “due” without a date are only words")
  func plainWords() {
    #expect(line("Go by bus to Baní by friday").what == "Go by bus to Baní")
    #expect(line("Go by bus to Baní by friday").due?.description == "2026-06-12")
    #expect(line("Pay the dues").what == "Pay the dues")
    #expect(line("due").what == "due")
    #expect(line("Ask the bank due soon").unknownDate == "soon")
    #expect(line("Ask the bank due soon").what == "Ask the bank")
    #expect(line("Visit @Women by the road").owner == "Women by the road")
  }

  @Test("marks alone and marks inside a word mean nothing")
  func marks() {
    #expect(line("Mail a@b.org @ # noon").what == "Mail a@b.org @ # noon")
    #expect(line("Ask @Ana and @Ben").what == "Ask @Ben")
    #expect(line("").what == "")
  }
}
