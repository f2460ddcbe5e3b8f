import Drawing
import Exchange
import MapLayout
import SessionModel
import Widgets
import Words

/// Makes the scene that the map shows, whenever something it stands on has changed.
extension Desk {
  /// More stakeholders than this are laid out behind.
  private static let mostAtOnce = 600

  mutating func prepareMap(_ area: Size) {
    let full = derived.view
    guard full !== SessionView.none else { return }
    let kinds: [EntityKind] = [.session, .stakeholder, .relationship, .reading, .endMarket, .mapView, .initiative, .workshop, .participant]
    if !overlaysOnMap.contains(map.overlay) { map.overlay = overlaysOnMap.first ?? .plain }
    if audience != .facilitator { map.day = nil }
    let isSelectedShown = map.box.map { map.scene.box($0) != nil } ?? true
    let key = MapState.Key(
      revisions: kinds.map { full.session.revision(of: $0) }, audience: audience, size: area, view: map.view, overlay: map.overlay, focus: map.focus,
      filter: map.filter, only: map.showsOnlyMarked ? lists[.stakeholder]?.marks ?? [] : nil, day: map.day, initiative: map.initiative,
      way: audience == .facilitator ? map.way : nil, axis: map.axis, zoom: map.zoom)
    // Who is shown for being selected goes on being shown while they are.
    let highlight = isSelectedShown && map.highlight != map.selected ? nil : map.selected
    if !map.isDrawn(key) || map.highlight != highlight { layOutMap(key, highlight) }
    // The network stands nowhere until it is laid out; the other views do not wait for it.
    let isWaiting = map.job != nil && map.view == .network
    // Who is chosen by another screen is shown whatever else is thinned out.
    if let selected = map.selected, map.scene.box(.stakeholder(selected)) == nil, full.session.stakeholders.contains(selected), highlight == nil, !isWaiting {
      layOutMap(key, selected)
    }
    // Where nobody is shown, as on the grid before the room, whoever was selected is so again on the next view.
    if let box = map.box, map.scene.box(box) == nil, !isWaiting, !map.scene.boxes.isEmpty || !isOnMap(box, full.session) { map.box = map.scene.firstBox }
    if map.box == nil { map.box = map.scene.firstBox }
    map.follow(in: area)
  }

  private func isOnMap(_ box: SceneBoxID, _ session: Session) -> Bool { box.stakeholder.map { session.stakeholders.contains($0) } ?? false }

  private mutating func layOutMap(_ key: MapState.Key, _ highlight: EntityID?) {
    let view = map.view(of: derived.view)
    var roster = map.roster(of: view.session, audience)
    let shown = shownStakeholders(key, roster)
    if let shown { roster = roster.keeping(shown) }
    guard let scene = map.bareScene(for: key, highlight) ?? makeScene(key, highlight, view, roster, map.previous(for: key)) else { return }
    var signs: MapSigns? = MapSigns(scene, view, words)
    add(to: &signs, key, view)
    let distrust = scene.showsTrust && signs == nil ? map.lowTrust(in: view, among: shown) : []
    map.show(scene, signs: signs?.signs, legend: signs?.legend ?? [], distrust: distrust, for: key, highlight: highlight)
  }

  /// Those whom a focus, a filter and the marks leave; nil for all.
  private mutating func shownStakeholders(_ key: MapState.Key, _ roster: ChainRoster) -> Set<EntityID>? {
    var shown: Set<EntityID>?
    if !key.filter.isEmpty {
      refreshSearch()
      shown = Set(derived.search.matches(FuzzyQuery(key.filter), .stakeholder))
    }
    if let only = key.only { shown = shown?.intersection(only) ?? only }
    if let focus = key.focus {
      let near = roster.around(focus.id, steps: focus.steps)
      shown = (shown?.intersection(near) ?? near).union([focus.id])
    }
    return shown
  }

  private mutating func makeScene(_ key: MapState.Key, _ highlight: EntityID?, _ view: SessionView, _ roster: ChainRoster, _ previous: Scene?) -> Scene? {
    let size = SceneSize(width: key.size.width, height: key.size.height)
    if key.view == .chain { return chainScene(key, highlight, view, roster, previous, size) }
    var options = FieldOptions(labels: MapDrawing.labels(words), available: size, columns: { TextWidth.columns($0) })
    options.showTrust = showsTrustOnMap
    options.highlight = highlight ?? key.focus?.id
    options.previous = previous
    options.zoom = key.zoom
    switch key.view {
    case .network:
      guard planNetwork(view.session) else { return Scene() }
      return NetworkScene.scene(session: view.session, readings: view.readings, roster: roster, plan: map.plan, options: options)
    case .grid:
      options.showTrust = audience == .facilitator
      return GridLayout.scene(session: view.session, readings: view.readings, roster: roster, axis: key.axis, options: options)
    default: return CirclesLayout.scene(session: view.session, readings: view.readings, roster: roster, options: options)
    }
  }

