import Drawing
import SessionModel

/// Initiatives as a staircase: steps upwards, time to the right. Drawn as SVG and as characters, in black and white.
struct CrescendoChart {
  struct Bar {
    var label: String
    /// 1…5, or nil when it was not assessed.
    var step: Int?
    var from: PartialDate?
    var to: PartialDate?
    /// Filled when over, an outline while planned or running.
    var isOver: Bool
  }

  /// The highest step first, within a step the latest first: so that the bars climb.
  private let groups: [(step: Int?, bars: [Bar])]
  private let firstYear: Int
  /// The year after the last.
  private let endYear: Int

  init(_ bars: [Bar]) {
    var groups: [(step: Int?, bars: [Bar])] = []
    for bar in bars.reversed() {
      if let last = groups.last, last.step == bar.step { groups[groups.count - 1].bars.append(bar) } else { groups.append((bar.step, [bar])) }
    }
    self.groups = groups
    let years = bars.flatMap { [$0.from?.year, $0.to?.year] }.compactMap { $0 }
    firstYear = years.min() ?? 0
    endYear = (years.max() ?? 0) + 1
  }

  private var hasTime: Bool { firstYear > 0 }
  private var firstDay: Int { PartialDate(year: max(1, firstYear))?.firstDay ?? 0 }
  private var days: Int { max(1, (PartialDate(year: max(1, endYear - 1))?.lastDay ?? 1) - firstDay + 1) }

  /// Years to write on the axis, at most ten of them.
  private var ticks: [Int] {
    let span = endYear - firstYear
    let stride = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000].first { span / $0 <= 10 } ?? 5000
    return Array(Swift.stride(from: firstYear, to: endYear, by: stride))
  }

  /// Where a bar starts and ends on an axis of that length; nil without dates.
  private func extent(_ bar: Bar, _ length: Int, atLeast least: Int) -> (start: Int, length: Int)? {
    guard hasTime, let from = bar.from ?? bar.to else { return nil }
    let to = max(from.lastDay, (bar.to ?? from).lastDay)
    let start = min(max(0, (from.firstDay - firstDay) * length / days), length - least)
    let end = min(length, (to + 1 - firstDay) * length / days)
    return (start, max(least, end - start))
  }

  // MARK: Characters

  private static let labelColumns = 34
  private static let chartColumns = 44

  func text(step: (Int) -> String) -> String {
    guard hasTime else { return "" }
    var lines: [String] = []
    for group in groups {
      if let number = group.step { lines.append("\(number)  " + ReportEscaping.plain(step(number))) }
      for bar in group.bars {
        let label = Self.cut(ReportEscaping.plain(bar.label), Self.labelColumns)
        let padding = String(repeating: " ", count: max(0, Self.labelColumns - TextWidth.columns(label)))
        var cells = Array(repeating: Character("·"), count: Self.chartColumns)
        if let extent = extent(bar, Self.chartColumns, atLeast: 1) {
          for index in extent.start..<min(Self.chartColumns, extent.start + extent.length) { cells[index] = bar.isOver ? "█" : "▒" }
        }
        lines.append(label + padding + " " + String(cells))
      }
    }
    var axis = Array(repeating: Character(" "), count: Self.chartColumns)
    for year in ticks {
      let at = ((PartialDate(year: year)?.firstDay ?? 0) - firstDay) * Self.chartColumns / days
      let digits = Array(String(year))
      guard at + digits.count <= Self.chartColumns, at == 0 || axis[at - 1] == " " else { continue }
      for (offset, digit) in digits.enumerated() { axis[at + offset] = digit }
    }
    lines.append(String(repeating: " ", count: Self.labelColumns + 1) + String(axis))
    return lines.joined(separator: "\n")
  }

  private static func cut(_ text: String, _ columns: Int) -> String {
    guard TextWidth.columns(text) > columns else { return text }
    var result = ""
    var width = 0
    for character in text {
      let size = TextWidth.columns(character)
      guard width + size < columns else { break }
      result.append(character)
      width += size
    }
    return result + "…"
  }

  // MARK: SVG

  private static let width = 720
  private static let left = 270
  private static let rowHeight = 17

  func svg(title: String, step: (Int) -> String) -> String {
    guard hasTime else { return "" }
    let length = Self.width - Self.left - 8
    var y = 4
    var body = ""
    for group in groups {
      body += "<line x1=\"0\" y1=\"\(y)\" x2=\"\(Self.width)\" y2=\"\(y)\" class=\"band\"/>"
      if let number = group.step {
        body += "<text x=\"0\" y=\"\(y + 14)\" class=\"step\">\(number) \(ReportEscaping.html(step(number)))</text>"
        y += Self.rowHeight + 2
      }
      for bar in group.bars {
        body += "<text x=\"\(Self.left - 8)\" y=\"\(y + 12)\" text-anchor=\"end\">\(ReportEscaping.html(Self.cut(bar.label, 44)))</text>"
        if let extent = extent(bar, length, atLeast: 4) {
          body += "<rect x=\"\(Self.left + extent.start)\" y=\"\(y + 3)\" width=\"\(extent.length)\" height=\"10\" class=\"\(bar.isOver ? "over" : "open")\"/>"
        }
        y += Self.rowHeight
      }
      y += 4
    }
    var axis = "<line x1=\"0\" y1=\"\(y)\" x2=\"\(Self.width)\" y2=\"\(y)\" class=\"axis\"/>"
    for year in ticks {
      let x = Self.left + ((PartialDate(year: year)?.firstDay ?? 0) - firstDay) * length / days
      axis += "<line x1=\"\(x)\" y1=\"4\" x2=\"\(x)\" y2=\"\(y + 4)\" class=\"tick\"/><text x=\"\(x + 2)\" y=\"\(y + 14)\">\(year)</text>"
    }
    let style = """
      <style>.crescendo text{font:11px system-ui,sans-serif;fill:#111}.crescendo .step{font-weight:600}.crescendo .band{stroke:#999;stroke-width:.7}\
      .crescendo .axis{stroke:#111}.crescendo .tick{stroke:#ddd;stroke-width:.7}.crescendo .over{fill:#444;stroke:#444}.crescendo .open{fill:#fff;stroke:#111;stroke-width:1.3}</style>
      """
    let height = y + 20
    return "<svg class=\"crescendo\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Self.width) \(height)\" role=\"img\">"
      + "<title>\(ReportEscaping.html(title))</title>\(style)\(axis)\(body)</svg>"
  }
}
