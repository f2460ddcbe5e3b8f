import SessionModel

extension English: TemplateWords {
  public func template(_ text: SessionTemplate.Text) -> String {
    switch text {
    case .inputs: "Inputs"
    case .production: "Production"
    case .members: "Members' farms and workshops"
    case .collection: "Collection"
    case .cooperativeSegment: "The cooperative"
    case .packing: "Packing"
    case .processing: "Processing"
    case .trade: "Trade"
    case .transport: "Transport"
    case .export: "Exporting"
    case .retail: "Shops"
    case .endMarket: "End market"
    case .supporting: "Supporting functions"
    case .enabling: "Enabling environment"
    case .mapping: "Mapping"
    case .analysis: "Finding what holds us back"
    case .plan: "Vision and plan"
    case .upgrading: "Upgrading"
    case .upscaling: "Upscaling"
    case .listening: "Listening and mapping"
    case .smallWins: "First small wins"
    case .sharedWork: "Shared work"
    case .sharedMoney: "Shared money and markets"
    case .ownFeet: "On its own feet"
    case .workshop: "First workshop"
    case .welcome: "Welcome, and why we meet"
    case .whoIsWho: "Who is in the chain"
    case .trust: "How we deal with each other"
    case .obstacles: "What holds us back"
    case .ideas: "What we could do together soon"
    case .actions: "Who does what by when"
    case .closing: "What we decided, and when we meet again"
    case .trustMethod: "Secret slips, each group apart"
    case .obstaclesMethod: "Cards on the wall, then dots"
    case .ideasMethod: "Small groups, then one sentence each"
    case .cooperative: "The cooperative"
    case .memberGroup: "Members"
    }
  }

  public func explanation(_ template: SessionTemplate) -> String {
    switch template {
    case .blank: "an empty session"
    case .valueChain: "the stages of a chain from inputs to end market; the two bands below them, and five phases"
    case .cluster: "the stages of an export cluster, phases of building trust; and the agenda of a first workshop"
    case .cooperative: "a cooperative with its members in a chain; and its organisation profile to fill in"
    }
  }
}
