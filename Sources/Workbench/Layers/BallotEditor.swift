import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

/// Counting a vote: a row for each option, a column for each group, digits for the dots or beans. What is counted stays covered in the room until it is revealed.
struct BallotEditor: Sendable {
  let workshop: EntityID
  let ballot: EntityID
  var row = 0
  var column = 0
  /// The groups that were named before there was anything to vote for.
  var groups: [String] = []
  /// What has been typed into the cell so far; it counts when one goes on.
  var typed: Int?
}

/// The options and groups of a ballot, each once, in the order in which they were asked.
struct BallotGrid {
  private(set) var options: [BallotOption] = []
  private(set) var groups: [String] = []
  private var cells: [Cell: Int] = [:]

  private struct Cell: Hashable {
    var key: String
    var group: String
  }

  /// - Parameter waiting: the groups of a ballot that has no options yet.
  init(_ ballot: Ballot, waiting: [String]) {
    for option in ballot.options {
      if !options.contains(where: { $0.key == option.key }) { options.append(option) }
      if !groups.contains(option.group) { groups.append(option.group) }
      if let dots = option.dots { cells[Cell(key: option.key, group: option.group)] = dots }
    }
    if groups.isEmpty { groups = waiting.isEmpty ? [""] : waiting }
  }

  func dots(_ row: Int, _ column: Int) -> Int? {
    guard options.indices.contains(row), groups.indices.contains(column) else { return nil }
    return cells[Cell(key: options[row].key, group: groups[column])]
  }
}

extension Desk {
  func ballot(_ editor: BallotEditor) -> Ballot? { working.session.workshops[editor.workshop]?.ballots.first { $0.id == editor.ballot } }

  /// The ballots of the day to choose from, or a new one.
  mutating func openBallots() {
    guard let workshop = selectedWorkshop else { return }
    guard !workshop.ballots.isEmpty else { return openBallotQuestion() }
    let items =
      [FinderItem(words.workshop(.newBallot))]
      + workshop.ballots.map { FinderItem($0.question, note: words.workshop($0.revealed == true ? .revealed : .covered)) }
    layers.append(
      .finder(
        FinderLayer(
          purpose: .ballot([nil] + workshop.ballots.map { $0.id as EntityID? }), finder: Finder(items), title: words.workshop(.ballots))))
  }

  mutating func openBallotQuestion() {
    ask(
      CaptureLine(label: words.workshop(.ballotQuestion), placeholder: words.workshop(.ballotExample), separator: nil),
      CaptureLayer.Purpose(
        finished: { desk, text in
          desk.makeBallot(text)
          return .close()
        }))
  }

  mutating func makeBallot(_ question: String) {
    guard var workshop = selectedWorkshop else { return }
    var ballot = Ballot(id: newID(prefix: "x"))
    ballot.question = question
    ballot.counted = .known(.dots)
    workshop.ballots.append(ballot)
    guard perform(Title(.vote, .workshop, name: question), [.replace(workshop)]) else { return }
    layers.append(.ballot(BallotEditor(workshop: workshop.id, ballot: ballot.id)))
  }

  private mutating func change(_ editor: BallotEditor, _ body: (inout Ballot) -> Void, also: (Ballot) -> [Change] = { _ in [] }) {
    guard var workshop = working.session.workshops[editor.workshop],
      let index = workshop.ballots.firstIndex(where: { $0.id == editor.ballot })
    else { return }
    let before = workshop.ballots[index]
    body(&workshop.ballots[index])
    let more = also(workshop.ballots[index])
    guard workshop.ballots[index] != before || !more.isEmpty else { return }
    perform(Title(.vote, .workshop, name: workshop.ballots[index].question), [.replace(workshop)] + more)
  }

  private mutating func openBallotOption(_ editor: BallotEditor) {
    ask(
      CaptureLine(label: words.workshop(.ballotOption), placeholder: words.workshop(.ballotOptionExample), separator: nil),
      CaptureLayer.Purpose(
        pasted: { desk, lines in desk.addOptions(lines.map { ($0.trimmed, nil) }, to: editor) },
        finished: { desk, text in
          desk.addOptions([(text, nil)], to: editor)
          return .next()
        }))
  }

  private mutating func openBallotGroup(_ editor: BallotEditor) {
    ask(
      CaptureLine(label: words.workshop(.ballotGroup), separator: nil),
      CaptureLayer.Purpose(
        finished: { desk, text in
          desk.addGroup(text, to: editor)
          return .close()
        }))
  }

  /// Adds options, for every group; those that are there already stay.
  mutating func addOptions(_ texts: [(text: String, about: EntityID?)], to editor: BallotEditor) {
    guard let ballot = ballot(editor) else { return }
    let grid = BallotGrid(ballot, waiting: editor.groups)
    let known = Set(grid.options.map(\.key))
    let added = texts.flatMap { text, about in grid.groups.map { option(text, about, in: $0) } }.filter { !known.contains($0.key) }
    change(editor) { $0.options += added }
  }

