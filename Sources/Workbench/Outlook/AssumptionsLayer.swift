import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

/// What the outlook supposes, beside what comes of it: each figure can be changed and shows its effect at once.
struct AssumptionsLayer: Sendable {
  var values: OutlookAssumptions
  /// As the session had them when it opened.
  let before: OutlookAssumptions
  var table = Table()
  /// Digits typed for the selected figure so far.
  var typed = ""
}

extension Desk {
  mutating func openAssumptions() {
    let kept = OutlookAssumptions(working.session)
    layers.append(.assumptions(AssumptionsLayer(values: outlook.trial ?? kept, before: kept)))
  }

  mutating func update(_ layer: AssumptionsLayer, _ event: Event) -> [Effect] {
    var layer = layer
    let items = OutlookAssumptions.items
    let inner = assumptionsAreas.table
    switch event {
    case .key(let key):
      if key == Key(.escape) || key == Key(.enter) {
        keep(layer)
        return []
      }
      let item = items[min(layer.table.cursor, items.count - 1)]
      let step = 5
      switch (key.code, key.modifiers) {
      case (.left, []), (.character("-"), []): change(&layer, item, to: layer.values[item] - step)
      case (.right, []), (.character("+"), []), (.character("="), []): change(&layer, item, to: layer.values[item] + step)
      case (.delete, []): change(&layer, item, to: OutlookAssumptions.defaults[item])
      case (.backspace, []):
        layer.typed = String(layer.typed.dropLast())
        change(&layer, item, to: Int(layer.typed) ?? 0, isTyping: true)
      default:
        if let digit = key.digit {
          let typed = layer.typed + String(digit)
          layer.typed = (Int(typed) ?? 0) <= item.range.upperBound ? typed : String(digit)
          change(&layer, item, to: Int(layer.typed) ?? 0, isTyping: true)
        } else {
          let before = layer.table.cursor
          _ = layer.table.handle(key, rowCount: items.count, in: inner)
          if layer.table.cursor != before { layer.typed = "" }
        }
      }
    case .mouse(let mouse): _ = layer.table.handle(mouse, rowCount: items.count, columns: [], in: inner)
    default: break
    }
    layers.append(.assumptions(layer))
    return []
  }

  private mutating func change(_ layer: inout AssumptionsLayer, _ item: OutlookAssumptions.Item, to value: Int, isTyping: Bool = false) {
    if !isTyping { layer.typed = "" }
    layer.values[item] = value
    outlook.trial = layer.values
    refreshOutlook()
  }

  /// Puts what was changed into the session as one step; a file that is only read shows it until the screen is left.
  private mutating func keep(_ layer: AssumptionsLayer) {
    guard layer.values != layer.before, !file.isReadOnly else {
      if !file.isReadOnly { outlook.trial = nil }
      refreshOutlook()
      return
    }
    outlook.trial = nil
    var profile = working.session.profile
    profile.assumptions = layer.values.stated(besides: profile.assumptions) { newID(prefix: "x") }
    perform(Title(.edit, .session, name: profile.title), [.replace(profile)])
  }

  // MARK: - Drawing

  private var assumptionsAreas: (box: Rect, text: Rect, table: Rect, result: Rect) {
    let width = min(size.width - 2, 110)
    let height = StyledLine(words.outlook(.assumptionsText)).wrapped(width: width - 4).count
    let rows = max(OutlookAssumptions.items.count, (outlook.current?.standings.count ?? 0) + 3)
    let box = Rect(size).centred(width: width, height: min(size.height - 2, height + rows + 6))
    let body = box.inset(2, 1)
    let (text, below) = body.split(top: min(height + 1, max(0, body.height - 6)))
    guard body.width >= 84 else {
      let (table, result) = below.split(bottom: 2)
      return (box, text, table, result)
    }
    let (table, right) = below.split(left: 50)
    return (box, text, table, right.inset(2, 0))
  }

  func draw(_ layer: AssumptionsLayer, on surface: inout Surface) {
    let areas = assumptionsAreas
    drawBox(areas.box, words.outlook(.assumptionsTitle), hints: words.outlook(.assumptionsHints), on: &surface)
    for (index, line) in StyledLine(words.outlook(.assumptionsText), .dim).wrapped(width: areas.text.width).prefix(areas.text.height).enumerated() {
      line.draw(x: areas.text.x, y: areas.text.y + index, width: areas.text.width, on: &surface)
    }
    let items = OutlookAssumptions.items
    let columns = [
      TableColumn(id: "what", title: words.outlook(.chance) + " · " + words.outlook(.levels), width: .flexible(weight: 1, min: 20)),
      TableColumn(id: "value", title: "", width: .fixed(6), alignment: .right, priority: 2), TableColumn(id: "whose", title: "", width: .fixed(5), priority: 1),
    ]
    layer.table.draw(in: areas.table, on: &surface, columns: columns, rowCount: items.count) { row, column in
      let item = items[row]
      let isOurs = layer.values.isDefault(item)
      return switch column.id {
      case "what": TableCell(words.assumption(item))
      case "value": TableCell(runs: [StyledText(words.figure(layer.values[item], of: item), isOurs ? .text : Style(.strong))])
      default: TableCell(runs: [StyledText(words.outlook(isOurs ? .ours : .yours), isOurs ? .dim : Style(.accent))])
      }
    }
    drawResult(in: areas.result, on: &surface)
  }

  private func drawResult(in rect: Rect, on surface: inout Surface) {
    guard let found = outlook.current else {
      surface.put(words.outlook(.computing), x: rect.x, y: rect.y, .dim, width: rect.width)
      return
    }
    var lines: [StyledLine] = []
    if let first = found.band.first, let last = found.band.last {
      let end = words.date(PartialDate(year: PartialDate(dayNumber: last.day).year) ?? today)
      let from = words.trustMean(first.middle) + " " + words.outlook(.bandToday)
      let to = words.trustMean(last.low) + "–" + words.trustMean(last.high) + " " + end
      lines.append(
        StyledLine([
          StyledText((found.scope == .betweenSizes ? words.crescendo(.trustSmallLarge) : words.outlook(.band)) + "  ", .dim),
          StyledText(from, Style(.trust((first.middle + 50) / 100))), StyledText("  →  ", .dim), StyledText(to, Style(.trust((last.middle + 50) / 100))),
        ]))
    } else {
      lines.append(StyledLine(words.outlook(.noBand), .dim))
    }
    lines.append(StyledLine(words.outlookCounts(found) + "  " + words.runs(found.runs), .dim))
    if rect.height > 4 {
      lines.append(.empty)
      for standing in found.standings {
        let word = standing.word.map { words.word($0) } ?? "–"
        lines.append(
          StyledLine([
            StyledText(TextWidth.padded(word, to: 10), standing.word?.style ?? .dim), StyledText(name(EntityRef(.initiative, standing.id))),
          ]))
      }
    }
    for (index, line) in lines.prefix(rect.height).enumerated() { line.draw(x: rect.x, y: rect.y + index, width: rect.width, on: &surface) }
  }
}
