import Drawing
import Testing

@testable import Widgets

/// `"hello<Left><C-z>X"` as keys: names in angle brackets, `C-`, `A-`, `S-` before them; `<lt>` is `<`.
func keys(_ notation: String) -> [Key] {
  var result: [Key] = []
  var rest = Substring(notation)
  while let character = rest.popFirst() {
    guard character == "<", let end = rest.firstIndex(of: ">") else {
      result.append(Key(character))
      continue
    }
    result.append(chord(String(rest[..<end])))
    rest = rest[rest.index(after: end)...]
  }
  return result
}

private func chord(_ name: String) -> Key {
  var name = Substring(name)
  var modifiers: Key.Modifiers = []
  for (prefix, modifier) in [("C-", Key.Modifiers.control), ("A-", .alt), ("S-", .shift)] where name.hasPrefix(prefix) {
    name = name.dropFirst(2)
    modifiers.insert(modifier)
  }
  let codes: [Substring: Key.Code] = [
    "Left": .left, "Right": .right, "Up": .up, "Down": .down, "Home": .home, "End": .end, "PgUp": .pageUp,
    "PgDn": .pageDown, "BS": .backspace, "Del": .delete, "Enter": .enter, "Esc": .escape, "Tab": .tab,
    "lt": .character("<"), "F2": .function(2), "F4": .function(4),
  ]
  return Key(codes[name] ?? .character(name.first ?? "?"), modifiers)
}

/// What a drawing shows, right blanks cut.
func drawn(_ width: Int, _ height: Int, _ draw: (Rect, inout Surface) -> Void) -> [String] {
  var surface = Surface(Size(width: width, height: height))
  draw(surface.bounds, &surface)
  return surface.lines
}

/// The rows of a text block, so that expected screens read as they look.
func block(_ text: String) -> [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

func screen(_ width: Int, _ height: Int) -> Rect { Rect(x: 0, y: 0, width: width, height: height) }

/// A generator of its own, so that a failure can be had again.
struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
