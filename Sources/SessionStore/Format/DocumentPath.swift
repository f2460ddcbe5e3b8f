import JSON
import SessionModel

/// The way from the root of a document to a value.
typealias DocumentPath = [DocumentStep]

enum DocumentStep: Hashable {
  case key(String)
  case index(Int)
}

extension [DocumentStep] {
  /// As the JSON reader's errors spell it: `relationships[3].to`. Only for keys of this format, which need no quotes.
  var text: String {
    var text = ""
    for step in self {
      switch step {
      case .key(let key): text += text.isEmpty ? key : "." + key
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }
}

/// Line and column, from 1.
struct DocumentPlace: Hashable {
  var line: Int
  var column: Int
}

/// Finds where values of a well-formed document stand; asked only when something is wrong, so that reading need not remember.
enum DocumentPlaces {
  /// The place of each path's value, or of what of the path there is.
  static func find(_ paths: [DocumentPath], in bytes: [UInt8]) -> [DocumentPlace] {
    var offsets = Array(repeating: 0, count: paths.count)
    let all = paths.indices.map { (rest: paths[$0][...], index: $0) }
    // The document was read before, so nothing is thrown.
    try? JSONReader.read(bytes) { reader throws(JSONError) in try walk(&reader, all, &offsets) }
    return places(of: offsets, in: bytes)
  }

  private static func walk(
    _ reader: inout JSONReader, _ wanted: [(rest: ArraySlice<DocumentStep>, index: Int)], _ offsets: inout [Int]
  ) throws(JSONError) {
    for want in wanted { offsets[want.index] = reader.offset }
    let deeper = wanted.filter { !$0.rest.isEmpty }
    guard !deeper.isEmpty else { return try reader.skip() }
    switch try reader.kind() {
    case .object:
      try reader.beginObject()
      while let key = try reader.nextKey() {
        let name = key.string
        try walk(&reader, following(.key(name), deeper), &offsets)
      }
    case .array:
      try reader.beginArray()
      var index = 0
      while try reader.nextElement() {
        try walk(&reader, following(.index(index), deeper), &offsets)
        index += 1
      }
    default: try reader.skip()
    }
  }

  private static func following(
    _ step: DocumentStep, _ wanted: [(rest: ArraySlice<DocumentStep>, index: Int)]
  ) -> [(rest: ArraySlice<DocumentStep>, index: Int)] {
    wanted.filter { $0.rest.first == step }.map { ($0.rest.dropFirst(), $0.index) }
  }

  private static func places(of offsets: [Int], in bytes: [UInt8]) -> [DocumentPlace] {
    var places = Array(repeating: DocumentPlace(line: 1, column: 1), count: offsets.count)
    var place = DocumentPlace(line: 1, column: 1)
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for (offset, target) in zip(offsets, offsets.indices).sorted(by: { $0.0 < $1.0 }) {
      while index < min(offset, bytes.count) {
        if bytes[index] == 0x0A {
          place.line += 1
          place.column = 1
        } else if bytes[index] & 0xC0 != 0x80 {
          place.column += 1
        }
        index += 1
      }
      places[target] = place
    }
    return places
  }
}

extension Record {
  /// Calls `body` with the way to every reference in the record and its items.
  func forEachReferencePlace(_ body: (DocumentPath, ReferenceTarget, EntityID) -> Void) {
    for field in Self.description.fields {
      switch (field.kind, value(at: field.index)) {
      case (.reference(let target), .reference(let id)): body([.key(field.key)], target, id)
      case (.references(let target), .references(let ids)):
        for (index, id) in ids.enumerated() { body([.key(field.key), .index(index)], target, id) }
      case (.items, .items(let items)):
        for (index, item) in items.enumerated() {
          func search(_ record: some Record) {
            record.forEachReferencePlace { path, target, id in body([.key(field.key), .index(index)] + path, target, id) }
          }
          search(item.record)
        }
      default: break
      }
    }
  }
}
