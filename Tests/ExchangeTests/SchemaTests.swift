import Exchange
import JSON
import SessionModel
import SessionStore
import Testing
import Words

@Suite struct SchemaTests {
  private let schema = SessionSchema.json(version: SessionFormat.version, words: English())

  /// All records, those in lists included.
  private var records: [RecordDescription] {
    var found: [RecordDescription] = []
    var pending = EntityKind.allCases.map(\.description)
    while let next = pending.popLast() {
      guard !found.contains(next) else { continue }
      found.append(next)
      for field in next.fields { if case .items(let item) = field.kind { pending.append(item) } }
    }
    return found
  }

  @Test("every stored field of every record is described, with a title and a sentence, and nothing else is")
  func complete() throws {
    for record in records {
      let properties = try #require(schema["$defs"]?[record.name]?["properties"]?.object, "\(record.name)")
      #expect(properties.map(\.key) == ["id"] + record.fields.filter { $0.aspect == nil }.map(\.key))
      for property in properties.dropFirst() {
        #expect(property.value["title"]?.string?.isEmpty == false, "\(record.name).\(property.key)")
        #expect(property.value["description"]?.string?.isEmpty == false, "\(record.name).\(property.key)")
      }
    }
  }

  @Test("every list of the file is described under its own name")
  func lists() throws {
    let properties = try #require(schema["properties"]?.object).map(\.key)
    #expect(properties == ["rapport"] + EntityKind.allCases.map { "\($0.collectionKey)" })
    let tables = CSVExport.files(Session()).map { String($0.name.dropLast(4)) }
    #expect(tables == EntityKind.allCases.map { "\($0.collectionKey)" })
  }

  @Test("every reference inside the schema leads somewhere")
  func references() throws {
    func walk(_ value: JSONValue) {
      switch value {
      case .object(let members):
        for member in members {
          if member.key == "$ref", let target = member.value.string { #expect(schema["$defs"]?[String(target.dropFirst("#/$defs/".count))] != nil, "\(target)") }
          walk(member.value)
        }
      case .array(let elements): elements.forEach(walk)
      default: break
      }
    }
    walk(schema)
  }

  @Test("a list of dates holds dates in the schema as in the file")
  func dates() {
    let dated = records.flatMap { record in record.fields.filter { $0.kind == .strings && record.make(Sample.id("x-1")).setting($0.key, to: .strings(["no date"])) == nil }.map(\.path) }
    #expect(dated == ["endMarket.toldOn"])
  }

  @Test("the reference for people names every field, and says which are confidential")
  func reference() {
    let text = FieldReference.markdown(words: English())
    for record in records {
      for field in record.fields { #expect(text.contains("| `\(field.key)`\(field.isConfidential ? " ◦" : "") |"), "\(field.path)") }
    }
  }
}
