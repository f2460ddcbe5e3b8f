import SessionModel
import Testing
import Words

@Suite struct OverviewWordsTests {
  private let words = English()

  @Test("large numbers are short enough for a row of figures, small ones stay as they are")
  func short() throws {
    let expected = [
      "0.12": "0.12", "9999": "9,999", "14000": "14k", "999400": "999k", "999999": "1M", "2200000": "2.2M", "-12500": "-12.5k", "16000000": "16M",
    ]
    for (text, short) in expected { #expect(words.short(try #require(Amount(text + " USD"))) == short) }
  }

  @Test("a due day leaves out the present year only")
  func due() throws {
    #expect(words.due(try #require(PartialDate("2026-06-12")), thisYear: 2026) == "12 Jun")
    #expect(words.due(try #require(PartialDate("2026")), thisYear: 2026) == "2026")
    #expect(words.due(try #require(PartialDate("2027-06")), thisYear: 2026) == "Jun 2027")
  }

  @Test("a mean of levels has one decimal")
  func mean() {
    #expect(words.mean(3.74) == "3.7" && words.mean(-0.25) == "−0.3" && words.mean(5) == "5.0")
  }

  @Test("who endorsed the vision is named as far as there is room")
  func endorsed() {
    #expect(words.endorsedBy(["CIRAD"], of: 1) == "endorsed by CIRAD")
    #expect(words.endorsedBy(["CIRAD", "CONIAF"], of: 2) == "endorsed by CIRAD and CONIAF")
    #expect(words.endorsedBy(["CIRAD"], of: 9) == "endorsed by CIRAD and 8 more")
  }
}
