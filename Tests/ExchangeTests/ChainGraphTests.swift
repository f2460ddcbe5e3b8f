import Exchange
import Foundation
import SessionModel
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ChainGraphTests {
  private final class Reader: NSObject, XMLParserDelegate {
    var nodes: [String: String] = [:]
    var edges = 0
    private var id = ""
    private var text: String?

    func parser(_ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]) {
      if name == "node" { id = attributes["id"] ?? "" }
      if name == "edge" { edges += 1 }
      text = name == "data" && attributes["key"] == "node-label" ? "" : nil
    }
    func parser(_ parser: XMLParser, foundCharacters string: String) { text? += string }
    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      if let text, name == "data" { nodes[id] = text }
      text = nil
    }
  }

  private static let hostile = "\"]; evil -> x [label=\"\\\" </data><node id='x'/> & \u{1B}[2J \u{202E}b \\N {|} --> # // é"

  @Test("no name can become structure in GraphML, and all that can be seen of it arrives")
  func graphML() {
    let reader = Reader()
    let parser = XMLParser(data: Data(ChainGraph(Sample.hostile(Self.hostile)).graphML.utf8))
    parser.delegate = reader
    #expect(parser.parse())
    #expect(Set(reader.nodes.keys) == ["s-1", "s-2"])
    #expect(reader.edges == 1)
    #expect(reader.nodes["s-1"] == "\"]; evil -> x [label=\"\\\" </data><node id='x'/> & [2J b \\N {|} --> # // é")
  }

  @Test("no name can become structure in DOT: every quote and backslash in it is one")
  func dot() {
    let dot = ChainGraph(Sample.hostile(Self.hostile)).dot
    var depth = 0
    for line in dot.split(separator: "\n") {
      // Outside of quoted texts there is nothing but what every line has.
      var outside = ""
      var isQuoted = false
      var isEscaped = false
      for character in line {
        if isQuoted {
          if isEscaped { isEscaped = false } else if character == "\\" { isEscaped = true } else if character == "\"" { isQuoted = false }
        } else if character == "\"" {
          isQuoted = true
        } else {
          outside.append(character)
        }
      }
      #expect(!isQuoted)
      #expect(outside.wholeMatch(of: /(digraph \{|\}|  graph \[label=\]|  (?: -> )?(?: \[(?:\w+=(?:, )?)*\])?)/) != nil, "\(outside)")
      depth += 1
    }
    #expect(depth == 6)
  }

  @Test("the sample's network has every stakeholder and tie, and trust only where it is asked for")
  func sample() throws {
    let session = try Sample.mango()
    let room = ChainGraph(session.redacted(for: .room)).dot
    #expect(room.components(separatedBy: " -> ").count - 1 == session.redacted(for: .room).relationships.count)
    #expect(!room.contains("trust"))
    #expect(ChainGraph(session).dot.contains("kind=\"trust\", level=\"4\""))
  }
}
