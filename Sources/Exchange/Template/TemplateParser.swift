import Words

/// Reads the tags of a template, so that every mistake is named with its place and a misspelt name is not silently nothing.
struct TemplateParser {
  private let source: TemplateSource
  private let names: Set<String>
  private var index = 0
  /// Where the text begins that no part holds yet.
  private var textStart = 0
  private var place = TemplatePlace()
  private var open: [(name: TemplateName, isInverted: Bool, place: TemplatePlace, parts: [Template.Part])] = []
  private var parts: [Template.Part] = []

  static let deepest = 30

  init(_ source: TemplateSource, names: Set<String>) {
    self.source = source
    self.names = names
  }

  mutating func read() throws(ReportError) -> [Template.Part] {
    while index < source.bytes.count {
      if isPair(UInt8(ascii: "{"), at: index) {
        try tag()
      } else {
        index += 1
        if source.bytes[index - 1] == 0x0A { startLine() }
      }
    }
    takeText(upTo: index)
    if let section = open.last { throw source.error(.unclosedSection(section.name.written), at: section.place) }
    return parts
  }

  private mutating func tag() throws(ReportError) {
    place.start = index
    let place = place
    index += 2
    let sigil = index < source.bytes.count ? Character(UnicodeScalar(source.bytes[index])) : " "
    let hasSigil = "#^/!&{>=<$%*".contains(sigil)
    let content = index + (hasSigil ? 1 : 0)
    index = content
    while index < source.bytes.count, !isPair(UInt8(ascii: "}"), at: index) {
      index += 1
      if source.bytes[index - 1] == 0x0A { startLine() }
    }
    guard index < source.bytes.count else { throw source.error(.unfinishedTag, at: place) }
    let written = source.text(content..<index)
    index += 2
    if sigil == "{" {
      guard index < source.bytes.count, source.bytes[index] == UInt8(ascii: "}") else { throw source.error(.unfinishedTag, at: place) }
      index += 1
    }
    takeText(upTo: place.start)
    if sigil == "!" {
      leaveNoTrace(of: place)
    } else if hasSigil, ">=<$%*".contains(sigil) {
      throw source.error(.unsupportedTag(String(sigil)), at: place)
    } else {
      try take(hasSigil ? sigil : nil, name(written, at: place), at: place)
    }
    textStart = index
  }

  private mutating func take(_ sigil: Character?, _ name: TemplateName, at place: TemplatePlace) throws(ReportError) {
    switch sigil {
    case "#", "^":
      guard open.count < Self.deepest else { throw source.error(.nestedTooDeep, at: place) }
      leaveNoTrace(of: place)
      open.append((name, sigil == "^", place, parts))
      parts = []
    case "/":
      guard let section = open.last, section.name == name else {
        throw source.error(.wrongEnd(name.written, open: open.last?.name.written), at: place)
      }
      leaveNoTrace(of: place)
      open.removeLast()
      parts = section.parts + [.section(name, isInverted: section.isInverted, at: section.place, parts)]
    default: parts.append(.value(name))
    }
  }

  private func name(_ written: String, at place: TemplatePlace) throws(ReportError) -> TemplateName {
    let trimmed = written.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    if trimmed == "." { return TemplateName(parts: []) }
    let parts = trimmed.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard !trimmed.isEmpty, parts.allSatisfy({ part in
      !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }) else { throw source.error(.badName(trimmed), at: place) }
    for part in parts where !names.contains(part) {
      let near = Nearness.nearest(to: part, among: names)
      throw source.error(.unknownName(part, known: near.map { [$0] } ?? []), at: place)
    }
    return TemplateName(parts: parts)
  }

  /// A tag that stands alone on its line takes the line with it.
  private mutating func leaveNoTrace(of tag: TemplatePlace) {
    let bytes = source.bytes
    guard bytes[tag.lineStart..<tag.start].allSatisfy(isBlank) else { return }
    let end = bytes[index...].firstIndex { !isBlank($0) } ?? bytes.endIndex
    guard end == bytes.endIndex || bytes[end] == 0x0A else { return }
    if tag.lineStart < tag.start, case .text(let text) = parts.last {
      parts.removeLast()
      let kept = text.utf8.count - (tag.start - tag.lineStart)
      if kept > 0 { parts.append(.text(String(decoding: text.utf8.prefix(kept), as: UTF8.self))) }
    }
    guard end < bytes.endIndex else { return index = end }
    index = end + 1
    startLine()
  }

  private mutating func takeText(upTo end: Int) {
    if textStart < end { parts.append(.text(source.text(textStart..<end))) }
    textStart = end
  }

  /// The next line begins where the reader is now.
  private mutating func startLine() {
    place.line += 1
    place.lineStart = index
  }

  private func isPair(_ byte: UInt8, at index: Int) -> Bool {
    index + 1 < source.bytes.count && source.bytes[index] == byte && source.bytes[index + 1] == byte
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
