import SessionModel

extension English {
  public func word(_ option: RelationshipKind) -> String {
    switch option {
    case .trade: "trade"
    case .information: "information"
    case .service: "service"
    case .finance: "finance"
    case .membership: "membership"
    case .labour: "labour"
    case .holdsOffice: "holds office"
    case .cooperation: "cooperation"
    case .regulation: "regulation"
    case .advocacy: "advocacy"
    case .conflict: "conflict"
    }
  }

  public func word(_ option: Linkage) -> String {
    switch option {
    case .vertical: "vertical"
    case .horizontal: "horizontal"
    case .support: "support"
    case .enabling: "enabling"
    }
  }

  public func word(_ option: RelationshipStatus) -> String {
    switch option {
    case .existing: "existing"
    case .wished: "wished for"
    }
  }

  public func word(_ option: Flow) -> String {
    switch option {
    case .product: "product"
    case .money: "money"
    case .information: "information"
    case .service: "service"
    }
  }

  public func word(_ option: Contract) -> String {
    switch option {
    case .none: "no agreement"
    case .spot: "on the spot"
    case .verbal: "by word of mouth"
    case .forward: "agreed ahead"
    case .multiYear: "over several years"
    case .riskSharing: "sharing the risk"
    }
  }

  public func word(_ option: Aspect) -> String {
    switch option {
    case .trust: "trust"
    case .influence: "influence"
    case .interest: "interest"
    case .stance: "stance"
    case .engagement: "engagement"
    case .members: "number of members"
    case .indicator: "indicator"
    }
  }

  public func word(_ option: HowObtained) -> String {
    switch option {
    case .secretSlips: "secret slips"
    case .groupApart: "group asked apart"
    case .oneToOne: "one to one"
    case .impression: "facilitator’s impression"
    case .illustrative: "illustrative"
    }
  }

  public func word(_ option: TrustBasis) -> String {
    switch option {
    case .earlierDealings: "earlier dealings"
    case .keepsWord: "keeps their word"
    case .skill: "skill"
    case .fairness: "fairness"
    case .payment: "payment"
    case .politics: "politics"
    }
  }

  public func word(_ option: Visibility) -> String {
    switch option {
    case .nobodyElse: "nobody else"
    case .pair: "the two of them"
    case .all: "everybody"
    }
  }
}
