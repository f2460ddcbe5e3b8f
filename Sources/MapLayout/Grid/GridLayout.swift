import SessionModel

/// The map as a grid: influence against interest, or against support. Whoever has the same levels stands in the same field, listed below one another; a field
/// never lends room to another, so that a place is always true. Those whose levels were not assessed stand apart, below.
///
/// All of it is confidential: without `showTrust` the scene is empty.
public enum GridLayout {
  public enum Axis: Sendable, Hashable {
    case interest, support

    /// The levels from left to right.
    var levels: [Int] { self == .interest ? [1, 2, 3, 4, 5] : [-2, -1, 0, 1, 2] }
    /// Columns after which a strong rule runs: interest counts as high from 4, support is divided by the sign of the stance.
    var cuts: [Int] { self == .interest ? [3] : [2, 3] }
    var aspect: Aspect { self == .interest ? .interest : .stance }
  }

  private static let rowLevels = [5, 4, 3, 2, 1]
  /// Columns before the fields, for the levels of influence.
  private static let side = 3
  /// A field lists no more than this, however high the scene may grow.
  private static let mostListed = 30

  /// Pure: the same session and options give the same scene.
  public static func scene(session: Session, readings: ReadingIndex, roster: ChainRoster, axis: Axis, options: FieldOptions) -> Scene {
    var scene = Scene()
    scene.view = .grid
    scene.showsTrust = options.showTrust
    scene.madeFor = options.available
    guard options.showTrust, options.available.width >= 30, options.available.height >= 9 else { return scene }
    // The field of each stakeholder, counted from 1; 0 for those not assessed.
    let fieldOf = roster.actors.map { actor in
      let influence = readings.current(ReadingSubject(.influence, actor.id))?.level
      let other = readings.current(ReadingSubject(axis.aspect, actor.id))?.level
      guard let row = influence.flatMap({ rowLevels.firstIndex(of: $0) }), let column = other.flatMap({ axis.levels.firstIndex(of: $0) }) else { return 0 }
      return row * 5 + column + 1
    }
    let (roster, origin) = roster.folding(ChainRoster.folded(in: .grid, session)) { fieldOf[$0] + 1 }
    var fields = Array(repeating: [Int](), count: 25)
    var apart: [Int] = []
    for number in roster.actors.indices {
      if fieldOf[origin[number]] > 0 { fields[fieldOf[origin[number]] - 1].append(number) } else { apart.append(number) }
    }
    func sorted(_ list: [Int]) -> [Int] {
      list.sorted { a, b in
        let (x, y) = (roster.actors[a], roster.actors[b])
        let (p, q) = (x.importance << 24 + x.degree, y.importance << 24 + y.degree)
        return p != q ? p > q : (x.name, x.id) < (y.name, y.id)
      }
    }
    var grid = Sheet(axis: axis, options: options, scene: scene)
    grid.measure(fields.map(\.count), apart: apart.count)
    let lists = fields.map(sorted)
    let aside = sorted(apart)
    var listed: [Int] = []
    for (field, list) in lists.enumerated() { listed += list.prefix(grid.capacity(field, list.count)) }
    listed += aside.prefix(grid.asideCapacity(aside.count))
    let content = FieldContent(session, roster, members: listed, readings: readings, showTrust: true)
    var nodeOf: [Int: Int] = [:]
    for (node, number) in listed.enumerated() { nodeOf[number] = node }
    for (field, list) in lists.enumerated() { grid.fill(field, list, content, nodeOf) }
    grid.fillAside(aside, content, nodeOf)
    grid.drawRules()
    scene = grid.scene
    scene.tellNamesApart(LabelText(columns: options.columns))
    content.addTies(to: &scene, shown: grid.shown)
    scene.index = SceneIndex(size: scene.size, boxes: scene.boxes, lines: [])
    return scene
  }

  /// The sheet of fields while it is filled.
  private struct Sheet {
    let axis: Axis
    let options: FieldOptions
    var scene: Scene
    /// The node of each box; boxes that stand for others have the last of all numbers.
    private(set) var shown: [Int] = []
    private var widths: [Int] = []
    private var x: [Int] = []
    private var heights: [Int] = []
    private var y: [Int] = []
    private var axisRow = 0
    private var asideTop = 0
    private var asideRows = 0
    private var asideColumns = 1
    private let text: LabelText

    init(axis: Axis, options: FieldOptions, scene: Scene) {
      self.axis = axis
      self.options = options
      self.scene = scene
      text = LabelText(columns: options.columns)
    }

    /// Names beside one another in a field.
    private func lanes(_ column: Int) -> Int { max(1, widths[column] / 24) }

