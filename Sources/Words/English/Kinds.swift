import SessionModel

extension English: KindWords {
  public func singular(_ kind: EntityKind) -> String {
    switch kind {
    case .session: "session"
    case .stakeholder: "stakeholder"
    case .relationship: "relationship"
    case .reading: "reading"
    case .constraint: "constraint"
    case .endMarket: "end market"
    case .initiative: "initiative"
    case .action: "action item"
    case .indicator: "indicator"
    case .workshop: "workshop"
    case .participant: "participant"
    case .mapView: "map view"
    }
  }

  public func plural(_ kind: EntityKind) -> String { singular(kind) + "s" }

  public func counted(_ count: Int, _ kind: EntityKind) -> String {
    number(count) + " " + (count == 1 ? singular(kind) : plural(kind))
  }

  public func withArticle(_ kind: EntityKind) -> String {
    let noun = singular(kind)
    return ("aeio".contains(noun.prefix(1)) ? "an " : "a ") + noun
  }
}
