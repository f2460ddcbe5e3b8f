import Drawing
import Testing

@testable import Widgets

private let kinds = [CompletionItem("exporter"), CompletionItem("importer"), CompletionItem("expert")]

@Test("an actor in one line: words complete after each comma, and Enter hands over the whole")
func capturing() {
  var line = CaptureLine(label: "Add", placeholder: "name, kind, role")
  for key in keys("Frutas, exp") { _ = line.handle(key) }
  #expect(line.part == (1, "exp"))
  line.suggest(kinds)
  line.note = MessageLine("near-duplicate of Frutas del Caribe", .warning)
  let lines = drawn(60, 6) { rect, surface in line.draw(in: rect.split(bottom: 1).1, bounds: rect, on: &surface) }
  #expect(lines == block("""

              ┌───────────────────┐
              │ expert            │
              │ exporter          │
              └───────────────────┘
    Add Frutas, exp                 near-duplicate of Frutas de…
    """))
  #expect(line.handle(Key(.down)) == .moved)
  #expect(line.handle(Key(.down)) == .moved)
  #expect(line.handle(Key(.enter)) == .completed(kinds[0], text: "Frutas, exporter"))
  for key in keys(", anchor") { _ = line.handle(key) }
  #expect(line.handle(Key(.enter)) == .submitted("Frutas, exporter, anchor"))
  line.clear()
  #expect(line.text.isEmpty && line.note.text.isEmpty)
}

@Test("Tab completes, Enter takes what was typed unless it must be one of the list, Esc closes the list before the line")
func captureKeys() {
  var line = CaptureLine(label: "Kind", separator: nil)
  for key in keys("exp") { _ = line.handle(key) }
  line.suggest(kinds)
  var other = line
  #expect(other.handle(Key(.enter)) == .submitted("exp"))
  #expect(line.handle(Key(.tab)) == .completed(kinds[2], text: "expert"))
  line.clear()
  for key in keys("imp") { _ = line.handle(key) }
  line.suggest(kinds, mustMatch: true)
  #expect(line.handle(Key(.escape)) == .moved)
  #expect(line.handle(Key(.escape)) == .cancelled)
  line.suggest(kinds, mustMatch: true)
  #expect(line.handle(Key(.enter)) == .completed(kinds[1], text: "importer"))
}

@Test("a paste of many lines comes as lines, the first behind what was typed")
func capturePaste() {
  var line = CaptureLine(label: "Add")
  for key in keys("A ") { _ = line.handle(key) }
  #expect(line.paste("one\r\n\n  \ntwo, exporter\n") == .submittedLines(["A one", "two, exporter"]))
  #expect(line.text.isEmpty)
  #expect(line.paste("three\n") == .changed("three"))
}

@Test("what is typed or pasted takes the place of an offered text; a cursor key makes it one's own")
func offered() {
  func line(_ keys: Key...) -> String {
    var line = CaptureLine(label: "Save as", text: "session.json", isOffered: true, separator: nil)
    for key in keys { _ = line.handle(key) }
    return line.text
  }
  #expect(line(Key("v"), Key("i")) == "vi")
  #expect(line(Key(.end), Key("x")) == "session.jsonx")
  #expect(line(Key(.backspace)) == "")
  var pasted = CaptureLine(label: "Save as", text: "session.json", isOffered: true, separator: nil)
  _ = pasted.paste("other")
  #expect(pasted.text == "other")
  pasted.offer("what was left")
  #expect(pasted.paste("one\ntwo") == .submittedLines(["one", "two"]))
  #expect(line() == "session.json")
}