    mutating func measure(_ counts: [Int], apart: Int) {
      let room = options.available.width - GridLayout.side - 5
      // A column that nobody stands in needs less.
      let filled = (0..<5).map { column in (0..<5).contains { counts[$0 * 5 + column] > 0 } }
      let narrow = max(6, min(10, room / 10))
      let wide = (room - narrow * filled.count { !$0 }) / max(1, filled.count { $0 })
      widths = filled.contains(true) && filled.contains(false) ? filled.map { $0 ? wide : narrow } : Array(repeating: room / 5, count: 5)
      var at = GridLayout.side
      for width in widths {
        x.append(at)
        at += width + 1
      }
      asideColumns = max(1, (options.available.width - 2) / 26)
      asideRows = apart == 0 ? 0 : min((apart + asideColumns - 1) / asideColumns, max(1, options.available.height / 6))
      let needs = (0..<5).map { row in
        max(1, (0..<5).map { column in min(GridLayout.mostListed, (counts[row * 5 + column] + lanes(column) - 1) / lanes(column)) }.max() ?? 1)
      }
      let available = options.available.height - 3 - (asideRows > 0 ? asideRows + 1 : 0)
      heights = needs
      // Rows shrink as far as a list stays worth reading; beyond that the scene grows and is scrolled.
      while heights.reduce(0, +) > available, let most = heights.indices.max(by: { heights[$0] < heights[$1] }), heights[most] > 4 { heights[most] -= 1 }
      var spare = available - heights.reduce(0, +)
      while spare > 0 {
        let least = heights.indices.min { (heights[$0] - needs[$0], $0) < (heights[$1] - needs[$1], $1) } ?? 0
        heights[least] += 1
        spare -= 1
      }
      var row = 1
      for level in 0..<5 {
        if level == 2 { row += 1 }
        y.append(row)
        row += heights[level]
      }
      axisRow = row
      asideTop = row + 1
      scene.size = SceneSize(width: options.available.width, height: max(options.available.height, asideTop + (asideRows > 0 ? asideRows + 1 : 0)))
    }

    func capacity(_ field: Int, _ count: Int) -> Int {
      let places = heights[field / 5] * lanes(field % 5)
      return count <= places ? count : places - 1
    }

    func asideCapacity(_ count: Int) -> Int { count <= asideRows * asideColumns ? count : max(0, asideRows * asideColumns - 1) }

    mutating func fill(_ field: Int, _ list: [Int], _ content: FieldContent, _ nodeOf: [Int: Int]) {
      let (row, column) = (field / 5, field % 5)
      let lanes = lanes(column)
      let width = widths[column] / lanes
      let kept = capacity(field, list.count)
      for (place, number) in list.prefix(kept).enumerated() {
        guard let node = nodeOf[number] else { continue }
        add(content, node, ScenePoint(x: x[column] + place % lanes * width + 1, y: y[row] + place / lanes), width - 1, column + 1 + row * 5)
      }
      addRest(list.count - kept, field + 1, ScenePoint(x: x[column] + kept % lanes * width + 1, y: y[row] + kept / lanes), width - 1)
    }

    mutating func fillAside(_ list: [Int], _ content: FieldContent, _ nodeOf: [Int: Int]) {
      guard !list.isEmpty else { return }
      let title = options.labels.unassessed + " " + options.labels.number(list.count)
      scene.captions.append(SceneCaption(at: ScenePoint(x: 1, y: asideTop), text: title, width: text.width(title), kind: .aside))
      let width = (options.available.width - 2) / asideColumns
      let kept = asideCapacity(list.count)
      for (place, number) in list.prefix(kept).enumerated() {
        guard let node = nodeOf[number] else { continue }
        add(content, node, ScenePoint(x: 1 + place % asideColumns * width, y: asideTop + 1 + place / asideColumns), width - 1, 0)
      }
      addRest(list.count - kept, 0, ScenePoint(x: 1 + kept % asideColumns * width, y: asideTop + 1 + kept / asideColumns), width - 1)
    }

    private mutating func add(_ content: FieldContent, _ node: Int, _ mark: ScenePoint, _ width: Int, _ field: Int) {
      var box = content.box(node, mark: mark)
      let room = max(1, width - 2)
      let tail = min(box.tailWidth(options.labels.number(box.count)), max(0, room - 6))
      box.label = [text.cut(box.name, to: room - tail)]
      box.nameRect = SceneRect(x: mark.x + 2, y: mark.y, width: text.width(box.label[0]) + tail, height: 1)
      box.rect = SceneRect(x: mark.x, y: mark.y, width: box.nameRect.right - mark.x, height: 1)
      box.slot = SceneSlot(segment: nil, x: field % 5, y: field / 5, span: 1)
      scene.places[box.id] = scene.boxes.count
      scene.boxes.append(box)
      shown.append(node)
    }

