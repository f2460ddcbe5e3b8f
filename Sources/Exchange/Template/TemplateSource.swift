import Words

/// Where a tag begins; the column is counted only when it is asked for.
struct TemplatePlace: Hashable, Sendable {
  /// From 1.
  var line = 1
  /// The byte that the line begins with.
  var lineStart = 0
  /// The byte that the tag begins with.
  var start = 0
}

/// The text of a template as bytes of valid UTF-8 with line feeds only.
struct TemplateSource: Sendable {
  let bytes: [UInt8]

  static let longest = 1 << 20

  init(_ file: [UInt8]) throws(ReportError) {
    guard file.count <= Self.longest else { throw ReportError(.tooLarge, line: 1, column: 1) }
    guard let text = String(validating: file, as: UTF8.self) else {
      let valid = file.prefix(through: Self.firstInvalid(file))
      throw ReportError(.notUTF8, line: valid.count { $0 == 0x0A } + 1, column: 1)
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    bytes = Array(text.replacing("\r\n", with: "\n").utf8.dropFirst(file.starts(with: mark) ? mark.count : 0))
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func error(_ problem: TemplateProblem, at place: TemplatePlace) -> ReportError {
    ReportError(problem, line: place.line, column: text(place.lineStart..<place.start).count + 1)
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
