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

  func draw(on surface: inout Surface) {
    let visible = scene.elements(in: view)
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
    guard painter.showTrust || line.isConflict || painter.signs != nil else { return }
    for label in line.labels {
      let text = painter.showTrust || painter.signs != nil ? label.text : label.text.filter { $0 == "×" }
      surface.put(text, x: label.at.x + shift.x, y: label.at.y + shift.y, painter.style(line).adding(.bold))
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
    x += surface.put(label, x: x, y: y, name, width: end - x)
    if let badge {
      // It takes the place of the marks and, where there is none, of the end of the name.
      let width = TextWidth.columns(badge.text)
      let free = isFree(SceneRect(x: box.nameRect.right, y: box.nameRect.y, width: width + 1, height: 1), box)
      let at = min(x + 1, free ? Int.max : max(box.nameRect.x + shift.x, end - width))
      surface.put(badge.text, x: at, y: y, badge.style)
      return
    }
    x += surface.put(SceneStyle.crowd(box), x: x, y: y, .dim, width: end - x)
    let marks = SceneStyle.fieldMarks(box)
    if !marks.isEmpty { surface.put(" " + String(marks), x: x, y: y, Style(.accent, .bold), width: end - x) }
  }

  private func clear(_ x: Int, _ y: Int, on surface: inout Surface) {
    let cell = ScenePoint(x: x - shift.x, y: y - shift.y)
    guard view.contains(cell), isFree(SceneRect(x: cell.x, y: cell.y, width: 1, height: 1), nil), !scene.captions.contains(where: { $0.rect.contains(cell) }) else { return }
    surface.put(" ", x: x, y: y, .text)
  }

  private func isFree(_ rect: SceneRect, _ own: SceneBox?) -> Bool {
    rect.right <= view.right && !scene.elements(in: rect).boxes.contains { number in
      let box = scene.boxes[number]
      return box.id != own?.id && (box.nameRect.intersects(rect) || box.mark.map(rect.contains) ?? false)
    }
  }

  private func drawSelected(_ box: SceneBox, on surface: inout Surface) {
    guard let mark = box.mark, view.contains(mark) else { return }
    let emphasis: Emphasis = painter.isFocused ? .selected : .selectedElsewhere
    let style = Style(.boxSelected, emphasis.union(.bold))
    let text = box.nameRect.isEmpty ? (box.name.isEmpty ? box.label.joined() : box.name) : box.label.first ?? ""
    let width = TextWidth.columns(text)
    var x = box.nameRect.isEmpty ? mark.x + 2 : box.nameRect.x
    let y = box.nameRect.isEmpty ? mark.y : box.nameRect.y
    if box.nameRect.isEmpty, x + width > view.right { x = max(view.x, mark.x - 1 - width) }
    if y == mark.y, x >= mark.x { surface.put("[", x: mark.x - 1 + shift.x, y: y + shift.y, Style(.boxSelected, .bold)) }
    surface.put(SceneStyle.dot(box), x: mark.x + shift.x, y: mark.y + shift.y, style)
    surface.put(text, x: x + shift.x, y: y + shift.y, style, width: view.right - x)
  }
}

extension SceneStyle {
  /// The mark of a stakeholder: the larger the more it is tied to.
  static func dot(_ box: SceneBox) -> Character {
    if box.id.foldedSegment != nil { return folded }
    if box.isFolded { return "…" }
    return isHub(box) ? "◉" : box.degree >= 3 ? "●" : "•"
  }

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
