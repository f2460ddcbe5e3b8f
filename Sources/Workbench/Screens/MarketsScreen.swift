import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

struct MarketsState: Sendable {
  var supply = SupplyIndex()
  var supplyKey: Derived.RevisionKey?
  /// Of the selected end market.
  var standing: MarketStanding?
  var standingKey: [Int] = []
  /// The buyer that the chain leans on.
  var dependence: BuyerDependence?
  var dependenceKey: DependenceKey?
  /// Whom to convene for the selected constraint; nothing of it for the room.
  var convening: [StyledLine] = []
  var conveningKey: ConveningKey?

  struct DependenceKey: Hashable {
    var revisions: [Int]
    var audience: Audience
    var today: PartialDate
  }

  struct ConveningKey: Hashable {
    var constraint: EntityID
    var revision: Int
  }
  /// The most votes that any constraint has: the length of a whole bar.
  var mostVotes = 0
}

/// Who would buy and how sure that is, and what holds the chain back.
struct MarketsScreen: Screen {
  private let lists = ListScreen(.markets, [.endMarket, .constraint])

  var paneCount: Int { lists.paneCount }
  var listKinds: [EntityKind] { lists.listKinds }
  func selection(_ desk: Desk) -> EntityRef? { lists.selection(desk) }
  func kindToAdd(_ desk: Desk) -> EntityKind? { lists.kindToAdd(desk) }
  func focusedList(_ desk: Desk) -> EntityKind? { lists.focusedList(desk) }
  func back(_ desk: inout Desk) -> Bool { lists.back(&desk) }
  func digitScale(_ desk: Desk) -> DigitScale? { lists.digitScale(desk) }
  func digit(_ desk: inout Desk, _ digit: Int) -> Bool { lists.digit(&desk, digit) }
  func canNudge(_ desk: Desk) -> Bool { lists.canNudge(desk) }
  func nudge(_ desk: inout Desk, _ step: Int) { lists.nudge(&desk, step) }

  func move(_ desk: inout Desk, _ move: Move) {
    lists.move(&desk, move)
    prepare(&desk)
  }

  func prepare(_ desk: inout Desk) {
    let session = desk.view.session
    let key = Derived.RevisionKey(revision: session.revision(of: .stakeholder), audience: desk.audience)
    if desk.markets.supplyKey != key {
      desk.markets.supplyKey = key
      desk.markets.supply = SupplyIndex(session)
      desk.markets.standingKey = []
    }
    let votesKey = session.revision(of: .constraint)
    if desk.markets.standingKey.first != votesKey {
      var most = 0
      session.constraints.forEach { most = max(most, $0.votes ?? 0) }
      desk.markets.mostVotes = most
    }
    let dependenceKey = MarketsState.DependenceKey(
      revisions: [EntityKind.endMarket, .relationship, .initiative, .session].map { session.revision(of: $0) }, audience: desk.audience, today: desk.today)
    if desk.markets.dependenceKey != dependenceKey {
      desk.markets.dependenceKey = dependenceKey
      desk.markets.dependence = BuyerDependence(session, on: desk.today)
    }
    prepareConvening(&desk)
    let standingKey = [votesKey, session.revision(of: .endMarket)]
    let selected = desk.lists[.endMarket]?.selectedID
    guard desk.markets.standingKey != standingKey || desk.markets.standing?.market != selected else { return }
    desk.markets.standingKey = standingKey
    desk.markets.standing = session.endMarkets[selected].map { MarketStanding($0, desk.markets.supply) }
  }

  /// Works out whom to convene for the selected constraint, where the list has the keys and it takes no time to speak of.
  private func prepareConvening(_ desk: inout Desk) {
    guard desk.showsAnswers, !desk.answersComeLater, lists.kind(desk) == .constraint, let id = desk.lists[.constraint]?.selectedID else {
      (desk.markets.convening, desk.markets.conveningKey) = ([], nil)
      return
    }
    let key = MarketsState.ConveningKey(constraint: id, revision: desk.working.session.revision)
    guard desk.markets.conveningKey != key else { return }
    desk.markets.conveningKey = key
    desk.refreshAnswers()
    desk.markets.convening = desk.conveningAnswers(id)
  }

  private struct Layout {
    var lists: [Rect]
    var pane: Pane
    /// Where the selected one is told of when there is no inspector.
    var strip: Rect?
  }

