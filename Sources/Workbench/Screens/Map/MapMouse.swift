import Drawing
import Exchange
import MapLayout
import SessionModel
import Widgets
import Words

/// The mouse on the map: click to select, double-click to open, drag from one to another to connect, drag to another place to move.
extension MapScreen {
  func mouse(_ desk: inout Desk, _ mouse: MouseEvent, in rect: Rect) {
    let area = canvas(desk, rect)
    switch mouse.action {
    case .wheelUp, .wheelDown:
      desk.map.scroll.y += mouse.action == .wheelUp ? -3 : 3
      desk.map.clampScroll(area.size)
    case .press, .doubleClick:
      desk.map.grip = nil
      guard area.contains(mouse.position), let box = desk.map.scene.box(at: cell(desk, mouse.position, area)) else { return }
      desk.map.box = box.id
      desk.prepare()
      if mouse.action == .doubleClick { return open(&desk) }
      if box.id.stakeholder != nil { desk.map.grip = MapState.Grip(box: box.id, at: mouse.position, now: mouse.position) }
    case .drag: desk.map.grip?.now = mouse.position
    case .release:
      guard let grip = desk.map.grip else { return }
      desk.map.grip = nil
      guard let id = grip.box.stakeholder, mouse.position != grip.at, area.contains(mouse.position) else { return }
      drop(id, at: cell(desk, mouse.position, area), &desk)
    }
  }

  private func cell(_ desk: Desk, _ point: Point, _ area: Rect) -> ScenePoint {
    ScenePainter.cell(of: desk.map.scene, at: point, in: area, scrolledBy: desk.map.scroll)
  }

  private func drop(_ id: EntityID, at cell: ScenePoint, _ desk: inout Desk) {
    if let reason = desk.readOnlyReason {
      desk.message = MessageLine(desk.words.why(reason), .warning)
      return
    }
    let scene = desk.map.scene
    if let other = scene.box(at: cell), let end = other.id.stakeholder {
      if end != id { desk.connect(id, with: end) }
      return
    }
    switch desk.map.view {
    case .chain: dropOnChain(id, cell, scene, &desk)
    case .network: if let place = scene.planePlace(of: cell) { desk.pin(id, x: place.x, y: place.y) }
    case .grid: desk.dropOnGrid(id, cell)
    case .circles: break
    }
  }

  /// Into another segment; within its own to another row, which pins it.
  private func dropOnChain(_ id: EntityID, _ cell: ScenePoint, _ scene: Scene, _ desk: inout Desk) {
    let column = scene.columns.first { cell.x >= $0.area.x - 2 && cell.x < $0.area.right + 2 && cell.y < scene.bandTop }
    let band = cell.y >= scene.bandTop ? scene.bands.last { cell.y >= $0.header.y } : nil
    guard let segment = column?.segment ?? band?.segment, var one = desk.working.session.stakeholders[id] else { return }
    if one.segment != segment {
      one.segment = segment
      desk.perform(Title(.move, .stakeholder, name: one.name), [.replace(one)])
    } else if column != nil, let slot = scene.slot(inColumnOf: .stakeholder(id), atRow: cell.y) {
      desk.pin(id, x: 0, y: slot)
    }
  }
}

extension Desk {
  /// Asks what kind of tie it is to be, both ends being known.
  mutating func connect(_ from: EntityID, with to: EntityID) {
    map.box = .stakeholder(from)
    openPair(.connect, to: to)
  }

  /// To another field of the grid: the levels become readings of today.
  mutating func dropOnGrid(_ id: EntityID, _ cell: ScenePoint) {
    guard audience == .facilitator, let levels = map.scene.gridLevels(at: cell, map.axis) else { return }
    var changes: [Change] = []
    let other: Aspect = map.axis == .interest ? .interest : .stance
    for (aspect, level) in [(Aspect.influence, levels.influence), (other, levels.other)] {
      let subject = ReadingSubject(aspect, id)
      guard working.readings.current(subject)?.level != level else { continue }
      let reading = newID(.reading)
      if let change = working.readings.change(subject, to: .number(level), on: today, at: now, newID: { reading }) { changes.append(change) }
    }
    guard !changes.isEmpty else { return }
    perform(Title(.move, .stakeholder, name: working.session.stakeholders[id]?.name ?? ""), changes)
  }
}
