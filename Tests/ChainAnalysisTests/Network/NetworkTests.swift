import ChainAnalysis
import Foundation
import SessionModel
import Testing

/// What networkx says of some networks; `networks.py` beside this file made them.
struct ExpectedNetwork: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let count: Int
  let links: [[Int]]
  let degree: [Int]
  let betweenness: [Double]
  let closeness: [Double]
  let density: Double
  let reciprocity: Double?
  let groups: [[Int]]
  let cutMembers: [Int]
  let bridges: [[Int]]

  var testDescription: String { name }

  static func all() throws -> [ExpectedNetwork] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Networks.json")
    return try JSONDecoder().decode([ExpectedNetwork].self, from: try Data(contentsOf: file))
  }

  var network: Network {
    // Ids in the order of the numbers, so that the one can be held against the other.
    Network(members: (0..<count).map { TrustSample.id("n" + String(1000 + $0)) }, links: links.map { ($0[0], $0[1]) })
  }
}

@Suite struct NetworkTests {
  private func isNear(_ a: [Double], _ b: [Double]) -> Bool { a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 1e-9 } }

  @Test("every measure agrees with networkx", arguments: try ExpectedNetwork.all())
  func measures(expected: ExpectedNetwork) {
    let network = expected.network
    #expect(network.degrees == expected.degree)
    #expect(isNear(network.betweenness(), expected.betweenness))
    #expect(isNear(network.closeness(), expected.closeness))
    #expect(isNear([network.density], [expected.density]))
    #expect((network.reciprocity == nil) == (expected.reciprocity == nil))
    #expect(isNear([network.reciprocity ?? 0], [expected.reciprocity ?? 0]))
    #expect(network.groups() == expected.groups)
    let weak = network.weakPoints()
    #expect(weak.cutMembers == expected.cutMembers)
    #expect(weak.bridges.map { [$0.0, $0.1] } == expected.bridges)
  }

  @Test("nobody at all is no trouble, nor is a link to one who is not there")
  func nobody() {
    let none = Network(Session())
    #expect(none.betweenness().isEmpty && none.groups().isEmpty && none.density == 0 && none.reciprocity == nil)
    let one = Network(members: [TrustSample.id("a")], links: [(0, 3), (-1, 0)])
    #expect(one.linkCount == 0 && one.closeness() == [0])
  }

  @Test("ties of a session count once and where they stand; wished, ended and conflicting ones do not")
  func session() {
    var session = Session()
    for id in ["a", "b", "c", "d"] { session.put(Stakeholder(id: TrustSample.id(id))) }
    let ties: [(String, String, RelationshipKind, RelationshipStatus, String?)] = [
      ("a", "b", .trade, .existing, nil), ("b", "a", .service, .existing, nil), ("a", "b", .finance, .existing, nil), ("b", "c", .trade, .existing, "2001"),
      ("c", "d", .trade, .wished, nil), ("a", "d", .conflict, .existing, nil), ("a", "a", .trade, .existing, nil),
    ]
    for (index, (from, to, kind, status, until)) in ties.enumerated() {
      var tie = Relationship(id: TrustSample.id("r-\(index)"))
      (tie.from, tie.to, tie.type, tie.status) = (TrustSample.id(from), TrustSample.id(to), .known(kind), .known(status))
      tie.until = until.flatMap { PartialDate($0) }
      session.put(tie)
    }
    let today = Network(session, on: PartialDate("2005"))
    #expect(today.linkCount == 1 && today.degrees == [1, 1, 0, 0] && today.reciprocity == 1)
    #expect(Network(session, on: PartialDate("2000")).linkCount == 2)
  }
}
