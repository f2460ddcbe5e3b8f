import SessionModel
import Testing

@testable import Words

/// Every record of the model, items in items included, each once.
/// A failing record is named in the log, not poured out with all its fields.
extension RecordDescription: CustomTestStringConvertible {
  public var testDescription: String { name }
}

private func allRecords() -> [RecordDescription] {
  var found: [RecordDescription] = []
  func walk(_ record: RecordDescription) {
    guard !found.contains(record) else { return }
    found.append(record)
    for case .items(let inner) in record.fields.map(\.kind) { walk(inner) }
  }
  for kind in EntityKind.allCases { walk(kind.description) }
  return found
}

@Suite struct FieldWordsTests {
  let words = English()

  @Test("every field of every record has a label and a sentence of help", arguments: allRecords())
  func everyField(record: RecordDescription) {
    for field in record.fields {
      let label = words.label(field)
      let help = words.help(field)
      #expect(label != field.key, "\(field.path) has no label")
      #expect(label.first?.isUppercase == true && label.count <= 24, "\(field.path): \(label)")
      #expect(help.hasSuffix(".") && help.count > 10 && help.count <= 120, "\(field.path): \(help)")
    }
  }

  @Test("no two fields of one form share a label", arguments: allRecords())
  func distinctLabels(record: RecordDescription) {
    let labels = record.fields.map { words.label($0) }
    #expect(Set(labels).count == labels.count, "\(record.name): \(labels)")
  }

  @Test("no text is kept for a field that no longer exists")
  func noLeftovers() {
    let records = allRecords()
    #expect(Set(English.fieldTexts.keys) == Set(records.map(\.name)))
    for record in records {
      for key in English.fieldTexts[record.name, default: [:]].keys { #expect(record.field(key) != nil, "\(record.name).\(key)") }
    }
  }

  @Test("every heading of a form and every record has a name of its own")
  func headings() {
    for record in allRecords() {
      for group in Set(record.fields.map(\.group)) where !group.isEmpty { #expect(words.group(group) != group) }
      let one = words.recordName(record.name, count: 1)
      let many = words.recordName(record.name, count: 2)
      #expect(one != many)
      #expect(!one.contains { $0.isUppercase }, "\(record.name) shows as \(one)")
    }
    #expect(words.group("") == "")
  }
}
