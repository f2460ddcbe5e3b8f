import SessionModel
import Testing
import Words

@Suite struct DatePhraseTests {
  /// A Thursday.
  private let today = PartialDate("2026-06-11") ?? PartialDate(dayNumber: 0)

  private func date(_ text: String, _ language: String = "en") -> String? {
    DatePhrase.parse(text, today: today, DateVocabulary.of(language: language))?.description
  }

  @Test(
    "dates are understood as people say them",
    arguments: [
      ("today", "2026-06-11"), ("Tomorrow", "2026-06-12"), ("3 weeks", "2026-07-02"), ("in three weeks", "2026-07-02"),
      ("a month", "2026-07-11"),
      ("10 days", "2026-06-21"), ("friday", "2026-06-12"), ("Thu", "2026-06-18"), ("next friday", "2026-06-19"),
      ("next week", "2026-06-19"),
      ("this week", "2026-06-12"), ("end of june", "2026-06-30"), ("end of the month", "2026-06-30"), ("end of next month", "2026-07-31"),
      ("end of 2027", "2027-12-31"), ("end of the year", "2026-12-31"), ("mid July", "2026-07-15"), ("beginning of march", "2027-03-01"),
      ("12 june", "2026-06-12"), ("june 12", "2026-06-12"), ("12th of June 2027", "2027-06-12"), ("10 June", "2027-06-10"),
      ("june", "2026-06"),
      ("may", "2027-05"), ("Jun 2028", "2028-06"), ("next month", "2026-07"), ("next year", "2027"), ("2027", "2027"),
      ("2026-11", "2026-11"), ("mid-July", "2026-07-15"), ("the day after tomorrow", "2026-06-13"),
      ("Dec 2026", "2026-12"), ("June 12, 2026", "2026-06-12"), ("12.6.", "2026-06-12"), ("12.6.2027", "2027-06-12"), ("29 february", "2028-02-29"), ("1 year", "2027-06-11"),
    ])
  func english(text: String, expected: String) { #expect(date(text) == expected) }

  @Test(
    "the session's language is understood, and English with it",
    arguments: [
      ("es", "en 3 semanas", "2026-07-02"), ("es", "viernes próximo", "2026-06-19"), ("es", "fin de junio", "2026-06-30"),
      ("es", "12 de junio", "2026-06-12"),
      ("es", "mañana", "2026-06-12"), ("es", "3 weeks", "2026-07-02"), ("fr", "fin août", "2026-08-31"),
      ("fr", "dans deux semaines", "2026-06-25"),
      ("fr", "vendredi", "2026-06-12"), ("pt", "sexta", "2026-06-12"), ("pt", "fim de março", "2027-03-31"),
      ("es", "dentro de un mes", "2026-07-11"), ("es", "pasado mañana", "2026-06-13"), ("es", "la semana que viene", "2026-06-19"),
      ("fr", "après-demain", "2026-06-13"), ("fr", "mi-juillet", "2026-07-15"), ("fr", "d’ici 3 semaines", "2026-07-02"),
      ("fr", "la semaine prochaine", "2026-06-19"), ("fr", "aujourd’hui", "2026-06-11"), ("pt", "em 3 semanas", "2026-07-02"),
      ("pt", "daqui a duas semanas", "2026-06-25"), ("pt", "segunda-feira", "2026-06-15"), ("pt", "mês que vem", "2026-07"),
      ("pt", "depois de amanhã", "2026-06-13"), ("de", "in 3 Wochen", "2026-07-02"), ("de", "nächsten Freitag", "2026-06-19"),
      ("de", "Ende Juni", "2026-06-30"), ("de", "12. März", "2027-03-12"), ("de", "übermorgen", "2026-06-13"), ("de", "in einem Monat", "2026-07-11"),
    ])
  func otherLanguages(language: String, text: String, expected: String) { #expect(date(text, language) == expected) }

  @Test(
    "what is no date is none",
    arguments: [
      "", "soon", "31 june", "june june", "3", "3 4 june", "week", "friday 3 weeks", "next 3 weeks", "99999 weeks", "the", "12.13.", "ma", "-3 weeks",
      "mayor 2003", "30 Feb 2027", "Ju 2026", "12 2026",
    ])
  func notADate(text: String) { #expect(date(text) == nil) }

  @Test("what a wrong date is answered with is understood itself", arguments: ["en", "es", "fr", "pt", "de"])
  func examples(language: String) {
    let examples = DateVocabulary.of(language: language).first?.examples ?? []
    #expect(examples.count == 4 && examples.allSatisfy { date($0, language) != nil })
  }

  @Test("the last day of a month stays within a shorter one, and no date leaves the calendar")
  func months() {
    #expect(PartialDate("2026-01-31")?.adding(months: 1).description == "2026-02-28")
    #expect(PartialDate("2026-12-15")?.adding(months: -24).description == "2024-12-15")
    #expect(PartialDate("9999-12-31")?.adding(months: 5).description == "9999-05-31")
    #expect(PartialDate("2026-06")?.shifted(days: 10).description == "2026-06")
    #expect(PartialDate("2026-06")?.shifted(days: 25).description == "2026-07")
    #expect(PartialDate("2026")?.shifted(days: -300).description == "2025")
  }
}
