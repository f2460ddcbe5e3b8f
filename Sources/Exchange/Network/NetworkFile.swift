import JSON
import MapLayout

/// A network as other programs write it: `{"nodes":[{"id":…}],"edges":[{"source":…,"target":…}]}`, and the positions that a layout gives it:
/// `{"id":[x,y]}`. Whatever else a file says is passed over.
public struct NetworkFile: Sendable {
  public private(set) var ids: [String] = []
  private var ties: [(Int, Int)] = []

  /// - Throws: with its place, what is no JSON, a node without an id or with one that stands twice, and an edge that leads to no node.
  public init(reading bytes: [UInt8]) throws(JSONError) {
    var edges: [Edge] = []
    var ids: [String] = []
    var numbers: [String: Int] = [:]
    var ties: [(Int, Int)] = []
    try JSONReader.read(bytes) { reader throws(JSONError) in
      try reader.beginObject()
      while let key = try reader.nextKey() {
        if key.matches("nodes") {
          try Self.readNodes(&reader, &ids, &numbers)
        } else if key.matches("edges") {
          edges = try Self.readEdges(&reader)
        } else {
          try reader.skip()
        }
      }
      // Edges may stand before the nodes that they name.
      ties.reserveCapacity(edges.count)
      for edge in edges {
        guard let source = numbers[edge.source] else { throw reader.error(.invalidValue("dangling \(edge.source)"), at: edge.place) }
        guard let target = numbers[edge.target] else { throw reader.error(.invalidValue("dangling \(edge.target)"), at: edge.place) }
        ties.append((source, target))
      }
    }
    self.ids = ids
    self.ties = ties
  }

  private struct Edge {
    var source: String
    var target: String
    var place: Int
  }

  private static func readNodes(_ reader: inout JSONReader, _ ids: inout [String], _ numbers: inout [String: Int]) throws(JSONError) {
    try reader.beginArray()
    while try reader.nextElement() {
      try reader.beginObject()
      let place = reader.offset
      var id: String?
      while let key = try reader.nextKey() {
        if key.matches("id") { id = try name(&reader) } else { try reader.skip() }
      }
      guard let id else { throw reader.error(.invalidValue("missing-id"), at: place) }
      guard numbers.updateValue(ids.count, forKey: id) == nil else { throw reader.error(.invalidValue("duplicate-id \(id)"), at: place) }
      ids.append(id)
    }
  }

  private static func readEdges(_ reader: inout JSONReader) throws(JSONError) -> [Edge] {
    var edges: [Edge] = []
    try reader.beginArray()
    while try reader.nextElement() {
      try reader.beginObject()
      let place = reader.offset
      var source: String?
      var target: String?
      while let key = try reader.nextKey() {
        if key.matches("source") {
          source = try name(&reader)
        } else if key.matches("target") {
          target = try name(&reader)
        } else {
          try reader.skip()
        }
      }
      guard let source, let target else { throw reader.error(.invalidValue("missing-id"), at: place) }
      edges.append(Edge(source: source, target: target, place: place))
    }
    return edges
  }

  /// An id is a text or a number.
  private static func name(_ reader: inout JSONReader) throws(JSONError) -> String {
    if case .number = try reader.kind() { return try reader.number() }
    return try reader.string()
  }

  public var network: PlainNetwork { PlainNetwork(count: ids.count, ties: ties) }

  /// The positions in the order of the nodes, a node a line, to a thousandth of a step.
  public func text(_ positions: NetworkPositions) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    for (number, id) in ids.enumerated() where number < positions.count {
      writer.key(id)
      writer.beginInlineArray()
      writer.number(Self.thousandths(positions.x[number]))
      writer.number(Self.thousandths(positions.y[number]))
      writer.endInlineArray()
    }
    writer.endObject()
    return writer.finish()
  }

  private static func thousandths(_ value: Float) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "0" }
    let rounded = Int((Double(value) * 1000).rounded())
    let digits = String(rounded.magnitude % 1000)
    let sign = rounded < 0 ? "-" : ""
    return sign + String(rounded.magnitude / 1000) + "." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
