/// What a new session begins with.
public enum SessionTemplate: String, CaseIterable, Sendable {
  /// Nothing but the session itself.
  case blank
  /// The stages of a chain with its two bands, and the phases of chain work (Upgrading plan).
  case valueChain = "value-chain"
  /// The same for a cluster, with the phases of building trust and the agenda of a first workshop (Cluster approach, Annex 2).
  case cluster
  /// A cooperative and its members in a chain, with the cooperative's organisation profile (Collective action, Collective Action Organizations).
  case cooperative

  /// A name that a template gives to something; the catalogue words it.
  public enum Text: String, CaseIterable, Sendable {
    case inputs, production, members, collection, cooperativeSegment, packing, processing, trade, transport, export, retail, endMarket
    case supporting, enabling
    case mapping, analysis, plan, upgrading, upscaling
    case listening, smallWins, sharedWork, sharedMoney, ownFeet
    case workshop, welcome, whoIsWho, trust, obstacles, ideas, actions, closing
    case trustMethod, obstaclesMethod, ideasMethod
    case cooperative, memberGroup
  }

  /// A new session of this template. Segments and phases have the same ids in every session of a template, so that such sessions compare; everything else gets random ones.
  public func session(_ text: (Text) -> String, using generator: inout some RandomNumberGenerator) -> Session {
    var profile = SessionProfile(id: .session)
    profile.segments = segments.compactMap { segment($0.text, $0.stage, text) }
    profile.phases = phases.enumerated().compactMap { index, phase in
      EntityID("h-\(index + 1)").map { id in
        var result = Phase(id: id)
        result.name = text(phase)
        return result
      }
    }
    switch self {
    case .blank: return Session(profile: profile)
    case .valueChain:
      profile.approach = .known(.valueChain)
      return Session(profile: profile)
    case .cluster:
      profile.approach = .known(.cluster)
      return Session(profile: profile, entities: [firstWorkshop(text, &generator)])
    case .cooperative:
      profile.approach = .known(.valueChain)
      return Session(profile: profile, entities: cooperative(text, profile.segments, &generator))
    }
  }

  private var segments: [(text: Text, stage: Stage)] {
    let bands: [(Text, Stage)] = [(.supporting, .supporting), (.enabling, .enabling)]
    switch self {
    case .blank: return []
    case .valueChain:
      return [
        (.inputs, .inputs), (.production, .production), (.collection, .collection), (.processing, .processing), (.trade, .trade),
        (.retail, .retail), (.endMarket, .endMarket),
      ] + bands
    case .cluster:
      return [
        (.inputs, .inputs), (.production, .production), (.packing, .packing), (.transport, .transport), (.export, .export),
        (.endMarket, .endMarket),
      ] + bands
    case .cooperative:
      return [
        (.inputs, .inputs), (.members, .production), (.cooperativeSegment, .collection), (.processing, .processing), (.trade, .trade),
        (.endMarket, .endMarket),
      ] + bands
    }
  }

  private var phases: [Text] {
    switch self {
    case .blank: []
    case .valueChain, .cooperative: [.mapping, .analysis, .plan, .upgrading, .upscaling]
    case .cluster: [.listening, .smallWins, .sharedWork, .sharedMoney, .ownFeet]
    }
  }

  private func segment(_ name: Text, _ stage: Stage, _ text: (Text) -> String) -> Segment? {
    EntityID("g-\(stage.rawValue)").map { Segment($0, text(name), stage) }
  }

  private func firstWorkshop(_ text: (Text) -> String, _ generator: inout some RandomNumberGenerator) -> Workshop {
    var workshop = Workshop(id: .random(prefix: EntityKind.workshop.prefix, using: &generator))
    workshop.name = text(.workshop)
    let agenda: [(title: Text, method: Text?, screen: WorkScreen, minutes: Int)] = [
      (.welcome, nil, .overview, 20), (.whoIsWho, nil, .map, 60), (.trust, .trustMethod, .trust, 45),
      (.obstacles, .obstaclesMethod, .markets, 45), (.ideas, .ideasMethod, .initiatives, 60), (.actions, nil, .plan, 30),
      (.closing, nil, .workshop, 15),
    ]
    workshop.agenda = agenda.map { entry in
      var item = AgendaItem(id: .random(prefix: "x", using: &generator))
      item.title = text(entry.title)
      item.method = entry.method.map(text) ?? ""
      item.screen = .known(entry.screen)
      item.minutes = entry.minutes
      return item
    }
    return workshop
  }

  private func cooperative(
    _ text: (Text) -> String, _ segments: [Segment], _ generator: inout some RandomNumberGenerator
  ) -> [any Entity] {
    func place(_ stage: Stage) -> EntityID? { segments.first { $0.stage == stage }?.id }
    var cooperative = Stakeholder(id: .random(prefix: EntityKind.stakeholder.prefix, using: &generator))
    cooperative.name = text(.cooperative)
    cooperative.type = .known(.cooperative)
    cooperative.segment = place(.collection)
    cooperative.sector = .known(.business)
    cooperative.roles = [.known(.aggregationPoint)]
    cooperative.organisation = [OrganisationProfile(id: .random(prefix: "x", using: &generator))]
    var members = Stakeholder(id: .random(prefix: EntityKind.stakeholder.prefix, using: &generator))
    members.name = text(.memberGroup)
    members.type = .known(.smallholderGroup)
    members.segment = place(.production)
    members.sector = .known(.business)
    var tie = Relationship(id: .random(prefix: EntityKind.relationship.prefix, using: &generator))
    tie.from = members.id
    tie.to = cooperative.id
    tie.type = .known(.membership)
    return [cooperative, members, tie]
  }
}
