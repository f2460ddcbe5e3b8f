/// The kinds of thing that a session holds. The raw values are their names in files, paths and the catalogue.
public enum EntityKind: String, CaseIterable, Hashable, Sendable {
  case session, stakeholder, relationship, reading, constraint, endMarket, initiative, action, indicator, workshop, participant, mapView

  /// The Swift type; the only place that lists them.
  public var type: any Entity.Type {
    switch self {
    case .session: SessionProfile.self
    case .stakeholder: Stakeholder.self
    case .relationship: Relationship.self
    case .reading: Reading.self
    case .constraint: Constraint.self
    case .endMarket: EndMarket.self
    case .initiative: Initiative.self
    case .action: ActionItem.self
    case .indicator: Indicator.self
    case .workshop: Workshop.self
    case .participant: Participant.self
    case .mapView: MapView.self
    }
  }

  /// First letter of new ids.
  public var prefix: Character {
    switch self {
    case .session: "x"
    case .stakeholder: "s"
    case .relationship: "r"
    case .reading: "t"
    case .constraint: "c"
    case .endMarket: "m"
    case .initiative: "i"
    case .action: "a"
    case .indicator: "n"
    case .workshop: "w"
    case .participant: "p"
    case .mapView: "v"
    }
  }

  public var description: RecordDescription { type.description }
}

/// Points at one entity.
public struct EntityRef: Hashable, Sendable {
  public let kind: EntityKind
  public let id: EntityID

  public init(_ kind: EntityKind, _ id: EntityID) {
    self.kind = kind
    self.id = id
  }
}

extension Entity {
  public var ref: EntityRef { EntityRef(Self.kind, id) }
}

extension EntityKind {
  /// The member of the file that holds the entities of this kind (the profile itself for `session`).
  public var collectionKey: StaticString {
    switch self {
    case .session: "session"
    case .stakeholder: "stakeholders"
    case .relationship: "relationships"
    case .reading: "readings"
    case .constraint: "constraints"
    case .endMarket: "endMarkets"
    case .initiative: "initiatives"
    case .action: "actions"
    case .indicator: "indicators"
    case .workshop: "workshops"
    case .participant: "participants"
    case .mapView: "mapViews"
    }
  }
}
