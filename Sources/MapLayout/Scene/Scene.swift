import SessionModel

/// A drawn map as a value: where boxes stand and how lines run, in cells, with no colour and no sentence in it.
///
/// Screen, text report and SVG draw the same scene. Every view of the map makes one; what is not drawn for want of room is counted, never dropped in silence.
public struct Scene: Sendable, Equatable {
  public internal(set) var size = SceneSize(width: 0, height: 0)
  /// The segments from left to right, then the buyers without a stakeholder, then those not placed yet.
  public internal(set) var columns: [SceneColumn] = []
  /// What is not in the flow, from top to bottom.
  public internal(set) var bands: [SceneBand] = []
  public internal(set) var boxes: [SceneBox] = []
  public internal(set) var lines: [SceneLine] = []
  /// Every pair on the map that is related or between whom trust was read, whether it has a line or not.
  public internal(set) var ties: [SceneTie] = []
  /// Pairs that are related and both on the map, but whose line found no room or was not asked for.
  public internal(set) var hiddenLines = 0
  /// Which of the views it is; the others than the chain have marks with names beside them instead of boxes, and captions instead of columns.
  public internal(set) var view = MapViewKind.chain
  /// The words that stand on the map itself: what an area, an axis, a ring or a wedge is.
  public internal(set) var captions: [SceneCaption] = []
  /// Straight rules between areas.
  public internal(set) var rules: [SceneRule] = []
  public internal(set) var rings: [SceneRing] = []
  /// Stakeholders who stand within the mark of another, for want of room.
  public internal(set) var crowded = 0
  /// Marks whose name found no room.
  public internal(set) var nameless = 0
  /// Whether trust was read into the scene; without it there are no digits and no weights.
  public internal(set) var showsTrust = true

  /// The room it was made for, and the rows of a box and of a gap in it, so that a scene that follows on it keeps to them.
  var madeFor = SceneSize(width: 0, height: 0)
  var boxRows = 0
  var gapRows = 0
  var bandColumns = 0
  var places: [SceneBoxID: Int] = [:]
  var lanes = SceneLanes()
  /// How the plane of a network became cells, so that a scene that follows on it keeps everybody in place.
  var frame: NetworkFrame?
  /// Where the columns and rows of a grid begin, and where the last ends.
  var gridColumns: [Int] = []
  var gridRows: [Int] = []
  /// Boxes that stand for others, kept back until all have their places.
  var crowds: [SceneBox] = []
  var index = SceneIndex()
  /// The numbers, in `ties`, of those of each box.
  var tiesOfBox: [[Int32]] = []

  public init() {}

  /// The box of a stakeholder, an end market or a folded segment; nil if it is not on the map or folded away.
  public func box(of id: EntityID) -> SceneBox? {
    box(.stakeholder(id)) ?? box(.market(id)) ?? box(.folded(id))
  }

  public func box(_ id: SceneBoxID) -> SceneBox? { places[id].map { boxes[$0] } }

  /// The box at a cell, for the mouse.
  public func box(at point: ScenePoint) -> SceneBox? {
    elements(in: SceneRect(x: point.x, y: point.y, width: 1, height: 1)).boxes.map { boxes[$0] }.first { $0.covers(point) }
  }

  /// How many stand in no place of their own, or with less of their name than it takes to know it.
  public var lacking: Int {
    boxes.reduce(crowded + nameless) { sum, box in
      switch box.id {
      case .more: sum + box.count
      // Those are among the crowded.
      case .crowd: sum
      default: box.label.reduce(0) { $0 + $1.count } < min(box.name.count - 2, 18) && !box.label.isEmpty ? sum + 1 : sum
      }
    }
  }

  /// The lines that begin or end at a box.
  public func lines(of id: SceneBoxID) -> [SceneLine] { lines.filter { $0.from == id || $0.to == id } }

  /// The ties of a box, drawn as lines or not; costs what the box has of them.
  public func ties(of id: SceneBoxID) -> [SceneTie] {
    guard let place = places[id], tiesOfBox.indices.contains(place) else { return [] }
    return tiesOfBox[place].map { ties[Int($0)] }
  }

