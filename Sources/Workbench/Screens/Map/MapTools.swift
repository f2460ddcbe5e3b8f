import Drawing
import MapLayout
import SessionModel
import Widgets
import Words

/// What the commands of the map do.
extension Desk {
  /// Trust is on the map for the facilitator alone, and only while an overlay with it is on.
  var showsTrustOnMap: Bool { audience == .facilitator && map.overlay != .plain }

  /// The map has the width to itself where the chain would not fit beside an inspector; `i` decides otherwise.
  var showsInspectorOnMap: Bool { map.wantsInspector ?? (showsInspector && size.width >= 160) }

  /// The grid has two pairs of axes; `v` goes through both.
  mutating func nextMapView() {
    switch map.view {
    case .chain: map.view = .network
    case .network:
      map.view = .grid
      map.axis = .interest
    case .grid where map.axis == .interest && audience == .facilitator: map.axis = .support
    case .grid: map.view = .circles
    case .circles: map.view = .chain
    }
    map.scroll = Point(x: 0, y: 0)
    prepare()
  }

  mutating func turnOverlay(_ step: Int) {
    let all = overlaysOnMap
    let here = all.firstIndex(of: map.overlay) ?? 0
    map.overlay = all[(here + step + all.count) % all.count]
    map.way = nil
    prepare()
  }

  mutating func toggleMapFocus() {
    if map.focus != nil {
      map.focus = nil
    } else if let id = map.selected {
      map.focus = MapState.Focus(id: id, steps: 1)
    }
    prepare()
  }

  /// Asks for the words that stakeholders must have; the map shows only those while they are typed.
  mutating func openMapFilter() {
    ask(
      CaptureLine(label: words.map(.filterLabel), text: map.filter, placeholder: words.map(.filterPlaceholder), separator: nil),
      CaptureLayer.Purpose(
        keeping: .nothing,
        changed: { desk, text, line in
          desk.map.filter = text.trimmed
          desk.prepare()
          let shown = desk.map.scene.boxes.count { !$0.isFolded } + desk.map.scene.crowded
          line.note = MessageLine(desk.words.mapShowing(shown, of: desk.view.session.stakeholders.count))
        },
        cancelled: { desk in
          desk.map.filter = ""
          desk.prepare()
        },
        finished: { _, _ in .close() }))
  }

  /// More or fewer steps while focused, else a larger or smaller network.
  mutating func zoomMap(_ step: Int) {
    if let focus = map.focus {
      map.focus = MapState.Focus(id: focus.id, steps: max(1, min(focus.steps + step, 9)))
    } else if map.view == .network {
      let middle = map.zoom
      map.zoom = step > 0 ? min(32, middle + max(1, middle / 2)) : max(2, middle - max(1, middle / 3))
    }
    prepare()
  }

  /// Another day with trust readings; beyond the last one is today. With initiatives over the map, another initiative.
  mutating func slideMap(_ step: Int) {
    if map.overlay == .initiative {
      let all = initiativesInOrder.map(\.id)
      guard let here = all.firstIndex(where: { $0 == initiativeOnMap?.id }) else { return }
      map.initiative = all[max(0, min(here + step, all.count - 1))]
      prepare()
      return
    }
    let days = view.session.trustDays
    guard !days.isEmpty else {
      message = MessageLine(words.map(.noDays))
      return
    }
    let here = map.day.flatMap { days.firstIndex(of: $0) } ?? days.count
    let next = max(0, min(here + step, days.count))
    map.day = next < days.count ? days[next] : nil
    prepare()
  }

  /// Forgets the places of the network and finds new ones; pinned ones stay.
  mutating func arrangeNetwork() {
    map.plan = NetworkPlan()
    map.forget()
    prepare()
  }

  // MARK: Folding

  /// The segment under the cursor: that of the selected stakeholder, or the folded one.
  var segmentOnMap: EntityID? {
    switch map.box {
    case .folded(let id)?, .part(let id, _)?: id
    case .more(let id)?: id
    case .stakeholder(let id)?: view.session.stakeholders[id]?.segment
    default: nil
    }
  }

  func mapView(_ kind: MapViewKind) -> MapView? { working.session.mapViews.sorted.first { $0.view == .known(kind) } }

  /// Folds the segment under the cursor to one box of the view that is shown, in the grid and the circles to one in each place, or opens it.
  mutating func foldSegment() {
    guard let segment = segmentOnMap else { return }
    let before = mapView(map.view)
    var view = before ?? MapView(id: newID(.mapView))
    view.view = .known(map.view)
    let isFolded = view.folded.contains(segment)
    view.folded = isFolded ? view.folded.filter { $0 != segment } : view.folded + [segment]
    let name = working.session.segment(segment)?.name ?? ""
    guard perform(Title(.fold, .mapView, name: name), [before == nil ? .insert(view) : .replace(view)], saying: .folded(name, isFolded: !isFolded)) else { return }
    prepare()
    let found = map.scene.boxes.first { box in
      isFolded ? working.session.stakeholders[box.id.stakeholder]?.segment == segment : box.id.foldedSegment == segment
    }
    map.box = found?.id ?? map.scene.firstBox
    prepare()
  }

  mutating func unfoldAllSegments() {
    guard var view = mapView(map.view) else { return }
    view.folded = []
    perform(Title(.fold, .mapView), [.replace(view)])
  }

  var hasFoldedSegments: Bool { mapView(map.view)?.folded.isEmpty == false }

  // MARK: Pins

  /// Pins a stakeholder to a place of the view that is shown: a row of its segment, or a place in the plane of the network.
  mutating func pin(_ id: EntityID, x: Int, y: Int) {
    let before = mapView(map.view)
    var view = before ?? MapView(id: newID(.mapView))
    view.view = .known(map.view)
    var pin = view.pinned.first { $0.stakeholder == id } ?? PinnedPosition(id: newID(prefix: "x"))
    pin.stakeholder = id
    pin.x = x
    pin.y = y
    view.pinned = view.pinned.filter { $0.stakeholder != id } + [pin]
    perform(Title(.move, .stakeholder, name: working.session.stakeholders[id]?.name ?? ""), [before == nil ? .insert(view) : .replace(view)])
  }
}
