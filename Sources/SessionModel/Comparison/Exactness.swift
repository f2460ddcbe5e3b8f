extension FieldValue {
  /// Whether both would be written as the same bytes. `==` takes two spellings of é for one; a comparison of versions must not.
  public func isExactly(_ other: FieldValue) -> Bool {
    switch (self, other) {
    case (.text(let a), .text(let b)), (.choice(let a), .choice(let b)): a.isSpelled(b)
    case (.choices(let a), .choices(let b)), (.strings(let a), .strings(let b)): a.elementsEqual(b) { $0.isSpelled($1) }
    case (.figures(let a), .figures(let b)): a.elementsEqual(b) { $0.notation.isSpelled($1.notation) }
    case (.items(let a), .items(let b)): a.elementsEqual(b) { $0.isExactly($1) }
    default: self == other
    }
  }
}

extension Item {
  public func isExactly(_ other: Item) -> Bool { record.isExactly(other.record) }
}

extension Record {
  /// Whether both would be written as the same bytes.
  public func isExactly(_ other: any Record) -> Bool {
    guard let other = other as? Self, id == other.id, extra == other.extra else { return false }
    return values.elementsEqual(other.values) { $0.isExactly($1) }
  }
}

extension String {
  func isSpelled(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
