import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

/// What each panel of the overview says.
extension Desk {
  var isBlank: Bool {
    let session = view.session
    let profile = session.profile
    return session.stakeholders.isEmpty && session.initiatives.isEmpty && session.actions.isEmpty && profile.vision.isEmpty && profile.title.isEmpty
  }

  func welcomePanel() -> OverviewPanel {
    var panel = OverviewPanel(.welcome, words.overview(.welcome))
    func key(_ name: CommandName, _ text: OverviewText, _ target: OverviewPanel.Target?) {
      let label = Registry.command(name, on: .overview)?.keys.first.map { KeyNotation.label(of: $0) } ?? ""
      panel.add(StyledLine([StyledText("  " + TextWidth.padded(label, to: 7), Style(.hintKey)), StyledText(words.overview(text))]), target)
    }
    panel.add(.empty)
    key(.open, .welcomeSession, .session(field: "title"))
    key(.add, .welcomeStakeholders, nil)
    key(.help, .welcomeHelp, nil)
    return panel
  }

  func visionPanel(_ width: Int) -> OverviewPanel {
    let profile = view.session.profile
    var panel = OverviewPanel(.vision, words.overview(.vision), note: profile.visionYear.map { words.byYear($0) } ?? "")
    if profile.vision.isEmpty {
      panel.add(StyledLine(words.overview(.noVision), .dim), wrappedTo: width)
    } else {
      panel.add(StyledLine(profile.vision, Style(.strong)), wrappedTo: width)
      let names = profile.visionEndorsedBy.compactMap { view.session.stakeholders.of($0) { $0.name } }
      var parts = profile.visionAgreedOn.map { [words.agreedOn($0)] } ?? []
      if !names.isEmpty {
        // As many names as fit two rows.
        var shown = names.count
        while shown > 1, StyledLine((parts + [words.endorsedBy(Array(names.prefix(shown)), of: names.count)]).joined(separator: " · ")).wrapped(width: width).count > 2 {
          shown -= 1
        }
        parts.append(words.endorsedBy(Array(names.prefix(shown)), of: names.count))
      }
      if !parts.isEmpty { panel.add(StyledLine(parts.joined(separator: " · "), .dim), wrappedTo: width) }
    }
    panel.leads(to: .session(field: "vision"))
    return panel
  }

  func figuresPanel(_ width: Int) -> OverviewPanel {
    let session = view.session
    let figures = overview.figures
    var panel = OverviewPanel(.figures, words.overview(.figures))
    let counts = [EntityKind.stakeholder, .relationship, .endMarket, .constraint].map { ($0, session.count(of: $0)) }.filter { $0.1 > 0 || $0.0 == .stakeholder }
    panel.add(StyledLine(counts.map { words.counted($0.1, $0.0) }.joined(separator: " · ")), wrappedTo: width)
    let roles: [(Sector, Role)] = [
      (.business, .business), (.publicSector, .publicSector), (.civilSociety, .civilSociety), (.knowledge, .knowledge), (.donor, .donor),
    ]
    let most = max(1, figures.sectors.most)
    let barWidth = max(4, min(24, width - 24))
    for (sector, role) in roles {
      guard let count = figures.sectors[sector] else { continue }
      panel.add(
        StyledLine([
          StyledText("  " + TextWidth.padded(words.word(sector), to: 14), .dim), StyledText(TextWidth.padded(words.number(count), to: 6, .right) + " "),
          StyledText(Desk.thinBar(Double(count) / Double(most), width: barWidth), Style(role)),
        ]))
    }
    let sizes = EnterpriseSize.allCases.compactMap { size in figures.sizes[size].map { words.number($0) + " " + words.word(size) } }
    if !sizes.isEmpty { panel.add(StyledLine(sizes.joined(separator: " · "), .dim), wrappedTo: width) }
    if figures.people > 0 {
      panel.add(StyledLine(words.represented(figures.people, women: figures.women, youth: figures.youth, isLeast: figures.isLeast)), wrappedTo: width)
    }
    addStatusCounts(to: &panel, width)
    panel.leads(to: .screen(.stakeholders))
    return panel
  }

