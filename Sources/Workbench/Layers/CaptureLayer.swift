import ChainAnalysis
import Drawing
import MapLayout
import SessionModel
import Widgets
import Words

/// One line at the bottom of the screen, for what has to be caught while people talk.
struct CaptureLayer: Sendable {
  enum Purpose: Sendable {
    /// New entries, one a line; it stays open for the next.
    case entity(EntityKind)
    case filter(EntityKind)
    /// Who is shown on the map.
    case mapFilter
    case decision, parked
    case saveAs
    case compare
    /// One field of the selected or marked entries, in place.
    case cell(EntityKind, String)
    /// The days on which planned and observed are compared.
    case progressDates
    /// Counts of people in the room, and the groups they go into.
    case headcount, breakouts
    case ballotQuestion
    case ballotOption(BallotEditor)
    case ballotGroup(BallotEditor)
    /// How many slips say each level of trust, and from when on changes are shown.
    case slips(TrustPair)
    case since
    /// Why advice is put aside.
    case silence(Advice)
    /// By when a proposal has to be over, and what it may cost.
    case proposalLimit(ProposalLayer.Limit)
  }

  var purpose: Purpose
  var line: CaptureLine

  /// Whether what it asks for is not for the room.
  var isConfidential: Bool {
    switch purpose {
    case .slips, .since, .silence: true
    default: false
    }
  }
}

extension Desk {
  mutating func openCapture(of kind: EntityKind? = nil) {
    guard let kind = kind ?? kindToAdd else { return }
    let isStakeholder = kind == .stakeholder
    var line = CaptureLine(
      label: isStakeholder ? words.frame(.captureStakeholder) : words.frame(.captureOther) + " " + words.singular(kind),
      placeholder: isStakeholder ? words.frame(.capturePlaceholderStakeholder) : words.frame(.capturePlaceholderOther))
    if kind == .action {
      line.label = words.frame(.actionLabel)
      line.placeholder = words.plan(.lineExample)
    }
    if kind == .participant { line.placeholder = words.workshop(.personExample) }
    if kind == .indicator, !measuresSales { line.placeholder = words.plan(.salesExample) }
    layers.append(.capture(CaptureLayer(purpose: .entity(kind), line: line)))
  }

  mutating func openFilter() {
    guard let kind = currentListKind, let list = lists[kind] else { return }
    let line = CaptureLine(
      label: words.frame(.filterLabel), text: list.filter, placeholder: words.frame(.filterPlaceholder), separator: nil)
    layers.append(.capture(CaptureLayer(purpose: .filter(kind), line: line)))
  }

  mutating func openMapFilter() {
    let line = CaptureLine(label: words.map(.filterLabel), text: map.filter, placeholder: words.map(.filterPlaceholder), separator: nil)
    layers.append(.capture(CaptureLayer(purpose: .mapFilter, line: line)))
  }

  mutating func openNote(_ purpose: CaptureLayer.Purpose) {
    var label = words.frame(.parkedLabel)
    if case .decision = purpose { label = words.frame(.decisionLabel) }
    layers.append(.capture(CaptureLayer(purpose: purpose, line: CaptureLine(label: label, separator: nil))))
  }

  mutating func openSaveAs() {
    let line = CaptureLine(label: words.frame(.saveAsLabel), text: file.path ?? file.name, separator: nil)
    layers.append(.capture(CaptureLayer(purpose: .saveAs, line: line)))
  }

  mutating func update(_ layer: CaptureLayer, _ event: Event) -> [Effect] {
    var layer = layer
    let outcome: CaptureLine.Outcome
    switch event {
    case .key(let key): outcome = layer.line.handle(key)
    case .paste(let text): outcome = layer.line.paste(text)
    default: outcome = .ignored
    }
    switch outcome {
    case .cancelled:
      if case .filter(let kind) = layer.purpose {
        lists[kind]?.filter = ""
        prepare()
      }
      if case .mapFilter = layer.purpose {
        map.filter = ""
        prepare()
      }
      return []
    case .submitted(let text): return submit(text, layer)
    case .submittedLines(let lines):
      if case .entity(let kind) = layer.purpose {
        layers.append(.capture(layer))
        paste(lines, kind)
        return []
      }
      if case .ballotOption(let editor) = layer.purpose { addOptions(lines.map { ($0.trimmed, nil) }, to: editor) }
      layers.append(.capture(layer))
    case .changed(let text):
      changed(text, &layer)
      layers.append(.capture(layer))
    case .completed(_, let text):
      changed(text, &layer)
      layers.append(.capture(layer))
    case .moved, .ignored:
      layers.append(.capture(layer))
    }
    return []
  }

  private mutating func changed(_ text: String, _ layer: inout CaptureLayer) {
    switch layer.purpose {
    case .filter(let kind):
      lists[kind]?.filter = text
      prepare()
      if let list = lists[kind] {
        layer.line.note = MessageLine(words.message(.filtered(shown: list.rows.count, all: view.session.count(of: kind))))
      }
    case .mapFilter:
      map.filter = text.trimmed
      prepare()
      layer.line.note = MessageLine(words.mapShowing(map.scene.boxes.count { !$0.isFolded } + map.scene.crowded, of: view.session.stakeholders.count))
    case .entity(let kind):
      if kind == .action {
        changedAction(text, &layer)
        return
      }
      let part = layer.line.part
      layer.line.suggest(part.index == 0 ? [] : captureSuggestions(kind))
      let name = QuickEntry.parts(text).first ?? ""
      let twin = kind == .stakeholder ? nearDuplicate(of: name) : nil
      layer.line.note = MessageLine(twin.map { words.message(.sameName($0)) } ?? "", .warning)
    case .slips:
      let slips = SlipCounts(text)
      layer.line.note = slips.map { MessageLine(words.slips($0.counts.total, median: $0.counts.median)) } ?? MessageLine(words.trust(.slipsHint))
    default: break
    }
  }

