import Drawing
import MapLayout
import SessionModel

/// What the signs on a map mean, as one or more rows of samples and words; the words come from the caller.
public struct SceneLegend: Sendable {
  public enum Sign: Hashable, Sendable {
    /// A line of this level, 1…5; nil for one never read.
    case trust(Int?)
    case wished
    case conflict
    case role(StakeholderRole)
    /// The mark of a stakeholder who is the buyer of an end market.
    case buyer
    /// What a group holds of itself.
    case ownTrust
    /// What stands at those who are tied to the selected one; with what each of the two holds of the other where that is shown.
    case tied(withTrust: Bool)
    /// The marks of stakeholders by how much they are tied to.
    case dots
    case sector(Sector)
    /// A sign of an overlay, as it stands on the map.
    case overlay(String, SceneSigns.Tone)
  }

  public var entries: [(sign: Sign, word: String)]

  public init(_ entries: [(sign: Sign, word: String)]) { self.entries = entries }

  /// Draws as many whole entries as fit, row by row, and returns the rows used.
  @discardableResult
  public func draw(on surface: inout Surface, in rect: Rect) -> Int {
    var x = rect.x
    var y = rect.y
    for entry in entries {
      let (sample, style) = Self.sample(entry.sign)
      let width = TextWidth.columns(sample) + 1 + TextWidth.columns(entry.word)
      if x > rect.x, x + width > rect.right {
        // What finds no room is left to the help.
        if y + 1 >= rect.bottom {
          if x + Self.goesOn.count <= rect.right { surface.put(Self.goesOn, x: x, y: y, .dim) }
          return y - rect.y + 1
        }
        x = rect.x
        y += 1
      }
      guard y < rect.bottom else { break }
      let used = surface.put(sample, x: x, y: y, style, width: rect.right - x)
      surface.put(entry.word, x: x + used + 1, y: y, .dim, width: max(0, rect.right - x - used - 1))
      x += width + 2
    }
    return rect.isEmpty || entries.isEmpty ? 0 : min(y - rect.y + 1, rect.height)
  }

  /// The legend as plain text of at most `width` columns.
  public func lines(width: Int) -> [String] {
    var surface = Surface(Size(width: width, height: max(1, entries.count)))
    let rows = draw(on: &surface, in: surface.bounds)
    return Array(surface.lines.prefix(rows))
  }

  private static let goesOn = "…"

  /// An entry as a line of its own: the sign, then what it means.
  public func described(_ width: Int) -> [(sample: String, style: Style, word: String)] {
    entries.map { entry in
      let (sample, style) = Self.sample(entry.sign)
      return (TextWidth.padded(sample, to: width), style, entry.word)
    }
  }

  private static func sample(_ sign: Sign) -> (String, Style) {
    switch sign {
    case .trust(let level):
      let line =
        switch level {
        case .some(...2): "╍"
        case .some(4...): "━"
        default: "─"
        }
      return (line + (level.map(String.init) ?? line) + line, Style(SceneStyle.role(trust: level)))
    case .wished: return ("┈┈┈", Style(.trustUnknown))
    case .conflict: return ("─×─", Style(.trustUnknown))
    case .role(let role): return (String(SceneStyle.mark(role)), Style(.accent, .bold))
    case .buyer: return (String(SceneStyle.market), Style(.accent, .bold))
    case .ownTrust: return (String(SceneStyle.own), Style(.trustUnknown, .bold))
    case .tied(let withTrust): return ((withTrust ? "4›‹3 " : "") + String(SceneStyle.tied), Style(.accent, .bold))
    case .dots: return (SceneStyle.dots.map(String.init).joined(separator: " "), Style(.text, .bold))
    case .overlay(let text, let tone): return (text, SceneStyle.style(tone))
    case .sector(let sector): return ("[ ]", Style(SceneStyle.role(sector)))
    }
  }
}
