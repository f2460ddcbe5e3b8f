import Drawing
import Foundation
import Testing

@testable import Library

@Suite(.timeLimit(.minutes(2))) struct HostileThemeTests {
  @Test("a damaged theme is a theme or an error with a sentence", arguments: ThemeLibrary.builtIn)
  func damaged(_ name: String) throws {
    let path = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let whole = try Array(String(contentsOfFile: "\(path)/themes/\(name).toml", encoding: .utf8).utf8)
    var state: UInt64 = 42
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, bound)))
    }
    let telling = Array("[]{}=\"'#.,\n\\u_-+0tT:".utf8) + [0, 0x1B, 0x80, 0xFF]
    for _ in 0..<40 {
      var bytes = whole
      for _ in 0...below(4) {
        let place = below(bytes.count)
        switch below(3) {
        case 0: bytes[place] = telling[below(telling.count)]
        case 1: bytes.insert(telling[below(telling.count)], at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 1 + below(20)))
        }
      }
      do throws(LibraryError) {
        _ = try ThemeLibrary.theme(fromTOML: String(decoding: bytes, as: UTF8.self), file: "my.toml")
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
  }

  @Test("a header that does not begin with a key is refused with its place; the library would stop the program", arguments: [
    ("[=]", 1, 1), ("a = 1\n [[ .a]]", 2, 2), ("[\n]", 1, 1), ("[é]", 1, 1), ("x = [\n[{a=1}]]\n[(]", 3, 1),
    ("s = \"\"\"\n[=]\n\"\"\"\n[=]", 4, 1), ("s = \"a\\\"b\" # [=]\n[#]", 2, 1), ("[ok]\n[.]", 2, 1),
  ])
  func headers(text: String, line: Int, column: Int) {
    let error = #expect(throws: LibraryError.self) { try ThemeLibrary.theme(fromTOML: text, file: "my.toml") }
    #expect(error?.line == line && error?.column == column)
  }

  @Test("nothing that begins as it should is refused", arguments: [
    "[a]", "[[a]]", "[ \"é\" ]", "[]", "[", "['x'.y]", "x = [\n  [1], # [\n  [{a=1}]\n]\n[b]", "s = '''\n[=]'''", "s = \"unclosed\n[a]",
  ])
  func others(text: String) { #expect(TOMLGuard.badHeader(in: text) == nil) }

  @Test("tables and lists in one another without end are refused, not followed", arguments: ["[", "{a=", "a.", "[[a."])
  func depth(open: String) {
    let text = "x = " + String(repeating: open, count: 100_000)
    #expect(throws: LibraryError.self) { try ThemeLibrary.theme(fromTOML: text, file: "my.toml") }
    #expect(throws: LibraryError.self) { try ThemeLibrary.theme(fromTOML: String(repeating: open, count: 100_000), file: "my.toml") }
  }
}
