import SessionModel

extension English {
  public func word(_ option: InitiativeKind) -> String {
    switch option {
    case .neutralMeeting: "meeting on neutral ground"
    case .groupFormation: "group formation"
    case .demonstrationPlot: "demonstration plot"
    case .technicalTraining: "technical training"
    case .businessTraining: "business training"
    case .observationTrip: "observation trip"
    case .tradeMission: "trade mission"
    case .packagingHelp: "packaging help"
    case .certification: "certification"
    case .pestControl: "pest control"
    case .lobbying: "lobbying or policy"
    case .customs: "customs"
    case .credit: "credit"
    case .marketStudy: "market study"
    case .buyerLinkage: "buyer linkage"
    case .jointPurchase: "joint purchase"
    case .jointSale: "joint sale or export"
    case .jointInfrastructure: "joint infrastructure"
    case .newPlant: "new plant"
    case .dues: "membership dues"
    case .riskSharing: "risk-sharing contract"
    case .brand: "brand"
    case .fair: "trade fair"
    case .cleanUp: "clean-up"
    }
  }

  public func word(_ option: Intent) -> String {
    switch option {
    case .investment: "investment"
    case .learning: "learning"
    case .smallStep: "small step"
    case .nearTermBenefit: "benefit soon"
    }
  }

  public func word(_ option: Upgrading) -> String {
    switch option {
    case .process: "process: cheaper or better made"
    case .product: "product: worth more"
    case .functional: "functional: a new task in the chain"
    case .channel: "channel: a new way to a market"
    }
  }

  public func word(_ option: UpgradingDriver) -> String {
    switch option {
    case .costCompetition: "competition on cost"
    case .buyerPreference: "what buyers prefer"
    case .marketChange: "a change in the market"
    case .other: "something else"
    }
  }

  public func word(_ option: InitiativeLevel) -> String {
    switch option {
    case .firm: "one firm"
    case .group: "a group"
    case .segment: "a whole segment"
    case .chain: "the whole chain"
    }
  }

  public func word(_ option: InitiativeStatus) -> String {
    switch option {
    case .idea: "idea"
    case .planned: "planned"
    case .running: "running"
    case .succeeded: "succeeded"
    case .partly: "succeeded in part"
    case .failed: "failed"
    case .dropped: "dropped"
    }
  }

  public func word(_ option: Contribution) -> String {
    switch option {
    case .cash: "cash"
    case .inKind: "in kind"
    }
  }

  public func word(_ option: FundingAnswer) -> String {
    switch option {
    case .asked: "asked"
    case .promised: "promised"
    case .given: "given"
    case .declined: "declined"
    }
  }

  public func word(_ option: ActionStatus) -> String {
    switch option {
    case .toDo: "to do"
    case .doing: "doing"
    case .blocked: "blocked"
    case .done: "done"
    case .dropped: "dropped"
    }
  }

  public func word(_ option: IndicatorKind) -> String {
    switch option {
    case .sales: "sales"
    case .exports: "exports"
    case .production: "production"
    case .income: "income"
    case .price: "price"
    case .investment: "investment"
    case .jobs: "jobs"
    case .quality: "quality"
    case .rejection: "rejection"
    case .members: "members"
    case .reach: "reach"
    }
  }

  public func word(_ option: IndicatorSplit) -> String {
    switch option {
    case .bySex: "women and men"
    case .bySize: "small and large"
    }
  }
}
