/// Cells side by side on one row, to be drawn again as they are: what has been worked out once need not be on every key.
public struct Strip: Sendable {
  fileprivate var cells: [Cell]

  public var width: Int { cells.count }

  fileprivate init(cells: ArraySlice<Cell>) { self.cells = Array(cells) }
}

extension Surface {
  /// The cells of a part of a row; nil when they mean something on this surface only, or lie outside it.
  public func strip(x: Int, y: Int, width: Int) -> Strip? {
    guard x >= 0, y >= 0, y < size.height, width > 0, x + width <= size.width else { return nil }
    let row = cells[(y * size.width + x)..<(y * size.width + x + width)]
    guard !row.contains(where: \.isCluster), row.first?.isContinuation == false else { return nil }
    return Strip(cells: row)
  }

  /// Draws a strip, as far as the clip lets it.
  public mutating func put(_ strip: Strip, x: Int, y: Int) {
    guard y >= clip.y, y < clip.bottom else { return }
    let low = max(x, clip.x)
    let high = min(x + strip.width, clip.right)
    guard low < high else { return }
    strip.cells.withUnsafeBufferPointer { source in
      withRow(y) { row in
        // Half of a wide character can neither stay nor come.
        if low > 0, row[low].isContinuation { row[low - 1].code = 32 }
        if high < row.count, row[high].isContinuation { row[high].code = 32 }
        for at in low..<high { row[at] = source[at - x] }
        if row[low].isContinuation { row[low].code = 32 }
        if high - x < source.count, source[high - x].isContinuation { row[high - 1].code = 32 }
      }
    }
  }
}
