import SessionModel
import Testing

@Suite struct ValueTests {
  @Test("every day of four hundred years is written and read as itself, in order")
  func days() throws {
    let first = try #require(PartialDate(year: 1800, month: 1, day: 1))
    let last = try #require(PartialDate(year: 2199, month: 12, day: 31))
    #expect(last.firstDay - first.firstDay == 146_096)
    var before = PartialDate(dayNumber: first.firstDay - 1)
    for number in first.firstDay...last.firstDay {
      let day = PartialDate(dayNumber: number)
      guard day.firstDay == number, day.lastDay == number, before < day, before.isBefore(day), PartialDate(day.description) == day else {
        Issue.record("\(day)")
        return
      }
      before = day
    }
  }

  @Test("a date that is known only in part is an interval")
  func intervals() throws {
    let year = try #require(PartialDate("2003")), june = try #require(PartialDate("2003-06")), day = try #require(PartialDate("2003-06-12"))
    #expect(!year.isBefore(june) && !june.isBefore(year) && !june.isBefore(day))
    #expect(try june.isBefore(#require(PartialDate("2003-07"))))
    #expect(try !year.isBefore(#require(PartialDate("2003-12-31"))) && year.isBefore(#require(PartialDate("2004-01-01"))))
    #expect([day, year, june].sorted() == [year, june, day])
    #expect(try #require(PartialDate("2004-02")).lastDay - #require(PartialDate("2004-02")).firstDay == 28)
    #expect(day.adding(days: .max).year == 9999 && day.adding(days: .min).year == 1)
  }

