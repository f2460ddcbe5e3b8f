import Drawing
import MapLayout
import SessionModel

/// Which role of the theme, which weight and which sign stands for what on a map.
enum SceneStyle {
  static func role(_ sector: Sector?) -> Role {
    switch sector {
    case .business: .business
    case .publicSector: .publicSector
    case .civilSociety: .civilSociety
    case .knowledge: .knowledge
    case .donor: .donor
    case nil: .box
    }
  }

  static func role(trust: Int?) -> Role {
    switch trust {
    case 1: .trust1
    case 2: .trust2
    case 3: .trust3
    case 4: .trust4
    case 5: .trust5
    default: .trustUnknown
    }
  }

  static func mark(_ role: StakeholderRole) -> Character {
    switch role {
    case .anchorFirm: "★"
    case .leader: "▲"
    case .aggregationPoint: "■"
    case .honestBroker: "◆"
    case .supportInstitution: "✚"
    case .neutralHost: "○"
    }
  }

  /// Stands at the buyer of an end market.
  static let market: Character = "$"
  /// Stands for what a group holds of itself.
  static let own: Character = "↻"
  static let folded: Character = "▸"
  /// Stands before a name in a band.
  static let bullet: Character = "▪"
  /// Stands at those who are tied to the selected one, where trust is not shown or was never read.
  static let tied: Character = "◈"

  /// The marks of a box, at most as many as it has cells for.
  static func marks(_ box: SceneBox) -> [Character] {
    Array((box.roles.map(mark) + (box.markets > 0 ? [market] : [])).prefix(max(0, box.marks)))
  }

  /// A name that gives way to what stands behind it.
  static func cut(_ name: String, to columns: Int) -> String {
    let text = TextWidth.truncated(name, to: columns)
    return text == name || !text.hasSuffix(" …") ? text : String(text.dropLast(2)) + "…"
  }

  static func ownMark(_ box: SceneBox) -> String {
    if let trust = box.ownTrust { return "\(own)\(trust)" }
    return box.relatesToItself ? String(own) : ""
  }

  /// What the one at the other end of a tie has to do with the selected one: `5›‹4` is that the selected one trusts it 5 and is trusted 4.
  static func badge(_ tie: SceneTie, from selected: SceneBoxID, showTrust: Bool) -> String {
    let there = tie.from == selected ? tie.trust : tie.trustBack
    let back = tie.from == selected ? tie.trustBack : tie.trust
    let sign = tie.isConflict ? "×" : ""
    guard showTrust, there != nil || back != nil else { return sign.isEmpty ? String(tied) : sign }
    return sign + (there.map { "\($0)›" } ?? "") + (back.map { "‹\($0)" } ?? "")
  }
}