  /// The row from which on everything belongs to the bands; the height when there are none.
  public var bandTop: Int { bands.first?.header.y ?? size.height }

  /// Rows that the names of columns take.
  public var headerRows: Int { columns.map(\.header.bottom).max() ?? 0 }

  /// Columns that the bands take: no more than the room it was made for, so that they can stand still while the chain scrolls sideways.
  public internal(set) var bandsWidth = 0

  /// Whether no line leads from the chain into the bands.
  public internal(set) var bandsStandApart = true
}

/// What a box stands for.
public enum SceneBoxID: Hashable, Sendable {
  case stakeholder(EntityID)
  /// An end market that no stakeholder on the map is the buyer of.
  case market(EntityID)
  /// A whole segment, folded by the facilitator.
  case folded(EntityID)
  /// Those of a folded segment who share a place of the grid or the circles, by the number of the place.
  case part(EntityID, Int)
  /// Those of a segment that found no room; nil for those not placed yet.
  case more(EntityID?)
  /// Those of a place in the grid or the circles that found no room, by the number of the place.
  case crowd(Int)

  /// The stakeholder, end market or segment.
  public var entity: EntityID? {
    switch self {
    case .stakeholder(let id), .market(let id), .folded(let id), .part(let id, _): id
    case .more(let id): id
    case .crowd: nil
    }
  }

  public var stakeholder: EntityID? {
    if case .stakeholder(let id) = self { return id }
    return nil
  }

  /// The segment that it is all or a part of, folded by the facilitator.
  public var foldedSegment: EntityID? {
    switch self {
    case .folded(let id), .part(let id, _): id
    case .stakeholder, .market, .more, .crowd: nil
    }
  }
}

/// A segment of the chain and the boxes under its name.
public struct SceneColumn: Sendable, Equatable {
  public enum Kind: Sendable { case segment, markets, unplaced }

  public var kind: Kind
  /// The segment; nil for the end markets and for those not placed yet.
  public var segment: EntityID?
  public var name: String
  /// The name as it fits into `header`, a line a row.
  public var label: [String]
  /// How many stakeholders or end markets belong to it, drawn or not.
  public var count: Int
  /// The count as it stands behind the last line of the name; empty where every one of them can be seen.
  public var countLabel: String
  public var isFolded: Bool
  /// Where the name stands.
  public var header: SceneRect
  /// The cells that its boxes may take.
  public var area: SceneRect
}

/// Supporting functions, the enabling environment, or everybody when there is no segment yet.
public struct SceneBand: Sendable, Equatable {
  public var segment: EntityID?
  public var name: String
  public var count: Int
  public var countLabel: String
  public var isFolded: Bool
  public var header: SceneRect
  public var area: SceneRect
}

/// A stakeholder, an end market, or several folded into one.
public struct SceneBox: Sendable, Equatable {
  public var id: SceneBoxID
  /// With its border; a box of one or two rows has none but at its sides.
  public var rect: SceneRect
  /// The full name; empty for `more`.
  public var name: String
  /// The name as it fits into the box.
  public var label: [String]
  /// The lowest trust, 1 or 2, in the ties of it that have no line; nil where there is none so low or trust is not shown.
  public var unseenDistrust: Int?
  /// A word more below the name, such as how many people it stands for; empty where there is no room.
  public var note = ""
  /// In a band: a name with a mark, without a border.
  public var isInBand: Bool
  public var sector: Sector?
  public var roles: [StakeholderRole]
  /// How many it stands for; 1 unless folded.
  public var count: Int
  /// The end markets that it is the buyer of.
  public var markets: Int
  /// How far a group trusts its own, 1…5.
  public var ownTrust: Int?
  /// Whether a relationship leads from it to itself.
  public var relatesToItself: Bool
  public var isPinned: Bool
  /// In views other than the chain: the cell of its mark.
  public var mark: ScenePoint?
  /// In views other than the chain: where its name stands; empty where there was no room.
  public var nameRect = SceneRect(x: 0, y: 0, width: 0, height: 0)
  /// How many it is tied to, so that hubs can be told.
  public var degree = 0
  /// Where it stands in the grid of places: what a pinned position holds, so that a pin outlives a change of width.
  public var slot: SceneSlot