  private func layout(_ desk: Desk, _ rect: Rect) -> Layout {
    let pane = desk.pane(rect, share: 56)
    var area = pane.list
    var strip: Rect?
    let rows = area.height >= 20 ? 9 : 8
    // Both lists come first.
    let needed = desk.metrics.otherEntries.map { desk.metrics.lines(ofList: $0) + desk.metrics.lines(ofList: $0 + 1) } ?? 9
    if pane.inspector == nil, area.height >= needed + rows {
      let split = area.split(bottom: rows)
      area = split.0
      strip = split.1
    }
    // The list that has the keys gets the larger part, though never more than it fills.
    let focused = desk.panes[.markets] ?? 0
    let markets = (desk.lists[.endMarket]?.rows.count ?? 0) + 2
    let least = area.height < 14 ? 4 : 5
    let top = focused == 0 ? min(area.height - least, max(markets, 6)) : min(markets, max(least, area.height * 2 / 5))
    let both = desk.stacked(area, rows: listKinds.map { desk.lists[$0]?.rows.count ?? 0 }, focused: focused) { $0.split(top: max(top, least)) }
    return Layout(lists: both, pane: pane, strip: strip)
  }

  func mouse(_ desk: inout Desk, _ mouse: MouseEvent, in rect: Rect) {
    let layout = layout(desk, rect)
    for (index, kind) in listKinds.enumerated() where layout.lists[index].contains(mouse.position) {
      desk.panes[.markets] = index
      desk.mouseInList(kind, mouse, dress: dress(desk, kind), in: layout.lists[index].split(top: 1).1)
    }
    prepare(&desk)
  }

  func draw(_ desk: Desk, in rect: Rect, on surface: inout Surface) {
    let layout = layout(desk, rect)
    let focused = lists.kind(desk)
    for (index, kind) in listKinds.enumerated() {
      desk.drawList(kind, in: layout.lists[index], isFocused: kind == focused, dress: dress(desk, kind), on: &surface)
    }
    let selected = selection(desk)
    if let strip = layout.strip {
      surface.fill(strip.split(top: 1).0, with: "─", Style(.border))
      let inner = strip.split(top: 1).1.inset(1, 0)
      let lines = selected.map { $0.kind == .endMarket ? desk.marketStrip($0.id, width: inner.width) : desk.constraintLines($0.id, width: inner.width, isBrief: true) }
      Viewport(lines ?? []).draw(in: inner, on: &surface, scrollbar: false)
    }
    guard let inspector = layout.pane.inspector else { return }
    layout.pane.drawDivider(on: &surface)
    guard let selected else { return }
    let width = inspector.width - 4
    desk.drawNotes(.entity(selected), in: inspector.inset(1, 0), on: &surface) {
      let own = selected.kind == .endMarket ? desk.marketLines(selected.id, width: width) : desk.constraintLines(selected.id, width: width)
      // The fields follow without the name, which stands above already.
      return own + desk.inspectorLines(selected, width: width).dropFirst()
    }
  }

  private func dress(_ desk: Desk, _ kind: EntityKind) -> ListDress {
    var dress = ListDress()
    switch kind {
    case .endMarket:
      dress.cell = { entity, column, cell in
        guard column.id == "evidence", let market = entity as? EndMarket, let evidence = market.evidence?.option else { return cell }
        let ladder = Ladder(steps: Evidence.allCases.map(\.rawValue), reached: evidence.step)
        return TableCell(runs: ladder.strip + [StyledText(" ")] + cell.runs)
      }
      dress.columns = { columns in
        columns.map { column in
          guard column.id == "evidence" else { return column }
          var wide = column
          wide.width = .flexible(weight: 4, min: 25)
          wide.priority = 50
          return wide
        }
      }
    case .constraint:
      let most = desk.markets.mostVotes
      dress.columns = { columns in
        columns.map { column in
          guard column.id == "votes" else { return column }
          var wide = column
          wide.width = .flexible(weight: 1, min: 12, max: 30)
          wide.alignment = .left
          wide.priority = 60
          return wide
        }
      }
      dress.cell = { entity, column, cell in
        guard column.id == "votes", let votes = (entity as? Constraint)?.votes else { return cell }
        return TableCell(StatBar(votes, of: most), text: TextWidth.padded(String(votes), to: 3, .right), cell.runs.first?.style ?? .text)
      }
    default: break
    }
    return dress
  }
}
