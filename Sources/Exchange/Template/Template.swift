import Words

/// A document with places to fill, written in Mustache (https://mustache.github.io/mustache.5.html), read once and then filled from a `ReportValue`.
///
/// Of the language it has variables, sections, inverted sections, dotted names and comments, with lines that hold only a section or a comment leaving no trace.
/// An engine of our own because every packaged one brings the whole of Foundation and ICU into the program, some forty megabytes and a good part of its start, and
/// because a template is somebody's file: each mistake has its line and column, and no template can run for ever.
struct Template: Sendable {
  enum Part: Sendable {
    case text(String)
    case value(TemplateName)
    case section(TemplateName, isInverted: Bool, at: TemplatePlace, [Part])
  }

  let parts: [Part]
  /// The bytes that places count in.
  let source: TemplateSource

  /// - Parameters:
  ///   - bytes: a file, in UTF-8; an editor's byte order mark and line ends are no part of it.
  ///   - names: every name that the template may use, wherever it stands.
  init(_ bytes: [UInt8], names: Set<String>) throws(ReportError) {
    source = try TemplateSource(bytes)
    var parser = TemplateParser(source, names: names)
    parts = try parser.read()
  }

  /// The document: every text of the context escaped for the format, whatever braces the template uses.
  func fill(_ context: ReportValue, _ format: ReportFormat) throws(ReportError) -> String {
    var filling = TemplateFilling(self, context, format)
    let filled = try filling.run()
    return format == .text ? TextLayout.wrap(filled) : filled
  }
}

/// A name between braces: its parts between the dots, none of them for the lone dot that means the element itself.
struct TemplateName: Hashable, Sendable {
  let parts: [String]

  var written: String { parts.isEmpty ? "." : parts.joined(separator: ".") }
}
