import ChainAnalysis
import Drawing
import Library
import SessionModel
import Widgets
import Words

/// A list to choose from by typing: entries, commands, themes, segments.
struct FinderLayer: Sendable {
  enum Purpose: Sendable {
    case entity([EntityRef])
    /// Commands, and behind them what can be handed out.
    case command([CommandName], [ExportKind])
    case theme([String], before: String)
    case segment([EntityID], targets: [EntityRef])
    case sort([String])
    /// What to begin or to go on with.
    case beginning([Beginning])
    /// Earlier versions of the file, by their numbers.
    case version([Int])
    /// Nil is a new one.
    case ballot([EntityID?])
    case ballotSource(BallotEditor, [EntityKind])
    case library(MethodLibrary, LibraryPart)
  }

  var purpose: Purpose
  var finder: Finder
  var title: String
  var placeholder = ""
  var empty = ""
  /// What might answer a query that goes on from the one before.
  var narrowed: (query: String, revision: Int, possible: [Int32])?
}

extension Desk {
  mutating func openFinder() {
    askForSearch(first: true)
    if searchJob == nil { refreshSearch() }
    layers.append(
      .finder(
        FinderLayer(
          purpose: .entity([]), finder: Finder([], ranks: false), title: words.frame(.findTitle), placeholder: words.frame(.findPlaceholder))))
    findEntities("")
  }

  /// Fills the open finder with the best matches; only those are worded, however many entries there are.
  private mutating func findEntities(_ query: String) {
    guard case .finder(var layer)? = layers.popLast() else { return }
    let revision = view.session.revision
    let before = layer.narrowed.flatMap { $0.revision == revision && query.hasPrefix($0.query) ? $0.possible : nil }
    let found = FuzzyQuery(query).rank(derived.search.texts, among: before, limit: 200)
    layer.narrowed = found.possible.map { (query, revision, $0) }
    let refs = namedFirst(found.best.map { derived.search.refs[$0] }, query)
    layer.purpose = .entity(refs)
    layer.finder.show(refs.map { ref in FinderItem(name(ref), note: words.singular(ref.kind)) })
    layer.empty = words.frame(searchJob == nil ? .findEmpty : .findGathering)
    layers.append(.finder(layer))
  }

  /// Fills an open finder anew, when there is more to find.
  mutating func findAgain() {
    guard case .finder(var layer)? = layers.last, case .entity = layer.purpose else { return }
    layer.narrowed = nil
    layers[layers.count - 1] = .finder(layer)
    // What was changed before it was opened is found as it is now.
    refreshSearch()
    findEntities(layer.finder.query)
  }

  /// What is called so goes before what only begins so, and that before what mentions it; a tie is called by the names of its ends.
  private func namedFirst(_ refs: [EntityRef], _ query: String) -> [EntityRef] {
    let asked = FoldedText(query).bytes
    guard !asked.isEmpty else { return refs }
    let nearness = refs.map { ref -> Int in
      let name = FoldedText(view.name(of: ref)).bytes
      return name == asked ? 0 : ref.kind != .relationship && name.starts(with: asked) ? 1 : 2
    }
    return refs.indices.sorted { (nearness[$0], $0) < (nearness[$1], $1) }.map { refs[$0] }
  }

  mutating func openPalette() {
    let names = CommandName.allCases.filter { !Registry.unlisted.contains($0) && Registry.command($0, on: screen) != nil }
    let items = names.map { name -> FinderItem in
      let command = Registry.command(name, on: screen)
      return FinderItem(
        words.title(name), detail: words.explanation(name), note: command?.keys.first.map { KeyNotation.label(of: $0) } ?? "",
        unavailable: command?.unavailable(self).map { words.why($0) })
    }
    let kinds = exportKinds
    let key = Registry.command(.export, on: screen)?.keys.first.map { KeyNotation.label(of: $0) } ?? ""
    let exports = kinds.map { FinderItem(words.export($0.rawValue), note: key + " " + String($0.letter)) }
    layers.append(
      .finder(
        FinderLayer(
          purpose: .command(names, kinds), finder: Finder(items + exports), title: words.frame(.paletteTitle), placeholder: words.frame(.palettePlaceholder),
          empty: words.frame(.paletteEmpty))))
  }

  mutating func openThemes() {
    layers.append(
      .finder(FinderLayer(purpose: .theme(themes, before: theme), finder: Finder(themes.map { FinderItem($0) }), title: words.frame(.themeTitle))))
  }

