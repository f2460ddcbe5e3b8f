import Foundation
import Testing

/// SwiftPM lets a module import what it does not declare, as long as something else has been built before; this test does not.
@Suite struct ModuleTableTests {
  /// What each module may import besides what comes with the system and the language: the table of the design.
  private static let table: [String: Set<String>] = [
    "rapport": [
      "Workbench", "Terminal", "Exchange", "SessionStore", "Sealing", "ChainAnalysis", "MapLayout", "SessionModel", "Library", "Words", "Drawing",
      "JSON", "CSupport", "ArgumentParser",
    ],
    "rapport-bench": ["Workbench", "SessionStore", "SessionModel", "MapLayout", "ChainAnalysis", "Words", "Drawing", "JSON", "CSupport"],
    "fuzz": ["Workbench", "Exchange", "Drawing", "SessionStore", "Sealing", "SessionModel", "Library", "Words", "JSON", "CSupport"],
    "Workbench": ["Widgets", "Exchange", "ChainAnalysis", "MapLayout", "SessionModel", "Library", "Words", "Drawing", "JSON"],
    "Terminal": ["Drawing", "CNcurses", "CSupport"],
    "Widgets": ["Drawing"],
    "Exchange": ["ChainAnalysis", "MapLayout", "SessionModel", "Drawing", "Words", "JSON"],
    "SessionStore": ["Sealing", "SessionModel", "JSON", "CSupport"],
    "Sealing": ["Crypto", "CryptoExtras"],
    "ChainAnalysis": ["SessionModel"],
    "MapLayout": ["SessionModel"],
    "SessionModel": ["JSON"],
    "Library": ["Drawing", "TOMLKit"],
    "Words": ["ChainAnalysis", "SessionStore", "Sealing", "SessionModel", "JSON"],
    "Drawing": [],
    "JSON": [],
    "CNcurses": [],
    "CSupport": [],
  ]

  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources")

  @Test("every folder of the sources is a module of the table")
  func everyFolderIsInTheTable() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path).filter { !$0.hasPrefix(".") }
    #expect(Set(folders) == Set(Self.table.keys))
  }

  @Test("a module imports only what the table lets it import", arguments: table.keys.sorted())
  func imports(module: String) throws {
    let allowed = (Self.table[module] ?? []).union(["Glibc", "Darwin", "Synchronization"])
    for file in try swiftFiles(of: module) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        guard let name = importedModule(String(line)) else { continue }
        #expect(allowed.contains(name), "\(file.lastPathComponent):\(number + 1) imports \(name)")
      }
    }
  }

  @Test("no module is the name of a type declared in it", arguments: table.keys.sorted())
  func noTypeIsNamedLikeItsModule(module: String) throws {
    let pattern = try Regex("(struct|class|enum|protocol|actor)\\s+\(module.replacing("-", with: ""))\\b")
    for file in try swiftFiles(of: module) {
      #expect(try String(contentsOf: file, encoding: .utf8).firstMatch(of: pattern) == nil, "\(file.lastPathComponent)")
    }
  }

  private func swiftFiles(of module: String) throws -> [URL] {
    let folder = Self.sources.appendingPathComponent(module)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return paths.filter { $0.hasSuffix(".swift") }.sorted().map { folder.appendingPathComponent($0) }
  }

  /// The module that a line imports, attributes and single declarations aside.
  private func importedModule(_ line: String) -> String? {
    let pattern = /^\s*(?:@\w+(?:\([^)]*\))?\s+|public\s+|internal\s+|private\s+|package\s+)*import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/
    return line.firstMatch(of: pattern).map { String($0.output.1) }
  }
}
