import SessionModel

/// One line of a comparison of two versions, for a screen or a terminal.
public struct ComparisonLine: Hashable, Sendable {
  public enum Tone: Hashable, Sendable {
    case heading, plain, added, removed, changed
    /// Trust that went up or down.
    case rose, fell
  }

  public var tone: Tone
  /// 0 for headings, 1 for entries, 2 for their fields.
  public var depth: Int
  /// Without its mark. It may hold anything that a name may hold.
  public var text: String
  /// The entry that it is about.
  public var about: EntityRef?

  public init(_ tone: Tone, _ depth: Int, _ text: String, about: EntityRef? = nil) {
    self.tone = tone
    self.depth = depth
    self.text = text
    self.about = about
  }

  /// Tells what happened where there is no colour.
  public var mark: String {
    switch tone {
    case .heading, .plain: ""
    case .added: "+"
    case .removed: "−"
    case .changed: "~"
    case .rose: "▲"
    case .fell: "▼"
    }
  }

  /// Indented, with its mark.
  public var plainText: String {
    if tone == .heading { return text }
    return String(repeating: "  ", count: depth) + (mark.isEmpty ? "" : mark + " ") + text
  }
}
