import Drawing

/// Steps one above the other, of which the lower ones have been climbed.
public struct Ladder: Hashable, Sendable {
  /// The lowest first.
  public var steps: [String]
  /// How many are behind, from none to all.
  public var reached: Int
  /// What to do for the next step; said beside it.
  public var next: String

  public init(steps: [String], reached: Int, next: String = "") {
    self.steps = steps
    self.reached = min(max(0, reached), steps.count)
    self.next = next
  }

  /// One line a step, the highest first, with what to do under the next one.
  public func lines() -> [StyledLine] {
    var lines: [StyledLine] = []
    for (index, step) in steps.enumerated().reversed() {
      let number = String(index + 1)
      if index < reached {
        let isHere = index == reached - 1
        lines.append(StyledLine([StyledText("  ■ ", Style(.progress)), StyledText(number + " " + step, Style(isHere ? .strong : .text))], hangingIndent: 6))
      } else if index == reached {
        lines.append(StyledLine([StyledText("▸ □ ", Style(.accent)), StyledText(number + " " + step, Style(.accent))], hangingIndent: 6))
        if !next.isEmpty { lines.append(StyledLine([StyledText("      "), StyledText(next)], hangingIndent: 6)) }
      } else {
        lines.append(StyledLine("  □ " + number + " " + step, .dim, hangingIndent: 6))
      }
    }
    return lines
  }

  /// The whole ladder lying on one line: `■■■■■□□`.
  public var strip: [StyledText] {
    [
      StyledText(String(repeating: "■", count: reached), Style(.progress)),
      StyledText(String(repeating: "□", count: steps.count - reached), .dim),
    ]
  }
}
