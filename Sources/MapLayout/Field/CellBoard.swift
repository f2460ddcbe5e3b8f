/// Which cells of a scene are taken, and the search for room: what keeps marks and names from ever lying on one another.
struct CellBoard {
  let size: SceneSize
  private var taken: [Bool]

  init(_ size: SceneSize) {
    self.size = size
    taken = Array(repeating: false, count: size.width * size.height)
  }

  func contains(_ rect: SceneRect) -> Bool { rect.x >= 0 && rect.y >= 0 && rect.right <= size.width && rect.bottom <= size.height }

  func isFree(_ rect: SceneRect) -> Bool {
    guard contains(rect) else { return false }
    for y in rect.y..<rect.bottom { for x in rect.x..<rect.right where taken[y * size.width + x] { return false } }
    return true
  }

  func isFree(_ point: ScenePoint) -> Bool { isFree(SceneRect(x: point.x, y: point.y, width: 1, height: 1)) }

  mutating func take(_ rect: SceneRect) {
    for y in max(0, rect.y)..<max(0, min(size.height, rect.bottom)) {
      for x in max(0, rect.x)..<max(0, min(size.width, rect.right)) { taken[y * size.width + x] = true }
    }
  }

  /// The free cell nearest to one, at most so many columns and half as many rows away.
  func free(near wanted: ScenePoint, within reach: Int) -> ScenePoint? {
    if isFree(wanted) { return wanted }
    var best: (cost: Int, point: ScenePoint)?
    for dy in -(reach / 2)...(reach / 2) {
      for dx in -reach...reach {
        let cost = dx * dx + 4 * dy * dy
        guard cost <= reach * reach, best.map({ cost < $0.cost }) ?? true else { continue }
        let point = ScenePoint(x: wanted.x + dx, y: wanted.y + dy)
        if isFree(point) { best = (cost, point) }
      }
    }
    return best?.point
  }
}

/// Finds room for names beside their marks.
struct NamePlacing {
  private(set) var board: CellBoard
  let text: LabelText

  init(_ board: CellBoard, _ text: LabelText) {
    self.board = board
    self.text = text
  }

  /// The lengths to which a name may be cut, the whole first.
  private static let lengths = [Int.max, 18, 14, 11, 8]

  /// Puts a name of at most `most` columns right, left, below or above of its mark, cut where it has to be; `tail` is what stands behind it, such as marks
  /// of roles. False where not even the shortest finds room. A blank stays free on either side.
  mutating func place(_ name: String, tail: Int, at mark: ScenePoint, most: Int, _ box: inout SceneBox, allows: (SceneRect) -> Bool = { _ in true }) -> Bool {
    let whole = text.width(name)
    for limit in Self.lengths {
      let length = min(most, limit)
      if limit != Int.max, whole <= length || length >= min(most, whole) { continue }
      let label = whole <= length ? name : text.cut(name, to: length)
      guard label.count > 1 || whole <= 1 else { continue }
      let width = text.width(label) + tail
      for rect in Self.places(mark, width) where board.isFree(Self.withAir(rect, mark, board.size)) && allows(rect) {
        set(label, rect, mark, &box)
        return true
      }
    }
    return false
  }

  mutating func take(_ rect: SceneRect) { board.take(rect) }

  /// Keeps the name where it was, if it still has room there.
  mutating func keep(_ label: [String], _ rect: SceneRect, at mark: ScenePoint, _ box: inout SceneBox) -> Bool {
    guard let label = label.first, !rect.isEmpty, board.isFree(rect) else { return false }
    set(label, rect, mark, &box)
    return true
  }

  private mutating func set(_ label: String, _ rect: SceneRect, _ mark: ScenePoint, _ box: inout SceneBox) {
    box.label = [label]
    box.nameRect = rect
    let left = min(mark.x, rect.x)
    let top = min(mark.y, rect.y)
    box.rect = SceneRect(x: left, y: top, width: max(mark.x + 1, rect.right) - left, height: max(mark.y + 1, rect.bottom) - top)
    board.take(rect)
  }

  private static func places(_ mark: ScenePoint, _ width: Int) -> [SceneRect] {
    func rect(_ x: Int, _ y: Int) -> SceneRect { SceneRect(x: x, y: y, width: width, height: 1) }
    return [
      rect(mark.x + 2, mark.y), rect(mark.x - 1 - width, mark.y), rect(mark.x - width / 2, mark.y + 1), rect(mark.x - width / 2, mark.y - 1),
      rect(mark.x, mark.y + 1), rect(mark.x, mark.y - 1), rect(mark.x - width + 1, mark.y + 1), rect(mark.x - width + 1, mark.y - 1),
    ]
  }

  /// The cells of a name with a blank before and behind it; the one towards its own mark is there anyway.
  private static func withAir(_ rect: SceneRect, _ mark: ScenePoint, _ size: SceneSize) -> SceneRect {
    let left = max(0, rect.x - (mark.y == rect.y && mark.x < rect.x ? 0 : 1))
    let right = min(size.width, rect.right + (mark.y == rect.y && mark.x > rect.x ? 0 : 1))
    // What runs over the edge is not made to fit by its air.
    guard rect.x >= 0, rect.right <= size.width else { return rect }
    return SceneRect(x: left, y: rect.y, width: right - left, height: 1)
  }
}