  /// Initiatives and actions by how far they are.
  private func addStatusCounts(to panel: inout OverviewPanel, _ width: Int) {
    let session = view.session
    var statuses = FewCounts<InitiativeStatus>()
    session.initiatives.forEach { if let status = $0.status?.option { statuses.add(status) } }
    if !session.initiatives.isEmpty {
      let parts = InitiativeStatus.allCases.compactMap { status in statuses[status].map { words.number($0) + " " + words.word(status) } }
      let text = parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
      panel.add(StyledLine(words.counted(session.initiatives.count, .initiative) + text, hangingIndent: 2), wrappedTo: width)
    }
    var (open, late, done) = (0, 0, 0)
    session.actions.forEach { action in
      if action.status == .known(.done) { done += 1 } else if action.status?.option?.isOver != true { open += 1 }
      if action.isLate(on: today) { late += 1 }
    }
    guard !session.actions.isEmpty else { return }
    var runs = [StyledText(words.counted(session.actions.count, .action) + ": " + words.number(open) + " " + words.overview(.open))]
    if late > 0 { runs.append(StyledText(" (" + words.number(late) + " " + words.overview(.late) + ")", Style(.warning))) }
    runs.append(StyledText(", " + words.number(done) + " " + words.overview(.done)))
    panel.add(StyledLine(runs))
  }

  func actionsPanel(_ width: Int, limit: Int) -> OverviewPanel {
    var open: [ActionItem] = []
    view.session.actions.forEach { if $0.status?.option?.isOver != true { open.append($0) } }
    open.sort { a, b in
      let days = (a.due?.lastDay ?? .max, b.due?.lastDay ?? .max)
      return days.0 != days.1 ? days.0 < days.1 : a.id < b.id
    }
    let late = open.count { $0.isLate(on: today) }
    var panel = OverviewPanel(.actions, words.overview(.actions), note: late > 0 ? words.number(late) + " " + words.overview(.late) : "")
    if open.isEmpty {
      panel.add(StyledLine(words.overview(.noActions), .dim), wrappedTo: width)
      panel.leads(to: .screen(.plan))
      return panel
    }
    let shown = open.prefix(limit)
    let dues = shown.map { $0.due.map { words.due($0, thisYear: today.year) } ?? words.overview(.noDate) }
    let dueWidth = (dues.map { TextWidth.columns($0) }.max() ?? 0) + 2
    let ownerWidth = min(26, max(10, width * 28 / 100))
    let whatWidth = max(8, width - 3 - dueWidth - ownerWidth)
    for (index, action) in shown.enumerated() {
      let due = dues[index]
      let isLate = action.isLate(on: today)
      let answering = ownerName(of: action)
      let owner = answering.isEmpty ? words.overview(.noOwner) : answering
      panel.add(
        StyledLine([
          StyledText(isLate ? "! " : "  ", Style(.warning)), StyledText(TextWidth.padded(due, to: dueWidth), isLate ? Style(.warning) : .dim),
          StyledText(TextWidth.padded(action.what, to: whatWidth)), StyledText(" " + TextWidth.truncated(owner, to: ownerWidth), .dim),
        ]), .entity(action.ref))
    }
    if open.count > limit { panel.add(StyledLine("  " + words.andMore(open.count - limit), .dim), .screen(.plan)) }
    return panel
  }

  func indicatorsPanel(_ width: Int, limit: Int) -> OverviewPanel {
    let all = view.session.indicators.sorted
    var panel = OverviewPanel(.indicators, words.overview(.indicators), note: words.overview(.baselineCurrentTarget))
    guard !all.isEmpty else { return panel }
    let barWidth = width >= 56 ? 8 : 0
    let rows = all.prefix(limit).map { indicator in
      let current = view.readings.current(ReadingSubject(.indicator, indicator.id))?.figure.first
      let values = [indicator.baseline.first, current, indicator.target.first]
      let unit = values.compactMap { $0?.amount.unit }.first { !$0.isEmpty } ?? indicator.unit
      let texts = values.map { $0.map { mark($0.qualifier) + words.short($0.amount) } ?? "·" }
      let figures = StyledLine([
        StyledText(texts[0] + " → ", .dim), StyledText(texts[1], Style(.strong)), StyledText(" → " + texts[2] + " " + unit, .dim),
      ])
      return (indicator: indicator, figures: figures, share: share(of: values))
    }
    let figuresWidth = rows.map(\.figures.columns).max() ?? 0
    let nameWidth = max(width / 3, width - figuresWidth - barWidth - 3)
    for row in rows {
      var runs = [StyledText(TextWidth.padded(row.indicator.name, to: nameWidth) + "  ")] + row.figures.runs
      if barWidth > 0, let share = row.share {
        runs.append(StyledText(String(repeating: " ", count: figuresWidth - row.figures.columns + 1)))
        let bar = Desk.thinBar(share, width: barWidth)
        runs.append(StyledText(bar, Style(share >= 1 ? .success : .progress)))
        runs.append(StyledText(String(repeating: "─", count: barWidth - bar.count), Style(.border)))
      }
      panel.add(StyledLine(runs), .entity(row.indicator.ref))
    }
    if all.count > limit { panel.add(StyledLine(words.andMore(all.count - limit), .dim), .screen(.plan)) }
    return panel
  }

