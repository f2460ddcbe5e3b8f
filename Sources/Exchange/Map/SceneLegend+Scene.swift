import MapLayout
import SessionModel
import Words

extension SceneLegend {
  /// What the lines and marks of a scene mean, of them those that are on it.
  ///
  /// - Parameter asPicture: there is room for whole words, and for the colours of sectors where they are not told by where somebody stands.
  public init(of scene: Scene, showsTrust: Bool, asPicture: Bool = false, words: some ChoiceWords & ReportWords) {
    self.init([])
    // The grid and the circles have no lines, so there is no trust to explain.
    let hasLines = scene.view == .chain || scene.view == .network
    if hasLines, showsTrust { for level in 1...5 { entries.append((.trust(level), asPicture ? words.level(.trust, level) : words.shortLevel(.trust, level))) } }
    var roles: Set<StakeholderRole> = []
    for box in scene.boxes { roles.formUnion(box.roles) }
    for role in StakeholderRole.allCases where roles.contains(role) { entries.append((.role(role), words.choice(StakeholderRole.list, role.rawValue))) }
    if scene.boxes.contains(where: { $0.markets > 0 }) { entries.append((.buyer, words.report(.mapBuyer))) }
    if hasLines {
      if scene.lines.contains(where: \.isWished) { entries.append((.wished, words.choice(RelationshipStatus.list, RelationshipStatus.wished.rawValue))) }
      if scene.lines.contains(where: \.isConflict) { entries.append((.conflict, words.choice(RelationshipKind.list, RelationshipKind.conflict.rawValue))) }
    }
    if scene.boxes.contains(where: { $0.relatesToItself || $0.ownTrust != nil }), scene.view == .chain { entries.append((.ownTrust, words.report(.mapOwn))) }
    if !asPicture, scene.view != .chain { entries.append((.dots, words.report(.mapDots))) }
    if asPicture, scene.view != .circles {
      let sectors = Set(scene.boxes.compactMap(\.sector))
      for sector in Sector.allCases where sectors.contains(sector) { entries.append((.sector(sector), words.word(sector))) }
    }
  }
}
