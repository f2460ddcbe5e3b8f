import Drawing
import Exchange
import MapLayout
import SessionModel
import Widgets
import Words

/// The map: segments as columns, bands below, boxes tied by lines; an inspector beside it.
struct MapScreen: Screen {
  func selection(_ desk: Desk) -> EntityRef? {
    switch desk.map.box {
    case .stakeholder(let id)?: EntityRef(.stakeholder, id)
    case .market(let id)?: EntityRef(.endMarket, id)
    default: nil
    }
  }

  func kindToAdd(_ desk: Desk) -> EntityKind? { .stakeholder }

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
      if desk.map.isFocused { desk.prepare() }
      desk.map.follow(in: view)
    } else {
      desk.map.clampScroll(view)
    }
  }

  /// Opens a folded segment, or the form of what is selected.
  func open(_ desk: inout Desk) {
    switch desk.map.box {
    case .folded?: desk.foldSegment()
    case .more?: desk.show(.stakeholders)
    default: if desk.selection != nil { desk.openForm() }
    }
  }

  func back(_ desk: inout Desk) -> Bool {
    guard desk.map.isFocused else { return false }
    desk.map.isFocused = false
    return true
  }

  func mouse(_ desk: inout Desk, _ mouse: MouseEvent, in rect: Rect) {
    let area = canvas(desk, rect)
    let view = area.size
    switch mouse.action {
    case .wheelUp:
      desk.map.scroll.y -= 3
      desk.map.clampScroll(view)
    case .wheelDown:
      desk.map.scroll.y += 3
      desk.map.clampScroll(view)
    case .press, .doubleClick:
      let point = ScenePoint(x: mouse.position.x - area.x + desk.map.scroll.x, y: mouse.position.y - area.y + desk.map.scroll.y)
      guard area.contains(mouse.position), let box = desk.map.scene.box(at: point) else { return }
      desk.map.box = box.id
      desk.prepare()
      if mouse.action == .doubleClick { open(&desk) }
    default: break
    }
  }

  func prepare(_ desk: inout Desk) {
    let view = desk.view
    let area = canvas(desk, desk.frameAreas.body).size
    let kinds: [EntityKind] = [.session, .stakeholder, .relationship, .reading, .endMarket, .mapView]
    let focus = desk.map.isFocused ? desk.map.selected : nil
    let key = MapState.Key(
      revisions: kinds.map { view.session.revision(of: $0) }, audience: desk.audience, size: area, focus: focus, overlay: desk.map.overlay)
    let words = desk.words
    let showTrust = desk.showsTrustOnMap
    desk.map.refresh(key) { previous in
      let labels = MapLabels(
        unplaced: words.frame(.notPlaced), markets: words.capitalisedPlural(.endMarket), more: words.frame(.moreActors))
      var options = ChainOptions(labels: labels, available: SceneSize(width: area.width, height: area.height), columns: { TextWidth.columns($0) })
      options.showTrust = showTrust
      options.previous = previous
      options.highlight = focus
      options.lines = focus.map { .of($0) } ?? .all
      return ChainLayout.scene(session: view.session, readings: view.readings, options: options)
    }
    if let box = desk.map.box, desk.map.scene.box(box) == nil { desk.map.box = desk.map.scene.firstBox }
    if desk.map.box == nil { desk.map.box = desk.map.scene.firstBox }
    desk.map.follow(in: area)
  }

  // MARK: Drawing

  private func pane(_ desk: Desk, _ rect: Rect) -> Pane { Pane(rect, screenWidth: desk.showsInspector ? desk.size.width : 0, share: 68) }

  /// Where the scene is drawn: below the row that says what is shown.
  private func canvas(_ desk: Desk, _ rect: Rect) -> Rect { pane(desk, rect).list.split(top: 1).1 }

  func draw(_ desk: Desk, in rect: Rect, on surface: inout Surface) {
    let pane = pane(desk, rect)
    let (head, body) = pane.list.split(top: 1)
    drawHead(desk, in: head, on: &surface)
    if desk.map.scene.boxes.isEmpty {
      Viewport(desk.words.empty(.stakeholder).split(separator: "\n").map { StyledLine(String($0), Style(.placeholder)) })
        .draw(in: body.inset(2, 2), on: &surface)
    } else {
      var painter = ScenePainter()
      painter.selection = desk.map.box
      painter.marks = Set((desk.lists[.stakeholder]?.marks ?? []).map { .stakeholder($0) })
      painter.isFocused = desk.layers.isEmpty
      painter.showTrust = desk.showsTrustOnMap
      painter.draw(desk.map.scene, on: &surface, in: body, scrolledBy: desk.map.scroll)
    }
    desk.drawInspector(selection(desk), pane, on: &surface)
  }

  private func drawHead(_ desk: Desk, in rect: Rect, on surface: inout Surface) {
    var x = rect.x + 1
    x += surface.put(desk.words.mapTitle(focused: desk.map.isFocused), x: x, y: rect.y, Style(.heading), width: rect.width - 2)
    if desk.map.scene.hiddenLines > 0 {
      let text = "  " + desk.words.message(.hiddenLines(desk.map.scene.hiddenLines))
      x += surface.put(text, x: x, y: rect.y, .dim, width: max(0, rect.right - x))
    }
    guard desk.showsTrustOnMap else { return }
    var legend: [(String, Role)] = []
    for level in 1...5 { legend.append((String(level) + " " + desk.words.shortLevel(.trust, level), .trust(level))) }
    let width = legend.reduce(0) { $0 + TextWidth.columns($1.0) + 2 }
    guard x + width < rect.right else { return }
    x = rect.right - width
    for (text, role) in legend { x += surface.put(text, x: x, y: rect.y, Style(role)) + 2 }
  }
}

extension Desk {
  /// Trust is on the map for the facilitator alone, and only while its overlay is on.
  var showsTrustOnMap: Bool { audience == .facilitator && map.overlay == .trust }

  /// The segment under the cursor: that of the selected stakeholder, or the folded one.
  var segmentOnMap: EntityID? {
    switch map.box {
    case .folded(let id)?: id
    case .more(let id)?: id
    case .stakeholder(let id)?: view.session.stakeholders[id]?.segment
    default: nil
    }
  }

  private var chainView: MapView? { working.session.mapViews.sorted.first { $0.view == .chain } }

  /// Folds the segment under the cursor to one box, or opens it.
  mutating func foldSegment() {
    guard let segment = segmentOnMap else { return }
    let before = chainView
    var view = before ?? MapView(id: newID(.mapView))
    view.view = .known(.chain)
    let isFolded = view.folded.contains(segment)
    view.folded = isFolded ? view.folded.filter { $0 != segment } : view.folded + [segment]
    let name = working.session.segment(segment)?.name ?? ""
    guard perform(Title(.fold, .mapView, name: name), [before == nil ? .insert(view) : .replace(view)]) else { return }
    if !isFolded { map.box = .folded(segment) }
    if isFolded { map.box = map.scene.boxes.first { working.session.stakeholders[$0.id.stakeholder]?.segment == segment }?.id ?? map.scene.firstBox }
    prepare()
  }

  mutating func unfoldAllSegments() {
    guard var view = chainView else { return }
    view.folded = []
    perform(Title(.fold, .mapView), [.replace(view)])
  }

  var hasFoldedSegments: Bool { chainView?.folded.isEmpty == false }
}
