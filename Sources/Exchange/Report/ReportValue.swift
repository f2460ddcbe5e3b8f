import Foundation

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

  /// The value as the template engine takes it, every text escaped once and for all. What is empty is null, which also keeps a name from meaning that of an outer record.
  func mustache(_ format: ReportFormat) -> Any {
    guard isShown else { return NSNull() }
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
    case .flag(let flag): return flag
    case .list(let values): return values.map { $0.mustache(format) }
    case .record(let members): return members.mapValues { $0.mustache(format) }
    }
  }

  /// The value under a dotted name; nil when there is none.
  public subscript(path: String) -> ReportValue? {
    var value = self
    for part in path.split(separator: ".") {
      guard case .record(let members) = value, let member = members[String(part)] else { return nil }
      value = member
    }
    return value
  }

  /// The text; nil for anything else.
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  public var list: [ReportValue]? { if case .list(let values) = self { values } else { nil } }
}
