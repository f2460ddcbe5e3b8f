import Drawing
import MapLayout
import SessionModel

/// Draws the views other than the chain in characters: straight lines in braille, marks, names, rules and rings.
struct FieldPainter {
  let painter: ScenePainter
  let scene: Scene
  /// What of the scene is seen, and how far it is moved on the surface.
  let view: SceneRect
  let shift: Point
  private let visible: (boxes: [Int], lines: [Int])
  /// The cells of the words and digits besides names.
  private let worded: Set<ScenePoint>

  init(painter: ScenePainter, scene: Scene, view: SceneRect, shift: Point) {
    self.painter = painter
    self.scene = scene
    self.view = view
    self.shift = shift
    visible = scene.elements(in: view)
    var worded: Set<ScenePoint> = []
    let labels = visible.lines.flatMap { number in scene.lines[number].labels.filter { !painter.text(of: $0, on: scene.lines[number]).isEmpty }.map(\.rect) }
    for rect in labels + scene.captions.map(\.rect) { for x in rect.x..<rect.right { worded.insert(ScenePoint(x: x, y: rect.y)) } }
    self.worded = worded
  }

  func draw(on surface: inout Surface) {
    drawLines(visible.lines, on: &surface)
    drawRings(on: &surface)
    drawRules(on: &surface)
    let badges = painter.badges(scene)
    for number in visible.boxes { draw(scene.boxes[number], badges[scene.boxes[number].id], on: &surface) }
    for caption in scene.captions where caption.rect.intersects(view) { draw(caption, on: &surface) }
    for number in visible.lines { drawLabels(scene.lines[number], on: &surface) }
    // The selected one is read whatever it stands on.
    if let selected = painter.selection.flatMap({ scene.box($0) }) { drawSelected(selected, on: &surface) }
  }

  // MARK: Lines

  private func drawLines(_ numbers: [Int], on surface: inout Surface) {
    guard !numbers.isEmpty else { return }
    var layers: [(style: Style, rank: Int, canvas: BrailleCanvas)] = []
    var places: [Style: Int] = [:]
    for number in numbers {
      let line = scene.lines[number]
      guard line.points.count == 2 else { continue }
      let style = painter.style(line)
      let place = places[style] ?? layers.count
      if place == layers.count {
        places[style] = place
        layers.append((style, painter.rank(line), BrailleCanvas(Size(width: view.width, height: view.height))))
      }
      let weight = painter.weight(line)
      let a = dot(line.points[0])
      let b = dot(line.points[1])
      switch weight {
      case .heavy:
        layers[place].canvas.line(from: a, to: b)
        let isSteep = abs(b.y - a.y) > abs(b.x - a.x)
        layers[place].canvas.line(from: Point(x: a.x + (isSteep ? 1 : 0), y: a.y + (isSteep ? 0 : 1)), to: Point(x: b.x + (isSteep ? 1 : 0), y: b.y + (isSteep ? 0 : 1)))
      case .light: layers[place].canvas.line(from: a, to: b)
      case .dashed: layers[place].canvas.line(from: a, to: b, dash: line.isWished ? (1, 3) : (4, 3))
      }
    }
    // What weighs most is drawn last, so that the cells that lines share are in its colour.
    for layer in layers.sorted(by: { $0.rank < $1.rank }) { surface.put(layer.canvas, x: view.x + shift.x, y: view.y + shift.y, layer.style) }
  }

  /// The middle of a cell, in dots of the visible part.
  private func dot(_ point: ScenePoint) -> Point { Point(x: (point.x - view.x) * 2, y: (point.y - view.y) * 4 + 1) }

  private func drawLabels(_ line: SceneLine, on surface: inout Surface) {
    for label in line.labels {
      surface.put(painter.text(of: label, on: line), x: label.at.x + shift.x, y: label.at.y + shift.y, painter.style(line).adding(.bold))
    }
  }

  // MARK: Rules, rings and words

  private func drawRules(on surface: inout Surface) {
    guard !scene.rules.isEmpty else { return }
    if !scene.rings.isEmpty {
      var canvas = BrailleCanvas(Size(width: view.width, height: view.height))
      for rule in scene.rules { canvas.line(from: dot(rule.from), to: dot(rule.to), dash: (1, 4)) }
      surface.put(canvas, x: view.x + shift.x, y: view.y + shift.y, Style(.border))
      return
    }
    var lines = LineCanvas(view)
    for rule in scene.rules where !rule.isStrong {
      lines.add([rule.from, rule.to], arm: .light, isDashed: false, isDotted: true, style: Style(.border, .faint))
    }
    for rule in scene.rules where rule.isStrong {
      lines.add([rule.from, rule.to], arm: .light, isDashed: false, isDotted: false, style: Style(.border))
    }
    lines.draw(on: &surface, shift)
  }