  /// A calm bar: a line as long as a part from 0 to 1 of the width, exact to half a column.
  static func thinBar(_ part: Double, width: Int) -> String {
    guard part.isFinite, part > 0, width > 0 else { return "" }
    let halves = max(1, Int((min(1, part) * Double(min(width, 10_000)) * 2).rounded()))
    return String(repeating: "━", count: halves / 2) + (halves % 2 == 0 ? "" : "╸")
  }

  private func mark(_ qualifier: Figure.Qualifier) -> String {
    switch qualifier {
    case .exactly: ""
    case .about: "~"
    case .moreThan: ">"
    case .lessThan: "<"
    case .atLeast: "≥"
    case .atMost: "≤"
    }
  }

  /// How far it has come from the baseline to the target; nil unless all three are in one unit.
  private func share(of values: [Figure?]) -> Double? {
    let known = values.compactMap { $0?.amount }
    guard known.count == 3, Set(known.map(\.unit)).count == 1 else { return nil }
    let (from, now, to) = (known[0].approximate, known[1].approximate, known[2].approximate)
    return to == from ? nil : min(1, max(0, (now - from) / (to - from)))
  }

  func trustPanel(_ width: Int, height: Int) -> OverviewPanel? {
    guard audience == .facilitator else { return nil }
    guard !awaitsFirstAnswers else { return view.session.readings.isEmpty ? nil : awaited(.trust, words.trust(.indexOverTime), rows: height, leadingTo: .trust) }
    guard let value = trust.analysis.index[.all].value else { return nil }
    let course = trust.analysis.course
    var panel = OverviewPanel(.trust, words.trust(.indexOverTime), note: course.showsChange ? words.sameDirections(course.count(.all)) : "")
    let rows = TrustPlot(course, words).rows(width: width, height: height)
    if rows.isEmpty {
      var runs = [StyledText(words.trust(.all) + " ", .dim), StyledText(words.mean(value), Style(.trust(Int(value.rounded()))))]
      if let between = trust.analysis.index[.betweenSizes].value {
        runs += [StyledText("   " + words.trust(.smallAndLarge) + " ", .dim), StyledText(words.mean(between), Style(.trust(Int(between.rounded()))))]
      }
      panel.add(StyledLine(runs))
    }
    for row in rows { panel.add(row) }
    if answersComeLater { panel.fill(to: height) }
    panel.leads(to: .screen(.trust))
    return panel
  }

  /// The gravest advice, for the facilitator alone.
  func advicePanel(_ width: Int, limit: Int) -> OverviewPanel? {
    guard audience == .facilitator, !isBlank else { return nil }
    // What comes from behind takes the room that it will have, so that nothing jumps when it is there.
    let rows = answersComeLater ? limit * 2 : 0
    guard !awaitsFirstAnswers else { return awaited(.advice, words.advice(.title), rows: rows, leadingTo: .advice) }
    let open = answers.advice.open
    guard !open.isEmpty else { return nil }
    let counts = words.counted(
      serious: open.count { $0.severity == .serious }, warnings: open.count { $0.severity == .warning }, notes: open.count { $0.severity == .note })
    var panel = OverviewPanel(.advice, words.advice(.title), note: counts)
    for advice in open.prefix(limit) {
      let mark = StyledText(advice.severity == .note ? "· " : "! ", Style(advice.severity == .serious ? .error : advice.severity == .warning ? .warning : .text))
      let lines = StyledLine([mark, StyledText(words.advice(advice, name: name, part: partName))], hangingIndent: 2).wrapped(width: max(1, width))
      for (index, line) in lines.prefix(2).enumerated() { panel.add(line, index == 0 ? .screen(.advice) : nil) }
    }
    panel.fill(to: rows)
    return panel
  }

