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

  /// What an overlay says; it takes the place of trust.
  public var signs: SceneSigns?

  /// The names of columns stay at the upper edge when the chain is scrolled down.
  public var keepsHeadings = false

  public init() {}

  /// Draws what of the scene is visible through `rect`, the scene's cell `scroll` standing at its top left corner.
  /// Bands that no line leads to stand still while the chain is scrolled sideways.
  public func draw(_ scene: Scene, on surface: inout Surface, in rect: Rect, scrolledBy scroll: Point = Point(x: 0, y: 0)) {
    let area = rect.intersection(surface.clip)
    guard !area.isEmpty else { return }
    let badges = badges(scene)
    let split = min(max(0, scene.bandTop - scroll.y), rect.height)
    if scroll.x == 0 || !Self.bandsStandStill(scene, in: rect.size) {
      draw(scene, on: &surface, rect, area, scroll, badges)
    } else {
      let above = Rect(x: rect.x, y: rect.y, width: rect.width, height: split).intersection(area)
      let below = Rect(x: rect.x, y: rect.y + split, width: rect.width, height: rect.height - split).intersection(area)
      if !above.isEmpty { draw(scene, on: &surface, rect, above, scroll, badges) }
      if !below.isEmpty { draw(scene, on: &surface, rect, below, Point(x: 0, y: scroll.y), badges) }
    }
    guard keepsHeadings, scroll.y > 0, split > scene.headerRows else { return }
    let head = Rect(x: rect.x, y: rect.y, width: rect.width, height: scene.headerRows).intersection(area)
    surface.clipped(to: head) { surface in
      surface.fill(head)
      drawHeaders(scene, SceneRect(x: scroll.x, y: 0, width: rect.width, height: scene.headerRows), Point(x: rect.x - scroll.x, y: rect.y), &surface)
    }
  }

  /// Whether the bands keep their place when the chain is scrolled sideways: when they fit the width and nothing leads to them.
  public static func bandsStandStill(_ scene: Scene, in view: Size) -> Bool { scene.bandsStandApart && scene.bandsWidth <= view.width }

  /// The cell of the scene at a cell of the screen.
  public static func cell(of scene: Scene, at point: Point, in rect: Rect, scrolledBy scroll: Point) -> ScenePoint {
    let y = point.y - rect.y + scroll.y
    let stands = y >= scene.bandTop && bandsStandStill(scene, in: rect.size)
    return ScenePoint(x: point.x - rect.x + (stands ? 0 : scroll.x), y: y)
  }

  private func draw(_ scene: Scene, on surface: inout Surface, _ rect: Rect, _ area: Rect, _ scroll: Point, _ badges: [SceneBoxID: Badge]) {
    let view = SceneRect(x: scroll.x + area.x - rect.x, y: scroll.y + area.y - rect.y, width: area.width, height: area.height)
    let shift = Point(x: area.x - view.x, y: area.y - view.y)
    if scene.view != .chain {
      surface.clipped(to: area) { FieldPainter(painter: self, scene: scene, view: view, shift: shift).draw(on: &$0) }
      return
    }
    let visible = scene.elements(in: view)
    surface.clipped(to: area) { surface in
      drawBandRules(scene, view, shift, &surface)
      var canvas = LineCanvas(view)
      for number in visible.lines { add(scene.lines[number], to: &canvas) }
      for number in visible.boxes where scene.boxes[number].hasBorder { addBorder(scene.boxes[number], badges, to: &canvas) }
      canvas.draw(on: &surface, shift)
      for number in visible.boxes { drawBox(scene.boxes[number], badges[scene.boxes[number].id], shift, &surface) }
      for number in visible.lines { drawMarks(scene.lines[number], shift, &surface) }
      drawHeaders(scene, view, shift, &surface)
    }
  }

  // MARK: The ties of the selected one

  struct Badge {
    var text: String
    var style: Style
  }

  /// What stands at those who are tied to the selected one, so that all its ties are seen at once without a line moving.
  func badges(_ scene: Scene) -> [SceneBoxID: Badge] {
    if let signs { return signs.boxes.mapValues { Badge(text: $0.text, style: SceneStyle.style($0.tone)) } }
    guard let selection else { return [:] }
    var badges: [SceneBoxID: Badge] = [:]
    for tie in scene.ties(of: selection) {
      badges[tie.partner(of: selection)] = Badge(
        text: SceneStyle.badge(tie, from: selection, showTrust: showTrust),
        style: Style(showTrust && tie.lowerTrust != nil ? SceneStyle.role(trust: tie.lowerTrust) : .accent, .bold))
    }
    return badges
  }

  // MARK: Lines

  func style(_ line: SceneLine) -> Style {
    if let signs { return signs.tie(line.from, line.to).map { SceneStyle.style($0.tone) } ?? Style(.border, .faint) }
    let isOwn = selection.map { line.from == $0 || line.to == $0 } ?? false
    // A conflict that nobody put a number to is one all the same.
    let level = showTrust ? line.lowerTrust ?? (line.isConflict ? 1 : nil) : nil
    let style = Style(level == nil && isOwn ? .accent : SceneStyle.role(trust: level))
    if isOwn { return style.adding(.bold) }
    // Low trust stands out; what is neither good nor bad, or not known, steps back.
    return level.map { $0 <= 2 } ?? false ? style.adding(.bold) : style
  }

  /// How a line is drawn, so that it reads without colour.
  func weight(_ line: SceneLine) -> SceneLine.Weight {
    if let signs, let sign = signs.tie(line.from, line.to) { return sign.isStrong ? .heavy : .light }
    return showTrust && signs == nil ? line.weight : line.isWished ? .dashed : .light
  }

  /// Which of two lines that share a cell is seen: the higher.
  func rank(_ line: SceneLine) -> Int {
    if let signs { return signs.tie(line.from, line.to) == nil ? 0 : 1 }
    if let selection, line.from == selection || line.to == selection { return 9 }
    guard showTrust else { return 1 }
    return line.lowerTrust.map { $0 <= 2 ? 8 - $0 : $0 } ?? (line.isConflict ? 8 : 0)
  }

  /// What stands on a line for those who look on; empty where it is none of theirs.
  func text(of label: SceneLabel, on line: SceneLine) -> String {
    showTrust || signs != nil ? label.text : line.isConflict ? label.text.filter { $0 == "×" } : ""
  }

  private func add(_ line: SceneLine, to canvas: inout LineCanvas) {
    let weight = weight(line)
    let isDistrust = weight == .dashed && !line.isWished
    canvas.add(line.points, arm: weight == .heavy || isDistrust ? .heavy : .light, isDashed: isDistrust, isDotted: line.isWished, style: style(line))
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
    for label in line.labels where showTrust || signs != nil || label.text == "×" {
      // Digits and signs, each a scalar of its own.
      for (place, scalar) in label.text.unicodeScalars.enumerated() {
        let x = label.at.x + (label.runsDown ? 0 : place) + shift.x
        let y = label.at.y + (label.runsDown ? place : 0) + shift.y
        surface.put(scalar: scalar, x: x, y: y, scalar == "›" || scalar == "‹" ? style : style.adding(.bold))
      }
    }
  }

  // MARK: Boxes

  private func addBorder(_ box: SceneBox, _ badges: [SceneBoxID: Badge], to canvas: inout LineCanvas) {
    let isSelected = box.id == selection
    var style = Style(isSelected ? .boxSelected : box.isFolded ? .dim : SceneStyle.role(box.sector))
    if isSelected { style = style.adding(.bold) }
    if let badge = badges[box.id] { style = badge.style }
    canvas.add(box.rect, arm: isSelected ? .heavy : .light, style: style)
  }

  private func emphasis(_ box: SceneBox) -> Emphasis {
    var emphasis: Emphasis = marks.contains(box.id) ? .marked : []
    if box.id == selection { emphasis.formUnion(isFocused ? .selected : .selectedElsewhere) }
    return emphasis
  }

  private func drawBox(_ box: SceneBox, _ badge: Badge?, _ shift: Point, _ surface: inout Surface) {
    let rect = Rect(x: box.rect.x + shift.x, y: box.rect.y + shift.y, width: box.rect.width, height: box.rect.height)
    let emphasis = emphasis(box)
    let name = Style(box.isFolded ? .dim : .text, box.roles.contains(.anchorFirm) || badge != nil ? emphasis.union(.bold) : emphasis)
    let badge = badge ?? unseenDistrust(box)
    if box.isInBand {
      drawName(box, badge, rect, name, &surface)
    } else if box.hasBorder {
      drawFramed(box, badge, rect, name, &surface)
    } else {
      drawUnframed(box, badge, rect, name, &surface)
    }
  }

  /// Low trust that no line shows.
  private func unseenDistrust(_ box: SceneBox) -> Badge? {
    guard showTrust, signs == nil, let level = box.unseenDistrust else { return nil }
    return Badge(text: "╍\(level)", style: Style(SceneStyle.role(trust: level), .bold))
  }

  private func drawFramed(_ box: SceneBox, _ badge: Badge?, _ rect: Rect, _ name: Style, _ surface: inout Surface) {
    let inner = rect.inset(1, 1)
    surface.fill(inner, with: " ", name)
    for (place, mark) in SceneStyle.marks(box).enumerated() { surface.put(mark, x: rect.x + 1 + place, y: rect.y, Style(.accent, .bold)) }
    surface.put(own(box), x: rect.x + 1, y: rect.bottom - 1, Style(SceneStyle.role(trust: showTrust ? box.ownTrust : nil), .bold), width: inner.width)
    let rows = box.label.count + (box.note.isEmpty ? 0 : 1)
    let top = inner.y + max(0, inner.height - rows) / 2
    for (row, text) in box.label.enumerated() {
      let line = box.isFolded && row == 0 ? prefixed(box, text) : text
      surface.put(line, x: inner.x + max(0, (inner.width - TextWidth.columns(line)) / 2), y: top + row, name, width: inner.width)
    }
    if !box.note.isEmpty {
      let x = inner.x + max(0, (inner.width - TextWidth.columns(box.note)) / 2)
      surface.put(box.note, x: x, y: top + box.label.count, Style(.dim, name.emphasis), width: inner.width)
    }
    if let badge { surface.put(badge.text, x: rect.right - 1 - TextWidth.columns(badge.text), y: rect.y, badge.style) }
  }

  private func drawUnframed(_ box: SceneBox, _ badge: Badge?, _ rect: Rect, _ name: Style, _ surface: inout Surface) {
    surface.fill(rect, with: " ", name)
    let isSelected = box.id == selection
    let border = isSelected ? Style(.boxSelected, name.emphasis) : badge?.style ?? Style(SceneStyle.role(box.sector), name.emphasis)
    for row in 0..<rect.height {
      let sides: (Character, Character) = rect.height == 1 ? ("[", "]") : row == 0 ? ("╭", "╮") : ("╰", "╯")
      surface.put(sides.0, x: rect.x, y: rect.y + row, border)
      surface.put(sides.1, x: rect.right - 1, y: rect.y + row, border)
    }
    let marks = SceneStyle.marks(box)
    for (place, mark) in marks.enumerated() { surface.put(mark, x: rect.x + 1 + place, y: rect.y, Style(.accent, name.emphasis)) }
    let own = own(box)
    // On the row with the shorter text.
    let badgeRow = box.label.count < rect.height || TextWidth.columns(box.label[0]) > TextWidth.columns(box.label.last ?? "") ? rect.height - 1 : 0
    for (row, text) in box.label.enumerated() {
      let start = rect.x + 1 + (row == 0 ? marks.count : 0)
      let behind = (row == 0 ? own.count : 0) + (row == badgeRow ? badge.map { TextWidth.columns($0.text) } ?? 0 : 0)
      let room = max(0, rect.right - 1 - start - behind)
      surface.put(SceneStyle.cut(row == 0 ? prefixed(box, text) : text, to: room), x: start, y: rect.y + row, name, width: room)
    }
    surface.put(own, x: rect.right - 1 - own.count, y: rect.y, Style(SceneStyle.role(trust: showTrust ? box.ownTrust : nil), name.emphasis), width: own.count)
    guard let badge else { return }
    let end = rect.right - 1 - (badgeRow == 0 ? own.count : 0)
    surface.put(badge.text, x: end - TextWidth.columns(badge.text), y: rect.y + badgeRow, badge.style)
  }

  private func drawName(_ box: SceneBox, _ badge: Badge?, _ rect: Rect, _ name: Style, _ surface: inout Surface) {
    // No line runs on among the words.
    surface.fill(rect, with: " ", .text)
    let room = badge.map { TextWidth.columns($0.text) + 1 } ?? 0
    var x = rect.x
    surface.put(SceneStyle.bullet, x: x, y: rect.y, badge?.style ?? Style(SceneStyle.role(box.sector)))
    x += SceneBox.bandIndent
    if box.id == selection {
      surface.put("[", x: x - 1, y: rect.y, Style(.boxSelected, .bold))
    }
    // What it has to do with the selected one comes before its marks, and those before the end of its name.
    for text in box.label {
      let free = max(0, rect.right - x - room)
      x += surface.put(SceneStyle.cut(prefixed(box, text), to: free), x: x, y: rect.y, name, width: free)
    }
    if box.id == selection { surface.put("]", x: x, y: rect.y, Style(.boxSelected, .bold)) }
    x += 1
    var marks = SceneStyle.marks(box)
    while !marks.isEmpty, x + marks.count + room > rect.right { marks.removeLast() }
    for mark in marks {
      surface.put(mark, x: x, y: rect.y, Style(.accent, .bold))
      x += 1
    }
    guard let badge else { return }
    let start = min(marks.isEmpty ? x : x + 1, rect.right - room + 1)
    surface.put(badge.text, x: start, y: rect.y, badge.style)
  }

  private func own(_ box: SceneBox) -> String {
    showTrust ? SceneStyle.ownMark(box) : box.relatesToItself ? String(SceneStyle.own) : ""
  }

  private func prefixed(_ box: SceneBox, _ text: String) -> String {
    if case .folded = box.id { return "\(SceneStyle.folded) \(text)" }
    return text
  }

  // MARK: Names of columns and bands

  private func drawBandRules(_ scene: Scene, _ view: SceneRect, _ shift: Point, _ surface: inout Surface) {
    for band in scene.bands where band.header.y >= view.y && band.header.y < view.bottom {
      let left = max(0, view.x)
      let rule = Rect(x: left + shift.x, y: band.header.y + shift.y, width: min(scene.size.width, view.right) - left, height: 1)
      surface.fill(rule, with: "─", Style(.band, .faint))
    }
  }

  private func drawHeaders(_ scene: Scene, _ view: SceneRect, _ shift: Point, _ surface: inout Surface) {
    for column in scene.columns where column.header.intersects(view) {
      let x = column.header.x + shift.x
      var end = x
      for (row, text) in column.label.enumerated() {
        end = x + surface.put(text, x: x, y: column.header.y + row + shift.y, Style(column.kind == .unplaced ? .dim : .segment, .bold))
      }
      putCount(column.countLabel, x: end, y: column.header.bottom - 1 + shift.y, &surface)
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
