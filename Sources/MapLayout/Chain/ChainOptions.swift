import SessionModel

/// How a chain is to be drawn.
public struct ChainOptions: Sendable {
  /// Which ties get a line. Everybody stands in the same place whichever of the last three it is.
  public enum Lines: Hashable, Sendable {
    case all
    /// What flows along the chain, and what ties those within it to one another; nothing that leads to a band.
    case flow
    /// Only those of one stakeholder.
    case of(EntityID)
    case none
  }

  /// How much room a box takes.
  public enum Density: Hashable, Sendable {
    /// As roomy as the height allows.
    case automatic
    /// One or two rows a box, without a border.
    case compact
    /// A border around each.
    case framed
  }

  /// The words on the map.
  public var labels: MapLabels
  /// Columns that a character takes; `TextWidth.columns` on a terminal.
  public var columns: @Sendable (Character) -> Int
  /// The cells there are. Columns shrink to fit the width down to about eight cells, then the scene grows wider than it.
  public var available: SceneSize
  /// The width that the names in the bands are to fit; nil for that of the whole.
  public var bandsWidth: Int?
  public var lines = Lines.flow
  public var density = Density.automatic
  /// Off in room mode: no digit, no weight, and no order of lines that comes from trust.
  public var showTrust = true
  /// A segment with more stakeholders shows this many and the number of the others.
  public var mostPerSegment = 12
  /// More lines than this are thinned out.
  public var mostLines = 100
  /// What stands below the name where a box has room for it; empty for nothing.
  public var note: @Sendable (Stakeholder) -> String = { _ in "" }
  /// Always on the map with its lines, whatever else is thinned out.
  public var highlight: EntityID?
  /// Segments with nobody in them are left out, as where only a few are shown.
  public var hidesEmpty = false
  /// The scene on screen: who stood there stays there.
  public var previous: Scene?

  public init(labels: MapLabels, available: SceneSize, columns: @escaping @Sendable (Character) -> Int) {
    self.labels = labels
    self.available = available
    self.columns = columns
  }

  var roomForBands: Int { min(bandsWidth ?? available.width, available.width) }
}
