import Drawing
import MapLayout
import SessionModel

/// Draws a scene in characters: the map on the screen and in the text report.
public struct ScenePainter: Sendable {
  public var selection: SceneBoxID?
  /// Boxes marked with Space.
  public var marks: Set<SceneBoxID> = []
  /// Whether the map has the keys; else the selection is shown fainter.
  public var isFocused = true
  /// Without it neither digits nor weights are drawn, whatever the scene holds.
  public var showTrust = true
  /// Lines that do not touch the selection step back, where something is selected.
  public var dimsOthers = false

  public init() {}

  /// Draws what of the scene is visible through `rect`, the scene's cell `scroll` standing at its top left corner.
  public func draw(_ scene: Scene, on surface: inout Surface, in rect: Rect, scrolledBy scroll: Point = Point(x: 0, y: 0)) {
    let area = rect.intersection(surface.clip)
    guard !area.isEmpty else { return }
    let view = SceneRect(x: scroll.x + area.x - rect.x, y: scroll.y + area.y - rect.y, width: area.width, height: area.height)
    let shift = Point(x: area.x - view.x, y: area.y - view.y)
    let visible = scene.elements(in: view)
    surface.clipped(to: area) { surface in
      drawBandRules(scene, view, shift, &surface)
      var canvas = LineCanvas(view)
      for number in visible.lines { add(scene.lines[number], to: &canvas) }
      for number in visible.boxes where scene.boxes[number].hasBorder { addBorder(scene.boxes[number], to: &canvas) }
      canvas.draw(on: &surface, shift)
      for number in visible.boxes { drawBox(scene.boxes[number], shift, &surface) }
      for number in visible.lines { drawMarks(scene.lines[number], shift, &surface) }
      drawHeaders(scene, view, shift, &surface)
    }
  }

  // MARK: Lines

  private func style(_ line: SceneLine) -> Style {
    let style = Style(showTrust ? SceneStyle.role(trust: line.lowerTrust) : .trustUnknown)
    guard let selection else { return style }
    if line.from == selection || line.to == selection { return style.adding(.bold) }
    return dimsOthers ? Style(.dim, .faint) : style
  }

  private func add(_ line: SceneLine, to canvas: inout LineCanvas) {
    let weight = showTrust ? line.weight : line.isWished ? .dashed : .light
    canvas.add(line.points, arm: weight == .heavy ? .heavy : .light, isDashed: weight == .dashed && !line.isWished, isDotted: line.isWished,
      style: style(line))
  }

  private func drawMarks(_ line: SceneLine, _ shift: Point, _ surface: inout Surface) {
    let style = style(line)
    if line.isOneWay, line.points.count >= 2 {
      let end = line.points[line.points.count - 1]
      let before = line.points[line.points.count - 2]
      let at = ScenePoint(x: end.x + (before.x - end.x).signum(), y: end.y + (before.y - end.y).signum())
      if !line.labels.contains(where: { $0.rect.contains(at) }) || !showTrust {
        let arrow: Character = before.y == end.y ? (before.x < end.x ? "▸" : "◂") : (before.y < end.y ? "▾" : "▴")
        surface.put(arrow, x: at.x + shift.x, y: at.y + shift.y, style)
      }
    }
    for label in line.labels where showTrust || label.text == "×" {
      for (place, character) in label.text.enumerated() {
        let x = label.at.x + (label.runsDown ? 0 : place) + shift.x
        let y = label.at.y + (label.runsDown ? place : 0) + shift.y
        let isSign = "›‹".contains(character)
        surface.put(character, x: x, y: y, isSign ? style : style.adding(.bold))
      }
    }
  }

  // MARK: Boxes

  private func addBorder(_ box: SceneBox, to canvas: inout LineCanvas) {
    let isSelected = box.id == selection
    var style = Style(isSelected ? .boxSelected : box.isFolded ? .dim : SceneStyle.role(box.sector))
    if isSelected { style = style.adding(.bold) }
    canvas.add(box.rect, arm: isSelected ? .heavy : .light, style: style)
  }

  private func emphasis(_ box: SceneBox) -> Emphasis {
    var emphasis: Emphasis = marks.contains(box.id) ? .marked : []
    if box.id == selection { emphasis.formUnion(isFocused ? .selected : .selectedElsewhere) }
    return emphasis
  }

