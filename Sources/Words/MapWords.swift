import SessionModel

/// What the map says: its views and overlays, quadrants and rings, signs and their legend.
public protocol MapWords: Sendable {
  func map(_ text: MapText) -> String
  /// The name of an overlay, as the head of the map and the legend have it.
  func overlay(_ overlay: MapOverlay) -> String
  /// What a sign of an overlay means.
  func sign(_ sign: MapSign) -> String
  /// What the map shows now; `trust` is false where nothing may hint at it.
  func mapTitle(_ view: MapViewKind, _ overlay: MapOverlay, trust: Bool) -> String
  /// That only some are shown: the neighbours of one within so many steps, those that a filter lets through, those marked.
  func mapFocus(_ name: String, steps: Int) -> String
  func mapFilter(_ text: String) -> String
  /// That changes are those since a day.
  func mapSince(_ date: PartialDate) -> String
  /// As the map stood on a day.
  func mapOn(_ date: PartialDate) -> String
  /// So many stand within others or have no name on the map for want of room.
  func mapCrowded(_ count: Int) -> String
  /// How far the layout is, in per cent.
  func mapProgress(_ count: Int, percent: Int) -> String
  /// How many a filter leaves, and how to leave it.
  func mapShowing(_ shown: Int, of all: Int) -> String
  /// Heads the pairs of low trust.
  func mapDistrust(_ count: Int) -> String
  /// The way of trust that was found, or that there is none.
  func trustWay(_ names: [String], weakest: (String, String, Int)?) -> String
}

/// What lies over the map, in the order in which `o` goes through them.
public enum MapOverlay: String, CaseIterable, Sendable {
  case flow, all, plain, power, contracts, product, money, information, stance, changed, initiative, present

  /// Whether all it says is said on lines, so that a view without lines has nothing of it.
  public var isOfLines: Bool { self == .power || self == .contracts }

  /// Whether it shows what the room must not see.
  public var isConfidential: Bool {
    switch self {
    case .power, .stance, .changed: true
    case .flow, .all, .plain, .contracts, .product, .money, .information, .initiative, .present: false
    }
  }
}

/// What signs on the map mean.
public enum MapSign: Hashable, Sendable {
  case strongerSide, muchStronger, evenSides
  case flowsThisWay, ties
  case trustRose, trustFell, newTie
  case leads, takesPart, hosts, benefits, buildsTrust
  case present
  case onTheWay, weakestLink
}

public enum MapText: String, CaseIterable, Sendable {
  case highInfluenceLowInterest, highBoth, lowBoth, lowInfluenceHighInterest
  case strongOpposed, strongUndecided, strongSupporting, weakOpposed, weakUndecided, weakSupporting
  case influence, interest, support, unassessed
  case core, involved, outer, noSector
  /// What is written beside the name of those who are tied to the selected one.
  case tied, tiedWithTrust, signsTitle, nothingNoted, nothingChanged
  case gridHidden, wayNeedsTwo, noWay, filterLabel, filterPlaceholder, noDays, nobodyShown, noInitiative, pinned
  case pasteTitle, pasteHint, pasteTwin
  case description
}
