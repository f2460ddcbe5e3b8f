import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

/// What can be written for giving away, each by one key; the palette finds the same by its name.
struct HandOutMenu: Sendable {
  var menu: Menu
  let kinds: [ExportKind]
}

extension ExportKind {
  /// Its key in the menu: digits are what is given away on paper.
  var letter: Character {
    switch self {
    case .html: "s"
    case .markdown: "S"
    case .text: "t"
    case .csv: "c"
    case .minutesHTML: "m"
    case .minutesMarkdown: "M"
    case .minutesText: "n"
    case .calendar: "i"
    case .planTable: "p"
    case .map: "1"
    case .attendance: "2"
    case .commitments: "3"
    case .actions: "4"
    case .pictures: "5"
    case .readAloud: "6"
    case .buyerCard: "7"
    case .trustSlips: "8"
    case .trustSheet: "9"
    }
  }
}

extension Desk {
  /// What this audience may have written now.
  var exportKinds: [ExportKind] {
    ExportKind.allCases.filter { ($0.isConfidential ? audience == .facilitator : true) && ($0.needsWorkshop ? latestWorkshop != nil : true) }
  }

  mutating func openExport() {
    var kinds = exportKinds
    // After a workshop its minutes come first.
    if isAfterWorkshop { kinds = kinds.filter(\.needsWorkshop) + kinds.filter { !$0.needsWorkshop } }
    let menu = Menu(title: words.frame(.exportTitle), items: kinds.map { MenuItem($0.letter, words.export($0.rawValue)) })
    layers.append(.handOut(HandOutMenu(menu: menu, kinds: kinds)))
  }

  /// Whether an agenda was gone through within the last day, which may have been past midnight.
  private var isAfterWorkshop: Bool {
    guard let day = latestWorkshop, day.runningItem(at: now) == nil else { return false }
    return day.agenda.contains { item in item.ended.map { now.seconds - $0.seconds < 24 * 3600 } ?? false }
  }

  mutating func update(_ layer: HandOutMenu, _ event: Event) -> [Effect] {
    var layer = layer
    let outcome: Menu.Outcome
    switch event {
    case .key(let key): outcome = layer.menu.handle(key, rows: max(1, size.height - 2))
    case .mouse(let mouse): outcome = layer.menu.handle(mouse, in: Rect(size))
    default: outcome = .ignored
    }
    switch outcome {
    case .cancelled: return []
    case .chosen(let index) where layer.kinds.indices.contains(index): return [.export(layer.kinds[index])]
    default:
      layers.append(.handOut(layer))
      return []
    }
  }
}
