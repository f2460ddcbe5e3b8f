import ChainAnalysis
import SessionModel
import Testing

@Suite struct TrustIndexTests {
  private func index(_ session: Session, on day: String? = nil) -> TrustIndex {
    TrustIndex(TrustHistory(session), Grouping(session), on: day.flatMap { PartialDate($0) })
  }

  @Test("each direction counts once, with what was read last")
  func latest() throws {
    let session = try TrustSample.session("asmall>large 2003 2", "asmall>large 2007 4", "large>asmall 2003 1")
    let now = index(session)
    #expect(now[.all].value == 2.5 && now[.all].count == 2)
    #expect(now[.smallToLarge].value == 4 && now[.largeToSmall].value == 1 && now[.betweenSizes].value == 2.5)
    #expect(index(session, on: "2005")[.smallToLarge].value == 2)
    #expect(index(session, on: "2002")[.all].value == nil)
  }

  @Test("government is neither small nor large; segments tell within from across")
  func groups() throws {
    let now = index(try TrustSample.session("asmall>bsmall 2003 5", "asmall>state 2003 1", "large>state 2003 3", "large>large 2003 2"))
    #expect(now[.smallToLarge].count == 0 && now[.betweenSizes].value == nil)
    #expect(now[.withinSmall].value == 5 && now[.withinLarge].value == 2)
    #expect(now[.acrossSegments].value == 1 && now[.withinSegments].count == 3)
  }

  @Test("a pile of slips counts with its median, and a reading without a level neither counts nor hides an earlier one")
  func counts() throws {
    var session = try TrustSample.session("asmall>large 2003 2")
    var slips = TrustSample.reading(1, "bsmall", "large", PartialDate("2003"), nil)
    slips.counts = Levels([0, 1, 1, 3, 0]) ?? Levels()
    session.put(slips)
    session.put(TrustSample.reading(2, "asmall", "large", PartialDate("2005"), nil))
    session.put(TrustSample.reading(3, "large", "asmall", PartialDate("2005"), -2))
    let now = index(session)
    #expect(now[.all].value == 3 && now[.all].count == 2)
  }

  @Test("a course through the years stands on the same directions in every year")
  func course() throws {
    let session = try TrustSample.session(
      "asmall>large 2003 2", "asmall>large 2005-03 3", "asmall>large 2007 5", "large>asmall 2003 2", "large>asmall 2007 4", "bsmall>large 2007 1")
    let course = TrustCourse(TrustHistory(session), Grouping(session))
    #expect(course.years == [2003, 2005, 2007])
    #expect(course.values(.all) == [2, 2.5, 4.5] && course.count(.all) == 2)
    #expect(course.values(.withinLarge) == [nil, nil, nil])
  }

  @Test("what was read once only has a single year, and nothing read has none")
  func once() throws {
    let session = try TrustSample.session("asmall>large 2003 2", "large>asmall 2005 4")
    let course = TrustCourse(TrustHistory(session), Grouping(session))
    #expect(course.years == [2005] && course.values(.all) == [3] && !course.showsChange)
    let none = Session()
    #expect(TrustCourse(TrustHistory(none), Grouping(none)).years.isEmpty)
  }

  @Test("the largest gaps come first, and each pair of stakeholders once")
  func gaps() throws {
    let history = TrustHistory(
      try TrustSample.session(
        "asmall>large 2003 5", "large>asmall 2003 4", "bsmall>large 2003 1", "large>bsmall 2003 4", "state>large 2003 2", "asmall>state 2003 1"))
    let gaps = TrustGaps.largest(history, limit: 5)
    #expect(gaps.map(\.size) == [3, 1])
    #expect(gaps.first?.pair == TrustPair(TrustSample.id("large"), TrustSample.id("bsmall")))
    #expect(TrustGaps.largest(history, limit: 1).count == 1)
  }

  @Test("in the mango cluster small growers come to trust large firms from 2003 to 2007")
  func mango() throws {
    let session = try TrustSample.mango()
    let (history, grouping) = (TrustHistory(session), Grouping(session))
    let course = TrustCourse(history, grouping)
    let small = course.values(.smallToLarge).compactMap { $0 }
    #expect(try #require(small.first) < 3 && small.last ?? 0 >= (small.first ?? 0) + 1)
    #expect(course.years.first == 2003 && course.years.last == 2007)
    let values = course.values(.betweenSizes).compactMap { $0 }
    #expect(values == values.sorted() && values.count == course.years.count)
  }
}