    private mutating func addRest(_ count: Int, _ field: Int, _ mark: ScenePoint, _ width: Int) {
      guard count > 0 else { return }
      var box = SceneBox(
        id: .crowd(field), rect: SceneRect(x: mark.x, y: mark.y, width: 1, height: 1), name: "", label: [], isInBand: false, sector: nil, roles: [],
        count: count, markets: 0, ownTrust: nil, relatesToItself: false, isPinned: false, slot: SceneSlot(segment: nil, x: 0, y: 0, span: 1))
      box.mark = mark
      box.label = [text.cut("\(options.labels.number(count)) \(options.labels.more)", to: max(1, width - 2))]
      box.nameRect = SceneRect(x: mark.x + 2, y: mark.y, width: text.width(box.label[0]), height: 1)
      box.rect = SceneRect(x: mark.x, y: mark.y, width: box.nameRect.right - mark.x, height: 1)
      scene.crowded += count
      scene.crowds.append(box)
    }

    mutating func drawRules() {
      let right = x[4] + widths[4]
      let middle = y[2] - 1
      scene.rules.append(SceneRule(from: ScenePoint(x: GridLayout.side - 1, y: 0), to: ScenePoint(x: right, y: 0), isStrong: true))
      scene.rules.append(SceneRule(from: ScenePoint(x: GridLayout.side - 1, y: middle), to: ScenePoint(x: right, y: middle), isStrong: true))
      scene.rules.append(SceneRule(from: ScenePoint(x: GridLayout.side - 1, y: axisRow), to: ScenePoint(x: right, y: axisRow), isStrong: true))
      for (column, left) in (x + [right + 1]).enumerated() {
        let isStrong = column == 0 || column == 5 || axis.cuts.contains(column)
        scene.rules.append(SceneRule(from: ScenePoint(x: left - 1, y: 0), to: ScenePoint(x: left - 1, y: axisRow), isStrong: isStrong))
      }
      for (row, level) in GridLayout.rowLevels.enumerated() { caption(String(level), 1, y[row], .axis) }
      for (column, level) in axis.levels.enumerated() {
        let name = axis == .support && level > 0 ? "+\(level)" : level < 0 ? "−\(-level)" : String(level)
        caption(" \(name) ", x[column] + widths[column] / 2 - 1, axisRow, .axis)
      }
      let bounds = [0] + axis.cuts + [5]
      let names = axis == .interest ? options.labels.powerQuadrants : options.labels.supportQuadrants
      let across = bounds.count - 1
      for (place, name) in names.prefix(2 * across).enumerated() {
        let left = x[bounds[place % across]]
        let last = bounds[place % across + 1] - 1
        let width = x[last] + widths[last] - left
        let label = " " + text.cut(name, to: max(1, width - 4)) + " "
        caption(label, left + max(1, (width - text.width(label)) / 2), place < across ? 0 : middle, .area)
      }
      caption(" " + options.labels.influence + " ▴ ", GridLayout.side, 0, .axis, unlessTaken: true)
      let name = " " + (axis == .interest ? options.labels.interest : options.labels.support) + " ▸ "
      caption(name, right - text.width(name) - 1, axisRow, .axis, unlessTaken: true)
      scene.gridColumns = x + [right + 1]
      scene.gridRows = y + [axisRow]
      for box in scene.crowds {
        scene.places[box.id] = scene.boxes.count
        scene.boxes.append(box)
      }
      scene.crowds = []
    }

    private mutating func caption(_ words: String, _ x: Int, _ y: Int, _ kind: SceneCaption.Kind, unlessTaken: Bool = false) {
      let caption = SceneCaption(at: ScenePoint(x: x, y: y), text: words, width: text.width(words), kind: kind)
      if unlessTaken, scene.captions.contains(where: { $0.rect.intersects(caption.rect) }) { return }
      scene.captions.append(caption)
    }
  }
}

extension Scene {
  /// The levels that a cell of a grid stands for; nil outside its fields.
  public func gridLevels(at cell: ScenePoint, _ axis: GridLayout.Axis) -> (influence: Int, other: Int)? {
    guard gridColumns.count == 6, gridRows.count == 6, cell.x >= gridColumns[0], cell.x < gridColumns[5], cell.y >= gridRows[0], cell.y < gridRows[5],
      let column = gridColumns.lastIndex(where: { $0 <= cell.x }), let row = gridRows.lastIndex(where: { $0 <= cell.y })
    else { return nil }
    return (5 - min(row, 4), axis.levels[min(column, 4)])
  }

  /// The row of the grid of places that a row of cells belongs to, in the column of a box of the chain: what a pin there holds.
  public func slot(inColumnOf id: SceneBoxID, atRow row: Int) -> Int? {
    guard view == .chain, let box = box(id), !box.isInBand else { return nil }
    let pitch = max(1, boxRows + gapRows)
    let steps = Double(row - box.rect.centre.y) / Double(pitch)
    return max(0, min(199, box.slot.y + Int(steps.rounded())))
  }
}
