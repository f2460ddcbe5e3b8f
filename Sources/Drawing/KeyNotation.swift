/// The spelling of keys in scripts and configuration: `a`, `<Down>`, `<C-s>`, `<M-1>`, `<S-Tab>`, `<CR>`, `<lt>`; and for people: `Ctrl+S`.
public enum KeyNotation {
  private static let names: [(name: String, code: Key.Code, label: String)] = [
    ("Up", .up, "↑"), ("Down", .down, "↓"), ("Left", .left, "←"), ("Right", .right, "→"),
    ("Home", .home, "Home"), ("End", .end, "End"), ("PgUp", .pageUp, "PgUp"), ("PgDn", .pageDown, "PgDn"),
    ("Ins", .insert, "Ins"), ("Del", .delete, "Del"), ("BS", .backspace, "Backspace"), ("CR", .enter, "Enter"),
    ("Esc", .escape, "Esc"), ("Tab", .tab, "Tab"), ("Space", .character(" "), "Space"),
    ("lt", .character("<"), "<"), ("gt", .character(">"), ">"), ("star", .character("*"), "*"),
    // Read, never written: `notation` takes the first name of a code.
    ("Enter", .enter, "Enter"),
  ]

  /// The key that a notation names: one character, or a name in angle brackets with modifiers (`C-` control, `M-` Alt, `S-` Shift) before it.
  /// Names may be in either case. Nil when it names none.
  public static func parse(_ text: String) -> Key? {
    if text.count == 1, let character = text.first {
      return TextWidth.columns(character) > 0 && !character.unicodeScalars.contains(where: TextWidth.isUnsafe) ? Key(character) : nil
    }
    guard text.hasPrefix("<"), text.hasSuffix(">"), text.count > 2 else { return nil }
    var rest = text.dropFirst().dropLast()
    var modifiers: Key.Modifiers = []
    while rest.count > 2, rest.dropFirst().first == "-" {
      switch rest.first {
      case "C", "c": modifiers.insert(.control)
      case "M", "m", "A", "a": modifiers.insert(.alt)
      case "S", "s": modifiers.insert(.shift)
      default: return nil
      }
      rest = rest.dropFirst(2)
    }
    if rest.count == 1, let character = rest.first {
      if modifiers.isEmpty || modifiers.contains(.shift) { return nil }
      return Key(.character(modifiers.contains(.control) ? lowercased(character) : character), modifiers)
    }
    if let found = names.first(where: { sameName($0.name, rest) }) { return Key(found.code, modifiers) }
    if let first = rest.first, first == "F" || first == "f", let number = Int(rest.dropFirst()), (1...24).contains(number) {
      return Key(.function(number), modifiers)
    }
    return nil
  }

  /// The notation of a key, which `parse` reads back as the same key.
  public static func notation(of key: Key) -> String {
    let prefix =
      (key.modifiers.contains(.control) ? "C-" : "") + (key.modifiers.contains(.alt) ? "M-" : "")
      + (key.modifiers.contains(.shift) ? "S-" : "")
    if case .function(let number) = key.code { return "<\(prefix)F\(number)>" }
    if case .character(let character) = key.code {
      if prefix.isEmpty, character != "<", character != " " { return String(character) }
      if character != "<", character != ">", character != " " { return "<\(prefix)\(character)>" }
    }
    return "<\(prefix)\(names.first { $0.code == key.code }?.name ?? "")>"
  }

  /// How a hint or the help spells a key: `Ctrl+S`, `Alt+1`, `Shift+Tab`, `Enter`, `←`, `Space`, `F5`, `a`.
  public static func label(of key: Key) -> String {
    let prefix =
      (key.modifiers.contains(.control) ? "Ctrl+" : "") + (key.modifiers.contains(.alt) ? "Alt+" : "")
      + (key.modifiers.contains(.shift) ? "Shift+" : "")
    switch key.code {
    case .function(let number): return "\(prefix)F\(number)"
    case .character(let character) where character != " ":
      return prefix + (key.modifiers.contains(.control) ? character.uppercased() : String(character))
    default: return prefix + (names.first { $0.code == key.code }?.label ?? "")
    }
  }

  private static func lowercased(_ character: Character) -> Character { character.lowercased().first ?? character }

  private static func sameName(_ name: String, _ other: Substring) -> Bool {
    name.utf8.count == other.utf8.count && zip(name.utf8, other.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }
}