  @Test("what is no date is refused", arguments: [
    "", "03", "2003-", "2003-13", "2003-00", "2003-02-29", "2003-06-31", "2003-6", "2003-06-12 ", "2003/06", "２００３", "0000", "20030612", "2003-06-1é",
  ])
  func badDates(text: String) { #expect(PartialDate(text) == nil) }

  @Test("a moment keeps its offset, and is written and read as itself")
  func moments() throws {
    for text in ["2003-06-12T09:05:07Z", "2003-06-12T23:59:59+05:30", "1969-12-31T23:59:59-11:45", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"] {
      #expect(try #require(Instant(text)).description == text)
    }
    let moment = try #require(Instant("2003-06-12T01:30:00+02:00"))
    #expect(moment.seconds == 1_055_374_200 && moment.minuteOfDay == 90 && moment.date == PartialDate("2003-06-12"))
    for text in ["", "2003-06-12", "2003-06-12T24:00:00Z", "2003-06-12T09:05:07", "2003-06-12T09:05:07+2:00", "0001-01-01T00:00:00+01:00", "2003-02-30T09:05:07Z"] {
      #expect(Instant(text) == nil, "\(text)")
    }
    var random = Seeded(3)
    for _ in 0..<2000 {
      let any = Instant(seconds: Int64(truncatingIfNeeded: random.next()) >> Int64(random.below(40)), offset: random.below(4000) - 2000)
      #expect(Instant(any.description) == any)
    }
  }

  @Test("ids are the bytes they are made of, in their order")
  func ids() throws {
    var random = Seeded(5)
    var texts = ["a", "aa", "a-", "0", "-", "zzzzzzzzzzzzzzz", "abcdefgh", "abcdefghi", "session"]
    for _ in 0..<500 { texts.append(random.id().text) }
    for text in texts { #expect(EntityID(text)?.text == text) }
    let ids = texts.compactMap { EntityID($0) }
    #expect(ids.sorted().map(\.text) == texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for text in ["", "A", "é", "a b", "aaaaaaaaaaaaaaaa", "a\u{0}", "e\u{301}"] { #expect(EntityID(text) == nil) }
  }

  @Test("amounts are exact, whatever way they are spelled", arguments: [
    ("1234.50 USD", "1234.50 USD"), ("1,234.50 USD", "1234.50 USD"), ("1'234 t", "1234 t"), ("USD 5", "5 USD"), ("$5", "5 USD"), ("-0.05", "-0.05"),
    ("350 000", "350000"), ("0.45 USD/kg", "0.45 USD/kg"), ("9223372036854775807", "9223372036854775807"), ("−3 t", "-3 t"), ("+7", "7"),
    ("0.1000000000000000000", nil), ("9223372036854775808", nil), ("", nil), ("t", nil), ("1,2 t", nil), ("1.2.3", nil), ("½ t", nil), ("5 t; 6 t", nil),
    ("5 a(b", nil), ("--5", nil), ("USD 5 t", nil), ("1\u{301}2", nil), ("٣", nil), ("5\u{0}", nil),
  ] as [(String, String?)])
  func amounts(text: String, written: String?) throws {
    let amount = Amount(text)
    #expect(amount?.description == written)
    if let amount { #expect(Amount(amount.description) == amount) }
  }

  @Test("sums of amounts are exact or refused")
  func sums() throws {
    let tenth = try #require(Amount("0.1 t")), fifth = try #require(Amount("0.20 t"))
    #expect(tenth.adding(fifth)?.description == "0.30 t")
    #expect(tenth.adding(Amount(1, "kg")) == nil)
    #expect(Amount(.max).adding(Amount(1)) == nil)
    #expect(try Amount(.max).adding(#require(Amount("0.000000000000000001"))) == nil)
    #expect(Amount(mantissa: 1, decimals: 19) == nil && Amount(mantissa: 1, unit: "5") == nil && Amount(mantissa: .min) == nil)
  }

  @Test("a figure's notation is read as the figure, with any source and any unit that is allowed")
  func figures() throws {
    let figure = try #require(Figure(notation: " >150 people (Annex 2 (revised))"))
    #expect(figure == Figure(Amount(150, "people"), .moreThan, source: "Annex 2 (revised)"))
    #expect(Figure(notation: "≥5 t")?.notation == ">=5 t")
    #expect(Figure(notation: "(5)") == nil && Figure(notation: "~") == nil)
    // A number too large to hold is no figure, and no trap.
    #expect(Figure(notation: "9999999999999999999 t") == nil && Figure(notation: "99999999999999999999999") == nil)
    var maker = RandomSession(seed: 11)
    let sources = ["", "\u{301}x", "a)", "(", "))", " ", "\u{600}", "x\ny", "\u{1F468}\u{200D}"]
    let units = ["", "t", "\u{301}", "\u{93E}x", "a b", " a", "(", "m2", "2m", "\u{200D}", "€", "€/kg", "-", "+1", "\u{a0}t", "'", "’s", "x;"]
    for _ in 0..<500 {
      let mantissa = Int64(truncatingIfNeeded: maker.random.next()) >> Int64(maker.random.below(60))
      guard let unit = maker.random.pick(units), let source = maker.random.pick(sources),
        let amount = Amount(mantissa: mantissa, decimals: maker.random.below(19), unit: unit)
      else { continue }
      let figure = Figure(amount, maker.random.pick(Figure.Qualifier.allCases) ?? .about, source: source)
      #expect(Figure(notation: figure.notation) == figure, "\(figure.notation.debugDescription)")
    }
  }

  @Test("the median of answers is the lower middle one, and a wide spread tells a split group")
  func levels() throws {
    let split = try #require(Levels([5, 0, 0, 0, 5])), agreed = try #require(Levels([0, 1, 8, 1, 0])), one = try #require(Levels([0, 0, 0, 1, 0]))
    #expect(split.median == 1 && split.spread == 1...5)
    #expect(agreed.median == 3 && agreed.spread == 3...3)
    #expect(one.median == 4 && one.spread == 4...4)
    #expect(Levels().median == nil && Levels().spread == nil && Levels().isEmpty)
    #expect((split + agreed).counts == [5, 1, 8, 1, 5])
    #expect(Levels([1, 2, 3, 4]) == nil && Levels([0, 0, 0, 0, -1]) == nil && Levels([0, 0, 0, 0, 1_000_001]) == nil)
  }

  @Test("no record has more fields than its reader can tell apart, and each key stands once")
  func fieldCounts() {
    for kind in EntityKind.allCases {
      let keys = kind.description.fields.map(\.key)
      #expect(keys.count <= 128 && Set(keys).count == keys.count && !keys.contains("id"))
    }
  }
}
