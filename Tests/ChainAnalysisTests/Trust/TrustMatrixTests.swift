import ChainAnalysis
import SessionModel
import Testing

@Suite struct TrustMatrixTests {
  private func tied(_ session: Session, _ from: String, _ to: String, _ status: RelationshipStatus = .existing) -> Session {
    var session = session
    var tie = Relationship(id: TrustSample.id("r-" + from + to))
    tie.from = TrustSample.id(from)
    tie.to = TrustSample.id(to)
    tie.status = .known(status)
    session.put(tie)
    return session
  }

  @Test("only those with a reading or a tie stand in it, by segment and name, or small before large")
  func members() throws {
    let session = tied(tied(try TrustSample.session("large>asmall 2003 4"), "large", "state"), "bsmall", "large", .wished)
    let history = TrustHistory(session)
    let bySegment = TrustMatrix(session, history, by: .segment)
    #expect(bySegment.members.map(\.text) == ["asmall", "large", "state"])
    #expect(bySegment.groups.map(\.members) == [0..<1, 1..<3] && bySegment.groupOf == [0, 1, 1])
    let bySize = TrustMatrix(session, history, by: .size)
    #expect(bySize.groups.map(\.name) == [.size(.small), .size(.large), .none])
  }

  @Test("a cell knows both directions, and a tie never read stands empty in both")
  func cells() throws {
    let session = tied(try TrustSample.session("large>asmall 2003 4", "asmall>large 2003 2", "asmall>state 2003 3"), "large", "state")
    let matrix = TrustMatrix(session, TrustHistory(session), by: .segment)
    #expect(matrix.cell(row: 1, column: 0)?.level == 4 && matrix.cell(row: 1, column: 0)?.gap == 2)
    #expect(matrix.cell(row: 1, column: 2)?.isTied == true && matrix.cell(row: 1, column: 2)?.level == nil)
    #expect(matrix.cell(row: 2, column: 0)?.back == 3 && matrix.cell(row: 2, column: 0)?.level == nil)
    #expect(matrix.cell(row: 1, column: 1) == nil)
    #expect(matrix.cells(row: 0, columns: 1..<9).map(\.column) == [1, 2])
  }

  @Test("a reading taken in changes its two cells; one about somebody new asks for another matrix")
  func refresh() throws {
    let session = try TrustSample.session("large>asmall 2003 4", "asmall>state 2003 3")
    var history = TrustHistory(session)
    var matrix = TrustMatrix(session, history, by: .segment)
    var after = session
    after.put(TrustSample.reading(7, "state", "large", PartialDate("2004"), 1))
    after.put(TrustSample.reading(8, "bsmall", "large", PartialDate("2004"), 1))
    let readings = ReadingIndex(after)
    let pairs = [TrustPair(TrustSample.id("state"), TrustSample.id("large")), TrustPair(TrustSample.id("bsmall"), TrustSample.id("large"))]
    for pair in pairs { history.refresh(pair, from: readings) }
    #expect(history.count == 4)
    let isKnown = pairs.map { matrix.refresh($0, history) }
    #expect(isKnown == [true, false])
    #expect(matrix.cell(row: 2, column: 1)?.level == 1 && matrix.cell(row: 1, column: 2)?.back == 1)
  }
}