  mutating func openMove() {
    let segments = working.session.profile.segments
    let items = segments.map { FinderItem($0.name, note: $0.stage.map { words.choice(Stage.list, $0.code) } ?? "") }
    layers.append(
      .finder(
        FinderLayer(
          purpose: .segment(segments.map(\.id), targets: stakeholderTargets), finder: Finder(items), title: words.frame(.moveTitle))))
  }

  mutating func openSort() {
    guard let list = currentList else { return }
    let fields = list.fields(audience)
    layers.append(
      .finder(
        FinderLayer(
          purpose: .sort(fields.map(\.key)), finder: Finder(fields.map { FinderItem(words.label($0)) }), title: words.frame(.sortTitle))))
  }

  mutating func update(_ layer: FinderLayer, _ event: Event) -> [Effect] {
    var layer = layer
    let outcome: Finder.Outcome
    let box = Finder.box(in: Rect(size))
    switch event {
    case .key(let key): outcome = layer.finder.handle(key, rows: Finder.list(in: box).height)
    case .paste(let text): outcome = layer.finder.paste(text)
    case .mouse(let mouse): outcome = layer.finder.handle(mouse, in: box)
    default: outcome = .ignored
    }
    switch outcome {
    case .cancelled:
      if case .theme(_, let before) = layer.purpose, before != theme {
        theme = before
        return [.useTheme(before)]
      }
      return []
    case .chosen(let index): return choose(index, layer)
    case .query(let query):
      layers.append(.finder(layer))
      if case .entity = layer.purpose { findEntities(query) }
      return preview(layer)
    case .unavailable(let index):
      if layer.finder.items.indices.contains(index), let why = layer.finder.items[index].unavailable { message = MessageLine(why, .warning) }
      layers.append(.finder(layer))
      return []
    case .moved:
      layers.append(.finder(layer))
      return preview(layer)
    case .ignored:
      layers.append(.finder(layer))
      return []
    }
  }

  /// A theme is shown while it is only selected.
  private mutating func preview(_ layer: FinderLayer) -> [Effect] {
    guard case .theme(let names, _) = layer.purpose, let index = layer.finder.selectedIndex, names.indices.contains(index), names[index] != theme
    else { return [] }
    theme = names[index]
    return [.useTheme(theme)]
  }

  private mutating func choose(_ index: Int, _ layer: FinderLayer) -> [Effect] {
    switch layer.purpose {
    case .entity(let refs):
      if refs.indices.contains(index) { find(refs[index]) }
    case .command(let names, let kinds):
      if names.indices.contains(index) { return run(names[index]) }
      let place = index - names.count
      return kinds.indices.contains(place) ? [.export(kinds[place])] : []
    case .theme(let names, _):
      guard names.indices.contains(index) else { return [] }
      theme = names[index]
      return [.useTheme(theme)]
    case .segment(let ids, let targets):
      if ids.indices.contains(index) { move(targets, to: ids[index]) }
    case .sort(let keys):
      if keys.indices.contains(index) { sort(by: keys[index]) }
    case .ballot(let ids):
      guard ids.indices.contains(index), let workshop = selectedWorkshop else { return [] }
      if let id = ids[index] { layers.append(.ballot(BallotEditor(workshop: workshop.id, ballot: id))) } else { openBallotQuestion() }
    case .library(let library, let part): take(library, part, index)
    case .ballotSource(let editor, let kinds):
      if kinds.indices.contains(index) { takeOptions(of: kinds[index], to: editor) }
    case .beginning(let beginnings):
      guard beginnings.indices.contains(index) else { return [] }
      return begin(beginnings[index])
    case .version(let numbers):
      guard numbers.indices.contains(index) else { return [] }
      return [.readVersion(numbers[index])]
    }
    return []
  }

  /// Goes to what was found: on the map, if it stands there.
  private mutating func find(_ ref: EntityRef) {
    if screen == .map, ref.kind == .stakeholder {
      selectInList(ref)
      prepare()
      if map.selected == ref.id { return }
    }
    jump(to: ref)
  }

  mutating func move(_ targets: [EntityRef], to segment: EntityID) {
    let changes: [Change] = targets.compactMap { ref in
      guard var stakeholder = working.session.stakeholders[ref.id], stakeholder.segment != segment else { return nil }
      stakeholder.segment = segment
      return .replace(stakeholder)
    }
    perform(
      Title(.move, .stakeholder, name: targets.first.map { working.session.name(of: $0) } ?? "", count: changes.count), changes)
  }

  /// Sorts the list that has the keys; the same column again turns the order round.
  mutating func sort(by key: String) {
    guard let kind = currentListKind, var list = lists[kind] else { return }
    if list.sortKey == key { list.isAscending.toggle() } else { (list.sortKey, list.isAscending) = (key, true) }
    lists[kind] = list
    prepare()
  }
}
