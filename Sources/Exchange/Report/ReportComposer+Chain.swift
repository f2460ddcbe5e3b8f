import SessionModel
import Words

// Who is there, how they are tied, what holds them back and who would buy.
extension ReportComposer {
  var stakeholders: ReportValue {
    guard !session.stakeholders.isEmpty else { return .text("") }
    var bySegment: [EntityID?: [Stakeholder]] = [:]
    for stakeholder in session.stakeholders.sorted { bySegment[session.segment(stakeholder.segment)?.id, default: []].append(stakeholder) }
    var places: [(EntityID?, String)] = session.profile.segments.map { ($0.id, $0.name) }
    places.append((nil, words.report(.withoutSegment)))
    let groups: [ReportValue] = places.compactMap { id, name in
      guard let members = bySegment[id] else { return nil }
      let rows = members.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map(stakeholder)
      return .record(["name": .text(name), "rows": .list(rows), "isShort": isShort(rows)])
    }
    return .record(["groups": .list(groups), "count": .number(session.stakeholders.count)])
  }

  private func stakeholder(_ stakeholder: Stakeholder) -> ReportValue {
    var row: [String: ReportValue] = [
      "name": .text(stakeholder.name), "mark": mark(stakeholder), "kind": choice(stakeholder.type), "role": choices(stakeholder.roles),
      "people": figures(stakeholder.people), "place": .text(stakeholder.place), "contribution": .text(stakeholder.contribution),
      "size": choice(stakeholder.size),
    ]
    func level(_ aspect: Aspect, _ scale: Scale) -> ReportValue {
      self.scale(readings.current(ReadingSubject(aspect, stakeholder.id))?.level, scale)
    }
    row["influence"] = level(.influence, .level)
    row["interest"] = level(.interest, .level)
    row["stance"] = level(.stance, .stance)
    return .record(row)
  }

  var relationships: ReportValue {
    var counts: [RelationshipKind: (existing: Int, wished: Int)] = [:]
    session.relationships.forEach { tie in
      guard let kind = tie.type?.option else { return }
      if tie.status == .wished { counts[kind, default: (0, 0)].wished += 1 } else { counts[kind, default: (0, 0)].existing += 1 }
    }
    guard !counts.isEmpty else { return .text("") }
    let rows: [ReportValue] = Linkage.allCases.flatMap { linkage in
      RelationshipKind.allCases.filter { $0.linkage == linkage }.compactMap { kind in
        guard let count = counts[kind] else { return nil }
        return .record([
          "linkage": .text(words.choice(Linkage.list, linkage.rawValue)), "kind": .text(words.choice(RelationshipKind.list, kind.rawValue)),
          "existing": .number(count.existing), "wished": .number(count.wished),
        ])
      }
    }
    return .record(["rows": .list(rows), "count": .number(session.relationships.count)])
  }

  var constraints: ReportValue {
    guard !session.constraints.isEmpty else { return .text("") }
    let ranked = session.constraints.sorted.sorted { a, b in
      if a.votes ?? -1 != b.votes ?? -1 { return a.votes ?? -1 > b.votes ?? -1 }
      if a.severity ?? -1 != b.severity ?? -1 { return a.severity ?? -1 > b.severity ?? -1 }
      return (a.name, a.id) < (b.name, b.id)
    }
    let rows: [ReportValue] = ranked.enumerated().map { index, constraint in
      .record([
        "rank": .number(index + 1), "name": .text(constraint.name), "mark": mark(constraint), "kind": choice(constraint.type),
        "sits": choice(constraint.sits), "votes": number(constraint.votes), "severity": scale(constraint.severity, .level),
        "feasibility": scale(constraint.feasibility, .level), "status": choice(constraint.status),
        "segments": .text(constraint.segments.compactMap { session.segment($0)?.name }.joined(separator: ", ")),
        "solvedBy": .text(solvers(of: constraint).joined(separator: ", ")),
      ])
    }
    return .record(["rows": .list(rows), "count": .number(rows.count)])
  }

  private func solvers(of constraint: Constraint) -> [String] {
    session.initiatives.sorted.filter { $0.constraints.contains(constraint.id) || constraint.resolvedBy.contains($0.id) }.map(\.name)
  }

  var markets: ReportValue {
    guard !session.endMarkets.isEmpty else { return .text("") }
    let steps = Evidence.allCases.count
    let markets = session.endMarkets.sorted.sorted {
      let steps = ($0.evidence?.option?.step ?? 0, $1.evidence?.option?.step ?? 0)
      return steps.0 != steps.1 ? steps.0 > steps.1 : ($0.name, $0.id) < ($1.name, $1.id)
    }
    let rows: [ReportValue] = markets.map { market in
      let step = market.evidence?.option?.step
      return .record([
        "name": .text(market.name), "mark": mark(market), "buyer": name(market.buyer),
        "wanted": .text([market.product, market.variety, market.grade].filter { !$0.isEmpty }.joined(separator: ", ")),
        "volume": figures(market.volume), "season": .text(market.season), "premium": figures(market.premium),
        "channel": choice(market.channel), "evidence": choice(market.evidence),
        "evidenceStep": .optional(step.map { words.reportStep($0, of: steps) }),
        "ladder": step.map { ladder($0, of: steps) } ?? .text(""),
        "standards": .text(market.standards.joined(separator: ", ")), "whyChosen": .text(market.whyChosen),
        "mitigations": .text(market.mitigations),
      ])
    }
    return .record(["rows": .list(rows), "count": .number(rows.count)])
  }
}
