import ChainAnalysis
import Foundation
import SessionModel
import SessionStore
import Testing

/// A sample session with what Rapport makes of it, asked by the names of its entries.
struct PublishedCase {
  let facts: ChainFacts
  let advice: [Advice]

  init(_ name: String, today: String = "2008-10-01") throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appendingPathComponent("sample-data/\(name).json")
    let session = try SessionFormat.decode([UInt8](try Data(contentsOf: file)), file: file.lastPathComponent)
    facts = ChainFacts(session, today: try #require(PartialDate(today)))
    advice = AdviceList(facts).open
  }

  var session: Session { facts.session }

  func stakeholder(_ name: String) throws -> Stakeholder { try #require(session.stakeholders.sorted.first { $0.name == name }, "\(name)") }
  func initiative(_ name: String) throws -> Initiative { try #require(session.initiatives.sorted.first { $0.name == name }, "\(name)") }
  func constraint(_ name: String) throws -> Constraint { try #require(session.constraints.sorted.first { $0.name == name }, "\(name)") }
  func market(_ name: String) throws -> EndMarket { try #require(session.endMarkets.sorted.first { $0.name == name }, "\(name)") }

  func pair(_ from: String, _ to: String) throws -> TrustPair { TrustPair(try stakeholder(from).id, try stakeholder(to).id) }

  /// The first and the last level read of a direction.
  func course(_ from: String, _ to: String) throws -> [Int] {
    let points = facts.history.points(try pair(from, to))
    return [try #require(points.first).level, try #require(points.last).level]
  }

  var rules: Set<AdviceRule.Name> { Set(advice.map(\.rule)) }
  func found(_ rule: AdviceRule.Name) -> [Advice] { advice.filter { $0.rule == rule } }
  /// The names of what a rule speaks about.
  func about(_ rule: AdviceRule.Name) -> Set<String> { Set(found(rule).flatMap(\.about).map { name($0.id) }) }

  func name(_ id: EntityID) -> String {
    session.stakeholders[id]?.name ?? session.initiatives[id]?.name ?? session.endMarkets[id]?.name ?? session.constraints[id]?.name ?? id.text
  }

  var anchors: [String] { AnchorCandidates(facts).anchors.map { name($0.id) } }
  func verdict(_ stakeholder: String) throws -> AnchorCandidate? { AnchorCandidates(facts)[try self.stakeholder(stakeholder).id] }
  func exit(_ stakeholder: String) throws -> BrokerExit { BrokerExit(try self.stakeholder(stakeholder).id, facts) }
  func convening(_ constraint: String) throws -> Set<String> { Set(Convening(facts, for: try self.constraint(constraint).id).list.map(name)) }
  func coverage(_ market: String) throws -> Coverage? { MarketStanding(try self.market(market), SupplyIndex(session)).coverage }
  func waits(_ initiative: String) throws -> [Readiness.Wait] { Readiness(try self.initiative(initiative), session, facts.readings).waits }

  func introducers(_ one: String, _ other: String) throws -> [String] {
    let pair = try pair(one, other)
    return facts.trust.introducers(between: pair.from, and: pair.to).map { name($0.id) }
  }

  func chain(_ one: String, _ other: String) throws -> TrustChain? {
    let pair = try pair(one, other)
    if case .chain(let chain) = facts.trust.way(from: pair.from, to: pair.to) { return chain }
    return nil
  }

  /// The mean trust between small and large in the first and the last year compared.
  var betweenSizes: [Double] {
    let values = TrustCourse(facts.history, facts.grouping).values(.betweenSizes).compactMap { $0 }
    return [values.first, values.last].compactMap { $0 }
  }
}
