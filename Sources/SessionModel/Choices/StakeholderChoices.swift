public enum StakeholderKind: String, ChoiceOption {
  public static let list = "stakeholderKind"
  case smallholderGroup = "smallholder-group"
  case workers
  case smallFirm = "small-firm"
  case largeProducer = "large-producer"
  case cooperative
  case businessAssociation = "business-association"
  case cluster
  case apexBody = "apex-body"
  case inputSupplier = "input-supplier"
  case trader, transporter, processor, packer, exporter, importer, retailer
  case leadBuyer = "lead-buyer"
  case finance
  case serviceProvider = "service-provider"
  case certifier, research, government, regulator
  case civilSociety = "civil-society"
  case community, donor, project, person

  /// Where on the map such a stakeholder usually stands.
  public var usualStage: Stage {
    switch self {
    case .smallholderGroup, .workers, .smallFirm, .largeProducer: .production
    case .cooperative: .collection
    case .businessAssociation, .cluster, .apexBody: .supporting
    case .inputSupplier: .inputs
    case .trader: .trade
    case .transporter: .transport
    case .processor: .processing
    case .packer: .packing
    case .exporter: .export
    case .importer: .importing
    case .retailer: .retail
    case .leadBuyer: .endMarket
    case .finance, .serviceProvider, .certifier, .research, .project, .donor, .civilSociety, .community, .person: .supporting
    case .government, .regulator: .enabling
    }
  }

  /// The same with the stages that come nearest, for chains that have no segment of the first.
  public var usualStages: [Stage] {
    let nearest: [Stage] =
      switch usualStage {
      case .packing: [.processing, .collection, .trade]
      case .processing: [.packing, .collection]
      case .collection: [.trade, .packing, .processing]
      case .trade: [.collection, .wholesale, .export]
      case .transport: [.trade, .supporting]
      case .export: [.trade, .wholesale]
      case .importing: [.wholesale, .trade, .endMarket]
      case .retail: [.endMarket, .wholesale]
      case .endMarket: [.retail]
      case .inputs: [.supporting]
      default: []
      }
    return [usualStage] + nearest
  }

  /// The sector such a stakeholder usually belongs to.
  public var usualSector: Sector {
    switch self {
    case .government, .regulator: .publicSector
    case .civilSociety, .community: .civilSociety
    case .research: .knowledge
    case .donor, .project: .donor
    default: .business
    }
  }

  /// Collective action organisations have an organisation profile (Collective action, Collective Action Organizations).
  public var isCollective: Bool {
    switch self {
    case .cooperative, .businessAssociation, .cluster, .apexBody: true
    default: false
    }
  }
}

public enum Sector: String, ChoiceOption {
  public static let list = "sector"
  case business = "private"
  case publicSector = "public"
  case civilSociety = "civil-society"
  case knowledge, donor
}

public enum EnterpriseSize: String, ChoiceOption {
  public static let list = "size"
  case individual, micro, small, medium, large

  /// Micro and small enterprises, and people on their own: whom the documents mean by small.
  public var isSmall: Bool { self == .individual || self == .micro || self == .small }
}

public enum StakeholderRole: String, ChoiceOption {
  public static let list = "role"
  case anchorFirm = "anchor-firm"
  case leader
  case aggregationPoint = "aggregation-point"
  case honestBroker = "honest-broker"
  case supportInstitution = "support-institution"
  case neutralHost = "neutral-host"
}

public enum Engagement: String, ChoiceOption {
  public static let list = "engagement"
  case missing, invited, reluctant
  case takingPart = "taking-part"
  case left
}

/// A stage of the chain, or one of the two bands that are not in the flow.
public enum Stage: String, ChoiceOption {
  public static let list = "stage"
  case inputs, production, collection, packing, processing, trade, transport, export
  case importing = "import"
  case wholesale, retail
  case endMarket = "end-market"
  case services
  case supporting, enabling

  /// Supporting functions and the enabling environment stand below the flow.
  public var isBand: Bool { self == .supporting || self == .enabling }
}

public enum FoundedBy: String, ChoiceOption {
  public static let list = "foundedBy"
  case members, outsiders, both
}

public enum ServiceKind: String, ChoiceOption {
  public static let list = "service"
  case purchase, sale, training
  case marketInformation = "market-information"
  case businessServices = "business-services"
  case finance, advocacy, records
  case fairTrade = "fair-trade"
  case brand
  case socialAid = "social-aid"
}
