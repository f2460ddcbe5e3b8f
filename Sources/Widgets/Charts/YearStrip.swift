import Drawing

/// The twelve months side by side, with a row for each thing that goes through the year.
public struct YearStrip: Hashable, Sendable {
  /// One or two letters a month, from January.
  public var initials: [String]
  /// Columns before January, for the rows' names.
  public var labelWidth: Int
  /// Columns a month.
  public var cellWidth: Int

  /// As wide as fits in `width`, two to four columns a month.
  public init(initials: [String], labelWidth: Int, width: Int) {
    self.initials = initials
    self.labelWidth = labelWidth
    cellWidth = min(4, max(2, (width - labelWidth) / 12))
  }

  public var head: StyledLine {
    let months = initials.prefix(12).map { TextWidth.padded($0, to: cellWidth) }.joined()
    return StyledLine(String(repeating: " ", count: labelWidth) + months, .dim)
  }

  /// Filled where the month belongs to it; 1 is January.
  public func row(_ label: String, _ style: Style, contains: (Int) -> Bool) -> StyledLine {
    var runs = [name(label)]
    for month in 1...12 {
      let isIn = contains(month)
      // A month and its neighbour join to one bar.
      let gap = isIn && month < 12 && contains(month + 1) ? "█" : " "
      runs.append(StyledText(String(repeating: isIn ? "█" : "·", count: isIn ? cellWidth - 1 : 1), isIn ? style : .dim))
      runs.append(StyledText(isIn ? gap : String(repeating: " ", count: cellWidth - 1), style))
    }
    return StyledLine(runs)
  }

  /// A block a month, higher for more; blank where there is no value.
  public func row(_ label: String, _ style: Style, values: [Double?]) -> StyledLine {
    let blocks = Array(BlockChart.sparkline(values))
    let cells = blocks.prefix(12).map { String($0 == "·" ? " " : $0) }.map { TextWidth.padded($0 + ($0 == " " ? "" : $0), to: cellWidth) }
    return StyledLine([name(label), StyledText(cells.joined(), style)])
  }

  private func name(_ label: String) -> StyledText { StyledText(TextWidth.padded(TextWidth.truncated(label, to: labelWidth - 1), to: labelWidth), .dim) }
}
