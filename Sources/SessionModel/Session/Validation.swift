extension Session {
  /// Everything that does not look right, the gravest first, then in the order of kinds and ids. Pure; reads the whole session.
  public func findings() -> [Finding] {
    var found: [Finding] = []
    for kind in EntityKind.allCases {
      func check<E: Entity>(_: E.Type) { self[keyPath: E.collection].forEach { checkFields(of: $0, about: $0.ref, &found) } }
      check(kind.type)
    }
    if !profile.conflicts.isEmpty {
      found.append(Finding(.unsettled, .warning, profile.ref, field: "conflicts", [String(profile.conflicts.count)]))
    }
    stakeholders.forEach { checkStakeholder($0, &found) }
    relationships.forEach { checkRelationship($0, &found) }
    readings.forEach { checkReading($0, &found) }
    checkNames(&found)
    checkPeriods(&found)
    checkCircles(initiatives, "needs", \.needs, &found)
    checkCircles(actions, "dependsOn", \.dependsOn, &found)
    checkCircles(constraints, "causedBy", \.causedBy, &found)
    return found.sorted {
      if $0.severity != $1.severity { return $0.severity > $1.severity }
      if $0.about.kind != $1.about.kind { return $0.about.kind.order < $1.about.kind.order }
      if $0.about.id != $1.about.id { return $0.about.id < $1.about.id }
      return $0.rule.rawValue < $1.rule.rawValue
    }
  }

  /// What any field can say of itself: an unknown choice, a number out of its range.
  private func checkFields<R: Record>(of record: R, about ref: EntityRef, _ found: inout [Finding]) {
    for field in R.fields {
      switch (field.kind, field.get(record)) {
      case (.choice(let list), .choice(let code)) where !list.codes.contains(code):
        found.append(Finding(.unknownChoice, .warning, ref, field: field.key, [code]))
      case (.choices(let list), .choices(let codes)):
        for code in codes where !list.codes.contains(code) {
          found.append(Finding(.unknownChoice, .warning, ref, field: field.key, [code]))
        }
      case (.number(let range, _), .number(let number)) where !range.contains(number):
        found.append(Finding(.outOfRange, .error, ref, field: field.key, [String(number), String(range.lowerBound), String(range.upperBound)]))
      case (.scale(let scale), .number(let number)) where !scale.range.contains(number):
        let range = scale.range
        found.append(Finding(.outOfRange, .error, ref, field: field.key, [String(number), String(range.lowerBound), String(range.upperBound)]))
      case (.items, .items(let items)):
        func check<I: Record>(_ item: I) { checkFields(of: item, about: ref, &found) }
        for item in items { check(item.record) }
      default: break
      }
    }
  }

  private func checkStakeholder(_ stakeholder: Stakeholder, _ found: inout [Finding]) {
    if stakeholder.segment == nil { found.append(Finding(.withoutSegment, .note, stakeholder.ref, field: "segment")) }
    if stakeholder.organisation.count > 1 { found.append(Finding(.severalProfiles, .warning, stakeholder.ref, field: "organisation")) }
    if let women = stakeholder.women.first?.amount, let people = stakeholder.people.first?.amount, women.approximate > people.approximate {
      found.append(Finding(.womenExceedPeople, .warning, stakeholder.ref, field: "women", [women.description, people.description]))
    }
    if MonthSet(stakeholder.busyMonths) == nil { found.append(Finding(.badMonths, .warning, stakeholder.ref, field: "busyMonths", [stakeholder.busyMonths])) }
    for supply in stakeholder.supplies where !supply.months.isEmpty && MonthSet(supply.months) == nil {
      found.append(Finding(.badMonths, .warning, stakeholder.ref, field: "supplies", [supply.months]))
    }
  }

  private func checkRelationship(_ tie: Relationship, _ found: inout [Finding]) {
    if tie.from == nil { found.append(Finding(.missingEnd, .error, tie.ref, field: "from")) }
    if tie.to == nil { found.append(Finding(.missingEnd, .error, tie.ref, field: "to")) }
    if let from = tie.from, from == tie.to { found.append(Finding(.towardsItself, .note, tie.ref, field: "to")) }
  }

  private func checkReading(_ reading: Reading, _ found: inout [Finding]) {
    if reading.subject == nil { found.append(Finding(.missingEnd, .error, reading.ref, field: "subject")) }
    if reading.on == nil { found.append(Finding(.missingDate, .warning, reading.ref, field: "on")) }
    if reading.shown.isEmpty { found.append(Finding(.missingValue, .warning, reading.ref, field: "score")) }
    if reading.score != nil, !reading.counts.isEmpty { found.append(Finding(.scoreAndCounts, .warning, reading.ref, field: "score")) }
    if zip(reading.womenCounts.counts, reading.counts.counts).contains(where: { $0 > $1 }) {
      found.append(Finding(.womenExceedAnswers, .warning, reading.ref, field: "womenCounts"))
    }
    let range = reading.aspect == .stance ? Scale.stance.range : Scale.level.range
    if let score = reading.score, !range.contains(score) {
      found.append(Finding(.outOfRange, .error, reading.ref, field: "score", [String(score), String(range.lowerBound), String(range.upperBound)]))
    }
  }

  private func checkNames(_ found: inout [Finding]) {
    for kind in EntityKind.allCases where kind != .relationship && kind != .reading && kind != .mapView {
      var first: [String: EntityID] = [:]
      func check<E: Entity>(_: E.Type) {
        for entity in self[keyPath: E.collection].sorted {
          let name = entity.ownName
          if name.isEmpty {
            found.append(Finding(.missingName, .warning, entity.ref))
          } else if kind == .stakeholder || kind == .participant {
            if first[name] != nil { found.append(Finding(.sameName, .note, entity.ref, field: "name", [name])) } else { first[name] = entity.id }
          }
        }
      }
      check(kind.type)
    }
  }

  private func checkPeriods(_ found: inout [Finding]) {
    func check(_ ref: EntityRef, _ field: String, _ start: PartialDate?, _ end: PartialDate?) {
      if let start, let end, end.isBefore(start) {
        found.append(Finding(.endsBeforeStart, .warning, ref, field: field, [start.description, end.description]))
      }
    }
    for phase in profile.phases { check(profile.ref, "phases", phase.from, phase.to) }
    relationships.forEach { check($0.ref, "until", $0.since, $0.until) }
    initiatives.forEach { check($0.ref, "to", $0.from, $0.to) }
    actions.forEach { check($0.ref, "due", $0.from, $0.due) }
    indicators.forEach { check($0.ref, "due", $0.baselineOn, $0.due) }
    endMarkets.forEach { market in
      if !market.season.isEmpty, MonthSet(market.season) == nil { found.append(Finding(.badMonths, .warning, market.ref, field: "season", [market.season])) }
    }
  }

  /// Reports each circle once, at its smallest id, with the names along it.
  private func checkCircles<E: Entity>(
    _ collection: EntityCollection<E>, _ field: String, _ next: KeyPath<E, [EntityID]>, _ found: inout [Finding]
  ) {
    var finished: Set<EntityID> = []
    for start in collection.ids where !finished.contains(start) {
      var path: [EntityID] = []
      var onPath: Set<EntityID> = []
      // Depth first without recursion: a chain of twenty thousand must not use up the stack.
      var stack: [(id: EntityID, rest: [EntityID])] = [(start, collection[start]?[keyPath: next] ?? [])]
      path.append(start)
      onPath.insert(start)
      while let top = stack.last {
        guard let target = top.rest.first else {
          stack.removeLast()
          path.removeLast()
          onPath.remove(top.id)
          finished.insert(top.id)
          continue
        }
        stack[stack.count - 1].rest.removeFirst()
        if onPath.contains(target), let from = path.firstIndex(of: target) {
          let names = path[from...].map { collection[$0]?.ownName ?? $0.text } + [collection[target]?.ownName ?? target.text]
          found.append(Finding(.circular, .error, EntityRef(E.kind, target), field: field, [names.joined(separator: " → ")]))
        } else if !finished.contains(target), let entity = collection[target] {
          stack.append((target, entity[keyPath: next]))
          path.append(target)
          onPath.insert(target)
        }
      }
    }
  }
}
