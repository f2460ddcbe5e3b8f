import SessionModel

/// How a view other than the chain is to be drawn.
public struct FieldOptions: Sendable {
  public var labels: FieldLabels
  /// Columns that a character takes; `TextWidth.columns` on a terminal.
  public var columns: @Sendable (Character) -> Int
  /// The cells there are.
  public var available: SceneSize
  /// Off in room mode: no digit, no weight, and no order that comes from trust. Influence, interest and stance are left out with it.
  public var showTrust = true
  /// How many times larger than the room the network is drawn, in steps of a half: 2 is once, 3 is one and a half times.
  public var zoom = 2
  /// More lines than this are thinned out.
  public var mostLines = 260
  /// Always on the map under its own name.
  public var highlight: EntityID?
  /// Only these get lines; nil for all.
  public var linesOf: EntityID?
  public var drawsLines = true
  /// The scene on screen: who stood there stays there.
  public var previous: Scene?

  public init(labels: FieldLabels, available: SceneSize, columns: @escaping @Sendable (Character) -> Int) {
    self.labels = labels
    self.available = available
    self.columns = columns
  }
}

/// The words on these views. Lists stand in the order that their comments say.
public struct FieldLabels: Sendable, Equatable {
  /// After a number: "3,950 more".
  public var more: String
  public var thousands: String
  /// High influence and low interest, both high, both low, low influence and high interest.
  public var powerQuadrants: [String]
  /// High influence: opposing, undecided, supporting; then the same with low influence.
  public var supportQuadrants: [String]
  public var influence: String
  public var interest: String
  public var support: String
  /// Heads those whose place is not known: "not assessed".
  public var unassessed: String
  /// Core, involved, outer.
  public var rings: [String]
  public var sectors: [Sector: String]
  public var noSector: String

  public init(
    more: String = "more", thousands: String = ",", powerQuadrants: [String] = [], supportQuadrants: [String] = [], influence: String = "", interest: String = "",
    support: String = "", unassessed: String = "", rings: [String] = [], sectors: [Sector: String] = [:], noSector: String = ""
  ) {
    self.more = more
    self.thousands = thousands
    self.powerQuadrants = powerQuadrants
    self.supportQuadrants = supportQuadrants
    self.influence = influence
    self.interest = interest
    self.support = support
    self.unassessed = unassessed
    self.rings = rings
    self.sectors = sectors
    self.noSector = noSector
  }

  func number(_ value: Int) -> String { MapLabels(unplaced: "", markets: "", more: more, thousands: thousands).number(value) }
}
