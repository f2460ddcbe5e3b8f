import Mustache
import Words

/// The one place that touches the template engine.
enum ReportTemplate {
  /// The template as the bytes of a file.
  static func render(bytes: [UInt8], _ context: ReportValue, _ format: ReportFormat, names: Set<String> = TemplateContext.names) throws(ReportError) -> String {
    guard bytes.count <= TemplateCheck.longest else { throw ReportError(.tooLarge, line: 1, column: 1) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let valid = bytes.prefix(through: firstInvalid(bytes))
      throw ReportError(.notUTF8, line: valid.count { $0 == 0x0A } + 1, column: 1)
    }
    return try render(text, context, format, names: names)
  }

  static func render(_ template: String, _ context: ReportValue, _ format: ReportFormat, names: Set<String> = TemplateContext.names) throws(ReportError) -> String {
    // An editor's byte order mark and line ends are no part of the template.
    let normal = template.unicodeScalars.first == "\u{FEFF}" ? String(template.unicodeScalars.dropFirst()) : template
    let unified = normal.replacing("\r\n", with: "\n")
    try TemplateCheck.check(unified, names: names)
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
