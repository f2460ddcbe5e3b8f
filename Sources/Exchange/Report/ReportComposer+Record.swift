import SessionModel
import Words

// What was decided, what it all stands on, and what only the facilitator sees.
extension ReportComposer {
  var workshops: ReportValue {
    let ordered = session.workshops.sorted.sorted {
      let days = ($0.on?.firstDay ?? Int.max, $1.on?.firstDay ?? Int.max)
      return days.0 != days.1 ? days.0 < days.1 : $0.id < $1.id
    }
    let rows: [ReportValue] = ordered.compactMap { workshop in
      guard !workshop.decisions.isEmpty || !workshop.parkingLot.isEmpty || !workshop.present.isEmpty || !workshop.headcounts.isEmpty else { return nil }
      return .record([
        "name": .text(workshop.name), "mark": mark(workshop), "on": date(workshop.on), "place": .text(workshop.place),
        "host": name(workshop.host), "present": .text(present(workshop)), "decisions": items(workshop.decisions.map(\.text)),
        "parked": items(workshop.parkingLot.map(\.text)), "nextMeeting": date(workshop.nextMeeting),
      ])
    }
    return rows.isEmpty ? .text("") : .record(["rows": .list(rows)])
  }

  private func items(_ texts: [String]) -> ReportValue {
    let kept = texts.filter { !$0.isEmpty }
    return kept.isEmpty ? .text("") : .record(["items": .texts(kept)])
  }

  /// Names of those who agreed to be named, and a count of the others.
  private func present(_ workshop: Workshop) -> String {
    let people = workshop.present.compactMap { session.participants[$0] }
    let named = people.map(\.name).filter { !$0.isEmpty }.sorted()
    let nameless = people.filter(\.name.isEmpty)
    let counted = nameless.count + workshop.headcounts.reduce(0) { $0 + min($1.people ?? 0, 100_000) }
    let women = nameless.count { $0.gender == .woman } + workshop.headcounts.reduce(0) { $0 + ($1.gender == .woman ? min($1.people ?? 0, 100_000) : 0) }
    return (named + (counted > 0 ? [words.reportCounted(counted, women: women)] : [])).joined(separator: ", ")
  }

  var basis: ReportValue {
    var counts: [String?: Int] = [:]
    var sources: [String: Set<String>] = [:]
    for kind in EntityKind.allCases where kind != .session && kind != .mapView {
      func count<E: Entity>(_ type: E.Type) {
        session[keyPath: E.collection].forEach { (entity: E) in
          counts[entity.common.basis?.code, default: 0] += 1
          if !(entity.common.basis == .illustrative), let (document, heading) = source(entity.common.citation) {
            sources[document, default: []].formUnion(heading.isEmpty ? [] : [heading])
          }
        }
      }
      count(kind.type)
    }
    guard !counts.isEmpty else { return .text("") }
    let known = Basis.allCases.map(\.rawValue)
    let codes: [String?] = known + counts.keys.compactMap { $0 }.filter { !known.contains($0) }.sorted() + [nil]
    let rows: [ReportValue] = codes.compactMap { code in
      counts[code].map { .record(["name": .text(words.reportBasis(code)), "count": .number($0)]) }
    }
    let hasMarks = (counts[Basis.illustrative.rawValue] ?? 0) > 0
    let documents: [ReportValue] = sources.keys.sorted().map { document in
      .record(["name": .text(document), "headings": .text((sources[document] ?? []).sorted().joined(separator: "; "))])
    }
    return .record(["rows": .list(rows), "sources": .list(documents), "hasMarks": .flag(hasMarks)])
  }

  /// `Document, Heading; remark` without the remark.
  private func source(_ citation: String) -> (document: String, heading: String)? {
    let place = citation.split(separator: ";").first.map(\.trimmed) ?? ""
    guard !place.isEmpty else { return nil }
    guard let comma = place.firstIndex(of: ",") else { return (place, "") }
    return (String(place[..<comma]), place[place.index(after: comma)...].trimmed)
  }

  // MARK: For the facilitator alone

  var trust: ReportValue {
    let subjects = readings.subjects(.trust)
    var sums: [Bool: [Bool: (total: Int, pairs: Int)]] = [:]
    var levels: [ReadingSubject: Int] = [:]
    for subject in subjects {
      guard let toward = subject.toward, let level = readings.current(subject)?.level else { continue }
      levels[subject] = level
      guard let from = isSmall(subject.subject), let to = isSmall(toward) else { continue }
      let old = sums[from]?[to] ?? (0, 0)
      sums[from, default: [:]][to] = (old.total + level, old.pairs + 1)
    }
    guard !levels.isEmpty else { return .text("") }
    let matrix: [ReportValue] = [(true, true), (true, false), (false, true), (false, false)].compactMap { from, to in
      guard let sum = sums[from]?[to] else { return nil }
      return .record([
        "name": .text(words.reportTrust(fromSmall: from, towardSmall: to)), "level": .text(average(sum.total, sum.pairs)), "pairs": .number(sum.pairs),
      ])
    }
    let gaps = subjects.compactMap { one -> (a: EntityID, b: EntityID, there: Int, back: Int)? in
      guard let b = one.toward, one.subject < b, let there = levels[one], let back = levels[ReadingSubject(.trust, b, toward: one.subject)], there != back
      else { return nil }
      return (one.subject, b, there, back)
    }.sorted { abs($0.there - $0.back) != abs($1.there - $1.back) ? abs($0.there - $0.back) > abs($1.there - $1.back) : ($0.a, $0.b) < ($1.a, $1.b) }
    return .record([
      "pairs": .number(levels.count), "matrix": .list(matrix),
      "gaps": .list(gaps.prefix(10).map { gap in
        .record([
          "from": name(gap.a), "toward": name(gap.b), "oneWay": .number(gap.there), "otherWay": .number(gap.back),
          "gap": .number(abs(gap.there - gap.back)),
        ])
      }),
    ])
  }

  private func isSmall(_ id: EntityID) -> Bool? { session.stakeholders[id]?.size?.option?.isSmall }

  /// With one decimal, rounded half up, without floating point.
  private func average(_ total: Int, _ count: Int) -> String {
    let tenths = (total * 20 + count) / (2 * count)
    return "\(tenths / 10).\(tenths % 10)"
  }

  var notes: ReportValue {
    var rows: [ReportValue] = []
    for kind in EntityKind.allCases {
      for entity in session.entities(of: kind) where !entity.common.notes.isEmpty {
        rows.append(.record([
          "kind": .text(words.plural(kind)), "subject": .text(session.name(of: entity.ref)), "paragraphs": paragraphs(entity.common.notes),
        ]))
      }
    }
    return rows.isEmpty ? .text("") : .record(["rows": .list(rows)])
  }
}
