import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

/// What the markets screen says of the selected end market or constraint, above its fields.
extension Desk {
  /// Everything, for the inspector.
  func marketLines(_ id: EntityID, width: Int) -> [StyledLine] {
    guard let market = view.session.endMarkets[id] else { return [] }
    var lines = [StyledLine(name(EntityRef(.endMarket, id)), Style(.heading)), .empty, StyledLine(words.market(.evidence), Style(.strong))]
    lines += ladder(of: market).lines()
    lines.append(.empty)
    lines += seasonLines(market, width: width)
    lines += volumeLines(market, width: width)
    lines += dependenceLines(market)
    lines += standardLines(market)
    return lines
  }

  /// The same in the few rows that are left where the inspector has no room.
  func marketStrip(_ id: EntityID, width: Int) -> [StyledLine] {
    guard let market = view.session.endMarkets[id] else { return [] }
    let ladder = ladder(of: market)
    let reached = market.evidence.map { " " + words.choice($0) } ?? ""
    var lines = [
      StyledLine(ladder.strip + [StyledText("  " + words.steps(ladder.reached, of: ladder.steps.count), .dim), StyledText(reached, Style(.strong))])
    ]
    lines.append(StyledLine([StyledText("▸ ", Style(.accent)), StyledText(ladder.next.isEmpty ? words.market(.evidenceTop) : ladder.next)]))
    lines += seasonLines(market, width: width, isBrief: true)
    lines += volumeLines(market, width: width, isBrief: true)
    if let told = toldLine(market, width: width) { lines.append(told) }
    return lines
  }

  /// That the chain leans on this market's buyer, and what softens it.
  private func dependenceLines(_ market: EndMarket) -> [StyledLine] {
    guard let dependence = markets.dependence, dependence.markets.contains(market.id) else { return [] }
    let lines = words.dependence(dependence) { name($0) }
    return lines.enumerated().map { StyledLine($0.element, $0.offset == 0 ? Style(.warning) : .text) } + [.empty]
  }

  /// What the buyer asks, when producers were told of it and whom, and which suppliers were not.
  private func standardLines(_ market: EndMarket) -> [StyledLine] {
    let asked = market.standards + (market.grade.isEmpty ? [] : [market.grade])
    let told = market.told
    guard !asked.isEmpty || !told.isEmpty else { return [] }
    var lines = [StyledLine(words.market(.standards), Style(.strong))]
    if !asked.isEmpty { lines.append(StyledLine(asked.joined(separator: " · "))) }
    if told.isEmpty { lines.append(StyledLine(words.market(.neverTold), Style(.warning))) }
    for telling in told.suffix(4) {
      let day = telling.on.map { words.date($0) } ?? words.market(.someDay)
      let who = telling.to.isEmpty ? words.market(.toldWhom) : words.list(telling.to.prefix(4).map(actorName), of: telling.to.count)
      lines.append(StyledLine([StyledText(TextWidth.padded(day, to: 12), .dim), StyledText(who, telling.to.isEmpty ? .dim : .text)], hangingIndent: 12))
    }
    if told.count == 1 { lines.append(StyledLine(words.market(.toldOnce), Style(.warning))) }
    let missed = notTold(market)
    if !missed.isEmpty { lines.append(StyledLine(words.notTold(words.list(missed.prefix(3).map(actorName), of: missed.count)), Style(.warning), hangingIndent: 2)) }
    return lines + [.empty]
  }

  /// Suppliers of whom it is not noted that anybody told them, where it is noted of any.
  private func notTold(_ market: EndMarket) -> [EntityID] {
    let told = Set(market.tellings.flatMap(\.to))
    guard !told.isEmpty, let standing = markets.standing, standing.market == market.id else { return [] }
    return standing.suppliers.map(\.id).filter { !told.contains($0) }
  }

  /// When producers were told last and whom, in one line.
  private func toldLine(_ market: EndMarket, width: Int) -> StyledLine? {
    guard !market.standards.isEmpty || !market.grade.isEmpty || !market.told.isEmpty else { return nil }
    guard let last = market.told.last(where: { $0.on != nil }) ?? market.told.last else { return StyledLine(words.market(.neverTold), Style(.warning)) }
    // As many names as stand in one line.
    let texts = [3, 2, 1, 0].map { count in
      words.toldLast(market.told.count, on: last.on.map { words.date($0) }, whom: count == 0 || last.to.isEmpty ? nil : words.list(last.to.prefix(count).map(actorName), of: last.to.count))
    }
    return StyledLine(texts.first { TextWidth.columns($0) <= width - 2 } ?? texts[3], Style(market.told.count < 2 ? .warning : .text))
  }

  private func ladder(of market: EndMarket) -> Ladder {
    let evidence = market.evidence?.option
    return Ladder(steps: Evidence.allCases.map { words.word($0) }, reached: evidence?.step ?? 0, next: words.next(after: evidence))
  }

  private func seasonLines(_ market: EndMarket, width: Int, isBrief: Bool = false) -> [StyledLine] {
    let standing = markets.standing
    let season = MonthSet(market.season)
    let hasSupply = standing?.supplied.contains(true) ?? false
    guard season?.isEmpty == false || hasSupply || standing?.hasPrices == true else { return [] }
    let strip = YearStrip(initials: (1...12).map { String(words.month($0).prefix(1)) }, labelWidth: 10, width: min(width, 58))
    var lines = isBrief ? [] : [StyledLine(words.market(.season), Style(.strong))]
    lines.append(strip.head)
    lines.append(strip.row(words.market(.buys), Style(.chart)) { season?.contains($0) ?? false })
    if let standing, hasSupply { lines.append(strip.row(words.market(.supply), Style(.progress)) { standing.supplied[$0 - 1] }) }
    if !isBrief, let standing, standing.hasPrices {
      var line = strip.row(words.market(.price), Style(.accent), values: standing.prices)
      if line.columns + TextWidth.columns(standing.priceUnit) + 1 <= width { line.runs.append(StyledText(" " + standing.priceUnit, .dim)) }
      lines.append(line)
    }
    return isBrief ? lines : lines + [.empty]
  }

