import ChainAnalysis
import SessionModel
import Words

/// The network of a session for other programs: stakeholders as nodes, ties and current trust as directed edges.
///
/// It holds what the session holds: for an export that leaves confidential things out, redact the session first.
public struct ChainGraph: Sendable {
  struct Node: Sendable {
    let id: String
    let attributes: [(key: String, value: String)]
  }

  struct Edge: Sendable {
    let id: String
    let from: String
    let to: String
    let attributes: [(key: String, value: String)]
  }

  let title: String
  let nodes: [Node]
  let edges: [Edge]

  public init(_ session: Session) {
    title = Self.plain(session.profile.title)
    nodes = session.stakeholders.sorted.map { stakeholder in
      Node(
        id: stakeholder.id.text,
        attributes: Self.filled([
          ("label", stakeholder.name), ("type", stakeholder.type?.code ?? ""), ("segment", session.segment(stakeholder.segment)?.name ?? ""),
          ("size", stakeholder.size?.code ?? ""), ("sector", stakeholder.sector?.code ?? ""),
        ]))
    }
    let ties = session.relationships.sorted.compactMap { tie -> Edge? in
      guard let from = tie.from, let to = tie.to else { return nil }
      return Edge(
        id: tie.id.text, from: from.text, to: to.text,
        attributes: Self.filled([
          ("kind", tie.type?.code ?? "tie"), ("status", tie.status?.code ?? ""), ("mutual", tie.mutual == true ? "true" : ""),
          ("strength", tie.strength.map(String.init) ?? ""),
        ]))
    }
    let readings = ReadingIndex(session)
    let trust = readings.subjects(.trust).compactMap { of -> Edge? in
      guard let toward = of.toward, let reading = readings.current(of), let level = reading.level else { return nil }
      return Edge(
        id: reading.id.text, from: of.subject.text, to: toward.text, attributes: [("kind", "trust"), ("level", String(level))])
    }
    edges = ties + trust
  }

  private static func filled(_ attributes: [(String, String)]) -> [(key: String, value: String)] {
    attributes.map { (key: $0.0, value: plain($0.1)) }.filter { !$0.value.isEmpty }
  }

  /// One line without control characters and what turns the direction of writing.
  private static func plain(_ text: String) -> String { ReportEscaping.plain(text) }

  /// For Graphviz and all that reads its language.
  public var dot: String {
    func quoted(_ text: String) -> String {
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    func list(_ attributes: [(key: String, value: String)]) -> String {
      attributes.isEmpty ? "" : " [" + attributes.map { "\($0.key)=\(quoted($0.value))" }.joined(separator: ", ") + "]"
    }
    var lines = ["digraph {", "  graph [label=\(quoted(title))]"]
    lines += nodes.map { "  \(quoted($0.id))\(list($0.attributes))" }
    lines += edges.map { edge in
      let strength = edge.attributes.first { $0.key == "level" || $0.key == "strength" }.map { [(key: "penwidth", value: $0.value)] } ?? []
      return "  \(quoted(edge.from)) -> \(quoted(edge.to))\(list([(key: "id", value: edge.id)] + edge.attributes + strength))"
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  /// For Gephi, yEd, networkx and others.
  public var graphML: String {
    let numbers: Set = ["strength", "level"]
    func keys(_ attributes: [[(key: String, value: String)]], _ domain: String) -> [String] {
      Set(attributes.flatMap { $0.map(\.key) }).sorted().map { key in
        let type = numbers.contains(key) ? "int" : key == "mutual" ? "boolean" : "string"
        return "  <key id=\"\(domain)-\(key)\" for=\"\(domain)\" attr.name=\"\(key)\" attr.type=\"\(type)\"/>"
      }
    }
    func data(_ attributes: [(key: String, value: String)], _ domain: String) -> [String] {
      attributes.map { "      <data key=\"\(domain)-\($0.key)\">\(SVGText.escaped($0.value))</data>" }
    }
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">",
    ]
    lines += keys(nodes.map(\.attributes), "node") + keys(edges.map(\.attributes), "edge")
    lines.append("  <graph id=\"session\" edgedefault=\"directed\">")
    for node in nodes { lines += ["    <node id=\"\(node.id)\">"] + data(node.attributes, "node") + ["    </node>"] }
    for edge in edges {
      lines += ["    <edge id=\"\(edge.id)\" source=\"\(edge.from)\" target=\"\(edge.to)\">"] + data(edge.attributes, "edge") + ["    </edge>"]
    }
    return (lines + ["  </graph>", "</graphml>"]).joined(separator: "\n") + "\n"
  }
}
