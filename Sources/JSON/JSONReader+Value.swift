extension JSONReader {
  /// The next value as a whole.
  ///
  /// - Throws: `duplicateKey` at the second of two members of one name, besides what reading throws.
  public mutating func value() throws(JSONError) -> JSONValue {
    switch try kind() {
    case .null:
      try null()
      return .null
    case .bool: return .bool(try bool())
    case .number: return .number(try number())
    case .string: return .string(try string())
    case .array:
      try beginArray()
      var elements: [JSONValue] = []
      while try nextElement() { elements.append(try value()) }
      return .array(elements)
    case .object: return .object(try members())
    }
  }

  private mutating func members() throws(JSONError) -> [JSONMember] {
    try beginObject()
    var members: [JSONMember] = []
    var seen: Set<ExactText> = []
    while let next = try nextKey() {
      let key = next.string
      // Most objects are small, and a look at each key is cheaper than a set.
      let isKnown: Bool
      if members.count < 12 {
        isKnown = members.contains { $0.key.isExactly(key) }
      } else {
        if seen.isEmpty { for member in members { seen.insert(ExactText(text: member.key)) } }
        isKnown = !seen.insert(ExactText(text: key)).inserted
      }
      guard !isKnown else { throw error(.duplicateKey(key)) }
      members.append(JSONMember(key: key, value: try value()))
    }
    return members
  }
}

/// A text that is equal to another, and hashes alike, only byte by byte; so no choice of keys makes a set slow.
private struct ExactText: Hashable {
  let text: String

  static func == (a: ExactText, b: ExactText) -> Bool { a.text.isExactly(b.text) }

  func hash(into hasher: inout Hasher) { text.hashExactly(into: &hasher) }
}
