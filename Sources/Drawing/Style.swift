/// What a cell says, never how it looks: a theme gives every role its colours, so that a screen cannot be unreadable in one of them.
public enum Role: UInt8, CaseIterable, Sendable {
  case text, dim, strong, heading
  case title, tab, tabActive
  case accent, border, borderFocused
  case hintKey, hintText
  case message, success, warning, error
  case field, fieldActive, placeholder, match
  case columnHeader
  case business, publicSector, civilSociety, knowledge, donor
  case box, boxSelected, segment, band
  /// Trust from 1 (antagonistic) to 5 (would commit on a handshake), and not yet read.
  case trust1, trust2, trust3, trust4, trust5, trustUnknown
  case chart, progress
  case confidential, roomMode
}

/// Added to a role: how much the cell stands out now.
public struct Emphasis: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let bold = Emphasis(rawValue: 1)
  public static let faint = Emphasis(rawValue: 2)
  public static let underlined = Emphasis(rawValue: 4)
  /// The row or cell under the cursor of the pane that has the keys.
  public static let selected = Emphasis(rawValue: 8)
  /// The row or cell under the cursor of a pane that does not have the keys.
  public static let selectedElsewhere = Emphasis(rawValue: 16)
  /// Marked with Space, so that verbs act on it.
  public static let marked = Emphasis(rawValue: 32)
}

public struct Style: Hashable, Sendable {
  public var role: Role
  public var emphasis: Emphasis

  public init(_ role: Role, _ emphasis: Emphasis = []) {
    self.role = role
    self.emphasis = emphasis
  }

  public static let text = Style(.text)
  public static let dim = Style(.dim)

  public func adding(_ more: Emphasis) -> Style { Style(role, emphasis.union(more)) }
}
