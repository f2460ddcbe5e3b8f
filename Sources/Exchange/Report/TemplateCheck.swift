import Words

/// Reads the tags of a template before the engine does, so that every mistake is named with its line, a misspelt name is not silently nothing,
/// and nothing that the engine would stumble over reaches it.
struct TemplateCheck {
  private let text: [Character]
  private let names: Set<String>
  private var index = 0
  private var line = 1
  private var column = 1
  private var open: [(name: String, line: Int, column: Int)] = []

  static let longest = 1 << 20
  static let deepest = 30

  /// - Parameter names: every name that a template may use, wherever it stands.
  static func check(_ template: String, names: Set<String>) throws(ReportError) {
    guard template.utf8.count <= longest else { throw ReportError(.tooLarge, line: 1, column: 1) }
    var check = TemplateCheck(text: Array(template), names: names)
    try check.run()
  }

  private init(text: [Character], names: Set<String>) {
    self.text = text
    self.names = names
  }

  private mutating func run() throws(ReportError) {
    while index < text.count {
      if text[index] == "{", index + 1 < text.count, text[index + 1] == "{" { try tag() } else { advance() }
    }
    if let section = open.last { throw ReportError(.unclosedSection(section.name), line: section.line, column: section.column) }
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where index < text.count {
      if text[index].isNewline {
        line += 1
        column = 1
      } else {
        column += 1
      }
      index += 1
    }
  }

  private mutating func tag() throws(ReportError) {
    let place = (line: line, column: column)
    func problem(_ problem: TemplateProblem) -> ReportError { ReportError(problem, line: place.line, column: place.column) }
    advance(2)
    let sigil = index < text.count && "#^/!&{>=<$%*".contains(text[index]) ? text[index] : nil
    if sigil != nil { advance() }
    var content = ""
    while index < text.count, !closes(at: index) {
      content.append(text[index])
      advance()
    }
    guard index < text.count else { throw problem(.unfinishedTag) }
    advance(2)
    if sigil == "{" {
      guard index < text.count, text[index] == "}" else { throw problem(.unfinishedTag) }
      advance()
    }
    if sigil == "!" { return }
    if let sigil, ">=<$%*".contains(sigil) { throw problem(.unsupportedTag(String(sigil))) }
    let name = content.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    guard !name.isEmpty, name == "." || name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ part in
      !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }) else { throw problem(.badName(name)) }
    if name != "." { for part in name.split(separator: ".") { try know(String(part), problem) } }
    switch sigil {
    case "#", "^":
      guard open.count < Self.deepest else { throw problem(.nestedTooDeep) }
      open.append((name, place.line, place.column))
    case "/":
      guard let section = open.last, section.name == name else { throw problem(.wrongEnd(name, open: open.last?.name)) }
      open.removeLast()
    default: break
    }
  }

  private func closes(at index: Int) -> Bool { text[index] == "}" && index + 1 < text.count && text[index + 1] == "}" }

  private func know(_ name: String, _ problem: (TemplateProblem) -> ReportError) throws(ReportError) {
    guard !names.contains(name) else { return }
    let near = Nearness.nearest(to: name, among: names)
    throw problem(.unknownName(name, known: near.map { [$0] } ?? []))
  }
}
