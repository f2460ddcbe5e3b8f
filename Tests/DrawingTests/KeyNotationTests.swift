import Testing

@testable import Drawing

@Suite struct KeyNotationTests {
  @Test("every key is read back from its notation")
  func roundTrip() {
    var codes: [Key.Code] = [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .backspace, .enter, .escape, .tab,
    ]
    codes += (1...12).map { .function($0) }
    codes += "aZ1 <>*:é日-".map { .character($0) }
    for code in codes {
      for modifiers in [[], .control, .alt, .shift, [.control, .alt], [.alt, .shift]] as [Key.Modifiers] {
        if case .character(let character) = code, modifiers.contains(.shift) || character == "Z" && modifiers.contains(.control) { continue }
        let key = Key(code, modifiers)
        #expect(KeyNotation.parse(KeyNotation.notation(of: key)) == key)
      }
    }
  }

  @Test(
    "scripts and hints spell keys as people know them",
    arguments: [
      ("<C-s>", Key.control("s"), "Ctrl+S"), ("<C-S>", .control("s"), "Ctrl+S"), ("<M-1>", .alt("1"), "Alt+1"),
      ("<cr>", Key(.enter), "Enter"), ("<S-Tab>", Key(.tab, .shift), "Shift+Tab"), ("<Left>", Key(.left), "←"),
      ("<Space>", Key(" "), "Space"), ("<lt>", Key("<"), "<"), ("<F5>", Key(.function(5)), "F5"), ("<Esc>", Key(.escape), "Esc"),
      ("A", Key("A"), "A"), ("<C-Left>", Key(.left, .control), "Ctrl+←"), ("<star>", Key("*"), "*"),
    ])
  func spelling(_ notation: String, _ key: Key, _ label: String) {
    #expect(KeyNotation.parse(notation) == key)
    #expect(KeyNotation.label(of: key) == label)
  }

  @Test("what names no key is refused", arguments: ["", "ab", "<>", "<C->", "<Foo>", "<F0>", "<F99>", "<X-a>", "\u{1B}", "\u{202E}", "<a"])
  func refused(_ text: String) { #expect(KeyNotation.parse(text) == nil) }
}