  private mutating func option(_ text: String, _ about: EntityID?, in group: String) -> BallotOption {
    var option = BallotOption(id: newID(prefix: "x"))
    option.text = text
    option.about = about
    option.group = group
    return option
  }

  /// A further group that votes apart. The first name given is that of the counts there are so far.
  mutating func addGroup(_ name: String, to editor: BallotEditor) {
    guard let ballot = ballot(editor) else { return }
    let grid = BallotGrid(ballot, waiting: editor.groups)
    guard !grid.groups.contains(name) else { return }
    if grid.options.isEmpty {
      // Nothing in the session can hold its name yet.
      if case .ballot(var editor)? = layers.popLast() {
        editor.groups.append(name)
        layers.append(.ballot(editor))
      }
    } else if grid.groups == [""] {
      change(editor) { ballot in for index in ballot.options.indices { ballot.options[index].group = name } }
    } else {
      let added = grid.options.map { option($0.text, $0.about, in: name) }
      change(editor) { $0.options += added }
    }
  }

  /// What can be voted for without typing it: open constraints, initiatives that are not over, stakeholders.
  mutating func openBallotSource(_ editor: BallotEditor) {
    let kinds: [EntityKind] = [.constraint, .initiative, .stakeholder]
    let items = kinds.map { FinderItem(words.capitalisedPlural($0), note: String(view.session.count(of: $0))) }
    layers.append(.finder(FinderLayer(purpose: .ballotSource(editor, kinds), finder: Finder(items), title: words.workshop(.ballotSource))))
  }

  mutating func takeOptions(of kind: EntityKind, to editor: BallotEditor) {
    let all = view.session.entities(of: kind).filter { entity in
      switch entity {
      case let constraint as Constraint: constraint.status?.option != .resolved
      case let initiative as Initiative: initiative.status?.option?.isOver != true
      default: true
      }
    }
    addOptions(all.prefix(60).map { (view.session.name(of: $0.ref), $0.id) }.filter { !$0.0.isEmpty }, to: editor)
  }

  /// Writes what was typed into the cell.
  private mutating func commit(_ editor: inout BallotEditor) {
    guard let typed = editor.typed, let ballot = ballot(editor) else { return }
    editor.typed = nil
    let grid = BallotGrid(ballot, waiting: editor.groups)
    guard grid.options.indices.contains(editor.row), grid.groups.indices.contains(editor.column) else { return }
    // Two versions that were brought together may have an option that was not asked of this group.
    var cell = option(grid.options[editor.row].text, grid.options[editor.row].about, in: grid.groups[editor.column])
    cell.dots = typed
    change(editor) { ballot in
      if let index = ballot.options.firstIndex(where: { $0.key == cell.key && $0.group == cell.group }) {
        ballot.options[index].dots = typed
      } else {
        ballot.options.append(cell)
      }
    }
  }

  /// Shows the result to the room and writes the votes to the constraints that were voted on; again covers it.
  private mutating func reveal(_ editor: BallotEditor) {
    guard let ballot = ballot(editor) else { return }
    let isRevealed = ballot.revealed == true
    let counted = Set(ballot.options.compactMap { $0.dots == nil ? nil : $0.about })
    let votes: [Change] =
      isRevealed
      ? []
      : BallotResult(ballot).rows.compactMap { row in
        guard let about = row.about, counted.contains(about), var constraint = working.session.constraints[about],
          constraint.votes != row.dots
        else { return nil }
        constraint.votes = row.dots
        return .replace(constraint)
      }
    change(editor, { $0.revealed = isRevealed ? nil : true }, also: { _ in votes })
  }

  mutating func update(_ editor: BallotEditor, _ event: Event) -> [Effect] {
    var editor = editor
    guard let ballot = ballot(editor) else { return [] }
    let grid = BallotGrid(ballot, waiting: editor.groups)
    guard case .key(let key) = event else {
      if case .paste(let text) = event {
        addOptions(text.split(whereSeparator: \.isNewline).map { ($0.trimmed, nil) }.filter { !$0.0.isEmpty }, to: editor)
      }
      layers.append(.ballot(editor))
      return []
    }
    if let digit = key.digit, !file.isReadOnly, grid.options.indices.contains(editor.row) {
      editor.typed = min((editor.typed ?? 0) * 10 + digit, 99_999)
      layers.append(.ballot(editor))
      return []
    }
    switch (key.code, key.modifiers) {
    case (.backspace, _):
      editor.typed = (editor.typed ?? grid.dots(editor.row, editor.column) ?? 0) / 10
      layers.append(.ballot(editor))
      return []
    case (.character("+"), []), (.character("="), []):
      editor.typed = min((editor.typed ?? grid.dots(editor.row, editor.column) ?? 0) + 1, 99_999)
    case (.character("-"), []): editor.typed = max(0, (editor.typed ?? grid.dots(editor.row, editor.column) ?? 0) - 1)
    default: break
    }
    commit(&editor)
    switch (key.code, key.modifiers) {
    case (.escape, _): return []
    case (.up, _), (.character("k"), []): editor.row = max(0, editor.row - 1)
    case (.down, _), (.enter, _), (.character("j"), []): editor.row = min(max(0, grid.options.count - 1), editor.row + 1)
    case (.left, _), (.character("h"), []): editor.column = max(0, editor.column - 1)
    case (.right, _), (.tab, []), (.character("l"), []): editor.column = min(grid.groups.count - 1, editor.column + 1)
    case (.home, _): editor.row = 0
    case (.end, _): editor.row = max(0, grid.options.count - 1)
    case (.character("r"), []) where !file.isReadOnly: reveal(editor)
    case (.character("u"), []), (.character("z"), .control): undo()
    case (.character("d"), []) where grid.options.indices.contains(editor.row) && !file.isReadOnly:
      let key = grid.options[editor.row].key
      change(editor) { ballot in ballot.options.removeAll { $0.key == key } }
      editor.row = max(0, min(editor.row, grid.options.count - 2))
    case (.character("a"), []), (.character("g"), []), (.character("s"), []):
      layers.append(.ballot(editor))
      guard !file.isReadOnly else { return [] }
      switch key.code {
      case .character("a"): openBallotOption(editor)
      case .character("g"): openBallotGroup(editor)
      default: openBallotSource(editor)
      }
      return []
    default: break
    }
    layers.append(.ballot(editor))
    return []
  }