  private func drawRings(on surface: inout Surface) {
    guard !scene.rings.isEmpty else { return }
    var canvas = BrailleCanvas(Size(width: view.width, height: view.height))
    for ring in scene.rings {
      canvas.ellipse(centre: dot(ring.centre), across: ring.across * 2, down: ring.down * 4)
    }
    surface.put(canvas, x: view.x + shift.x, y: view.y + shift.y, Style(.border))
  }

  private func draw(_ caption: SceneCaption, on surface: inout Surface) {
    let style: Style =
      switch caption.kind {
      case .area: Style(.segment, .bold)
      case .wedge: Style(.segment, .bold)
      case .ring: Style(.band, .bold)
      case .axis: Style(.dim)
      case .aside: Style(.band, .bold)
      }
    surface.put(caption.text, x: caption.at.x + shift.x, y: caption.at.y + shift.y, style)
  }

  // MARK: Marks and names

  private func draw(_ box: SceneBox, _ badge: ScenePainter.Badge?, on surface: inout Surface) {
    guard let mark = box.mark else { return }
    let marked = painter.marks.contains(box.id)
    let style = badge?.style ?? Style(SceneStyle.role(box.sector), SceneStyle.isHub(box) || marked ? .bold : [])
    surface.put(SceneStyle.dot(box), x: mark.x + shift.x, y: mark.y + shift.y, marked ? style.adding(.marked) : style)
    guard !box.nameRect.isEmpty, let label = box.label.first else { return }
    var emphasis: Emphasis = marked ? .marked : []
    if box.roles.contains(.anchorFirm) || badge != nil { emphasis.insert(.bold) }
    let name = Style(box.isFolded && box.id.foldedSegment == nil ? .dim : .text, emphasis)
    var x = box.nameRect.x + shift.x
    let y = box.nameRect.y + shift.y
    let end = box.nameRect.right + shift.x
    // Lines that pass below a name keep off its ends.
    for blank in [x - 1, end] where blank != mark.x + shift.x || y != mark.y + shift.y { clear(blank, y, on: &surface) }
    if let badge {
      let room = TextWidth.columns(badge.text) + 1
      let left = columns(before: room, label, box)
      let before = SceneRect(x: mark.x - room - 1, y: mark.y, width: room + 1, height: 1)
      if left < min(Self.leastName, TextWidth.columns(label)), before.x >= view.x, isFree(before, box) {
        surface.put(" " + badge.text + " ", x: before.x + shift.x, y: mark.y + shift.y, badge.style)
        surface.put(label, x: x, y: y, name)
        return
      }
      x += surface.put(left > 1 ? SceneStyle.cut(label, to: left) : label, x: x, y: y, name)
      guard left > 1 else { return }
      surface.put(" " + badge.text, x: x, y: y, badge.style, width: room)
      clear(x + room, y, on: &surface)
      return
    }
    x += surface.put(label, x: x, y: y, name, width: end - x)
    x += surface.put(SceneStyle.crowd(box), x: x, y: y, .dim, width: end - x)
    let marks = SceneStyle.fieldMarks(box)
    if !marks.isEmpty { surface.put(" " + String(marks), x: x, y: y, Style(.accent, .bold), width: end - x) }
  }

  /// Of a name at least, before a badge is put in front of its mark.
  private static let leastName = 6

  /// The columns that a name keeps where so many are taken behind it. They take the place of its marks and what is free behind those; where that is not enough
  /// the name is cut.
  private func columns(before needed: Int, _ label: String, _ box: SceneBox) -> Int {
    let whole = TextWidth.columns(label)
    var room = box.nameRect.width
    while room < whole + needed, isFree(SceneRect(x: box.nameRect.x + room, y: box.nameRect.y, width: 2, height: 1), box) { room += 1 }
    return min(whole, room - needed)
  }

  /// Takes away the line that passes through a cell; rules between areas stay whole.
  private func clear(_ x: Int, _ y: Int, on surface: inout Surface) {
    let cell = ScenePoint(x: x - shift.x, y: y - shift.y)
    guard view.contains(cell), isFree(SceneRect(x: cell.x, y: cell.y, width: 1, height: 1), nil) else { return }
    guard !isOnRule(cell) else { return }
    surface.put(" ", x: x, y: y, .text)
  }