  public var isFolded: Bool {
    switch id {
    case .folded, .part, .more, .crowd: true
    case .stakeholder, .market: false
    }
  }
  public var hasBorder: Bool { mark == nil && rect.height >= 3 }

  /// Whether a cell belongs to it.
  public func covers(_ point: ScenePoint) -> Bool {
    guard let mark else { return rect.contains(point) }
    return point == mark || nameRect.contains(point)
  }

  /// Cells that the bullet before a name in a band takes.
  public static let bandIndent = 2
  /// Cells wished for behind a name without a border, for what it has to do with the selected one; a long name gives them up.
  static let badgeRoom = 5
}

/// A place in the grid of a column or band, counted from 0.
public struct SceneSlot: Hashable, Sendable {
  /// The segment or band; nil for the markets and those not placed yet.
  public var segment: EntityID?
  /// The column of the grid; only bands are free in it.
  public var x: Int
  public var y: Int
  /// Rows of the grid that it takes; more for one with many ties.
  public var span: Int
}

/// A pair of boxes with a relationship between them, or with trust read between two who have none.
public struct SceneTie: Sendable, Equatable {
  public var from: SceneBoxID
  public var to: SceneBoxID
  /// How far the one at `from` trusts the one at `to`, 1…5; nil when never read or not shown.
  public var trust: Int?
  public var trustBack: Int?
  public var isWished: Bool
  public var isConflict: Bool
  /// Whether there is a relationship, and not trust alone.
  public var isRelated: Bool
  /// Whether a line in the scene shows it.
  public var hasLine: Bool

  /// The lower of the two directions.
  public var lowerTrust: Int? { trust.map { min($0, trustBack ?? $0) } ?? trustBack }

  /// The other end.
  public func partner(of id: SceneBoxID) -> SceneBoxID { from == id ? to : from }
}

/// One or more relationships of a pair, drawn as one line.
public struct SceneLine: Sendable, Equatable {
  public enum Weight: Sendable { case dashed, light, heavy }

  /// In the order of their ids; the first gives kind and direction.
  public var relationships: [EntityID]
  public var from: SceneBoxID
  public var to: SceneBoxID
  public var kind: RelationshipKind?
  public var linkage: Linkage
  /// From the border cell of `from` to the border cell of `to`; neighbours share a row or a column.
  public var points: [ScenePoint]
  /// How far the stakeholder at `from` trusts the one at `to`, 1…5; nil when never read or not shown.
  public var trust: Int?
  public var trustBack: Int?
  /// It leads one way only, towards `to`.
  public var isOneWay: Bool
  public var isWished: Bool
  public var isConflict: Bool
  public var labels: [SceneLabel]

  /// The lower of the two directions: a tie is as good as its weaker side.
  public var lowerTrust: Int? {
    guard let trust else { return trustBack }
    return trustBack.map { min($0, trust) } ?? trust
  }

  /// So that trust reads without colour: dashed up to 2, light for 3 or unread, heavy from 4.
  public var weight: Weight {
    if isWished { return .dashed }
    switch lowerTrust {
    case .some(let level) where level <= 2: return .dashed
    case .some(let level) where level >= 4: return .heavy
    default: return .light
    }
  }
}

/// A few characters on a line.
public struct SceneLabel: Sendable, Equatable {
  /// The cell of the first character.
  public var at: ScenePoint
  public var text: String
  /// The characters stand below one another instead of beside.
  public var runsDown: Bool

  public var rect: SceneRect {
    let count = text.count
    return SceneRect(x: at.x, y: at.y, width: runsDown ? 1 : count, height: runsDown ? count : 1)
  }
}
