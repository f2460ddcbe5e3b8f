import SessionModel
import Words

// What is done together, who does what by when, and whether it works.
extension ReportComposer {
  /// Lowest step first, then by time: how the initiatives build on each other.
  private var crescendo: [Initiative] {
    session.initiatives.sorted.sorted { a, b in
      let steps = (a.step ?? Int.max, b.step ?? Int.max)
      if steps.0 != steps.1 { return steps.0 < steps.1 }
      let starts = ((a.from ?? a.to)?.firstDay ?? Int.max, (b.from ?? b.to)?.firstDay ?? Int.max)
      if starts.0 != starts.1 { return starts.0 < starts.1 }
      return (a.name, a.id) < (b.name, b.id)
    }
  }

  var initiatives: ReportValue {
    let ordered = crescendo
    guard !ordered.isEmpty else { return .text("") }
    let steps: [ReportValue] = ((1...5).map { $0 as Int? } + [nil]).compactMap { step in
      let rows = ordered.filter { ($0.step.flatMap { (1...5).contains($0) ? $0 : nil }) == step }
      guard !rows.isEmpty else { return nil }
      return .record(["number": number(step), "name": step == nil ? .text(words.report(.withoutStep)) : scale(step, .step), "rows": .list(rows.map(initiative)), "isShort": isShort(rows)])
    }
    let chart = CrescendoChart(ordered.map {
      CrescendoChart.Bar(label: $0.name, step: $0.step, from: $0.from ?? $0.to, to: $0.to ?? $0.resultOn ?? $0.from, isOver: $0.status?.option?.isOver ?? false)
    })
    return .record([
      "steps": .list(steps), "count": .number(ordered.count),
      "chart": .markup(chart.svg(title: words.report(.timeAcross), step: { words.level(.step, $0) })),
      "chartText": .picture(chart.text { words.level(.step, $0) }),
    ])
  }

  private func initiative(_ initiative: Initiative) -> ReportValue {
    .record([
      "name": .text(initiative.name), "mark": mark(initiative), "kind": choice(initiative.type), "status": choice(initiative.status),
      "step": scale(initiative.step, .step), "when": period(initiative.from, initiative.to), "lead": name(initiative.lead),
      "participants": .text(names(initiative.participants)), "reach": figures(initiative.reach), "result": .text(result(initiative)),
      "lesson": .text(initiative.lesson), "funding": .text(funding(initiative)), "firmCommits": .text(initiative.firmCommits),
    ])
  }

  private func result(_ initiative: Initiative) -> String {
    let figures = initiative.resultFigure.map { words.figure(Figure($0.amount, $0.qualifier)) }.joined(separator: "; ")
    return [initiative.result, figures].filter { !$0.isEmpty }.joined(separator: " — ")
  }

  private func funding(_ initiative: Initiative) -> String {
    initiative.funding.map { share in
      let amount = share.amount.map { words.figure(Figure($0.amount, $0.qualifier)) }.joined(separator: "; ")
      let details = [share.form.map { words.choice(Contribution.list, $0.code) }, share.answer.map { words.choice(FundingAnswer.list, $0.code) }]
        .compactMap { $0 }.joined(separator: ", ")
      return [names([share.by].compactMap { $0 }), amount, details.isEmpty ? "" : "(" + details + ")"].filter { !$0.isEmpty }.joined(separator: " ")
    }.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  var plan: ReportValue {
    guard !session.actions.isEmpty else { return .text("") }
    let actions = PlanOrder.byDue(session.actions.sorted)
    let names = PlanNames(session, words: words)
    let owners = Dictionary(grouping: actions, by: names.answering)
    let byOwner: [ReportValue] = owners.keys.sorted { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }.map { owner in
      let rows = owners[owner] ?? []
      return .record(["owner": .text(owner.isEmpty ? words.report(.nobody) : owner), "rows": .list(rows.map { action($0, names) }), "isShort": isShort(rows)])
    }
    let late = actions.count { $0.isLate(on: today) }
    return .record(["byOwner": .list(byOwner), "byDate": .list(actions.map { action($0, names) }), "lateCount": .text(late > 0 ? String(late) : ""), "count": .number(actions.count)])
  }

  private func action(_ action: ActionItem, _ names: PlanNames) -> ReportValue {
    let isLate = action.isLate(on: today)
    let owner = names.answering(action)
    let person = names.person(action)
    return .record([
      "what": .text(action.what), "mark": mark(action), "owner": .text(owner), "person": .text(person == owner ? "" : person),
      "due": action.due == nil ? .text(words.report(.withoutDate)) : date(action.due), "status": choice(action.status), "isLate": .flag(isLate),
      "late": .text(isLate ? words.report(.late) : ""), "initiative": .optional(session.initiatives[action.initiative]?.name),
      "doneOn": date(action.doneOn),
    ])
  }

  var indicators: ReportValue {
    guard !session.indicators.isEmpty else { return .text("") }
    let rows: [ReportValue] = session.indicators.sorted.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { indicator in
      let current = readings.current(ReadingSubject(.indicator, indicator.id))
      return .record([
        "name": .text(indicator.name), "mark": mark(indicator), "kind": choice(indicator.type), "unit": .text(indicator.unit),
        "baseline": figures(indicator.baseline), "baselineOn": date(indicator.baselineOn), "current": figures(current?.figure ?? []),
        "currentOn": date(current?.on), "target": figures(indicator.target), "due": date(indicator.due),
      ])
    }
    return .record(["rows": .list(rows), "count": .number(rows.count)])
  }
}
