import ChainAnalysis
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
    let attendance = Attendance(workshop, session)
    let names = attendance.names.compactMap { session.participants[$0]?.name }
    let others = attendance.unnamed > 0 ? [words.reportCounted(attendance.unnamed, women: attendance.unnamedWomen)] : []
    return (names + others).joined(separator: ", ")
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

  /// Counted by the same rules as on the screen.
  var trust: ReportValue {
    let history = TrustHistory(session)
    guard !history.isEmpty else { return .text("") }
    let index = TrustIndex(history, Grouping(session))
    let directions: [(scope: TrustScope, fromSmall: Bool, towardSmall: Bool)] = [
      (.withinSmall, true, true), (.smallToLarge, true, false), (.largeToSmall, false, true), (.withinLarge, false, false),
    ]
    let matrix: [ReportValue] = directions.compactMap { scope, fromSmall, towardSmall in
      let mean = index[scope]
      guard mean.count > 0 else { return nil }
      return .record([
        "name": .text(words.reportTrust(fromSmall: fromSmall, towardSmall: towardSmall)), "level": .text(oneDecimal(mean)), "pairs": .number(mean.count),
      ])
    }
    return .record([
      "pairs": .number(history.count), "matrix": .list(matrix),
      "gaps": .list(TrustGaps.largest(history, limit: 10).map { gap in
        .record([
          "from": name(gap.pair.from), "toward": name(gap.pair.to), "oneWay": .number(gap.level), "otherWay": .number(gap.back),
          "gap": .number(gap.size),
        ])
      }),
    ])
  }

  /// Rounded half up, without floating point.
  private func oneDecimal(_ mean: TrustMean) -> String {
    let tenths = (mean.total * 20 + mean.count) / (2 * mean.count)
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
