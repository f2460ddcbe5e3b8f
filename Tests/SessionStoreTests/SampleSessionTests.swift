import Foundation
import SessionModel
import SessionStore
import Testing

/// The sample sessions: each a case of one of the five documents on value chains, and whatever else is in their folder.
@Suite struct SampleSessionTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("sample-data")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }()

  private func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(name + ".json")))
  }

  private func sample(_ name: String) throws -> Session { try SessionFormat.decode(bytes(name), file: name + ".json") }

  private func stakeholder(_ name: String, in session: Session) throws -> Stakeholder {
    try #require(session.stakeholders.sorted.first { $0.name == name }, "\(name)")
  }

  @Test("there is one for every case that the documents tell")
  func all() {
    #expect(Self.names == [
      "aguaytia-plantain", "cajamarca-jewellery", "chiapas-coffee", "delicias-criollas", "huanuco-potato", "mango-cluster", "oaxaca-timber",
      "paraguay-orange-juice", "paraguay-sesame", "puerto-plata-tourism", "sri-lanka-associations", "uriri-soy",
    ])
  }

  @Test("a sample is written as it stands, byte for byte", arguments: names)
  func canonical(name: String) throws {
    let bytes = try bytes(name)
    #expect(SessionFormat.encode(try SessionFormat.decode(bytes, file: name)) == bytes)
  }

  @Test("nothing in a sample looks wrong", arguments: names)
  func clean(name: String) throws { #expect(try sample(name).findings().isEmpty) }

  @Test("a sample has every part of a case, and nobody stands outside its segments", arguments: names)
  func whole(name: String) throws {
    let session = try sample(name)
    #expect(!session.profile.vision.isEmpty && session.profile.visionYear != nil && !session.profile.phases.isEmpty)
    for kind in [EntityKind.stakeholder, .relationship, .constraint, .endMarket, .initiative, .action, .indicator] {
      #expect(!session.entities(of: kind).isEmpty, "\(kind)")
    }
    session.stakeholders.forEach {
      #expect($0.segment != nil && $0.type?.option != nil && (!$0.contribution.isEmpty || !$0.possibleContribution.isEmpty), "\($0.name)")
    }
    for phase in session.profile.phases {
      #expect(session.initiatives.sorted.contains { $0.phase == phase.id } || phase.id == session.profile.phases.first?.id, "\(phase.name)")
    }
    session.indicators.forEach { indicator in
      #expect(session.readings.sorted.contains { $0.subject == indicator.id }, "\(indicator.name)")
    }
  }

  @Test("everything in a sample says what it stands on, and what is documented says where; no trust is passed off as documented", arguments: names)
  func provenance(name: String) throws {
    let session = try sample(name)
    for kind in EntityKind.allCases {
      for entity in session.entities(of: kind) {
        #expect(entity.common.basis?.option != nil, "\(entity.id)")
        guard entity.common.basis == .documented else { continue }
        #expect(Self.headings.keys.contains { entity.common.citation.hasPrefix($0 + ", ") }, "\(entity.id): \(entity.common.citation)")
      }
    }
    session.readings.forEach { #expect($0.aspect?.option != .trust || $0.common.basis == .illustrative, "\($0.id)") }
  }

  @Test("every document that a sample names is named with one of its headings, in citations and in figures alike", arguments: names)
  func headings(name: String) throws {
    let text = try #require(String(bytes: bytes(name), encoding: .utf8))
    for (document, headings) in Self.headings {
      for part in text.components(separatedBy: document + ", ").dropFirst() {
        #expect(headings.contains { part.hasPrefix($0) }, "\(document), \(part.prefix(60))")
      }
    }
  }

  /// The documents by their short names, with the headings that samples cite, shortened where they are whole sentences.
  private static let headings = [
    "Cluster approach": [
      "Introduction", "Lesson on a cluster approach", "Best practice on when a cluster approach works", "Engendering trust",
      "Best practice on the honest broker", "Best practice on early accomplishments", "Note 8", "Best practice on mapping leaders",
      "Best practice on anchor firms", "Best practice on communicating with stakeholders", "Annex 1", "Annex 2",
    ],
    "Collective action": [
      "Collective Action Organizations", "Vertical activities", "Horizontal activities", "Uriri Farmers Cooperative Society",
      "Risks of Collective Action Organizations", "Supporting Sri Lankan MSEs to form Small Business Associations",
    ],
    "Upgrading effects": ["2.8.5 The Effects of Value Chain Structure on Upgrading"],
    "Upgrading plan": ["3.3.2 Upgrading Plan"],
  ]

  @Test("mangoes: what begins after the broker has gone is neither led nor paid by it")
  func brokerLeaves() throws {
    let session = try sample("mango-cluster")
    let broker = try #require(session.stakeholders.sorted.first { $0.roles.contains(.known(.honestBroker)) })
    let end = try #require(PartialDate("2007-12-31"))
    let later = session.initiatives.sorted.filter { $0.from.map { end.isBefore($0) } ?? false }
    #expect(!later.isEmpty)
    for initiative in later {
      #expect(initiative.lead != nil && initiative.lead != broker.id && !initiative.funding.contains { $0.by == broker.id }, "\(initiative.name)")
    }
  }

  @Test("timber of Oaxaca: nobody is an anchor firm, and the yards have neither the means nor the wish")
  func noAnchor() throws {
    let session = try sample("oaxaca-timber")
    #expect(!session.stakeholders.sorted.contains { $0.roles.contains(.known(.anchorFirm)) })
    let yards = try stakeholder("Small local lumber yards", in: session)
    #expect(yards.capacity == 1 && ReadingIndex(session).current(ReadingSubject(.interest, yards.id))?.score == 1)
    #expect(session.profile.segments.contains { $0.movesWithoutAnchor == true } && session.profile.segments.contains { $0.movesWithoutAnchor != true })
  }

  @Test("potatoes of Huánuco: one buyer takes all, and it stands there what would soften that")
  func oneBuyer() throws {
    let session = try sample("huanuco-potato")
    let market = try #require(session.endMarkets.sorted.first)
    #expect(session.endMarkets.count == 1 && !market.mitigations.isEmpty)
    #expect(session.relationships.sorted.contains { $0.to == market.buyer && $0.type == .trade && $0.contract == .forward })
    #expect(!session.relationships.sorted.contains { $0.contract == .multiYear || $0.contract == .riskSharing })
  }

  @Test("plantain of Aguaytía: the buyer wants one seller, five sell apart, and it takes several of them to fill the order")
  func oneSeller() throws {
    let session = try sample("aguaytia-plantain")
    let market = try #require(session.endMarkets.sorted.first { $0.wantsOneCounterpart == true })
    let asked = try #require(market.volume.first?.amount.approximate)
    let sellers = session.stakeholders.sorted.filter { $0.type == .cooperative }
    let offers = sellers.compactMap { $0.supplies.first?.volume.first?.amount.approximate }
    #expect(sellers.count == 5 && offers.count == 5 && offers.allSatisfy { $0 < asked } && offers.reduce(0, +) >= asked)
    #expect(!session.relationships.sorted.contains { $0.to == market.buyer && $0.type == .trade && $0.status == .existing })
  }

  @Test("the beach of Puerto Plata: those who live beside it are missing, and so are the small firms")
  func communityMissing() throws {
    let session = try sample("puerto-plata-tourism")
    let readings = ReadingIndex(session)
    func state(_ name: String) throws -> Engagement? {
      readings.current(ReadingSubject(.engagement, try stakeholder(name, in: session).id))?.state?.option
    }
    for name in ["Neighbourhoods near the resorts", "Neighbourhood associations", "Small restaurants"] { #expect(try state(name) == .missing, "\(name)") }
    #expect(try state("Beach hotels") == .takingPart)
    let beach = try #require(session.constraints.sorted.first { $0.name.contains("beach") })
    let neighbours = try stakeholder("Neighbourhoods near the resorts", in: session)
    #expect(beach.affected.contains(neighbours.id))
  }
}
