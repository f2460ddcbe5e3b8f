public enum InitiativeKind: String, ChoiceOption {
  public static let list = "initiativeKind"
  case neutralMeeting = "neutral-meeting"
  case groupFormation = "group-formation"
  case demonstrationPlot = "demonstration-plot"
  case technicalTraining = "technical-training"
  case businessTraining = "business-training"
  case observationTrip = "observation-trip"
  case tradeMission = "trade-mission"
  case packagingHelp = "packaging-help"
  case certification
  case pestControl = "pest-control"
  case lobbying = "lobbying-or-policy"
  case customs, credit
  case marketStudy = "market-study"
  case buyerLinkage = "buyer-linkage"
  case jointPurchase = "joint-purchase"
  case jointSale = "joint-sale-or-export"
  case jointInfrastructure = "joint-infrastructure"
  case newPlant = "new-plant"
  case dues
  case riskSharing = "risk-sharing-contract"
  case brand, fair
  case cleanUp = "clean-up"
}

public enum Intent: String, ChoiceOption {
  public static let list = "intent"
  case investment, learning
  case smallStep = "small-step"
  case nearTermBenefit = "near-term-benefit"
}

public enum Upgrading: String, ChoiceOption {
  public static let list = "upgrading"
  case process, product, functional, channel
}

public enum UpgradingDriver: String, ChoiceOption {
  public static let list = "upgradingDriver"
  case costCompetition = "cost-competition"
  case buyerPreference = "buyer-preference"
  case marketChange = "market-change"
  case other
}

public enum InitiativeLevel: String, ChoiceOption {
  public static let list = "initiativeLevel"
  case firm = "one-firm"
  case group
  case segment
  case chain
}

public enum InitiativeStatus: String, ChoiceOption {
  public static let list = "initiativeStatus"
  case idea, planned, running, succeeded, partly, failed, dropped

  /// Whether it is over, however it went.
  public var isOver: Bool { self == .succeeded || self == .partly || self == .failed || self == .dropped }
}

public enum Contribution: String, ChoiceOption {
  public static let list = "contribution"
  case cash
  case inKind = "in-kind"
}

public enum FundingAnswer: String, ChoiceOption {
  public static let list = "fundingAnswer"
  case asked, promised, given, declined
}

public enum ActionStatus: String, ChoiceOption {
  public static let list = "actionStatus"
  case toDo = "to-do"
  case doing, blocked, done, dropped

  public var isOver: Bool { self == .done || self == .dropped }
}

public enum IndicatorKind: String, ChoiceOption {
  public static let list = "indicatorKind"
  case sales, exports, production, income, price, investment, jobs, quality, rejection, members, reach
}

public enum IndicatorSplit: String, ChoiceOption {
  public static let list = "indicatorSplit"
  case bySex = "by-sex"
  case bySize = "by-size"
}
