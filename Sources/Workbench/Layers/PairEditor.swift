import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

/// Connecting two stakeholders, or entering how far they trust each other: the other end, then one key for each thing that is asked.
struct PairEditor: Sendable {
  enum Purpose: Sendable { case connect, trust }

  enum Step: Sendable {
    case other(Finder, [EntityID])
    case kind(Menu)
    /// Trust from the first to the second, then the other way; in room mode the strength of the tie.
    case level(reverse: Bool)
  }

  let purpose: Purpose
  let from: EntityID
  var to: EntityID?
  var kind: RelationshipKind?
  var there: Int?
  var step: Step
}

extension Desk {
  /// Asks for the other end, unless it is known, then for what it takes besides.
  mutating func openPair(_ purpose: PairEditor.Purpose, from start: EntityID? = nil, to other: EntityID? = nil) {
    guard let from = start ?? selection?.id else { return }
    if let other {
      layers.append(.pair(PairEditor(purpose: purpose, from: from, to: other, step: purpose == .connect ? .kind(kindMenu) : .level(reverse: false))))
      return
    }
    let others = stakeholdersByName.filter { $0.id != from }
    let finder = Finder(others.map { FinderItem($0.name, note: $0.type.map { words.choice(StakeholderKind.list, $0.code) } ?? "") })
    layers.append(.pair(PairEditor(purpose: purpose, from: from, step: .other(finder, others.map(\.id)))))
  }

  /// Everybody in the order of their names.
  private var stakeholdersByName: [Stakeholder] {
    view.session.stakeholders.sorted.map { (name: FoldedText($0.name).bytes, one: $0) }
      .sorted { $0.name != $1.name ? $0.name.lexicographicallyPrecedes($1.name) : $0.one.id < $1.one.id }.map(\.one)
  }

  /// Asks how far the two trust each other, both ends being known.
  mutating func openTrust(_ pair: TrustPair) {
    layers.append(.pair(PairEditor(purpose: .trust, from: pair.from, to: pair.to, step: .level(reverse: false))))
  }

  mutating func update(_ editor: PairEditor, _ event: Event) -> [Effect] {
    var editor = editor
    switch editor.step {
    case .other(var finder, let ids):
      let box = Finder.box(in: Rect(size))
      var outcome = Finder.Outcome.ignored
      switch event {
      case .key(let key): outcome = finder.handle(key, rows: Finder.list(in: box).height)
      case .paste(let text): outcome = finder.paste(text)
      case .mouse(let mouse): outcome = finder.handle(mouse, in: box)
      default: break
      }
      if case .cancelled = outcome { return [] }
      editor.step = .other(finder, ids)
      if case .chosen(let index) = outcome, ids.indices.contains(index) {
        editor.to = ids[index]
        editor.step = editor.purpose == .connect ? .kind(kindMenu) : .level(reverse: false)
      }
      layers.append(.pair(editor))
    case .kind(var menu):
      var outcome = Menu.Outcome.ignored
      switch event {
      case .key(let key): outcome = menu.handle(key)
      case .mouse(let mouse): outcome = menu.handle(mouse, in: Rect(size))
      default: break
      }
      if case .cancelled = outcome { return [] }
      editor.step = .kind(menu)
      if case .chosen(let index) = outcome, relationshipKinds.indices.contains(index) {
        editor.kind = relationshipKinds[index]
        editor.step = .level(reverse: false)
      }
      layers.append(.pair(editor))
    case .level(let reverse): level(event, reverse: reverse, &editor)
    }
    return []
  }

  /// In room mode the list has no conflicts: the room would see one being made.
  var relationshipKinds: [RelationshipKind] { RelationshipKind.allCases.filter { audience == .facilitator || $0 != .conflict } }

  private var kindMenu: Menu {
    Menu(
      title: words.frame(.kindOfTie),
      items: relationshipKinds.map {
        MenuItem($0.letter, words.choice(RelationshipKind.list, $0.rawValue), detail: words.choice(Linkage.list, $0.linkage.rawValue))
      })
  }

  private mutating func level(_ event: Event, reverse: Bool, _ editor: inout PairEditor) {
    guard case .key(let key) = event else {
      layers.append(.pair(editor))
      return
    }
    if let digit = key.digit, (1...5).contains(digit) {
      finish(&editor, digit, reverse: reverse)
    } else if key == Key(.enter) || key == Key(" ") || key == Key(.tab) {
      finish(&editor, nil, reverse: reverse)
    } else if key == Key(.escape) {
      if editor.purpose == .connect {
        editor.step = .kind(kindMenu)
        layers.append(.pair(editor))
      } else if editor.there != nil {
        // What was answered counts.
        conclude(editor, back: nil)
      }
    } else {
      layers.append(.pair(editor))
    }
  }

