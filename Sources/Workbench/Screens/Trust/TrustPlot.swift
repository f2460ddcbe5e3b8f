import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

/// The trust index year by year as a small picture of lines: all, and between small and large, each named at its end.
struct TrustPlot {
  struct Line {
    let name: String
    let values: [Double?]
    let style: Style
  }

  let years: [Int]
  let lines: [Line]
  /// How a value is written.
  let mean: (Double) -> String

  init(_ course: TrustCourse, _ words: any Catalogue) {
    years = course.years
    lines = [
      Line(name: words.trust(.all), values: course.values(.all), style: Style(.chart)),
      Line(name: words.trust(.smallAndLarge), values: course.values(.betweenSizes), style: Style(.warning)),
    ].filter { $0.values.contains { $0 != nil } }
    mean = { words.mean($0) }
  }

  /// Rows of the picture, with the years in the last one. Empty when there is nothing to compare or no room.
  func rows(width: Int, height: Int) -> [StyledLine] {
    let names = (lines.map { TextWidth.columns($0.name) }.max() ?? 0) + 5
    let plot = Size(width: width - 3 - names, height: height - 1)
    guard years.count > 1, let first = years.first, let last = years.last, plot.width >= 12, plot.height >= 3 else { return [] }
    func x(_ year: Int) -> Int { (year - first) * (plot.width * 2 - 1) / max(1, last - first) }
    // Levels from 1 to 5, whatever the values are: a small change shall look small.
    func y(_ value: Double) -> Int { Int(((5 - min(max(1, value), 5)) / 4 * Double(plot.height * 4 - 1)).rounded()) }
    var cells = [[(Character, Style)]](
      repeating: Array(repeating: (" ", .text), count: plot.width), count: plot.height)
    var ends: [[StyledText]?] = Array(repeating: nil, count: plot.height)
    for level in [1, 3, 5] {
      let row = y(Double(level)) / 4
      for column in cells[row].indices { cells[row][column] = ("┄", Style(.border)) }
    }
    for line in lines {
      var canvas = BrailleCanvas(plot)
      let points = zip(years, line.values).compactMap { year, value in value.map { Point(x: x(year), y: y($0)) } }
      for (from, to) in zip(points, points.dropFirst()) { canvas.line(from: from, to: to) }
      for row in 0..<plot.height {
        for column in 0..<plot.width {
          if let character = canvas.character(x: column, y: row) { cells[row][column] = (character, line.style) }
        }
      }
      guard let value = line.values.last ?? nil else { continue }
      var row = y(value) / 4
      while ends[row] != nil, row + 1 < plot.height { row += 1 }
      while ends[row] != nil, row > 0 { row -= 1 }
      ends[row] = [StyledText(" " + mean(value), line.style.adding(.bold)), StyledText(" " + line.name, line.style)]
    }
    var rows = cells.enumerated().map { index, row in
      let level = [1, 3, 5].first { y(Double($0)) / 4 == index }
      return StyledLine([StyledText(level.map { " \($0) " } ?? "   ", .dim)] + TrustPlot.runs(row) + (ends[index] ?? []))
    }
    rows.append(StyledLine("   " + yearRow(plot.width, x), .dim))
    return rows
  }

  private static func runs(_ row: [(Character, Style)]) -> [StyledText] {
    var runs: [StyledText] = []
    for (character, style) in row {
      if runs.last?.style == style { runs[runs.count - 1].text.append(character) } else { runs.append(StyledText(String(character), style)) }
    }
    return runs
  }

  /// The years below their points, the first and the last in any case, others where there is room.
  private func yearRow(_ width: Int, _ x: (Int) -> Int) -> String {
    var row = [Character](repeating: " ", count: width)
    var taken: [Range<Int>] = []
    guard let first = years.first, let last = years.last else { return "" }
    for year in [first, last] + years.dropFirst().dropLast() {
      let text = Array(String(year))
      let start = min(max(0, x(year) / 2 - 1), max(0, width - text.count))
      let range = start..<(start + text.count)
      guard range.upperBound <= width, !taken.contains(where: { $0.lowerBound - 1 < range.upperBound && range.lowerBound - 1 < $0.upperBound })
      else { continue }
      taken.append(range)
      row.replaceSubrange(range, with: text)
    }
    return String(row)
  }
}