  private func drawBox(_ box: SceneBox, _ shift: Point, _ surface: inout Surface) {
    let rect = Rect(x: box.rect.x + shift.x, y: box.rect.y + shift.y, width: box.rect.width, height: box.rect.height)
    let emphasis = emphasis(box)
    let border = Style(SceneStyle.role(box.sector), emphasis)
    let name = Style(box.isFolded ? .dim : .text, box.roles.contains(.anchorFirm) ? emphasis.union(.bold) : emphasis)
    let marks = SceneStyle.marks(box)
    let own = showTrust ? SceneStyle.ownMark(box) : box.relatesToItself ? String(SceneStyle.own) : ""
    if box.hasBorder {
      let inner = rect.inset(1, 1)
      surface.fill(inner, with: " ", name)
      for (place, mark) in marks.enumerated() { surface.put(mark, x: rect.x + 1 + place, y: rect.y, Style(.accent, .bold)) }
      surface.put(own, x: rect.x + 1, y: rect.bottom - 1, Style(SceneStyle.role(trust: box.ownTrust), .bold), width: inner.width)
      let top = inner.y + (inner.height - box.label.count) / 2
      for (row, text) in box.label.enumerated() {
        let line = box.isFolded && row == 0 ? prefixed(box, text) : text
        surface.put(line, x: inner.x + max(0, (inner.width - TextWidth.columns(line)) / 2), y: top + row, name, width: inner.width)
      }
    } else {
      surface.fill(rect, with: " ", name)
      for row in 0..<rect.height {
        let sides: (Character, Character) = rect.height == 1 ? ("[", "]") : row == 0 ? ("╭", "╮") : ("╰", "╯")
        surface.put(sides.0, x: rect.x, y: rect.y + row, border)
        surface.put(sides.1, x: rect.right - 1, y: rect.y + row, border)
      }
      for (place, mark) in marks.enumerated() { surface.put(mark, x: rect.x + 1 + place, y: rect.y, Style(.accent, emphasis.union(.bold))) }
      for (row, text) in box.label.enumerated() where row < rect.height {
        let indent = row == 0 ? marks.count : 0
        surface.put(row == 0 ? prefixed(box, text) : text, x: rect.x + 1 + indent, y: rect.y + row, name, width: rect.width - 2 - indent)
      }
      surface.put(own, x: rect.right - 1 - own.count, y: rect.y, Style(SceneStyle.role(trust: box.ownTrust), emphasis), width: own.count)
    }
  }

  private func prefixed(_ box: SceneBox, _ text: String) -> String {
    if case .folded = box.id { return "\(SceneStyle.folded) \(text)" }
    return text
  }

  // MARK: Names of columns and bands

  private func drawBandRules(_ scene: Scene, _ view: SceneRect, _ shift: Point, _ surface: inout Surface) {
    for band in scene.bands where band.header.y >= view.y && band.header.y < view.bottom {
      for x in max(0, view.x)..<max(0, min(scene.size.width, view.right)) {
        surface.put("─", x: x + shift.x, y: band.header.y + shift.y, Style(.band, .faint))
      }
    }
  }

  private func drawHeaders(_ scene: Scene, _ view: SceneRect, _ shift: Point, _ surface: inout Surface) {
    for column in scene.columns where column.header.intersects(view) {
      let x = column.header.x + shift.x
      let used = surface.put(column.name, x: x, y: column.header.y + shift.y, Style(column.kind == .unplaced ? .dim : .segment, .bold))
      putCount(column.countLabel, x: x + used, y: column.header.y + shift.y, &surface)
    }
    for band in scene.bands where band.header.y >= view.y && band.header.y < view.bottom {
      let x = band.header.x + shift.x
      let y = band.header.y + shift.y
      surface.fill(Rect(x: x, y: y, width: band.header.width, height: 1), with: " ", Style(.band))
      let used = surface.put(band.name, x: x + 1, y: y, Style(.band, .bold))
      putCount(band.countLabel, x: x + 1 + used, y: y, &surface)
    }
  }

  private func putCount(_ count: String, x: Int, y: Int, _ surface: inout Surface) {
    if !count.isEmpty { surface.put(" \(count)", x: x, y: y, Style(.dim)) }
  }
}
