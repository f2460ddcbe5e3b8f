import JSON

extension Record {
  /// The record with every text in it changed: texts, lists of texts, sources of figures, those of items, and those in members that this
  /// version does not know. Choices and ids stay.
  public func mappingTexts(_ new: (String) -> String) -> Self {
    var copy = self
    for field in Self.fields {
      switch field.get(self) {
      case .text(let text): _ = field.set(&copy, text.isEmpty ? .empty : FieldValue.optional(new(text)))
      // Dates are texts too where a list holds them, and then nothing but dates fits.
      case .strings(let texts): _ = field.set(&copy, .strings(texts.map(new)))
      case .figures(let figures):
        _ = field.set(&copy, .figures(figures.map { Figure($0.amount, $0.qualifier, source: new($0.source)) }))
      case .items(let items): _ = field.set(&copy, .items(items.map { Item($0.record.mappingTexts(new)) }))
      default: break
      }
    }
    copy.extra = extra.map { $0.mappingTexts(new) }
    return copy
  }
}

extension FieldValue {
  fileprivate static func optional(_ text: String) -> FieldValue { text.isEmpty ? .empty : .text(text) }
}

extension JSONMember {
  func mappingTexts(_ new: (String) -> String) -> JSONMember { JSONMember(key: key, value: value.mappingTexts(new)) }
}

extension JSONValue {
  func mappingTexts(_ new: (String) -> String) -> JSONValue {
    switch self {
    case .string(let text): .string(new(text))
    case .array(let elements): .array(elements.map { $0.mappingTexts(new) })
    case .object(let members): .object(members.map { $0.mappingTexts(new) })
    case .null, .bool, .number: self
    }
  }
}

extension Session {
  /// The session with every text in it changed, members at the top of the file included.
  public func mappingTexts(_ new: (String) -> String) -> Session {
    var result = Session(profile: profile.mappingTexts(new))
    for kind in EntityKind.allCases where kind != .session {
      func map<E: Entity>(_: E.Type) { self[keyPath: E.collection].forEach { result.put($0.mappingTexts(new)) } }
      map(kind.type)
    }
    result.extra = extra.map { $0.mappingTexts(new) }
    result.revision = revision
    return result
  }
}

/// Names to be found in texts, wherever they stand as words of their own, and what to write for them. The longest goes first.
public struct NameReplacement: Sendable {
  /// By their first two letters, which tell most apart.
  private let names: [Start: [(name: [Unicode.Scalar], new: String)]]

  private struct Start: Hashable {
    let first: Unicode.Scalar
    let second: Unicode.Scalar
  }

  /// Empty names and those of a single character are left out: they would be found everywhere.
  public init(_ names: [(name: String, new: String)]) {
    let folded = names.map { (name: $0.name.trimmed.unicodeScalars.map(Self.folded), new: $0.new) }.filter { $0.name.count > 1 }
      .sorted { $0.name.count != $1.name.count ? $0.name.count > $1.name.count : $0.name.lexicographicallyPrecedes($1.name) }
    self.names = Dictionary(grouping: folded) { Start(first: $0.name[0], second: $0.name[1]) }
  }

  public func replaced(in text: String) -> String {
    guard !names.isEmpty, !text.isEmpty else { return text }
    let scalars = Array(text.unicodeScalars)
    let folded = scalars.map(Self.folded)
    var result = String.UnicodeScalarView()
    var index = 0
    var isAtWord = true
    while index < scalars.count {
      if isAtWord, let (length, new) = name(at: index, in: folded) {
        result.append(contentsOf: new.unicodeScalars)
        index += length
        isAtWord = false
      } else {
        result.append(scalars[index])
        isAtWord = !Self.isLetter(scalars[index])
        index += 1
      }
    }
    return String(result)
  }

  private func name(at index: Int, in scalars: [Unicode.Scalar]) -> (Int, String)? {
    guard index + 1 < scalars.count else { return nil }
    for (name, new) in names[Start(first: scalars[index], second: scalars[index + 1])] ?? [] where index + name.count <= scalars.count {
      guard scalars[index...].starts(with: name) else { continue }
      let end = index + name.count
      if end == scalars.count || !Self.isLetter(scalars[end]) { return (name.count, new) }
    }
    return nil
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (scalar.properties.isAlphabetic || scalar.properties.numericType != nil) : scalar.properties.isAlphabetic || scalar.properties.isDiacritic
  }

  /// Capitals and small letters are the same, where one is one.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first ?? scalar : scalar
  }
}
