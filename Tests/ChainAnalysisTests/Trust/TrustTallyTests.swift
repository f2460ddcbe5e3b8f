import ChainAnalysis
import SessionModel
import Testing

@Suite struct TrustTallyTests {
  @Test("what is kept while single directions are read anew is what would be counted of the whole", arguments: 1...8)
  func sameAsTheWhole(seed: UInt64) throws {
    var session = try TrustSample.session("large>asmall 2003 4", "asmall>large 2004 2", "asmall>large 2006 3")
    var tally = TrustTally(TrustHistory(session), Grouping(session))
    var state = seed
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let names = ["asmall", "bsmall", "large", "state"]
    for step in 0..<120 {
      let (from, to) = (names[below(4)], names[below(4)])
      let year = below(9) == 0 ? nil : PartialDate(year: 2001 + below(7))
      // Written over now and then, also by one that says no level, which is as good as taken away.
      session.put(TrustSample.reading(below(25), from, to, year, below(5) == 0 ? nil : 1 + below(5)))
      // Which directions the one written over was of is not told, so all are looked at.
      let readings = ReadingIndex(session)
      for one in names { for other in names { tally.refresh(TrustPair(TrustSample.id(one), TrustSample.id(other)), from: readings) } }
      guard step % 5 == 0 else { continue }
      let (history, grouping) = (TrustHistory(session), Grouping(session))
      #expect(tally.index == TrustIndex(history, grouping))
      #expect(tally.course == TrustCourse(history, grouping))
      #expect(tally.gaps(limit: 99) == TrustGaps.largest(history, limit: 99))
    }
  }
}
