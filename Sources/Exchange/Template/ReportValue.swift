/// What a template can name: a text, a yes or no, a list, or a record of further names.
public enum ReportValue: Hashable, Sendable {
  /// A text of the session or the catalogue; escaped for the format when it is printed.
  case text(String)
  /// Finished markup of this module's own making: the pictures.
  case markup(String)
  /// A picture made of characters, also of this module's own making.
  case picture(String)
  case flag(Bool)
  case list([ReportValue])
  case record([String: ReportValue])

  static func number(_ value: Int) -> ReportValue { .text(String(value)) }

  /// A list of texts.
  static func texts(_ values: [String]) -> ReportValue { .list(values.map { .text($0) }) }

  /// A text that is there or not at all.
  static func optional(_ value: String?) -> ReportValue { .text(value ?? "") }

  /// Whether a section of a template shows it: an empty text or list counts as not there.
  var isShown: Bool {
    switch self {
    case .text(let text), .markup(let text), .picture(let text): !text.isEmpty
    case .flag(let flag): flag
    case .list(let values): !values.isEmpty
    case .record: true
    }
  }

  /// What a template prints of the value, every text escaped; nothing of a list or a record.
  func printed(_ format: ReportFormat) -> String {
    guard isShown else { return "" }
    switch self {
    case .text(let text): return format.escape(text)
    case .markup(let markup): return markup
    case .picture(let picture):
      switch format {
      case .text: return TextLayout.picture(picture)
      // Indented code: nothing in it can end it.
      case .markdown: return picture.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n")
      case .html: return ReportEscaping.lines(picture)
      }
    case .flag, .list, .record: return ""
    }
  }

  /// The member of a record; nil when there is none.
  func member(_ name: String) -> ReportValue? { if case .record(let members) = self { members[name] } else { nil } }

  /// The value under a dotted name; nil when there is none.
  public subscript(path: String) -> ReportValue? {
    var value = self
    for part in path.split(separator: ".") {
      guard let member = value.member(String(part)) else { return nil }
      value = member
    }
    return value
  }

  /// The text; nil for anything else.
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  public var list: [ReportValue]? { if case .list(let values) = self { values } else { nil } }
}
