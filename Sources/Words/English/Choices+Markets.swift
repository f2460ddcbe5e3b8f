import SessionModel

extension English {
  public func word(_ option: ConstraintPlace) -> String {
    switch option {
    case .endMarket: "end market"
    case .enabling: "enabling environment"
    case .vertical: "vertical linkages"
    case .horizontal: "horizontal linkages"
    case .supporting: "supporting markets"
    }
  }

  public func word(_ option: ConstraintType) -> String {
    switch option {
    case .constraint: "constraint"
    case .opportunity: "opportunity"
    }
  }

  public func word(_ option: ConstraintStatus) -> String {
    switch option {
    case .open: "open"
    case .inWork: "being worked on"
    case .resolved: "resolved"
    }
  }

  public func word(_ option: Evidence) -> String {
    switch option {
    case .interest: "general interest"
    case .study: "market study"
    case .window: "variety, season and price"
    case .namedFirm: "named firm"
    case .ableToPay: "named firm, able to pay"
    case .contract: "contract ahead"
    case .repeatSales: "repeat sales"
    }
  }

  public func word(_ option: MarketGrowth) -> String {
    switch option {
    case .shrinking: "shrinking"
    case .flat: "flat"
    case .growing: "growing"
    case .fastGrowing: "growing fast"
    }
  }

  public func word(_ option: ChosenFor) -> String {
    switch option {
    case .demand: "demand"
    case .jobs: "jobs for a region"
    case .politics: "political weight"
    case .habit: "habit"
    case .other: "other"
    }
  }

  public func word(_ option: MarketChannel) -> String {
    switch option {
    case .local: "local"
    case .domestic: "domestic"
    case .regional: "neighbouring countries"
    case .export: "export"
    }
  }
}