  /// The spokes of the circles are no such rules.
  private func isOnRule(_ cell: ScenePoint, strong: Bool = false) -> Bool {
    scene.rings.isEmpty && scene.rules.contains { ($0.isStrong || !strong) && $0.covers(cell) }
  }

  /// Whether no name, mark, word or digit stands there but those of one box, and no rule between areas.
  private func isFree(_ rect: SceneRect, _ own: SceneBox?) -> Bool {
    rect.right <= view.right
      && !(rect.x..<rect.right).map { ScenePoint(x: $0, y: rect.y) }.contains { worded.contains($0) || isOnRule($0, strong: true) }
      && !scene.elements(in: rect).boxes.contains { number in
        let box = scene.boxes[number]
        return box.id != own?.id && (box.nameRect.intersects(rect) || box.mark.map(rect.contains) ?? false)
      }
  }

  /// The selected one between brackets; where its name found no room for good, beside its mark where there is room for now.
  private func drawSelected(_ box: SceneBox, on surface: inout Surface) {
    guard let mark = box.mark, view.contains(mark) else { return }
    let emphasis: Emphasis = painter.isFocused ? .selected : .selectedElsewhere
    let style = Style(.boxSelected, emphasis.union(.bold))
    let name = box.nameRect.isEmpty ? looseName(box, mark) : box.label.first.map { ($0, ScenePoint(x: box.nameRect.x, y: box.nameRect.y)) }
    surface.put(SceneStyle.dot(box), x: mark.x + shift.x, y: mark.y + shift.y, style)
    var left = mark.x
    var end = mark.x + 1
    var y = mark.y
    if let (text, at) = name {
      left = at.y == mark.y && at.x > mark.x ? mark.x : at.x
      y = at.y
      end = at.x + surface.put(text, x: at.x + shift.x, y: at.y + shift.y, style, width: view.right - at.x)
    }
    for (bracket, x) in [("[", left - 1), ("]", end)] where x >= view.x {
      if isFree(SceneRect(x: x, y: y, width: 1, height: 1), box) { surface.put(bracket, x: x + shift.x, y: y + shift.y, Style(.boxSelected, .bold)) }
    }
  }

  /// A name that has no place of its own, as much of it as fits around its mark, and where.
  private func looseName(_ box: SceneBox, _ mark: ScenePoint) -> (String, ScenePoint)? {
    let whole = box.name.isEmpty ? box.label.joined() : box.name
    for most in [Int.max, 24, 16, 10] {
      let text = SceneStyle.cut(whole, to: min(most, TextWidth.columns(whole)))
      let width = TextWidth.columns(text)
      let places = [(mark.x + 2, mark.y), (mark.x - 1 - width, mark.y), (mark.x - width / 2, mark.y + 1), (mark.x - width / 2, mark.y - 1)]
      for (x, y) in places where x > view.x && y >= view.y && y < view.bottom {
        if isFree(SceneRect(x: x - 1, y: y, width: width + 2, height: 1), box) { return (text, ScenePoint(x: x, y: y)) }
      }
    }
    return nil
  }
}

extension SceneStyle {
  /// The mark of a stakeholder: the larger the more it is tied to.
  static func dot(_ box: SceneBox) -> Character {
    if box.id.foldedSegment != nil { return folded }
    if box.isFolded { return "…" }
    return isHub(box) ? dots[0] : box.degree >= 3 ? dots[1] : dots[2]
  }

  /// From many ties to few.
  static let dots: [Character] = ["◉", "●", "•"]

  /// How many stand in a folded segment, or within the mark of another; they stand behind its name.
  static func crowd(_ box: SceneBox) -> String {
    if box.id.foldedSegment != nil { return " \(box.count)" }
    return box.count > 1 && !box.isFolded ? " +\(box.count - 1)" : ""
  }

  static func isHub(_ box: SceneBox) -> Bool { box.degree >= 8 }

  /// The marks that stand behind a name.
  static func fieldMarks(_ box: SceneBox) -> [Character] { Array((box.roles.map(mark) + (box.markets > 0 ? [market] : [])).prefix(3)) }

  static func style(_ tone: SceneSigns.Tone) -> Style {
    switch tone {
    case .plain: Style(.text, .bold)
    case .good: Style(.success, .bold)
    case .doubtful: Style(.warning, .bold)
    case .bad: Style(.error, .bold)
    case .notable: Style(.accent, .bold)
    }
  }
}
