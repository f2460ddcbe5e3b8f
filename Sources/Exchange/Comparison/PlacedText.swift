import SessionModel
import Words

/// Values and places inside entries, in words.
struct PlacedText {
  let words: any ExchangeWords
  /// What an id is called.
  let name: (EntityID, ReferenceTarget) -> String

  func show(_ value: FieldValue, _ field: FieldDescription?) -> String {
    guard let field else { return "" }
    return words.show(value, as: field.kind) { id in name(id, field.kind.target ?? .entities([])) }
  }

  /// On one line; a word for nothing.
  func line(_ value: FieldValue, _ field: FieldDescription?) -> String {
    let text = show(value, field).split(whereSeparator: \.isNewline).joined(separator: " / ")
    return text.isEmpty ? words.comparison(.empty) : text
  }

  /// An item by its first field that says something.
  func name(_ item: Item) -> String {
    let description = type(of: item.record).description
    for field in description.fields {
      let text = show(item.record.value(at: field.index), field)
      if !text.isEmpty { return text.split(whereSeparator: \.isNewline).joined(separator: " ") }
    }
    return words.recordName(description.name, count: 1)
  }

  /// `Agenda · Trust map · Minutes`: a place in a record, as far as the record has it.
  func label(_ path: FieldPath, in record: any Record) -> String {
    var parts: [String] = []
    var record: (any Record)? = record
    var items: [Item] = []
    for step in path.steps {
      switch step {
      case .field(let key):
        let field = record.flatMap { type(of: $0).description.field(key) }
        parts.append(field.map { words.label($0) } ?? key)
        items = field.flatMap { record?.value(at: $0.index).heldItems } ?? []
      case .item(let id):
        let item = items.first { $0.id == id }
        if let item { parts.append(name(item)) }
        record = item?.record
      case .unknown(let key): parts.append(key)
      case .order: break
      }
    }
    return parts.joined(separator: " · ")
  }
}
