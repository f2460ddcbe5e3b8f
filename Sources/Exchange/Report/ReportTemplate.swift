import Mustache
import Words

/// The one place that touches the template engine.
enum ReportTemplate {
  static func render(_ template: String, _ context: ReportValue, _ format: ReportFormat) throws(ReportError) -> String {
    // An editor's byte order mark and line ends are no part of the template.
    let normal = template.unicodeScalars.first == "\u{FEFF}" ? String(template.unicodeScalars.dropFirst()) : template
    let unified = normal.replacing("\r\n", with: "\n")
    try TemplateCheck.check(unified, names: TemplateContext.names)
    let engine: MustacheTemplate
    do {
      // Texts come to the engine escaped, so that not even a triple brace lets one become markup.
      engine = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + unified)
    } catch {
      let place = (error as? MustacheTemplate.ParserError)?.context
      throw ReportError(.unfinishedTag, line: place?.lineNumber ?? 1, column: place?.columnNumber ?? 1)
    }
    let rendered = engine.render(context.mustache(format))
    return format == .text ? TextLayout.wrap(rendered) : rendered
  }

  /// The place of the first byte that is not UTF-8.
  static func firstInvalid(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var source = bytes.makeIterator()
    var consumed = 0
    while true {
      switch decoder.decode(&source) {
      case .scalarValue(let scalar): consumed += UTF8.width(scalar)
      case .emptyInput, .error: return min(consumed, max(0, bytes.count - 1))
      }
    }
  }
}
