import SessionModel
import Widgets

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

extension Desk {
  mutating func refreshList(_ kind: EntityKind) {
    guard var list = lists[kind] else { return }
    let view = self.view
    let revisions = [view.session.revision(of: kind), view.session.revision(of: .reading), view.session.revision(of: .stakeholder)]
    let key = EntityList.Key(
      revisions: revisions, audience: audience, sortKey: list.sortKey, isAscending: list.isAscending, filter: list.filter)
    let rowCount = listRowCount
    let sorting = (list.sortKey, list.isAscending, list.filter)
    list.refresh(key, rows: { orderedIDs(kind, sortKey: sorting.0, isAscending: sorting.1, filter: sorting.2, view) }, in: rowCount)
    lists[kind] = list
  }

  /// Rows that a list on the screen can show; near enough for keeping the cursor in sight.
  var listRowCount: Int { max(3, size.height - 7) }

  private func orderedIDs(
    _ kind: EntityKind, sortKey: String, isAscending: Bool, filter: String, _ view: SessionView
  ) -> [EntityID] {
    let query = FuzzyQuery(filter)
    let field = kind.description.field(sortKey)
    let hidesField = audience != .facilitator && field?.isConfidential == true
    var rows: [(id: EntityID, value: SortValue?, urgency: Int)] = []
    rows.reserveCapacity(view.session.count(of: kind))
    for entity in view.session.entities(of: kind) {
      if !query.isEmpty, query.score(FoldedText(searchText(entity, view))) == nil { continue }
      let value = field.flatMap { hidesField ? nil : sortValue(view.value(of: $0, in: entity), $0) }
      rows.append((entity.id, value, urgency(of: entity)))
    }
    rows.sort { a, b in
      switch (a.value, b.value) {
      case (let x?, let y?) where x != y: isAscending ? x < y : y < x
      case (.some, nil): true
      case (nil, .some): false
      default: a.urgency != b.urgency ? a.urgency < b.urgency : a.id < b.id
      }
    }
    return rows.map(\.id)
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
    return parts.joined(separator: " · ")
  }

  /// A value in words, with names for ids.
  func show(_ value: FieldValue, _ field: FieldDescription) -> String {
    words.show(value, as: field.kind) { id in view.session.name(of: id, as: field.kind.target ?? .entities([])) }
  }
}
