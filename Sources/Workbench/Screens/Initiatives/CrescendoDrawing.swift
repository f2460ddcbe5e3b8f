import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

extension Desk {
  /// Columns before the first day: the names of the steps.
  static func crescendoLabelWidth(_ width: Int) -> Int { width < 100 ? 11 : 18 }

  func drawCrescendo(in rect: Rect, isFocused: Bool, on surface: inout Surface) {
    let (head, below) = rect.split(top: 1)
    let labelWidth = Desk.crescendoLabelWidth(rect.width)
    guard let picture = initiatives.crescendo, let list = lists[.initiative] else { return }
    let used = surface.put(words.crescendo(.title) + " " + String(list.rows.count), x: head.x + 1, y: head.y, Style(isFocused ? .heading : .dim), width: head.width - 2)
    guard !picture.bars.isEmpty else {
      let text = list.filter.isEmpty ? words.crescendo(.empty) : words.frame(.findEmpty)
      for (index, line) in StyledLine(text, Style(.placeholder)).wrapped(width: min(60, below.width - 4)).enumerated() {
        line.draw(x: below.x + 2, y: below.y + below.height / 3 + index, width: below.width - 4, on: &surface)
      }
      return
    }
    let foot = crescendoFoot(height: below.height)
    let (above, band) = below.split(bottom: foot.outlook ? 1 : 0)
    let (upper, trust) = above.split(bottom: foot.trust ? 1 : 0)
    let (area, money) = upper.split(bottom: foot.money ? 1 : 0)
    let chart = area.split(left: labelWidth).1
    drawAxis(picture.axis, head: head, chart: chart, skipping: head.x + 2 + used, on: &surface)
    let top = crescendoTop(height: area.height)
    for lane in picture.lanes where lane.lines.upperBound > top && lane.lines.lowerBound < top + area.height {
      let y = area.y + max(lane.lines.lowerBound, top) - top
      surface.put(stepName(lane.step, isShort: rect.width < 100), x: area.x + 1, y: y, Style(picture.bar(of: list.selectedID)?.step == lane.step ? .strong : .dim), width: labelWidth - 2)
    }
    surface.clipped(to: chart) { surface in
      for line in top..<min(picture.height, top + area.height) {
        for bar in picture.bars(on: line) {
          draw(bar, y: area.y + line - top, chart: chart, isSelected: bar.id == list.selectedID, isFocused: isFocused, isMarked: list.marks.contains(bar.id), on: &surface)
        }
      }
    }
    Scrollbar(total: picture.height, visible: area.height, top: top).draw(in: area.split(right: 1).1, on: &surface)
    if foot.money { drawMoneyRow(picture.axis, in: money, chart: chart, on: &surface) }
    if foot.trust { drawTrustCourse(picture.axis, in: trust, chart: chart, on: &surface) }
    if foot.outlook { drawOutlookBand(picture.axis, in: band, chart: chart, on: &surface) }
  }

  /// The first line shown, so that the selected bar is in sight; without one the lowest steps are.
  func crescendoTop(height: Int) -> Int {
    guard let picture = initiatives.crescendo, picture.height > height else { return 0 }
    let most = picture.height - height
    guard let line = picture.bar(of: lists[.initiative]?.selectedID)?.line else { return most }
    return min(most, max(min(initiatives.top, line), line - height + 1, 0))
  }

  private func stepName(_ step: Int, isShort: Bool) -> String {
    guard step > 0 else { return words.crescendo(.noStep) }
    return String(step) + " " + (isShort ? words.shortLevel(.step, step) : words.level(.step, step))
  }

  private func drawAxis(_ axis: TimeAxis, head: Rect, chart: Rect, skipping taken: Int, on surface: inout Surface) {
    var free = taken
    for tick in axis.ticks {
      let x = chart.x + tick.column
      surface.fill(Rect(x: x, y: chart.y, width: 1, height: chart.height), with: "┊", Style(.border, .faint))
      if x >= free, x + TextWidth.columns(tick.label) <= head.right { free = x + 1 + surface.put(tick.label, x: x, y: head.y, .dim) }
    }
    let today = self.today.firstDay
    guard axis.contains(today) else { return }
    let x = chart.x + axis.column(today)
    surface.fill(Rect(x: x, y: chart.y, width: 1, height: chart.height), with: "│", Style(.accent))
    let label = words.crescendo(.today)
    surface.put(label, x: min(x, head.right - TextWidth.columns(label)), y: head.y, Style(.accent, .bold))
  }

  private func draw(_ bar: Crescendo.Bar, y: Int, chart: Rect, isSelected: Bool, isFocused: Bool, isMarked: Bool, on surface: inout Surface) {
    guard let initiative = view.session.initiatives[bar.id] else { return }
    surface.fill(Rect(x: chart.x + bar.from, y: y, width: bar.to - bar.from, height: 1), with: initiative.barGlyph, initiative.barStyle)
    // The rule of a year between bar and name would look like a part of it.
    surface.put(" ", x: chart.x + (bar.labelAt >= bar.to ? bar.to : bar.from - 1), y: y)
    let style = isSelected ? Style(.strong) : initiative.status?.option == .dropped ? .dim : Style.text
    StyledLine([StyledText(initiative.crescendoLabel(name(initiative.ref), width: size.width), style), StyledText(initiative.outcomeMark.isEmpty ? "" : " " + initiative.outcomeMark, initiative.barStyle)])
      .draw(x: chart.x + bar.labelAt, y: y, width: bar.labelWidth, on: &surface)
    let from = min(bar.from, bar.labelAt)
    let whole = Rect(x: chart.x + from, y: y, width: max(bar.to, bar.labelAt + bar.labelWidth) - from, height: 1)
    if isMarked { surface.emphasise(whole, .marked) }
    if isSelected { surface.emphasise(whole, isFocused && layers.isEmpty ? .selected : .selectedElsewhere) }
  }

  private func drawTrustCourse(_ axis: TimeAxis, in rect: Rect, chart: Rect, on surface: inout Surface) {
    surface.put(words.crescendo(.trustSmallLarge), x: rect.x + 1, y: rect.y, .dim, width: chart.x - rect.x - 1)
    let course = trust.analysis.course
    // The index stands at the end of each year.
    let places = zip(course.years, course.values(.betweenSizes)).compactMap { year, level in
      level.flatMap { level in PartialDate(year: year).map { (day: $0.lastDay, level: level) } }
    }
    var x = chart.x
    for (place, next) in zip(places, places.dropFirst().map { Optional($0) } + [nil]) {
      guard axis.contains(place.day) else { continue }
      let tenths = Int(place.level * 10 + 0.5)
      let at = max(x, chart.x + axis.column(place.day))
      let role = Role.trust(Int(place.level + 0.5))
      x = at + surface.put("\(tenths / 10).\(tenths % 10)", x: at, y: rect.y, Style(role, .bold), width: chart.right - at)
      guard let next, axis.contains(next.day) else { continue }
      let end = chart.x + axis.column(next.day)
      let line: Character = place.level < 2 ? "┄" : place.level < 3 ? "─" : "═"
      if end > x { surface.fill(Rect(x: x, y: rect.y, width: end - x, height: 1), with: line, Style(role)) }
    }
    surface.put(words.pairsCompared(course.count(.betweenSizes)), x: x + 1, y: rect.y, .dim, width: chart.right - x - 1)
  }
}

extension Initiative {
  /// Its name in a crescendo of this width: long ones are cut, so that others get room beside it.
  func crescendoLabel(_ name: String, width: Int) -> String {
    TextWidth.truncated(name, to: width < 100 ? 22 : width < 160 ? 26 : 36)
  }
}
