import Drawing
import SessionModel
import Widgets
import Words

/// How rows are compared: numbers and levels by size, dates by time, choices by their place in the list, the rest by name. Empty comes last either way.
enum SortValue: Comparable {
  case number(Double)
  case text([UInt8])

  static func < (a: SortValue, b: SortValue) -> Bool {
    switch (a, b) {
    case (.number(let x), .number(let y)): x < y
    case (.text(let x), .text(let y)): x.lexicographicallyPrecedes(y)
    case (.number, .text): true
    case (.text, .number): false
    }
  }
}

/// A row of a list with what it is sorted by.
struct ListEntry: Sendable {
  let id: EntityID
  let value: SortValue?
  let urgency: Int

  func comes(before other: ListEntry, isAscending: Bool) -> Bool {
    switch (value, other.value) {
    case (let x?, let y?) where x != y: isAscending ? x < y : y < x
    case (.some, nil): true
    case (nil, .some): false
    default: urgency != other.urgency ? urgency < other.urgency : id < other.id
    }
  }
}

extension Desk {
  /// Brings a list up to date: after a few steps only the rows that they changed.
  mutating func refreshList(_ kind: EntityKind) {
    let revision = view.session.revision
    let metrics = metrics
    if lists[kind]?.table.metrics != metrics { lists[kind]?.table.metrics = metrics }
    guard let shown = lists[kind], shown.needsRefresh(audience, revision) else { return }
    if !shown.filter.isEmpty { refreshSearch() }
    // Taken out meanwhile, so that its rows change in place.
    guard var list = lists.removeValue(forKey: kind) else { return }
    let query = FuzzyQuery(list.filter)
    let field = kind.description.field(list.sortKey).flatMap { audience != .facilitator && $0.isConfidential ? nil : $0 }
    let sortKey = list.sortKey
    let desk = self
    let changed = list.revision.flatMap { desk.changed(since: $0) }?.filter { $0.kind == kind }
    if list.isSetFor(audience), let changed, changed.count <= EntityList.mostChanged {
      list.replace(changed.map(\.id)) { id in
        let ref = EntityRef(kind, id)
        if !query.isEmpty, !derived.search.matches(query, ref) { return nil }
        return view.session.entity(ref).map { desk.listEntry($0, field, sortKey) }
      }
    } else if query.isEmpty {
      list.show(desk.listEntries(kind, field, sortKey))
    } else {
      list.show(derived.search.matches(query, kind).compactMap { view.session.entity(EntityRef(kind, $0)) }.map { desk.listEntry($0, field, sortKey) })
    }
    if !list.marks.isEmpty { list.marks = list.marks.filter { view.session.contains(EntityRef(kind, $0)) } }
    list.settle(audience, revision, rowCount: listRowCount)
    lists[kind] = list
  }

  /// What looks different after the steps since a revision: what they touched and what shows its name. Nil when all may.
  func changed(since revision: Int) -> Set<EntityRef>? {
    guard let touched = working.touched(since: revision), !touched.contains(EntityRef(.session, .session)) else { return nil }
    return touched.reduce(into: touched) { $0.formUnion(view.references.sources(of: $1.id)) }
  }

  /// Rows that a list on the screen can show; near enough for keeping the cursor in sight.
  var listRowCount: Int { max(3, (size.height - 7) / metrics.rowLines) }

  private func listEntries(_ kind: EntityKind, _ field: FieldDescription?, _ sortKey: String) -> [ListEntry] {
    guard let field, kind != .action, kind != .constraint else {
      return view.session.entities(of: kind).map { listEntry($0, field, sortKey) }
    }
    // Of the many that have no urgency only the one value is looked at; ties have few names that come again and again.
    var entries: [ListEntry] = []
    entries.reserveCapacity(view.session.count(of: kind))
    var names: [EntityID: SortValue?] = [:]
    let readings = field.aspect.map { ($0, view.readings) }
    view.session.forEachValue(of: kind, at: field.index) { id, stored in
      let value = readings.map { aspect, readings in readings.shown(ReadingSubject(aspect, id)) } ?? stored
      guard case .reference(let other) = value else {
        entries.append(ListEntry(id: id, value: sortValue(value, field), urgency: 0))
        return
      }
      let name = names[other] ?? sortValue(value, field)
      names[other] = name
      entries.append(ListEntry(id: id, value: name, urgency: 0))
    }
    return entries
  }

  private func listEntry(_ entity: any Entity, _ field: FieldDescription?, _ sortKey: String) -> ListEntry {
    if let action = entity as? ActionItem, sortKey == "owner" || sortKey == EntityList.byPhase {
      return ListEntry(id: entity.id, value: planValue(action, sortKey), urgency: urgency(of: entity))
    }
    return ListEntry(id: entity.id, value: field.flatMap { sortValue(view.value(of: $0, in: entity), $0) }, urgency: urgency(of: entity))
  }

  /// What an action is sorted by where no single field says it: its owner of any kind, the phase of its initiative.
  private func planValue(_ action: ActionItem, _ sortKey: String) -> SortValue? {
    guard sortKey == EntityList.byPhase else {
      let owner = ownerName(of: action)
      return owner.isEmpty ? nil : .text(FoldedText(owner).bytes)
    }
    guard let phase = view.session.initiatives[action.initiative]?.phase else { return nil }
    return view.session.profile.phases.firstIndex { $0.id == phase }.map { .number(Double($0)) }
  }

  /// Comes first among equals when it is lower: what is open before what is over, the earlier day, the graver and easier constraint.
  private func urgency(of entity: any Entity) -> Int {
    switch entity {
    case let action as ActionItem:
      let isOver = action.status?.option?.isOver ?? false
      let day = action.due.map { $0.firstDay } ?? (isOver ? -EntityList.farOff : EntityList.farOff)
      // What is over comes last, the latest first.
      return isOver ? EntityList.farOff * 2 - day : day
    case let constraint as Constraint: return -(constraint.severity ?? 0) * 10 - (constraint.feasibility ?? 0)
    default: return 0
    }
  }

  private func sortValue(_ value: FieldValue, _ field: FieldDescription) -> SortValue? {
    switch value {
    case .empty: nil
    case .number(let number): .number(Double(number))
    case .flag(let flag): .number(flag ? 1 : 0)
    case .date(let date): .number(Double(date.firstDay))
    case .moment(let moment): .number(Double(moment.seconds))
    case .figures(let figures): figures.first.map { .number($0.amount.approximate) }
    case .levels(let levels): .number(Double(levels.median ?? 0))
    case .choice(let code):
      if case .choice(let list) = field.kind { .number(Double(list.codes.firstIndex(of: code) ?? list.codes.count)) } else { .text(Array(code.utf8)) }
    default: .text(FoldedText(show(value, field)).bytes)
    }
  }

  /// All text of an entity that a person may look for: its name and what its fields say.
  func searchText(_ entity: any Entity, _ view: SessionView) -> String {
    var parts = [view.session.name(of: entity.ref)]
    let values = entity.values
    for field in type(of: entity).description.fields where field.aspect == nil {
      if audience != .facilitator, field.isConfidential { continue }
      if case .empty = values[field.index] { continue }
      parts.append(show(values[field.index], field))
    }
    return parts.joined(separator: "\n")
  }

  /// A value in words, with names for ids.
  func show(_ value: FieldValue, _ field: FieldDescription) -> String {
    words.show(value, as: field.kind) { id in view.session.name(of: id, as: field.kind.target ?? .entities([])) }
  }
}
