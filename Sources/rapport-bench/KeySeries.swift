/// Keys pressed one after another on one screen, each until its frame is complete.
struct KeySeries {
  let name: String
  /// Pressed first and not counted.
  let before: [[UInt8]]
  let keys: [[UInt8]]
  /// Pressed afterwards and not counted.
  var after: [[UInt8]] = []

  private static let up = Array("\u{1B}[A".utf8)
  private static let down = Array("\u{1B}[B".utf8)
  private static let right = Array("\u{1B}[C".utf8)
  private static let left = Array("\u{1B}[D".utf8)
  private static let pageDown = Array("\u{1B}[6~".utf8)
  private static let pageUp = Array("\u{1B}[5~".utf8)
  private static let escape: [UInt8] = [0x1B]

  /// Alt and a digit shows a screen whatever is selected.
  private static func screen(_ number: Int) -> [UInt8] { [0x1B, 0x30 + UInt8(number)] }

  private static func times(_ count: Int, _ key: [UInt8]) -> [[UInt8]] { Array(repeating: key, count: count) }

  /// What a facilitator does most: moving on each screen, going from screen to screen, finding, and setting a value.
  static let all: [KeySeries] =
    ["overview", "map", "stakeholders", "trust", "markets", "initiatives", "plan", "workshop", "advice"].enumerated().map { index, name in
      KeySeries(
        name: name, before: [screen(index + 1)] + times(4, down),
        keys: times(30, down) + times(15, up) + times(5, right) + times(5, left) + times(4, pageDown) + times(4, pageUp)
          + [Array("\t".utf8)] + times(8, down) + [Array("\t".utf8)] + [Array("G".utf8), Array("g".utf8)])
    } + [
      KeySeries(name: "screen to screen", before: [screen(1)], keys: (0..<5).flatMap { _ in (1...9).map { screen($0 % 9 + 1) } }),
      KeySeries(
        name: "find, letter by letter", before: [screen(3), Array("/".utf8)], keys: Array("growers mango pack".utf8).map { [$0] },
        after: [escape]),
      KeySeries(
        name: "set a level (an edit)", before: [screen(3)] + times(6, right),
        keys: (0..<12).flatMap { _ in [Array("4".utf8), Array("2".utf8)] }),
      KeySeries(name: "undo and redo", before: [], keys: (0..<10).flatMap { _ in [Array("u".utf8), [0x19]] }),
    ]
}
