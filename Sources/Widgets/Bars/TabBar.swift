import Drawing

/// One screen in the row of tabs.
public struct TabItem: Hashable, Sendable {
  /// The key that opens it.
  public var key: String
  public var name: String
  /// What stands for the name where not all fit in full.
  public var shortName: String
  /// A short count or mark behind the name; empty for none.
  public var badge: String

  public init(key: String, name: String, shortName: String? = nil, badge: String = "") {
    self.key = key
    self.name = name
    self.shortName = shortName ?? name
    self.badge = badge
  }
}

/// The row of screens. Where it gets narrow all have their short names, so that none moves when another is opened; where it gets narrower
/// still the others lose theirs letter by letter, then wholly.
public struct TabBar: Hashable, Sendable {
  public var items: [TabItem]
  public var active: Int
  /// Or only the active one's.
  public var namesAll: Bool

  public init(_ items: [TabItem], active: Int, namesAll: Bool = true) {
    self.items = items
    self.active = active
    self.namesAll = namesAll
  }

  /// A tab's place in the row.
  public struct Slot: Hashable, Sendable {
    public let index: Int
    public let x: Int
    public let width: Int
    let label: String
  }

  /// Where every tab stands in `width` columns, from 0.
  public func slots(width: Int) -> [Slot] {
    let names = items.map(\.name)
    let short = items.map(\.shortName)
    guard namesAll else { return place(shortened(names, to: 0), gap: 2).filter { $0.x < width } }
    for (names, gap) in [(names, 2), (names, 1), (short, 2), (short, 1)] {
      let slots = place(names, gap: gap)
      if fits(slots, width) { return slots }
    }
    for letters in stride(from: 8, through: 0, by: -1) {
      let slots = place(shortened(short, to: letters), gap: 1)
      if fits(slots, width) { return slots }
    }
    return place(shortened(short, to: 0), gap: 1).filter { $0.x < width }
  }

  /// The tab at a place, for a click.
  public func index(at point: Point, in rect: Rect) -> Int? {
    guard rect.split(top: 1).0.contains(point) else { return nil }
    let x = point.x - rect.x
    return slots(width: rect.width).first { x >= $0.x && x < $0.x + $0.width }?.index
  }

  public func draw(in rect: Rect, on surface: inout Surface) {
    guard !rect.isEmpty else { return }
    surface.fill(rect.split(top: 1).0, Style(.tab))
    // The active one last: it keeps both the blanks at its sides.
    for slot in slots(width: rect.width).sorted(by: { $0.index != active && $1.index == active }) {
      let style = Style(slot.index == active ? .tabActive : .tab)
      surface.put(" " + slot.label + " ", x: rect.x + slot.x, y: rect.y, style, width: min(slot.width, rect.width - slot.x))
    }
  }

  private func fits(_ slots: [Slot], _ width: Int) -> Bool { slots.last.map { $0.x + $0.width <= width } ?? true }

  /// A slot is its label with a blank at each side; neighbours share a blank when the gap is one.
  private func place(_ names: [String], gap: Int) -> [Slot] {
    var x = 0
    return zip(items, names).enumerated().map { index, named in
      let label = [named.0.key, named.1, named.0.badge].filter { !$0.isEmpty }.joined(separator: " ")
      let width = TextWidth.columns(label) + 2
      let slot = Slot(index: index, x: x, width: width, label: label)
      x += width - 2 + gap
      return slot
    }
  }

  /// All but the active one's cut to so many columns.
  private func shortened(_ names: [String], to columns: Int) -> [String] {
    names.enumerated().map { index, name in index == active ? name : TextWidth.cut(name, to: columns) }
  }
}
