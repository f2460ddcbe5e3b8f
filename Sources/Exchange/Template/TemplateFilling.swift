import Words

/// Fills a template: walks its parts with the values that the open sections stand at.
struct TemplateFilling {
  private let template: Template
  private let format: ReportFormat
  /// The values of the open sections, innermost last.
  private var values: [ReportValue]
  private var output = ""
  private var steps = 0

  /// Sections within sections multiply; no summary comes near these, and a template that does is stopped within seconds.
  static let mostSteps = 20_000_000
  static let mostBytes = 128 << 20

  init(_ template: Template, _ context: ReportValue, _ format: ReportFormat) {
    self.template = template
    self.format = format
    values = [context]
  }

  mutating func run() throws(ReportError) -> String {
    try fill(template.parts, at: TemplatePlace())
    return output
  }

  private mutating func fill(_ parts: [Template.Part], at place: TemplatePlace) throws(ReportError) {
    steps += 1 + parts.count
    guard steps <= Self.mostSteps, output.utf8.count <= Self.mostBytes else { throw template.source.error(.endless, at: place) }
    for part in parts {
      switch part {
      case .text(let text): output += text
      case .value(let name): if let value = value(name) { output += value.printed(format) }
      case .section(let name, let isInverted, let place, let inner):
        let value = value(name)
        switch value {
        case let value? where value.isShown && !isInverted:
          for element in value.list ?? [value] {
            values.append(element)
            try fill(inner, at: place)
            values.removeLast()
          }
        case let value where value?.isShown != true && isInverted: try fill(inner, at: place)
        default: break
        }
      }
    }
  }

  /// The value of a name: its first part is looked for from the innermost section outwards, where it counts even when it is empty.
  private func value(_ name: TemplateName) -> ReportValue? {
    guard let first = name.parts.first else { return values.last }
    for value in values.reversed() {
      guard var found = value.member(first) else { continue }
      for part in name.parts.dropFirst() {
        guard let member = found.member(part) else { return nil }
        found = member
      }
      return found
    }
    return nil
  }
}
