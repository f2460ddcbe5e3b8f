import Drawing
import Testing

@testable import Widgets

private let dialog = Dialog(
  title: "Save?", message: ["The file changed on disk since it was opened here."],
  buttons: [DialogButton("k", "Keep mine", isDangerous: true), DialogButton("m", "Merge"), DialogButton("c", "Cancel")])

@Test("a dialog is answered by letter, by arrows, by click, and left by Esc; the dangerous answer is never the first")
func answering() {
  var dialog = dialog
  #expect(dialog.cursor == 1)
  #expect(dialog.handle(Key("K")) == .chosen(0))
  #expect(dialog.handle(Key("x")) == .ignored)
  _ = dialog.handle(Key(.right))
  #expect(dialog.handle(Key(.enter)) == .chosen(2))
  #expect(dialog.handle(Key(.escape)) == .cancelled)
  let area = screen(50, 8)
  let lines = drawn(50, 8) { rect, surface in dialog.draw(in: rect, on: &surface) }
  let row = lines.firstIndex { $0.contains("Merge") } ?? 0
  let column = Array(lines[row]).firstIndex(of: "M") ?? 0
  #expect(dialog.handle(MouseEvent(.press, at: Point(x: column, y: row)), in: area) == .chosen(1))
}

@Test("a dialog wraps its words, and its buttons where there is no room for one row")
func dialogDrawing() {
  #expect(drawn(34, 9) { rect, surface in dialog.draw(in: rect, on: &surface) } == block("""

     ┌ Save? ───────────────────────┐
     │ The file changed on disk     │
     │ since it was opened here.    │
     │                              │
     │  k Keep mine    m Merge      │
     │  c Cancel                    │
     └──────────────────────────────┘

    """))
}

@Test("a menu is chosen from by letter; the letter's case counts when both are there")
func menu() {
  var menu = Menu(
    title: "Kind",
    items: [
      MenuItem("s", "supplies", detail: "goods for money"), MenuItem("S", "services"),
      MenuItem("a", "advises", unavailable: "not in room mode"),
    ])
  #expect(menu.handle(Key("S")) == .chosen(1))
  #expect(menu.handle(Key("A")) == .unavailable(2))
  #expect(menu.handle(Key(.down)) == .moved)
  #expect(menu.handle(Key(.enter)) == .chosen(0))
  #expect(drawn(40, 5) { rect, surface in menu.draw(in: rect, on: &surface) } == block("""
       ┌ Kind ─────────────────────────┐
       │ s  supplies  goods for money  │
       │ S  services                   │
       │ a  advises  not in room mode  │
       └───────────────────────────────┘
    """))
}
