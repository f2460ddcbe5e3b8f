import ChainAnalysis
import Foundation
import SessionModel
import SessionStore
import Testing

/// The sample sessions of the documents' cases: the answers and the advice say what the document says of each.
@Suite struct PublishedCaseTests {
  private func facts(_ name: String) throws -> ChainFacts {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appendingPathComponent("sample-data/\(name).json")
    let session = try SessionFormat.decode([UInt8](try Data(contentsOf: file)), file: file.lastPathComponent)
    return ChainFacts(session, today: PartialDate("2008-10-01") ?? PartialDate(dayNumber: 0))
  }

  private func rules(_ facts: ChainFacts) -> Set<AdviceRule.Name> { Set(AdviceList(facts).open.map(\.rule)) }

  @Test("the Oaxaca timber chain has no anchor firm")
  func oaxaca() throws {
    let facts = try facts("oaxaca-timber")
    #expect(AnchorCandidates(facts).anchors.isEmpty)
    #expect(rules(facts).contains(.noAnchor))
  }

  @Test("the potato growers of Huánuco lean on one buyer, and what softens that is named")
  func huanuco() throws {
    let facts = try facts("huanuco-potato")
    let dependence = try #require(BuyerDependence(facts.session, on: facts.today))
    #expect(!dependence.mitigations.isEmpty)
    #expect(rules(facts).contains(.oneBuyerMitigated) && !rules(facts).contains(.oneBuyer))
  }

  @Test("the buyer of Aguaytía’s plantain wants one group")
  func aguaytia() throws { #expect(rules(try facts("aguaytia-plantain")).contains(.manyCounterparts)) }

  @Test("the beaches of Puerto Plata miss their community")
  func puertoPlata() throws {
    let found = AdviceList(try facts("puerto-plata-tourism")).open.first { $0.rule == .groupMissing }
    #expect(found?.arguments == [.kind(.community)] && found?.severity == .serious)
  }

  @Test("the broker of the mango cluster can leave, and its anchors are two")
  func mango() throws {
    let facts = try facts("mango-cluster")
    #expect(BrokerExit(TrustSample.id("s-cpp"), facts).canLeave && AnchorCandidates(facts).anchors.count == 2)
  }

  @Test(
    "no sample is told what its document contradicts",
    arguments: ["cajamarca-jewellery", "chiapas-coffee", "paraguay-sesame", "paraguay-orange-juice", "uriri-soy", "sri-lanka-associations", "delicias-criollas"])
  func others(name: String) throws {
    let facts = try facts(name)
    let list = AdviceList(facts)
    for advice in list.open { for ref in advice.about { #expect(facts.session.contains(ref)) } }
    #expect(list.open == AdviceList(facts).open)
  }
}
