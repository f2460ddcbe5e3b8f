import Drawing
import Exchange
import MapLayout
import SessionModel
import Widgets
import Words

/// The map in four views; an inspector beside it.
struct MapScreen: Screen {
  func selection(_ desk: Desk) -> EntityRef? {
    switch desk.map.box {
    case .stakeholder(let id)?: EntityRef(.stakeholder, id)
    case .market(let id)?: EntityRef(.endMarket, id)
    default: nil
    }
  }

  func kindToAdd(_ desk: Desk) -> EntityKind? { .stakeholder }

  /// Marks on the map are those of the list of stakeholders.
  func focusedList(_ desk: Desk) -> EntityKind? { .stakeholder }

  func move(_ desk: inout Desk, _ move: Move) {
    let view = canvas(desk, desk.frameAreas.body).size
    guard let box = desk.map.box else {
      desk.map.box = desk.map.scene.firstBox
      desk.map.follow(in: view)
      return
    }
    var target: SceneBoxID?
    switch move {
    case .up: target = desk.map.scene.step(from: box, .up)
    case .down: target = desk.map.scene.step(from: box, .down)
    case .left: target = desk.map.scene.step(from: box, .left)
    case .right: target = desk.map.scene.step(from: box, .right)
    case .first: target = desk.map.scene.firstBox
    case .last: target = desk.map.scene.boxes.last?.id
    case .pageUp: desk.map.scroll.y -= view.height / 2
    case .pageDown: desk.map.scroll.y += view.height / 2
    }
    if let target {
      desk.map.box = target
      desk.map.follow(in: view)
    } else {
      desk.map.clampScroll(view)
    }
  }

  /// Opens a folded segment, or the form of what is selected.
  func open(_ desk: inout Desk) {
    switch desk.map.box {
    case .folded?, .part?: desk.foldSegment()
    case .more?, .crowd?: desk.show(.stakeholders)
    default: if desk.selection != nil { desk.openForm() }
    }
  }

  /// Leaves what narrows the map, one after the other, the last first.
  func back(_ desk: inout Desk) -> Bool {
    if let job = desk.map.job {
      job.stop()
    } else if desk.map.way != nil {
      desk.map.way = nil
    } else if desk.map.focus != nil {
      desk.map.focus = nil
    } else if desk.map.showsOnlyMarked {
      desk.map.showsOnlyMarked = false
    } else if !desk.map.filter.isEmpty {
      desk.map.filter = ""
    } else if desk.map.day != nil {
      desk.map.day = nil
    } else if desk.lists[.stakeholder]?.marks.isEmpty == false {
      desk.lists[.stakeholder]?.marks = []
    } else {
      return false
    }
    return true
  }

  func prepare(_ desk: inout Desk) { desk.prepareMap(canvas(desk, desk.frameAreas.body).size) }

  // MARK: Drawing

  private func pane(_ desk: Desk, _ rect: Rect) -> Pane { Pane(rect, screenWidth: desk.showsInspectorOnMap ? desk.size.width : 0, share: 80) }

  /// Where the scene is drawn: between the row that says what is shown and the rows that say who is selected and what the signs mean.
  func canvas(_ desk: Desk, _ rect: Rect) -> Rect { parts(desk, pane(desk, rect).list).canvas }

  private func parts(_ desk: Desk, _ rect: Rect) -> (head: Rect, canvas: Rect, subject: Rect, legend: Rect) {
    let (head, below) = rect.split(top: 1)
    // Views that fill whatever room there is leave the legend two rows; the chain needs its rows for names.
    let (middle, legend) = below.split(bottom: rect.height >= 30 && rect.width < 150 && desk.map.view != .chain ? 2 : 1)
    // Beside an inspector there is nothing left to say.
    if desk.showsInspectorOnMap, desk.size.width >= Pane.inspectorNeeds { return (head, middle, head.split(right: 0).1, legend) }
    if rect.width >= 110 {
      let (left, right) = head.split(right: rect.width - 54)
      return (left, middle, right, legend)
    }
    let (canvas, subject) = middle.split(bottom: 1)
    return (head, canvas, subject, legend)
  }