  private func chainScene(_ key: MapState.Key, _ highlight: EntityID?, _ view: SessionView, _ roster: ChainRoster, _ previous: Scene?, _ size: SceneSize) -> Scene {
    let labels = MapLabels(unplaced: words.frame(.notPlaced), markets: words.capitalisedPlural(.endMarket), more: words.frame(.moreActors))
    var options = ChainOptions(labels: labels, available: size, columns: { TextWidth.columns($0) })
    options.showTrust = showsTrustOnMap
    options.previous = previous
    options.highlight = highlight ?? key.focus?.id
    options.mostPerSegment = max(6, min(12, size.height / 3 - 2))
    options.note = { [words] in $0.people.first.map { $0.qualifier.rawValue + words.figure(Figure($0.amount)) } ?? "" }
    options.hidesEmpty = map.isNarrowed
    options.lines = key.overlay == .all || (key.focus != nil && roster.count <= 30) ? .all : .flow
    // More lines than this are a tangle; the others are counted, and shown for whoever is selected.
    if key.overlay == .all { options.mostLines = max(24, size.width * size.height / 110) }
    return ChainLayout.scene(session: view.session, readings: view.readings, options: options, roster: roster)
  }

  /// Brings the places of the network view up to date; false while they are being found behind.
  private mutating func planNetwork(_ session: Session) -> Bool {
    let roster = map.roster(of: session, audience)
    if map.plan.isEmpty || map.plan.wantsLayout(roster) {
      if map.job != nil { return false }
      if roster.count > Self.mostAtOnce {
        map.job = LayoutJob(roster)
        return false
      }
      map.plan = NetworkPlan(roster)
    } else {
      map.plan = map.plan.following(roster)
    }
    for pin in session.mapViews.sorted.first(where: { $0.view == .known(.network) })?.pinned ?? [] {
      if let id = pin.stakeholder, session.stakeholders.contains(id), let x = pin.x, let y = pin.y { map.plan.pin(id, x: x, y: y) }
    }
    return true
  }

  // MARK: Overlays

  private mutating func add(to signs: inout MapSigns?, _ key: MapState.Key, _ view: SessionView) {
    if let way = key.way, let found = trustWay(way, view) {
      signs?.add(found)
      return
    }
    switch key.overlay {
    case .flow, .all, .plain: signs = nil
    case .power: signs?.addPower()
    case .contracts: signs?.addContracts()
    case .product: signs?.addFlow(.product)
    case .money: signs?.addFlow(.money)
    case .information: signs?.addFlow(.information)
    case .stance: signs?.addStance()
    case .changed:
      if let since = dayOfComparison { signs?.addChanges(since: since, until: key.day) }
    case .initiative: if let initiative = initiativeOnMap { signs?.add(initiative) }
    case .present: if let workshop = latestWorkshop { signs?.add(workshop) }
    }
  }

  /// The day of readings before the one that is shown.
  var dayOfComparison: PartialDate? {
    let days = derived.view.session.trustDays
    let now = map.day.flatMap { day in days.firstIndex(of: day) } ?? days.count - 1
    return days.indices.contains(now - 1) ? days[now - 1] : nil
  }

  /// The initiative whose part lies over the map: the one chosen, or else the first that goes on.
  var initiativeOnMap: Initiative? {
    let all = initiativesInOrder
    return all.first { $0.id == map.initiative } ?? all.first { $0.status?.option == .running } ?? all.first
  }

  var initiativesInOrder: [Initiative] {
    view.session.initiatives.sorted.sorted { ($0.from?.firstDay ?? .max, $0.id) < ($1.from?.firstDay ?? .max, $1.id) }
  }

  /// The overlays that `o` goes through here, in this view, for those who look on.
  var overlaysOnMap: [MapOverlay] {
    let all = MapOverlay.allCases.filter { audience == .facilitator || !$0.isConfidential }
    let trusting = audience == .facilitator
    return switch map.view {
    // All ties are there anyway; without trust two of them would look the same.
    case .network: all.filter { $0 != .all && (trusting || $0 != .plain) }
    case .circles: all.filter { $0 != .all && !$0.isOfLines && (trusting || $0 != .plain) }
    case .grid: [.flow, .plain, .stance, .initiative, .present].filter { all.contains($0) && (trusting || $0 != .plain) }
    case .chain: all.filter { trusting || $0 != .plain }
    }
  }
}