  /// Behind `@` an owner is completed, behind `#` an initiative; what has been understood stands below the line.
  private func changedAction(_ text: String, _ layer: inout CaptureLayer) {
    let before = layer.line.field.textBeforeCursor
    let mark = before.last { "@#,".contains($0) }
    layer.line.separator = mark ?? ","
    switch mark {
    case "@"?, "#"?: layer.line.suggest(planSuggestions(after: mark ?? "@"))
    case ","?: layer.line.suggest(captureSuggestions(.action))
    default: layer.line.suggest([])
    }
    let wrong = planLine(text).unknownDate
    layer.line.note = wrong.isEmpty ? MessageLine(understood(text)) : MessageLine(notADate(wrong), .warning)
  }

  mutating func openProgressDates() {
    let line = CaptureLine(label: words.plan(.progressLabel), placeholder: words.plan(.progressPlaceholder), separator: nil)
    layers.append(.capture(CaptureLayer(purpose: .progressDates, line: line)))
  }

  private mutating func submit(_ text: String, _ layer: CaptureLayer) -> [Effect] {
    var layer = layer
    let trimmed = text.trimmed
    switch layer.purpose {
    case .filter, .mapFilter: return []
    case .headcount:
      guard !trimmed.isEmpty else { return [] }
      let isUnderstood = countHeads(trimmed)
      if isUnderstood { layer.line.clear() }
      layer.line.note = isUnderstood ? message : MessageLine(words.workshop(.headcountProblem), .error)
      layers.append(.capture(layer))
      return []
    case .breakouts:
      if !trimmed.isEmpty { makeBreakouts(trimmed) }
      return []
    case .ballotQuestion:
      if !trimmed.isEmpty { makeBallot(trimmed) }
      return []
    case .ballotOption(let editor):
      guard !trimmed.isEmpty else { return [] }
      addOptions([(trimmed, nil)], to: editor)
      layer.line.clear()
      layers.append(.capture(layer))
      return []
    case .ballotGroup(let editor):
      if !trimmed.isEmpty { addGroup(trimmed, to: editor) }
      return []
    case .entity(let kind):
      guard !trimmed.isEmpty else { return [] }
      capture([trimmed], kind)
      layer.line.clear()
      layer.line.note = message
      layers.append(.capture(layer))
      return []
    case .decision, .parked:
      guard !trimmed.isEmpty else { return [] }
      note(trimmed, layer.purpose)
      return []
    case .saveAs:
      guard !trimmed.isEmpty else { return [] }
      return [.save(path: trimmed)]
    case .compare:
      guard !trimmed.isEmpty else { return [] }
      return [.compare(path: trimmed)]
    case .cell(let kind, let key):
      if let problem = setCell(trimmed, key, kind) {
        layer.line.note = MessageLine(problem, .error)
        layers.append(.capture(layer))
      }
      return []
    case .progressDates:
      let (dates, unknown) = typedDates(trimmed)
      if let unknown {
        layer.line.note = MessageLine(notADate(unknown), .error)
        layers.append(.capture(layer))
      } else {
        openProgress(on: dates)
      }
      return []
    case .slips(let pair):
      if trimmed.isEmpty { return [] }
      guard let slips = SlipCounts(trimmed) else {
        layer.line.note = MessageLine(words.trust(.slipsWrong), .warning)
        layers.append(.capture(layer))
        return []
      }
      enter(slips, for: pair)
      return []
    case .since:
      let day = typedDate(trimmed)
      if day == nil, !trimmed.isEmpty {
        layer.line.note = MessageLine(words.trust(.sinceWrong), .warning)
        layers.append(.capture(layer))
        return []
      }
      trust.since = day
      prepare()
      return []
    case .silence(let advice):
      guard !trimmed.isEmpty else { return [] }
      silence(advice, because: trimmed)
      return []
    case .proposalLimit(let limit):
      if let problem = setProposalLimit(limit, trimmed) {
        layer.line.note = MessageLine(problem, .error)
        layers.append(.capture(layer))
      }
      return []
    }
  }

  private mutating func note(_ text: String, _ purpose: CaptureLayer.Purpose) {
    guard let id = latestWorkshop?.id, var workshop = working.session.workshops[id] else { return }
    let running = workshop.runningItem(at: now)
    let itemID = newID(prefix: "x")
    if case .decision = purpose {
      var decision = Decision(id: itemID)
      decision.text = text
      decision.agendaItem = running?.id
      decision.at = now
      workshop.decisions.append(decision)
      perform(
        Title(.edit, .workshop, name: workshop.name, field: "decisions"), [.replace(workshop)],
        saying: .noted(text, isDecision: true, during: running?.title))
    } else {
      var thought = ParkedThought(id: itemID)
      thought.text = text
      thought.agendaItem = running?.id
      thought.at = now
      workshop.parkingLot.append(thought)
      perform(
        Title(.edit, .workshop, name: workshop.name, field: "parkingLot"), [.replace(workshop)],
        saying: .noted(text, isDecision: false, during: running?.title))
    }
  }
}
