import SessionModel
import Words

/// The summary of a session as a value: everything that a template can name, in words, and nothing that the audience must not see.
///
/// It is built from `session.redacted(for: audience)` alone. `TemplateContext` describes the names.
public struct SessionReport: Sendable {
  public let context: ReportValue

  /// - Parameters:
  ///   - today: decides what is late; also the date on the title page.
  ///   - audience: `.facilitator` adds trust, influence, interest, stance and notes, and the names of everybody.
  public init(
    _ session: Session, for audience: Audience = .room, today: PartialDate, words: some ExchangeWords
  ) {
    let visible = session.redacted(for: audience)
    let readings = ReadingIndex(visible)
    let composer = ReportComposer(session: visible, readings: readings, audience: audience, today: today, words: words)
    context = composer.compose(MapPictures(visible, readings, for: audience, words: words))
  }

  /// Prints the summary; with the built-in template unless another is given.
  ///
  /// Every text of the session is escaped for the format, whatever the template does; the error says line, column and what is wrong with the template.
  public func render(_ format: ReportFormat, template: [UInt8]? = nil) throws(ReportError) -> String {
    try Template(template ?? format.embeddedTemplate, names: TemplateContext.names).fill(context, format)
  }

  /// The built-in template, as a starting point for one's own.
  public static func defaultTemplate(_ format: ReportFormat) -> String { String(decoding: format.embeddedTemplate, as: UTF8.self) }
}
