import SessionModel

extension AdviceRule {
  private static let heading = AdviceSource.cluster("Best practice on anchor firms")

  /// Firms that pull others along (Cluster approach, Best practice on anchor firms).
  static let anchors: [AdviceRule] = [
    AdviceRule(.noAnchor, .serious, heading) { ground in
      guard ground.isMapped, ground.answers.anchors.anchors.isEmpty else { return [] }
      // Named firms that cannot be one say so themselves, one by one.
      let best = ground.answers.anchors.candidates.first
      guard let best, best.verdict != .no else {
        return [Found(arguments: [.number(ground.answers.anchors.candidates.count)], mend: .edit(EntityRef(.session, .session), field: "segments"))]
      }
      let ref = EntityRef(.stakeholder, best.id)
      // Somebody fit for it who has only to be won is less grave than a chain without any.
      let isFit = best.verdict == .yes
      return [
        Found(
          about: [ref], arguments: [.number(ground.answers.anchors.candidates.count), .number(isFit ? 1 : 0)],
          mend: .edit(ref, field: isFit ? "roles" : "capacity"), severity: isFit ? .warning : nil)
      ]
    },
    AdviceRule(.noWayWithoutAnchor, .warning, heading) { ground in
      guard ground.isMapped, ground.answers.anchors.anchors.isEmpty, !ground.profile.segments.isEmpty,
        !ground.profile.segments.contains(where: { $0.movesWithoutAnchor == true })
      else { return [] }
      return [Found(mend: .edit(EntityRef(.session, .session), field: "segments"))]
    },
    AdviceRule(.anchorWithoutBuyer, .warning, heading) { ground in
      ground.namedAnchors.compactMap { anchor in
        guard let candidate = ground.answers.anchors[anchor.id], candidate.reasons.contains(where: { $0.point == .buyer(nil) }) else { return nil }
        return Found(about: [anchor.ref], mend: .connect(anchor.id))
      }
    },
    AdviceRule(.anchorUnfit, .warning, heading) { ground in
      ground.namedAnchors.compactMap { anchor in
        let interest = ground.facts.level(.interest, anchor.id)
        let levels = [anchor.capacity, interest]
        guard levels.contains(where: { $0.map { $0 <= 2 } ?? true }) else { return nil }
        let isLow = levels.contains { $0.map { $0 <= 2 } ?? false }
        return Found(
          about: [anchor.ref], arguments: [.number(isLow ? 1 : 0)], mend: .edit(anchor.ref, field: anchor.capacity == nil ? "capacity" : "interest"),
          severity: isLow ? nil : .note)
      }
    },
    AdviceRule(.anchorIdle, .warning, heading) { ground in
      guard ground.initiatives.count >= 3 else { return [] }
      return ground.namedAnchors.compactMap { anchor in
        let count = ground.parts[anchor.id]?.count ?? 0
        return count >= 2 ? nil : Found(about: [anchor.ref], arguments: [.number(count)], mend: .addInitiative(.demonstrationPlot, with: [anchor.id]))
      }
    },
  ]
}
