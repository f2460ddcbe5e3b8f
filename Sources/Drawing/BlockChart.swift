/// Values as blocks of growing height or length.
public enum BlockChart {
  private static let heights = Array("▁▂▃▄▅▆▇█")
  private static let lengths = Array("▏▎▍▌▋▊▉")

  /// One block a value from `▁` to `█`, between `lowest` and `highest` (the values' own by default); `·` where there is no value.
  /// Values that are all equal stand in the middle.
  public static func sparkline(_ values: [Double?], lowest: Double? = nil, highest: Double? = nil) -> String {
    let known = values.compactMap { $0 }.filter(\.isFinite)
    let low = lowest ?? known.min() ?? 0
    let high = highest ?? known.max() ?? 0
    return String(
      values.map { value in
        guard let value, value.isFinite else { return "·" }
        guard high > low else { return heights[3] }
        let part = min(1, max(0, (value - low) / (high - low)))
        return heights[min(7, Int((part * 7).rounded()))]
      })
  }

  /// A bar of at most `width` columns for a part from 0 to 1, exact to an eighth of a column. A part above 0 always shows.
  public static func bar(_ part: Double, width: Int) -> String {
    guard part.isFinite, part > 0, width > 0 else { return "" }
    let eighths = max(1, Int((min(1, part) * Double(min(width, 10_000)) * 8).rounded()))
    let rest = eighths % 8
    return String(repeating: "█", count: eighths / 8) + (rest == 0 ? "" : String(lengths[rest - 1]))
  }
}
