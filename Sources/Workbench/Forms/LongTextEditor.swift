import Drawing
import SessionModel
import Widgets
import Words

/// A text of any length, in a page of its own.
struct LongTextEditor: Sendable {
  let field: FieldDescription
  var area: TextArea
}

extension Desk {
  mutating func update(_ editor: LongTextEditor, _ event: Event) -> [Effect] {
    var editor = editor
    let rect = Desk.formBody(in: Rect(size))
    switch event {
    case .key(let key):
      if [Key(.escape), Key.control("s"), Key(.function(2))].contains(key) {
        let text = editor.area.text
        handBack(text.isEmpty ? .empty : .text(text), editor.field)
        return []
      }
      if key == Key.control("e") {
        layers.append(.text(editor))
        return [.edit(editor.area.text)]
      }
      _ = editor.area.handle(key, in: rect)
    case .paste(let text): _ = editor.area.paste(text, in: rect)
    case .mouse(let mouse): _ = editor.area.handle(mouse, in: rect)
    default: break
    }
    layers.append(.text(editor))
    return []
  }

  /// The text as the user's own editor gave it back.
  mutating func takeEdited(_ text: String) {
    guard case .text(var editor)? = layers.popLast() else { return }
    editor.area = TextArea(text)
    layers.append(.text(editor))
  }
}
