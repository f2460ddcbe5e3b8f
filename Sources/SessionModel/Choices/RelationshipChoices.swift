public enum RelationshipKind: String, ChoiceOption {
  public static let list = "relationshipKind"
  case trade, information, service, finance, membership, labour
  case holdsOffice = "holds-office"
  case cooperation, regulation, advocacy, conflict

  /// Which linkage of the chain it is (Upgrading effects; Collective action, Engaging with Collective Action Organizations).
  public var linkage: Linkage {
    switch self {
    case .trade, .labour: .vertical
    case .membership, .holdsOffice, .cooperation, .conflict: .horizontal
    case .information, .service, .finance: .support
    case .regulation, .advocacy: .enabling
    }
  }

  /// The letter that picks it while connecting; no two share one.
  public var letter: Character {
    switch self {
    case .trade: "t"
    case .information: "i"
    case .service: "s"
    case .finance: "f"
    case .membership: "m"
    case .labour: "l"
    case .holdsOffice: "o"
    case .cooperation: "c"
    case .regulation: "r"
    case .advocacy: "a"
    case .conflict: "x"
    }
  }
}

public enum Linkage: String, ChoiceOption {
  public static let list = "linkage"
  case vertical, horizontal, support, enabling
}

public enum RelationshipStatus: String, ChoiceOption {
  public static let list = "relationshipStatus"
  case existing
  case wished = "wished-for"
}

public enum Flow: String, ChoiceOption {
  public static let list = "flow"
  case product, money, information, service
}

public enum Contract: String, ChoiceOption {
  public static let list = "contract"
  case none, spot, verbal, forward
  case multiYear = "multi-year"
  case riskSharing = "risk-sharing"
}

/// What a reading is a reading of.
public enum Aspect: String, ChoiceOption {
  public static let list = "aspect"
  case trust, influence, interest, stance, engagement, members, indicator

  /// Left out of everything that the room sees (METHOD.md, Confidentiality).
  public var isConfidential: Bool {
    switch self {
    case .trust, .influence, .interest, .stance: true
    case .engagement, .members, .indicator: false
    }
  }
}

public enum HowObtained: String, ChoiceOption {
  public static let list = "howObtained"
  case secretSlips = "secret-slips"
  case groupApart = "group-asked-apart"
  case oneToOne = "one-to-one"
  case impression
  case illustrative
}

public enum TrustBasis: String, ChoiceOption {
  public static let list = "trustBasis"
  case earlierDealings = "earlier-dealings"
  case keepsWord = "keeps-word"
  case skill, fairness, payment, politics
}

public enum Visibility: String, ChoiceOption {
  public static let list = "visibility"
  case nobodyElse = "nobody-else"
  case pair, all
}