  /// Who is for what is planned and who against, and how much of the money comes from outside, phase by phase.
  func standingPanel(_ width: Int) -> OverviewPanel? {
    guard audience == .facilitator, !isBlank else { return nil }
    guard !awaitsFirstAnswers else { return awaited(.standing, words.answer(.standing), rows: 2, leadingTo: .initiatives) }
    var panel = OverviewPanel(.standing, words.answer(.standing))
    if let forces = answers.chain?.feasibility, let now = forces.share {
      let barWidth = width >= 56 ? 12 : 0
      var runs = [StyledText(TextWidth.padded(words.answer(.support), to: 15), .dim)]
      if barWidth > 0 {
        let bar = Desk.thinBar(now, width: barWidth)
        runs += [StyledText(bar, Style(.progress)), StyledText(String(repeating: "─", count: barWidth - bar.count) + "  ", Style(.border))]
      }
      runs.append(StyledText(words.support(now: now, planned: forces.plannedShare ?? now)))
      panel.add(StyledLine(runs), .screen(.stakeholders))
    }
    let shares = answers.chain?.contributions.outsideShares ?? []
    if !shares.isEmpty {
      panel.add(StyledLine([StyledText(TextWidth.padded(words.answer(.outsideMoney), to: 15), .dim), StyledText(words.courseOfShares(shares))]), .screen(.initiatives))
    }
    guard !panel.lines.isEmpty else { return answersComeLater ? awaited(.standing, words.answer(.standing), rows: 2, leadingTo: .initiatives, isWaiting: false) : nil }
    panel.fill(to: answersComeLater ? 2 : 0)
    return panel
  }

  /// Room kept for what comes from behind.
  private func awaited(_ name: OverviewPanel.Name, _ heading: String, rows: Int, leadingTo screen: WorkScreen, isWaiting: Bool = true) -> OverviewPanel {
    var panel = OverviewPanel(name, heading)
    if isWaiting { panel.add(StyledLine(words.outlook(.computing), .dim)) }
    panel.fill(to: rows)
    panel.leads(to: .screen(screen))
    return panel
  }

  func changesPanel(_ width: Int, limit: Int) -> OverviewPanel {
    var panel = OverviewPanel(.changes, words.overview(.changes))
    let titles = working.latest(limit * 4).filter { mayShow($0) }.prefix(limit).map(\.title)
    if titles.isEmpty { panel.add(StyledLine(words.overview(.noChanges), .dim), wrappedTo: width) }
    for title in titles { panel.add(StyledLine(TextWidth.truncated(words.sentence(title), to: width))) }
    return panel
  }

  func workshopPanel(_ width: Int) -> OverviewPanel {
    let all = view.session.workshops.sorted.sorted { ($0.on?.firstDay ?? .max, $0.id) < ($1.on?.firstDay ?? .max, $1.id) }
    let next = all.first { $0.on.map { !$0.isBefore(today) } ?? true }
    guard let shown = next ?? all.last else {
      var panel = OverviewPanel(.workshop, words.overview(.nextWorkshop))
      panel.add(StyledLine(words.overview(.noWorkshop), .dim), wrappedTo: width)
      panel.leads(to: .screen(.workshop))
      return panel
    }
    var panel = OverviewPanel(.workshop, words.overview(next == nil ? .lastWorkshop : .nextWorkshop))
    panel.add(StyledLine(TextWidth.truncated(shown.name.isEmpty ? words.withArticle(.workshop) : shown.name, to: width), Style(.strong)), .entity(shown.ref))
    let facts = [
      shown.on.map { words.date($0) }, shown.place.isEmpty ? nil : shown.place,
      shown.agenda.isEmpty ? nil : words.agenda(items: shown.agenda.count, minutes: shown.agenda.reduce(0) { $0 + min(1440, max(0, $1.minutes ?? 0)) }),
    ].compactMap { $0 }
    if !facts.isEmpty { panel.add(StyledLine(facts.joined(separator: " · "), .dim), wrappedTo: width) }
    if next == nil, let meeting = shown.nextMeeting { panel.add(StyledLine(words.overview(.nextMeeting) + " " + words.date(meeting))) }
    return panel
  }
}
