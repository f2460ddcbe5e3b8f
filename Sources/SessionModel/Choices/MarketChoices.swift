/// Where a constraint sits (Upgrading effects: the five headings of the chain's structure).
public enum ConstraintPlace: String, ChoiceOption {
  public static let list = "constraintPlace"
  case endMarket = "end-market"
  case enabling = "enabling-environment"
  case vertical = "vertical-linkages"
  case horizontal = "horizontal-linkages"
  case supporting = "supporting-markets"
}

public enum ConstraintType: String, ChoiceOption {
  public static let list = "constraintType"
  case constraint, opportunity
}

public enum ConstraintStatus: String, ChoiceOption {
  public static let list = "constraintStatus"
  case open
  case inWork = "in-work"
  case resolved
}

/// The evidence that somebody will buy, as a ladder from hope to habit
/// (Cluster approach, best practices on firm-level demand and on communicating with stakeholders).
public enum Evidence: String, ChoiceOption {
  public static let list = "evidence"
  case interest = "general-interest"
  case study = "market-study"
  case window = "variety-season-price"
  case namedFirm = "named-firm"
  case ableToPay = "able-to-pay"
  case contract = "forward-contract"
  case repeatSales = "repeat-sales"

  /// 1 for the lowest step to 7 for the highest.
  public var step: Int { (Evidence.allCases.firstIndex(of: self) ?? 0) + 1 }
}

public enum MarketGrowth: String, ChoiceOption {
  public static let list = "marketGrowth"
  case shrinking, flat, growing
  case fastGrowing = "fast-growing"
}

public enum ChosenFor: String, ChoiceOption {
  public static let list = "chosenFor"
  case demand
  case jobs
  case politics
  case habit
  case other
}

public enum MarketChannel: String, ChoiceOption {
  public static let list = "marketChannel"
  case local, domestic, regional, export
}
