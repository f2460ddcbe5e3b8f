import Testing

@testable import Widgets

private func ranked(_ query: String, _ texts: [String]) -> [String] {
  FuzzyQuery(query).rank(FoldedTexts(texts)).map { texts[$0] }
}

@Test("case and diacritics make no difference, in either direction", arguments: [
  ("dominguez", "Domínguez"), ("DOMÍNGUEZ", "dominguez"), ("bani", "Bani\u{301}"), ("sao tome", "São Tomé"),
  ("strasse", "Straße"), ("lodz", "Łódź"), ("nguyen", "Nguyễn"), ("istanbul", "İstanbul"), ("αγορα", "ΑΓΟΡΑ"),
  ("манго", "МАНГО"), ("マンゴー", "株式会社マンゴー"), ("d'or", "Côte d’Or"),
])
func folding(query: String, text: String) {
  #expect(FuzzyQuery(query).score(FoldedText(text)) != nil)
}

@Test("the start of the text comes before the start of a word, that before the middle, and whole before scattered")
func ranking() {
  #expect(ranked("man", ["Romanesque", "Los Mangos", "Mangos de Matanzas", "Marina Nova"]) == [
    "Mangos de Matanzas", "Los Mangos", "Romanesque", "Marina Nova",
  ])
  #expect(ranked("mdm", ["Madame", "Mangos de Matanzas", "Bank"]) == ["Mangos de Matanzas", "Madame"])
  #expect(ranked("bank", ["Bank of the South", "Bank"]) == ["Bank", "Bank of the South"])
}

@Test("every word must match, in any order")
func severalWords() {
  let texts = ["Frutas del Caribe", "Frutas del Sur", "Caribe Export"]
  #expect(ranked("caribe fru", texts) == ["Frutas del Caribe"])
  #expect(ranked("  ", texts) == texts)
  #expect(ranked("xyz", texts).isEmpty)
}

@Test("positions are characters of the text as written, also behind wide and accented ones")
func positions() {
  #expect(FuzzyQuery("bani").match("株 Bani\u{301}")?.positions == [2, 3, 4, 5])
  #expect(FuzzyQuery("mdm").match("Mangos de Matanzas")?.positions == [0, 7, 10])
  #expect(FuzzyQuery("strasse").match("Straße")?.positions == [0, 1, 2, 3, 4, 5])
}

@Test("letters strewn over a long text are no match")
func strewn() {
  let text = "a long sentence that has so many words in it that any letters occur somewhere"
  #expect(FuzzyQuery("gtye").score(FoldedText(text)) == nil)
  #expect(FuzzyQuery("lyr").score(FoldedText(text)) == nil)
}

@Test("letter by letter the same is found as at once, however few are still looked at", arguments: ["growers", "mdm", "ab cd", "ca e", "nn", "ñu s"])
func narrowing(query: String) {
  let syllables = ["ma", "ri", "to", "la", "pé", "nu", "sa", "ko", " ", "de", "ab", "c", "row", "gr", "ers", "ñu", " s"]
  var state: UInt64 = 7
  let texts = FoldedTexts((0..<400).map { _ in
    var text = ""
    for _ in 0..<12 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += syllables[Int((state >> 33) % UInt64(syllables.count))]
    }
    return text
  })
  var possible: [Int32]?
  for end in query.indices {
    let typed = String(query[...end])
    let found = FuzzyQuery(typed).rank(texts, among: possible, limit: 20)
    #expect(found.best == Array(FuzzyQuery(typed).rank(texts).prefix(20)))
    possible = found.possible
  }
}
