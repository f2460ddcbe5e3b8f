import Drawing

/// How much the screen holds at once. Letters cannot grow in a terminal; what is for the room grows by what is left away: fewer things side by
/// side, rows of two lines in which nothing is cut, space around them, and one line of keys that can be taken in at a glance.
///
/// Every screen asks these numbers and none asks whether the room is looking, so that what is large is so everywhere.
public struct Metrics: Hashable, Sendable {
  /// Lines that an entry of a list takes; what does not fit into its column goes on in the second.
  public var rowLines = 1
  /// What a column takes, in per cent of what it takes at the desk.
  public var breadth = 100
  /// Columns between two columns of a table.
  public var columnGap = 2
  /// Columns of a table at most.
  public var mostColumns = Int.max
  /// Lines of a card on a board, the blank one below it included.
  public var cardLines = 4
  /// What is left free around the body of a screen.
  public var margin = Size(width: 0, height: 0)
  /// Of two lists, the one without the keys always shows so many entries, and more only where the other leaves room; nil where they share the height.
  public var otherEntries: Int?
  /// Names of all screens, or of the shown one only.
  public var namesEveryTab = true
  /// Keys that the lowest line offers at most, and the columns between them.
  public var mostHints = Int.max
  public var hintGap = 2
  /// Whether faint print is faint.
  public var allowsFaint = true

  /// For one who sits before the screen.
  public static let desk = Metrics()

  /// For those who read it from the wall, on a screen of this size.
  public static func room(_ size: Size) -> Metrics {
    var metrics = Metrics()
    metrics.rowLines = size.height >= 18 ? 2 : 1
    // On a narrow screen the letters are large already.
    metrics.breadth = size.width >= 100 ? 150 : 125
    metrics.columnGap = 3
    metrics.mostColumns = 4
    metrics.cardLines = size.height >= 18 ? 6 : 4
    metrics.margin = Size(width: size.width >= 100 ? 2 : 0, height: size.height >= 24 ? 1 : 0)
    metrics.otherEntries = 2
    metrics.namesEveryTab = false
    metrics.mostHints = 4
    metrics.hintGap = 4
    metrics.allowsFaint = false
    return metrics
  }

  /// Lines that a list of so many entries fills, its title and the names of its columns included; an empty one says so in the room of one entry.
  public func lines(ofList entries: Int) -> Int { 2 + max(1, entries) * rowLines }

  /// Columns that so many count for when it is decided what stands side by side.
  public func worth(of columns: Int) -> Int { columns * 100 / breadth }

  /// Columns that something takes which takes so many at the desk.
  public func columns(_ columns: Int) -> Int { columns * breadth / 100 }
}