  private mutating func finish(_ editor: inout PairEditor, _ digit: Int?, reverse: Bool) {
    if editor.purpose == .connect {
      editor.there = digit
      conclude(editor, back: nil)
    } else if reverse {
      conclude(editor, back: digit)
    } else {
      editor.there = digit
      editor.step = .level(reverse: true)
      layers.append(.pair(editor))
    }
  }

  private mutating func conclude(_ editor: PairEditor, back: Int?) {
    guard let to = editor.to else { return }
    let from = editor.from
    let names = (name(EntityRef(.stakeholder, from)), name(EntityRef(.stakeholder, to)))
    var changes: [Change] = []
    if editor.purpose == .connect, let kind = editor.kind {
      var tie = Relationship(id: newID(.relationship))
      tie.from = from
      tie.to = to
      tie.type = .known(kind)
      tie.status = .known(.existing)
      if audience != .facilitator { tie.strength = editor.there }
      changes.append(.insert(tie))
    }
    if audience == .facilitator {
      if let there = editor.there { changes += trustChanges(from, to, there) }
      if let back { changes += trustChanges(to, from, back) }
    }
    guard !changes.isEmpty else { return }
    if editor.purpose == .connect {
      perform(Title(.connect, .relationship, name: names.0 + " – " + names.1), changes, saying: .connected(names.0, names.1))
    } else {
      perform(Title(.setTrust, .reading, name: names.0 + " ⇄ " + names.1), changes)
    }
  }

  /// The change that makes `from` trust `to` this far from today on; nil takes today's entry away.
  mutating func trustChanges(_ from: EntityID, _ to: EntityID, _ level: Int?) -> [Change] {
    let id = newID(.reading)
    let change = working.readings.change(
      ReadingSubject(.trust, from, toward: to), to: level.map { .number($0) } ?? .empty, on: today, at: now, occasion: working.session.workshop(at: now)?.id,
      obtained: trust.obtained, newID: { id })
    return change.map { [$0] } ?? []
  }

  /// Sets trust from a screen that has the pair selected.
  mutating func setTrust(_ from: EntityID, _ to: EntityID, _ level: Int?) {
    let before = working.readings.trust(from, to)
    let names = (name(EntityRef(.stakeholder, from)), name(EntityRef(.stakeholder, to)))
    let title = Title(.setTrust, .reading, name: names.0 + " → " + names.1)
    if let level {
      perform(title, trustChanges(from, to, level), saying: .trustSet(names.0, names.1, level, before: before))
    } else {
      perform(title, trustChanges(from, to, nil))
    }
  }

  func draw(_ editor: PairEditor, on surface: inout Surface) {
    switch editor.step {
    case .other(let finder, _):
      let title = words.frame(editor.purpose == .connect ? .connectTo : .trustWith) + " · " + name(EntityRef(.stakeholder, editor.from))
      finder.draw(in: Finder.box(in: Rect(size)), on: &surface, title: title, empty: words.frame(.findEmpty))
    case .kind(let menu): menu.draw(in: Rect(size), on: &surface)
    case .level(let reverse):
      guard let to = editor.to else { return }
      let (a, b) = reverse ? (to, editor.from) : (editor.from, to)
      drawQuestion(name(EntityRef(.stakeholder, a)), name(EntityRef(.stakeholder, b)), on: &surface)
    }
  }

  /// Asks for a level with both names in sight, however long they are.
  private func drawQuestion(_ from: String, _ to: String, on surface: inout Surface) {
    let isTrust = audience == .facilitator
    let scale: Scale = isTrust ? .trust : .level
    let width = min(size.width - 4, 72)
    let most = width - 12
    let names = (TextWidth.truncated(from, to: most), TextWidth.truncated(to, to: most))
    let question = StyledLine(isTrust ? words.askTrust(names.0, names.1) : words.askStrength(names.0, names.1), Style(.strong)).wrapped(width: width - 6)
    let box = Rect(size).centred(width: width, height: question.count + scale.range.count + 4)
    drawBox(box, isTrust ? words.word(Aspect.trust).capitalised : words.frame(.strengthOfTie), hints: words.frame(.levelHints), on: &surface)
    for (row, line) in question.enumerated() { line.draw(x: box.x + 3, y: box.y + 1 + row, width: width - 6, on: &surface) }
    for (row, level) in scale.range.enumerated() {
      let y = box.y + question.count + 2 + row
      surface.put(String(level), x: box.x + 3, y: y, Style(.hintKey))
      surface.put(words.level(scale, level), x: box.x + 6, y: y, Style.text, width: box.width - 9)
    }
  }
}
