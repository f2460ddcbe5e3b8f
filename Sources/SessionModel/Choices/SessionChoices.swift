public enum Approach: String, ChoiceOption {
  public static let list = "approach"
  case valueChain = "value-chain"
  case cluster
}

/// The three conditions under which a cluster approach is most effective (Cluster approach, best practice on when to use one).
public enum ClusterTest: String, ChoiceOption {
  public static let list = "clusterTest"
  case unstructuredChain = "unstructured-chain"
  case weakTrust = "weak-trust"
  case sharedObstacles = "shared-obstacles"
}

public enum Gender: String, ChoiceOption {
  public static let list = "gender"
  case woman, man, other
}

public enum AgeGroup: String, ChoiceOption {
  public static let list = "ageGroup"
  case youth, adult, elder
}

public enum MapViewKind: String, ChoiceOption {
  public static let list = "mapViewKind"
  case chain, network, grid, circles
}

/// The screen that an agenda item works on.
public enum WorkScreen: String, ChoiceOption {
  public static let list = "workScreen"
  case overview, map, stakeholders, trust, markets, initiatives, plan, workshop, advice
}

public enum BallotCount: String, ChoiceOption {
  public static let list = "ballotCount"
  case dots, beans, hands
}
