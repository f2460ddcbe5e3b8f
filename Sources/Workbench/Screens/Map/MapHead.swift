import Drawing
import MapLayout
import SessionModel
import Widgets
import Words

/// The words around the map: what is shown, who is selected, who distrusts whom.
struct MapHead {
  let desk: Desk

  func draw(in rect: Rect, on surface: inout Surface) {
    var x = rect.x + 1
    let words = desk.words
    let scene = desk.map.scene
    let isUsual = desk.map.overlay == .flow && desk.map.isNarrowed
    let title = isUsual ? words.word(desk.map.view).capitalised : words.mapTitle(desk.map.view, desk.map.overlay, trust: desk.showsTrustOnMap)
      + (scene.view == .grid && desk.map.axis == .support ? " · " + words.map(.support) : "")
    x += surface.put(title, x: x, y: rect.y, Style(.heading), width: rect.width - 2)
    var more: [String] = []
    if desk.map.overlay == .initiative { more.append(desk.initiativeOnMap?.name ?? words.map(.noInitiative)) }
    if desk.map.overlay == .changed, let since = desk.dayOfComparison { more.append(words.mapSince(since)) }
    if desk.map.signs?.isEmpty == true, desk.map.way == nil { more.append(words.map(desk.map.overlay == .changed ? .nothingChanged : .nothingNoted)) }
    if let day = desk.map.day { more.append(words.mapOn(day)) }
    if let focus = desk.map.focus { more.append(words.mapFocus(desk.name(EntityRef(.stakeholder, focus.id)), steps: focus.steps)) }
    if !desk.map.filter.isEmpty { more.append(words.mapFilter(desk.map.filter)) }
    if desk.map.showsOnlyMarked { more.append(words.hint(.onlyMarked)) }
    if !more.isEmpty { x += surface.put(" · " + more.joined(separator: " · "), x: x, y: rect.y, Style(.accent, .bold), width: max(0, rect.right - x)) }
    if scene.crowded > 0, scene.view == .network {
      x += surface.put("   " + words.mapCrowded(scene.crowded), x: x, y: rect.y, .dim, width: max(0, rect.right - x))
    }
    guard scene.hiddenLines > 0, scene.view == .chain || scene.view == .network else { return }
    let shown: MapShown = desk.map.overlay == .all || scene.view == .network || desk.map.focus != nil ? .all : .flow
    surface.put("   " + words.mapHidden(scene.hiddenLines, shown), x: x, y: rect.y, .dim, width: max(0, rect.right - x))
  }

  /// The whole name of the selected one, what it is, and how many ties it has.
  func drawSubject(in rect: Rect, on surface: inout Surface) {
    guard let box = desk.map.box.flatMap({ desk.map.scene.box($0) }), !rect.isEmpty else { return }
    let words = desk.words
    var parts: [String] = []
    if let one = desk.view.session.stakeholders[box.id.stakeholder] {
      if let type = one.type { parts.append(words.choice(type)) }
      parts += one.roles.map { words.choice($0) }
      if let people = one.people.first { parts.append(words.figure(people)) }
      parts.append(words.counted(desk.view.references.sources(of: one.id).count { $0.kind == .relationship }, .relationship))
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

  /// A name as long as it takes to know it.
  private func cut(_ id: EntityID) -> String { TextWidth.truncated(desk.name(EntityRef(.stakeholder, id)), to: 20) }

  /// The pairs with the lowest trust, as many as fit, the digit on the side of the one who distrusts.
  func drawDistrust(in rect: Rect, on surface: inout Surface) {
    let pairs = desk.map.distrust
    guard !rect.isEmpty, !pairs.isEmpty, desk.showsTrustOnMap, desk.map.view != .grid else { return }
    var x = rect.x
    x += surface.put(desk.words.mapDistrust(pairs.count) + "  ", x: x, y: rect.y, Style(.strong), width: rect.width)
    for (place, pair) in pairs.enumerated() {
      let text = [cut(pair.from), pair.trust.map { "\($0)›" } ?? "", pair.isConflict ? "×" : "", pair.trustBack.map { "‹\($0)" } ?? "", cut(pair.to)].filter { !$0.isEmpty }
        .joined(separator: " ")
      let width = TextWidth.columns(text)
      let left = pairs.count - place
      if x + width + (left > 1 ? 5 : 0) > rect.right {
        surface.put("+\(left)", x: x, y: rect.y, .dim, width: rect.right - x)
        return
      }
      x += surface.put(text, x: x, y: rect.y, Style(pair.lower == 2 ? .trust2 : .trust1, .bold))
      x += surface.put(left > 1 ? " · " : "", x: x, y: rect.y, .dim)
    }
  }
}
