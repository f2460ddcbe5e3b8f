import Drawing
import Exchange
import MapLayout
import SessionModel
import Words

/// The rows below the map: what lines, marks and signs mean, of them those that are on the map.
struct MapLegend {
  private let legend: SceneLegend

  init(_ desk: Desk) {
    let words = desk.words
    let scene = desk.map.scene
    var entries: [(sign: SceneLegend.Sign, word: String)] = desk.map.legend
    // Without lines there is no trust to explain.
    let isPlain = desk.map.signs == nil && scene.view != .grid && scene.view != .circles
    if isPlain, desk.showsTrustOnMap { for level in 1...5 { entries.append((.trust(level), words.shortLevel(.trust, level))) } }
    var roles: Set<StakeholderRole> = []
    for box in scene.boxes { roles.formUnion(box.roles) }
    for role in StakeholderRole.allCases where roles.contains(role) { entries.append((.role(role), words.choice(StakeholderRole.list, role.rawValue))) }
    if scene.boxes.contains(where: { $0.markets > 0 }) { entries.append((.buyer, words.frame(.mapBuyer))) }
    if isPlain, scene.lines.contains(where: \.isWished) {
      entries.append((.wished, words.choice(RelationshipStatus.list, RelationshipStatus.wished.rawValue)))
    }
    if isPlain, scene.lines.contains(where: \.isConflict) {
      entries.append((.conflict, words.choice(RelationshipKind.list, RelationshipKind.conflict.rawValue)))
    }
    legend = SceneLegend(entries)
  }

  func draw(on surface: inout Surface, in rect: Rect) { legend.draw(on: &surface, in: rect) }
}
