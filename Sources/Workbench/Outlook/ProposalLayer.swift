import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

/// A proposed sequence to look over: each row can be changed, moved in time or left out before all are inserted as one step.
struct ProposalLayer: Sendable {
  enum Limit: Sendable { case until, money }

  /// A step that is proposed, and what would be inserted for it.
  struct Row: Sendable {
    let step: Proposal.Step
    /// As it was proposed or last edited.
    private var written: Initiative
    /// How far it was moved since: a date known as a month moves once weeks have come to one.
    private var days = 0

    init(_ step: Proposal.Step, _ draft: Initiative) {
      self.step = step
      written = draft
    }

    var draft: Initiative {
      get { days == 0 ? written : written.shifted(days: days) }
      set { (written, days) = (newValue, 0) }
    }

    mutating func shift(days: Int) { self.days += days }
  }

  let kinds: [ProposalKind]
  var limits: ProposalLimits
  var proposal: Proposal
  var rows: [Row]
  var table = Table()
  /// When whose time is taken.
  let time: Availability
  /// Of the session that it was made for.
  let revision: Int

  var drafts: [Initiative] { rows.map(\.draft) }

  /// Moves the selected one and all that follow it.
  mutating func shift(days: Int) {
    for index in rows.indices where index >= table.cursor { rows[index].shift(days: days) }
  }
}

extension Desk {
  /// What the selected entry would be proposed for; nil when it is nothing that can be.
  var proposalGoal: ProposalGoal? {
    if screen == .trust { return trust.pair.flatMap { $0.from == $0.to ? nil : .pair(TrustPair($0.from, $0.to)) } }
    guard let id = selection?.id, let initiative = working.session.initiatives[id], initiative.isOpen else { return nil }
    return .initiative(id)
  }

  /// Asks for the kinds to propose from; the layer opens when they come. One that was closed is taken up again while nothing has changed.
  mutating func propose() -> [Effect] {
    guard let goal = proposalGoal else { return [] }
    if let kept = keptProposal, kept.proposal.goal == goal, kept.revision == working.session.revision {
      layers.append(.proposal(kept))
      return []
    }
    return [.readKinds]
  }

  mutating func openProposal(_ kinds: [ProposalKind]) {
    guard audience == .facilitator, let goal = proposalGoal else { return }
    var limits = ProposalLimits(from: today.adding(days: 14))
    if case .initiative(let id) = goal, let begins = working.session.initiatives[id]?.from, begins.firstDay > limits.from.firstDay + 30 {
      limits.until = PartialDate(dayNumber: begins.firstDay - 1)
    }
    guard let layer = proposal(goal, kinds, limits) else {
      say(.cannotApply, .error)
      return
    }
    layers.append(.proposal(layer))
  }

  private mutating func proposal(_ goal: ProposalGoal, _ kinds: [ProposalKind], _ limits: ProposalLimits) -> ProposalLayer? {
    refreshAnswers()
    guard let facts = answers.facts,
      let found = Proposal(goal, facts, kinds: kinds, limits: limits, assumptions: OutlookAssumptions(working.session))
    else { return nil }
    let session = working.session
    let rows = zip(found.steps, found.drafts(session) { newID(prefix: $0) }).map { ProposalLayer.Row($0, $1) }
    return ProposalLayer(kinds: kinds, limits: limits, proposal: found, rows: rows, time: Availability(session), revision: session.revision)
  }

  mutating func update(_ layer: ProposalLayer, _ event: Event) -> [Effect] {
    var layer = layer
    let area = proposalAreas(layer).table
    switch event {
    case .key(let key):
      switch (key.code, key.modifiers) {
      case (.escape, _):
        keptProposal = layer
        return []
      case (.enter, []):
        insert(layer)
        return []
      case (.character("d"), []), (.delete, []):
        if layer.rows.indices.contains(layer.table.cursor) {
          layer.rows.remove(at: layer.table.cursor)
          layer.table.move(to: layer.table.cursor, rowCount: layer.rows.count, in: area)
        }
      case (.character("["), []): layer.shift(days: -7)
      case (.character("]"), []): layer.shift(days: 7)
      case (.character("t"), []), (.character("m"), []):
        layers.append(.proposal(layer))
        askLimit(key == Key("t") ? .until : .money, layer.limits)
        return []
      case (.character("e"), []):
        guard layer.rows.indices.contains(layer.table.cursor) else { break }
        layers.append(.proposal(layer))
        layers.append(.form(form(.proposed, layer.rows[layer.table.cursor].draft)))
        return []
      default: _ = layer.table.handle(key, rowCount: layer.rows.count, in: area)
      }
    case .mouse(let mouse): _ = layer.table.handle(mouse, rowCount: layer.rows.count, columns: proposalColumns, in: area)
    default: break
    }
    layers.append(.proposal(layer))
    return []
  }

  private mutating func askLimit(_ limit: ProposalLayer.Limit, _ limits: ProposalLimits) {
    let isDate = limit == .until
    let text = (isDate ? limits.until?.description : limits.money?.description) ?? ""
    let line = CaptureLine(
      label: words.outlook(isDate ? .untilLabel : .moneyLabel), text: text, placeholder: words.outlook(isDate ? .untilHint : .moneyHint), separator: nil)
    ask(
      line,
      CaptureLayer.Purpose(
        takesNothing: true, finished: { desk, text in CaptureLayer.Answer(unless: desk.setProposalLimit(limit, text)) }))
  }

  /// Takes a limit as it was typed and proposes anew; the sentence that says why it cannot, if it cannot.
  mutating func setProposalLimit(_ limit: ProposalLayer.Limit, _ text: String) -> String? {
    guard case .proposal(let layer)? = layers.last else { return nil }
    var limits = layer.limits
    switch limit {
    case .until:
      guard !text.isEmpty else {
        limits.until = nil
        break
      }
      guard let date = typedDates(text).0.first else { return notADate(text) }
      limits.until = date
    case .money:
      guard !text.isEmpty else {
        limits.money = nil
        break
      }
      guard var money = Amount(text) else { return words.notAnAmount(text) }
      if money.unit.isEmpty { money = Amount(mantissa: money.mantissa, decimals: money.decimals, unit: working.session.profile.currency) ?? money }
      limits.money = money
    }
    guard let next = proposal(layer.proposal.goal, layer.kinds, limits) else { return nil }
    layers[layers.count - 1] = .proposal(next)
    return nil
  }

  /// Takes back a row that was changed in a form.
  mutating func takeProposed(_ draft: any Record) {
    guard let draft = draft as? Initiative, case .proposal(var layer)? = layers.popLast() else { return }
    if let place = layer.rows.firstIndex(where: { $0.draft.id == draft.id }) { layer.rows[place].draft = draft }
    layers.append(.proposal(layer))
  }

  private mutating func insert(_ layer: ProposalLayer) {
    guard let first = layer.drafts.first else {
      message = MessageLine(words.outlook(.proposeEmpty), .warning)
      return
    }
    let transaction = Proposal.insertion(of: layer.drafts, toward: layer.proposal.goal, working.session)
    guard perform(transaction.title, transaction.changes) else {
      // What was changed in it stays to be looked at.
      layers.append(.proposal(layer))
      return
    }
    keptProposal = nil
    message = MessageLine(words.proposalInserted(layer.drafts.count), .success)
    if screen == .initiatives { selectInList(first.ref) }
    prepare()
  }
}