  private func volumeLines(_ market: EndMarket, width: Int, isBrief: Bool = false) -> [StyledLine] {
    guard let standing = markets.standing, standing.market == market.id else { return [] }
    func show(_ amount: Amount) -> String { words.figure(Figure(amount)) }
    func named(_ id: EntityID) -> String { name(EntityRef(.stakeholder, id)) }
    let coverage = standing.coverage.map { words.coverage($0, name: named) }
    if isBrief {
      guard let asked = standing.asked else { return [StyledLine(words.market(.noVolume), .dim)] }
      var text = words.market(.asked) + " " + words.figure(asked)
      if let total = standing.total { text += " · " + words.together(standing.suppliers.count) + " " + show(total) }
      return [StyledLine(text), StyledLine(coverage ?? words.market(standing.hasOtherUnits ? .notComparable : .noSupply), Style(coverage == nil ? .dim : .strong))]
    }
    var lines = [StyledLine(words.market(.volume), Style(.strong))]
    let isComparable = standing.asked == nil || standing.suppliers.first?.amount.unit == standing.asked?.amount.unit
    let scale = max(standing.asked?.amount.approximate ?? 0, isComparable ? standing.total?.approximate ?? 0 : 0)
    var rows: [(label: String, amount: String, share: Double, style: Style)] = []
    if let asked = standing.asked { rows.append((words.market(.asked), words.figure(asked), asked.amount.approximate, Style(.chart))) }
    if let largest = standing.suppliers.first { rows.append((named(largest.id), show(largest.amount), largest.amount.approximate, Style(.progress))) }
    if let total = standing.total, standing.suppliers.count > 1 {
      rows.append((words.together(standing.suppliers.count), show(total), total.approximate, Style(.progress)))
    }
    let labelWidth = min(rows.map { TextWidth.columns($0.label) }.max() ?? 0, max(10, width / 3))
    let amountWidth = min(rows.map { TextWidth.columns($0.amount) }.max() ?? 0, width / 3)
    for row in rows {
      let room = max(4, width - labelWidth - amountWidth - 3)
      let bar = scale > 0 ? BlockChart.bar(row.share / scale, width: room) : ""
      lines.append(
        StyledLine([
          StyledText(TextWidth.padded(row.label, to: labelWidth) + " ", .dim), StyledText(TextWidth.padded(row.amount, to: amountWidth, .right) + " "),
          StyledText(bar, row.style),
        ]))
    }
    if standing.asked == nil { lines.append(StyledLine(words.market(.noVolume), .dim)) }
    if let coverage { lines.append(StyledLine(coverage, Style(.strong))) }
    if standing.suppliers.isEmpty { lines.append(StyledLine(words.market(standing.hasOtherUnits ? .notComparable : .noSupply), .dim)) }
    if standing.hasOtherUnits, !standing.suppliers.isEmpty { lines.append(StyledLine(words.market(.otherUnits), .dim)) }
    return lines + [.empty]
  }

  /// What a constraint comes from, leads to, and who sets about it.
  func constraintLines(_ id: EntityID, width: Int, isBrief: Bool = false) -> [StyledLine] {
    guard let constraint = view.session.constraints[id] else { return [] }
    var lines = [StyledLine(name(EntityRef(.constraint, id)), Style(isBrief ? .strong : .heading))]
    if !isBrief { lines.append(.empty) }
    let sources = view.references.sources(of: id)
    let held = constraint.affected.map(actorName) + constraint.segments.map(partName)
    if !held.isEmpty { lines.append(labelled(.holdsBack, held, atMost: isBrief ? 5 : 12)) }
    let effects = sources.filter { $0.kind == .constraint }.map { name($0) }
    if !effects.isEmpty { lines.append(labelled(.causes, effects)) }
    if !isBrief, lines.count > 2 { lines.append(.empty) }
    lines.append(StyledLine(words.market(.blocks), Style(.strong)))
    let initiatives = sources.compactMap { $0.kind == .initiative ? view.session.initiatives[$0.id] : nil }
    if initiatives.isEmpty { lines.append(StyledLine(words.market(.blocksNothing), .dim)) }
    for initiative in initiatives.prefix(isBrief ? 3 : 12) { lines.append(StyledLine([initiative.statusMark] + [StyledText(" " + name(initiative.ref))], hangingIndent: 2)) }
    if initiatives.count > (isBrief ? 3 : 12) {
      lines.append(StyledLine("  … " + String(initiatives.count - (isBrief ? 3 : 12)) + " " + words.frame(.more), .dim))
    }
    let causes = constraint.causedBy.map { name(EntityRef(.constraint, $0)) }
    if !causes.isEmpty { lines.append(labelled(.causedBy, causes)) }
    return isBrief ? lines : lines + [.empty] + markets.convening
  }

  private func labelled(_ text: MarketText, _ names: [String], atMost limit: Int = 12) -> StyledLine {
    let label = words.market(text) + "  "
    let more = names.count > limit ? " · … \(names.count - limit) " + words.frame(.more) : ""
    return StyledLine([StyledText(label, .dim), StyledText(names.prefix(limit).joined(separator: " · ") + more)], hangingIndent: TextWidth.columns(label))
  }
}
