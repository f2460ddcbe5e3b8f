import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

extension Outlook.Word {
  var style: Style {
    switch self {
    case .unlikely: Style(.error)
    case .possible: Style(.warning)
    case .likely: Style(.success)
    }
  }
}

extension Desk {
  /// Lines below a crescendo of this height: who pays, how trust went, and how it may go on.
  func crescendoFoot(height: Int) -> (money: Bool, trust: Bool, outlook: Bool) {
    guard audience == .facilitator else { return (false, false, false) }
    return (
      answers.chain?.contributions.payers.isEmpty == false && height > 11, trust.analysis.course.showsChange && height > 8,
      (outlook.current != nil || outlook.job != nil) && height > 10
    )
  }

  /// Under the years of the crescendo what each phase cost, and how much of it came from outside.
  func drawMoneyRow(_ axis: TimeAxis, in rect: Rect, chart: Rect, on surface: inout Surface) {
    surface.put(words.answer(.whoPays), x: rect.x + 1, y: rect.y, .dim, width: chart.x - rect.x - 1)
    guard let money = answers.chain?.contributions else { return }
    var x = chart.x
    for (place, id) in money.phases.enumerated() {
      guard let outside = money.share(of: place), let id, let phase = view.session.phase(id), let from = phase.from?.firstDay else { continue }
      func column(_ day: Int) -> Int { chart.x + axis.column(min(max(day, axis.days.lowerBound), axis.days.upperBound)) }
      let begins = max(x, column(from))
      // The first says what the figures are shares of.
      let note = x == chart.x ? " " + words.answer(.outside) : ""
      let text = StyledLine([StyledText("\(Int((outside * 100).rounded())) %", Style(.warning)), StyledText(note, .dim)])
      guard begins + text.columns <= chart.right else { continue }
      text.draw(x: begins, y: rect.y, width: text.columns, on: &surface)
      x = begins + text.columns + 1
      // Behind it a line as long as what is left of the phase: the project's part, then the members'.
      let length = (phase.to.map { column($0.lastDay) } ?? chart.right) - x
      guard length >= 4 else { continue }
      let project = Int((outside * Double(length)).rounded())
      surface.put(String(repeating: "━", count: project), x: x, y: rect.y, Style(.warning))
      surface.put(String(repeating: "─", count: length - project), x: x + project, y: rect.y, Style(.progress))
      x += length + 1
    }
  }

  /// How an initiative stands for its date and what must happen first, in two short paragraphs.
  func outlookLines(_ id: EntityID) -> [StyledLine] {
    guard audience == .facilitator, let standing = outlook.current?[id] else { return [] }
    var runs = [StyledText(words.outlook(.title) + "  ", .dim)]
    if let word = standing.word { runs.append(StyledText(words.word(word) + "  ", word.style)) }
    runs.append(StyledText(words.standing(standing), .dim))
    var lines = [StyledLine(runs, hangingIndent: 2)]
    let first = standing.first.filter { $0.missing > 0 }.prefix(3)
    if !first.isEmpty {
      let label = words.outlook(.first) + "  "
      let text = first.map { words.condition($0, name: name) }.joined(separator: "; ") + "."
      lines.append(StyledLine([StyledText(label, .dim), StyledText(text)], hangingIndent: 2))
    }
    return lines
  }

  /// `outlook possible`, where there is room for no more; nil when there is nothing to say.
  func outlookWord(_ id: EntityID) -> String? {
    guard audience == .facilitator, let word = outlook.current?[id]?.word else { return nil }
    return words.outlook(.row) + " " + words.word(word)
  }

  /// The band of trust from today on, under the years of the crescendo, and how many initiatives stand how.
  func drawOutlookBand(_ axis: TimeAxis, in rect: Rect, chart: Rect, on surface: inout Surface) {
    surface.put(words.outlook(.row), x: rect.x + 1, y: rect.y, .dim, width: chart.x - rect.x - 1)
    guard let found = outlook.current else {
      surface.put(words.outlook(.computing), x: chart.x, y: rect.y, .dim, width: chart.width)
      return
    }
    let start = today.firstDay
    let begins = axis.contains(start) ? chart.x + axis.column(start) : start > axis.days.upperBound ? chart.right : chart.x
    let counts = words.outlookCounts(found)
    let width = TextWidth.columns(counts)
    if begins - chart.x > width + 1 { surface.put(counts, x: begins - width - 1, y: rect.y, .dim) }
    var x = begins
    var before: Role?
    for point in found.band where axis.contains(point.day) {
      let (low, high) = (words.trustMean(point.low), words.trustMean(point.high))
      let text = low == high ? low : low + "–" + high
      let at = chart.x + axis.column(point.day)
      // A value stands where there is room for it and the next rule.
      guard at >= x + (before == nil ? 0 : 2), at + TextWidth.columns(text) <= chart.right else { continue }
      if let before, at > x { surface.fill(Rect(x: x, y: rect.y, width: at - x, height: 1), with: "┄", Style(before)) }
      let role = Role.trust((point.middle + 50) / 100)
      x = at + surface.put(text, x: at, y: rect.y, Style(role), width: chart.right - at)
      before = role
    }
  }
}
