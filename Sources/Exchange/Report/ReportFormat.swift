import Words

/// What a summary is printed as.
public enum ReportFormat: String, CaseIterable, Sendable {
  case markdown, html, text

  /// Makes text of a session harmless in this format: it is read as the same text and can never become structure, script or a terminal's command.
  public func escape(_ text: String) -> String {
    switch self {
    case .html: ReportEscaping.html(text)
    case .markdown: ReportEscaping.markdown(text)
    case .text: ReportEscaping.plain(text)
    }
  }

  /// The ending of a file of this format, without the dot.
  public var fileEnding: String {
    switch self {
    case .markdown: "md"
    case .html: "html"
    case .text: "txt"
    }
  }

  var embeddedTemplate: [UInt8] {
    switch self {
    case .markdown: PackageResources.report_md_mustache
    case .html: PackageResources.report_html_mustache
    case .text: PackageResources.report_txt_mustache
    }
  }
}