  func draw(_ editor: BallotEditor, on surface: inout Surface) {
    guard let ballot = ballot(editor) else { return }
    let grid = BallotGrid(ballot, waiting: editor.groups)
    let result = BallotResult(ballot)
    let isRevealed = ballot.revealed == true
    let showsCounts = isRevealed || audience == .facilitator
    let cellWidth = 9
    let keys = words.workshop(.ballotKeys)
    let box = Rect(size).centred(
      width: min(size.width - 2, max(64, TextWidth.columns(keys) + 6, size.width * 2 / 3, 44 + grid.groups.count * cellWidth)),
      height: min(size.height - 2, max(10, grid.options.count + 6)))
    drawBox(box, words.workshop(.ballots), hints: keys, on: &surface)
    let inner = box.inset(2, 1)
    surface.put(ballot.question, x: inner.x, y: inner.y, Style(.heading), width: inner.width)
    let state = words.workshop(isRevealed ? .revealed : audience == .facilitator ? .notRevealed : .covered)
    surface.put(state, x: inner.x, y: inner.y + 1, isRevealed ? Style(.success) : Style(.confidential), width: inner.width)
    let showsTotal = grid.groups.count > 1 && showsCounts
    let cells = inner.right - (grid.groups.count + (showsTotal ? 1 : 0) + (isRevealed ? 1 : 0)) * cellWidth
    for (column, group) in grid.groups.enumerated() where !(grid.groups.count == 1 && group.isEmpty) {
      surface.put(
        TextWidth.padded(TextWidth.truncated(group, to: cellWidth - 1), to: cellWidth, .right), x: cells + column * cellWidth,
        y: inner.y + 2, Style(.columnHeader))
    }
    guard !grid.options.isEmpty else {
      for (index, line) in StyledLine(words.workshop(.ballotEmpty), Style(.placeholder)).wrapped(width: inner.width).enumerated() {
        line.draw(x: inner.x, y: inner.y + 3 + index, width: inner.width, on: &surface)
      }
      return
    }
    let page = max(1, inner.height - 3)
    let top = max(0, min(editor.row - page / 2, grid.options.count - page))
    for row in top..<min(grid.options.count, top + page) {
      let y = inner.y + 3 + row - top
      let option = grid.options[row]
      surface.put(option.text, x: inner.x, y: y, Style(row == editor.row ? .strong : .text), width: max(4, cells - inner.x - 1))
      for column in grid.groups.indices {
        let isHere = row == editor.row && column == editor.column
        let dots = isHere ? editor.typed ?? grid.dots(row, column) : grid.dots(row, column)
        // Covered, a mark says that the cell is counted, another that it is being typed; on the wall no number stands even for a moment.
        let text = dots.map { showsCounts ? words.number($0) : isHere && editor.typed != nil ? "…" : "■" } ?? "·"
        let area = Rect(x: cells + column * cellWidth, y: y, width: cellWidth, height: 1)
        surface.put(TextWidth.padded(text, to: cellWidth, .right), x: area.x, y: y, Style(dots == nil ? .dim : .text))
        if isHere { surface.emphasise(area, .selected) }
      }
      var x = cells + grid.groups.count * cellWidth
      let line = result.rows.first { $0.key == option.key }
      if showsTotal {
        surface.put(TextWidth.padded(line.map { words.number($0.dots) } ?? "", to: cellWidth, .right), x: x, y: y, Style(.strong))
        x += cellWidth
      }
      if isRevealed, let line, line.dots > 0 {
        surface.put(
          TextWidth.padded(words.rank(line.rank, isTied: line.isTied), to: cellWidth, .right), x: x, y: y,
          Style(line.rank == 1 ? .success : .dim))
      }
    }
    surface.cursor = nil
  }
}