  func draw(_ desk: Desk, in rect: Rect, on surface: inout Surface) {
    let pane = pane(desk, rect)
    let parts = parts(desk, pane.list)
    let head = MapHead(desk: desk)
    head.draw(in: parts.head, on: &surface)
    if let text = emptyText(desk) {
      Viewport(text.split(separator: "\n").map { StyledLine(String($0), Style(.placeholder)) }).draw(in: parts.canvas.inset(2, 2), on: &surface)
    } else {
      var painter = ScenePainter()
      painter.selection = desk.map.box
      painter.marks = Set((desk.lists[.stakeholder]?.marks ?? []).map { .stakeholder($0) })
      painter.isFocused = desk.layers.isEmpty
      painter.showTrust = desk.showsTrustOnMap && desk.map.signs == nil
      painter.signs = desk.map.signs
      painter.keepsHeadings = true
      painter.draw(desk.map.scene, on: &surface, in: parts.canvas, scrolledBy: desk.map.scroll)
      drawEdges(desk, in: parts.canvas, on: &surface)
      if let grip = desk.map.grip, grip.now != grip.at, parts.canvas.contains(grip.now) { surface.put("✥", x: grip.now.x, y: grip.now.y, Style(.accent, .bold)) }
      head.drawSubject(in: parts.subject, on: &surface)
      MapLegend(desk).draw(on: &surface, in: legend(desk, parts).inset(1, 0))
    }
    desk.drawInspector(selection(desk), pane, on: &surface)
  }

  /// The rows of the legend, and one more where the chain leaves it and nothing else stands there.
  private func legend(_ desk: Desk, _ parts: (head: Rect, canvas: Rect, subject: Rect, legend: Rect)) -> Rect {
    let isSpare = desk.map.view == .chain && desk.map.scene.size.height < parts.canvas.height && parts.legend.y == parts.canvas.bottom
    return isSpare ? Rect(x: parts.legend.x, y: parts.legend.y - 1, width: parts.legend.width, height: parts.legend.height + 1) : parts.legend
  }

  /// What stands in place of the map where there is none.
  private func emptyText(_ desk: Desk) -> String? {
    if let job = desk.map.job, desk.map.view == .network { return desk.words.mapProgress(job.roster.count, percent: job.percent) }
    if desk.map.view == .grid, desk.audience != .facilitator { return desk.words.map(.gridHidden) }
    guard desk.map.scene.boxes.isEmpty else { return nil }
    return desk.map.isNarrowed ? desk.words.map(.nobodyShown) : desk.words.empty(.stakeholder)
  }

  /// Where the map goes on beyond the edges of what is seen.
  private func drawEdges(_ desk: Desk, in rect: Rect, on surface: inout Surface) {
    let scene = desk.map.scene
    let scroll = desk.map.scroll
    let style = Style(.accent, .bold)
    let chainRows = max(1, min(rect.height, scene.bandTop - scroll.y))
    if scroll.x > 0 { for y in [0, chainRows / 2] { surface.put("‹", x: rect.x, y: rect.y + y, style) } }
    if scene.size.width > scroll.x + rect.width { for y in [0, chainRows / 2] { surface.put("›", x: rect.right - 1, y: rect.y + y, style) } }
    if scroll.y > 0 { surface.put("▴", x: rect.right - 3, y: rect.y, style) }
    guard scene.size.height > scroll.y + rect.height else { return }
    let below = scene.bands.filter { $0.header.y >= scroll.y + rect.height }.map { "\($0.name) \($0.count)" }.joined(separator: " · ")
    if scene.view == .chain { surface.fill(Rect(x: rect.x, y: rect.bottom - 1, width: rect.width, height: 1)) }
    let text = "▾ " + below + (below.isEmpty ? "" : " ")
    surface.put(text, x: rect.x + 1, y: rect.bottom - 1, below.isEmpty ? style : Style(.band, .bold), width: rect.width - 2)
  }
}
