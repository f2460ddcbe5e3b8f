import SessionModel

extension English {
  public func word(_ option: StakeholderKind) -> String {
    switch option {
    case .smallholderGroup: "smallholder group"
    case .workers: "workers"
    case .smallFirm: "micro or small firm"
    case .largeProducer: "large producer"
    case .cooperative: "cooperative"
    case .businessAssociation: "business association"
    case .cluster: "cluster"
    case .apexBody: "apex body"
    case .inputSupplier: "input supplier"
    case .trader: "trader"
    case .transporter: "transporter"
    case .processor: "processor"
    case .packer: "packer"
    case .exporter: "exporter"
    case .importer: "importer"
    case .retailer: "retailer"
    case .leadBuyer: "lead buyer"
    case .finance: "finance provider"
    case .serviceProvider: "service provider"
    case .certifier: "certifier"
    case .research: "research or university"
    case .government: "government"
    case .regulator: "regulator"
    case .civilSociety: "civil society"
    case .community: "community"
    case .donor: "donor"
    case .project: "project"
    case .person: "person"
    }
  }

  public func word(_ option: Sector) -> String {
    switch option {
    case .business: "private"
    case .publicSector: "public"
    case .civilSociety: "civil society"
    case .knowledge: "knowledge"
    case .donor: "donors"
    }
  }

  public func word(_ option: EnterpriseSize) -> String {
    switch option {
    case .individual: "individual"
    case .micro: "micro"
    case .small: "small"
    case .medium: "medium"
    case .large: "large"
    }
  }

  public func word(_ option: StakeholderRole) -> String {
    switch option {
    case .anchorFirm: "anchor firm"
    case .leader: "leader"
    case .aggregationPoint: "aggregation point"
    case .honestBroker: "honest broker"
    case .supportInstitution: "support institution"
    case .neutralHost: "neutral host"
    }
  }

  public func word(_ option: Engagement) -> String {
    switch option {
    case .missing: "missing from the room"
    case .invited: "invited"
    case .reluctant: "reluctant"
    case .takingPart: "taking part"
    case .left: "left"
    }
  }

  public func word(_ option: Stage) -> String {
    switch option {
    case .inputs: "inputs"
    case .production: "production"
    case .collection: "collection"
    case .packing: "packing"
    case .processing: "processing"
    case .trade: "trade"
    case .transport: "transport"
    case .export: "export"
    case .importing: "import"
    case .wholesale: "wholesale"
    case .retail: "retail"
    case .endMarket: "end market"
    case .services: "services"
    case .supporting: "supporting functions"
    case .enabling: "enabling environment"
    }
  }

  public func word(_ option: FoundedBy) -> String {
    switch option {
    case .members: "members"
    case .outsiders: "outsiders"
    case .both: "members and outsiders"
    }
  }

  public func word(_ option: ServiceKind) -> String {
    switch option {
    case .purchase: "joint purchase"
    case .sale: "joint sale"
    case .training: "training"
    case .marketInformation: "market information"
    case .businessServices: "business services"
    case .finance: "finance"
    case .advocacy: "advocacy"
    case .records: "keeping records"
    case .fairTrade: "access to fair trade"
    case .brand: "common brand"
    case .socialAid: "social aid"
    }
  }
}
