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
      let point = ScenePainter.cell(of: desk.map.scene, at: mouse.position, in: area, scrolledBy: desk.map.scroll)
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
    let shown = desk.shownOnMap
    desk.map.refresh(key, view.session) { previous, roster in
      let labels = MapLabels(
        unplaced: words.frame(.notPlaced), markets: words.capitalisedPlural(.endMarket), more: words.frame(.moreActors))
      var options = ChainOptions(labels: labels, available: SceneSize(width: area.width, height: area.height), columns: { TextWidth.columns($0) })
      options.showTrust = showTrust
      options.previous = previous
      options.highlight = focus
      options.mostPerSegment = max(6, min(12, area.height / 3 - 2))
      options.note = { $0.people.first.map { $0.qualifier.rawValue + words.figure(Figure($0.amount)) } ?? "" }
      options.lines =
        switch shown {
        case .flow: .flow
        case .all: .all
        case .ofOne: focus.map { .of($0) } ?? .flow
        }
      return ChainLayout.scene(session: view.session, readings: view.readings, options: options, roster: roster)
    }
    if let box = desk.map.box, desk.map.scene.box(box) == nil { desk.map.box = desk.map.scene.firstBox }
    if desk.map.box == nil { desk.map.box = desk.map.scene.firstBox }
    desk.map.follow(in: area)
  }

  // MARK: Drawing

  private func pane(_ desk: Desk, _ rect: Rect) -> Pane { Pane(rect, screenWidth: desk.showsInspectorOnMap ? desk.size.width : 0, share: 80) }

  /// Where the scene is drawn: between the row that says what is shown and the rows that say who is selected and what the signs mean.
  private func canvas(_ desk: Desk, _ rect: Rect) -> Rect { parts(desk, pane(desk, rect).list).canvas }

  private func parts(_ desk: Desk, _ rect: Rect) -> (head: Rect, canvas: Rect, subject: Rect, legend: Rect) {
    let (head, below) = rect.split(top: 1)
    let (above, legend) = below.split(bottom: 1)
    // Beside an inspector there is nothing left to say.
    if desk.showsInspectorOnMap, desk.size.width >= Pane.inspectorNeeds { return (head, above, head.split(right: 0).1, legend) }
    if rect.width >= 110 {
      let (left, right) = head.split(right: rect.width - 54)
      return (left, above, right, legend)
    }
    let (canvas, subject) = above.split(bottom: 1)
    return (head, canvas, subject, legend)
  }

  func draw(_ desk: Desk, in rect: Rect, on surface: inout Surface) {
    let pane = pane(desk, rect)
    let parts = parts(desk, pane.list)
    drawHead(desk, in: parts.head, on: &surface)
    if desk.map.scene.boxes.isEmpty {
      Viewport(desk.words.empty(.stakeholder).split(separator: "\n").map { StyledLine(String($0), Style(.placeholder)) })
        .draw(in: parts.canvas.inset(2, 2), on: &surface)
    } else {
      var painter = ScenePainter()
      painter.selection = desk.map.box
      painter.marks = Set((desk.lists[.stakeholder]?.marks ?? []).map { .stakeholder($0) })
      painter.isFocused = desk.layers.isEmpty
      painter.showTrust = desk.showsTrustOnMap
      painter.keepsHeadings = true
      painter.draw(desk.map.scene, on: &surface, in: parts.canvas, scrolledBy: desk.map.scroll)
      drawEdges(desk, in: parts.canvas, on: &surface)
      drawSubject(desk, in: parts.subject, on: &surface)
      MapLegend(desk).draw(on: &surface, in: parts.legend.inset(1, 0))
    }
    desk.drawInspector(selection(desk), pane, on: &surface)
  }

  private func drawHead(_ desk: Desk, in rect: Rect, on surface: inout Surface) {
    var x = rect.x + 1
    let words = desk.words
    x += surface.put(words.mapTitle(desk.shownOnMap, trust: desk.showsTrustOnMap), x: x, y: rect.y, Style(.heading), width: rect.width - 2)
    guard desk.map.scene.hiddenLines > 0 else { return }
    surface.put("   " + words.mapHidden(desk.map.scene.hiddenLines, desk.shownOnMap), x: x, y: rect.y, .dim, width: max(0, rect.right - x))
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
    surface.fill(Rect(x: rect.x, y: rect.bottom - 1, width: rect.width, height: 1))
    let text = "▾ " + below + (below.isEmpty ? "" : " ")
    surface.put(text, x: rect.x + 1, y: rect.bottom - 1, below.isEmpty ? style : Style(.band, .bold), width: rect.width - 2)
  }

  /// The whole name of the selected one, what it is, and how many ties it has.
  private func drawSubject(_ desk: Desk, in rect: Rect, on surface: inout Surface) {
    guard let box = desk.map.box.flatMap({ desk.map.scene.box($0) }), !rect.isEmpty else { return }
    let words = desk.words
    var parts: [String] = []
    if let one = desk.view.session.stakeholders[box.id.stakeholder] {
      if let type = one.type { parts.append(words.choice(type)) }
      parts += one.roles.map { words.choice($0) }
      if let people = one.people.first { parts.append(words.figure(people)) }
      parts.append(words.counted(desk.map.scene.ties(of: box.id).count, .relationship))
    } else if case .market = box.id {
      parts.append(words.counted(1, .endMarket))
    } else {
      parts.append(words.counted(box.count, .stakeholder))
    }
    let name = box.name.isEmpty ? box.label.joined(separator: " ") : box.name
    let rest = "   " + parts.joined(separator: " · ")
    // In the row above the map it stands at the right.
    let start = rect.y == desk.frameAreas.body.y ? max(rect.x, rect.right - 1 - TextWidth.columns(name) - TextWidth.columns(rest)) : rect.x + 1
    let used = surface.put(name, x: start, y: rect.y, Style(.strong), width: rect.right - start)
    surface.put(rest, x: start + used, y: rect.y, .dim, width: max(0, rect.right - start - used))
  }
}

extension Desk {
  /// Trust is on the map for the facilitator alone, and only while an overlay with it is on.
  var showsTrustOnMap: Bool { audience == .facilitator && map.overlay != .plain }

  /// What `o` goes round; without trust two of them would look the same.
  var overlaysOnMap: [MapState.Overlay] { audience == .facilitator ? MapState.Overlay.allCases : [.flow, .all] }

  var shownOnMap: MapShown { map.isFocused ? .ofOne : map.overlay == .all ? .all : .flow }

  /// The map has the width to itself where the chain would not fit beside an inspector; `i` decides otherwise.
  var showsInspectorOnMap: Bool { map.wantsInspector ?? (showsInspector && size.width >= 160) }

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
