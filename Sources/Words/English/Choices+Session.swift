import SessionModel

extension English {
  public func word(_ option: Approach) -> String {
    switch option {
    case .valueChain: "value chain"
    case .cluster: "cluster"
    }
  }

  public func word(_ option: ClusterTest) -> String {
    switch option {
    case .unstructuredChain: "the chain has little structure in all segments"
    case .weakTrust: "trust among stakeholders is weak"
    case .sharedObstacles: "the obstacles need several stakeholders and segments"
    }
  }

  public func word(_ option: Gender) -> String {
    switch option {
    case .woman: "woman"
    case .man: "man"
    case .other: "other"
    }
  }

  public func word(_ option: AgeGroup) -> String {
    switch option {
    case .youth: "youth"
    case .adult: "adult"
    case .elder: "elder"
    }
  }

  public func word(_ option: MapViewKind) -> String {
    switch option {
    case .chain: "chain"
    case .network: "network"
    case .grid: "power and interest"
    case .circles: "circles"
    }
  }

  public func word(_ option: WorkScreen) -> String {
    switch option {
    case .overview: "overview"
    case .map: "map"
    case .stakeholders: "stakeholders"
    case .trust: "trust"
    case .markets: "markets"
    case .initiatives: "initiatives"
    case .plan: "plan"
    case .workshop: "workshop"
    case .advice: "advice"
    }
  }

  public func word(_ option: BallotCount) -> String {
    switch option {
    case .dots: "dots"
    case .beans: "beans"
    case .hands: "hands"
    }
  }

  public func word(_ option: ConflictType) -> String {
    switch option {
    case .value: "set differently"
    case .order: "put in another order"
    case .removedHere: "removed here, changed or needed there"
    case .removedThere: "removed there, changed or needed here"
    }
  }

  public func word(_ option: Basis) -> String {
    switch option {
    case .documented: "documented"
    case .reported: "reported"
    case .illustrative: "illustrative"
    }
  }
}
