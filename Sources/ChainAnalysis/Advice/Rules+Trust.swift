import SessionModel

extension AdviceRule {
  private static let successes = AdviceSource.cluster("Best practice on repeated successes")

  /// How trust grows: by small things that succeed, again and again, among those who lack it (Cluster approach, Engendering trust).
  static let trust: [AdviceRule] = [
    AdviceRule(.lowTrustNothingShared, .serious, .cluster("Engendering trust")) { ground in
      ground.weakSizePairs.filter { ground.shared($0.pair.from, $0.pair.to).isEmpty }.prefix(namedLimit).map { weak in
        Found(
          about: [EntityRef(.stakeholder, weak.pair.from), EntityRef(.stakeholder, weak.pair.to)], arguments: [.number(weak.level)],
          mend: .propose(weak.pair))
      }
    },
    AdviceRule(.lowTrustOnce, .note, successes) { ground in
      ground.weakSizePairs.filter { ground.shared($0.pair.from, $0.pair.to).count == 1 }.prefix(namedLimit).map { weak in
        Found(
          about: [EntityRef(.stakeholder, weak.pair.from), EntityRef(.stakeholder, weak.pair.to)], arguments: [.number(weak.level)],
          mend: .propose(weak.pair))
      }
    },
    AdviceRule(.noEarlyWin, .warning, successes) { ground in
      // Only while nothing has succeeded yet: later the first phase is history.
      guard ground.open.count >= 2, !ground.initiatives.contains(where: \.hasSucceeded) else { return [] }
      let dated = ground.open.filter { $0.startDay != nil }.sorted { ($0.startDay ?? 0, $0.id) < ($1.startDay ?? 0, $1.id) }
      let first = dated.isEmpty ? ground.open : Array(dated.prefix(3))
      guard !first.contains(where: { ($0.step ?? 5) <= 2 && ($0.risk ?? 1) <= 2 || $0.firstBenefitOn != nil }) else { return [] }
      return [Found(about: first.prefix(1).map(\.ref), mend: .addInitiative(.technicalTraining, with: Array((first.first?.people ?? []).prefix(4))))]
    },
    AdviceRule(.noResult, .note, successes) { ground in
      ground.together(ground.initiatives.filter { $0.hasSucceeded && $0.result.trimmed.isEmpty && $0.resultFigure.isEmpty }, field: "result")
    },
    AdviceRule(.bigTooEarly, .serious, .cluster("Conclusions")) { ground in
      ground.open.compactMap { initiative in
        guard (initiative.step ?? 0) >= 4, initiative.status?.option != .running else { return nil }
        let people = Set(initiative.people)
        let earlier = ground.initiatives.filter {
          $0.hasSucceeded && ($0.step ?? 1) <= 3 && Set($0.people).intersection(people).count >= 2 && ($0.startDay ?? .min) <= (initiative.startDay ?? .max)
        }
        let needed = ground.session.threshold("R25", default: 2)
        guard earlier.count < needed else { return nil }
        let pair = initiative.participants.prefix(2)
        return Found(
          about: [initiative.ref], arguments: [.number(earlier.count), .number(needed)],
          mend: pair.count == 2 ? .propose(TrustPair(pair[0], pair[1])) : .edit(initiative.ref, field: "participants"))
      }
    },
    AdviceRule(.bigFirst, .warning, .cluster("Best practice on mapping leaders, note 8")) { ground in
      guard !ground.initiatives.contains(where: { $0.hasSucceeded || $0.status == .running }),
        let first = ground.open.filter({ $0.startDay != nil }).min(by: { ($0.startDay ?? 0, $0.id) < ($1.startDay ?? 0, $1.id) }),
        (first.step ?? 0) >= 4 || (first.risk ?? 0) >= 4
      else { return [] }
      return [Found(about: [first.ref], mend: .addInitiative(.neutralMeeting, with: Array(first.people.prefix(6))))]
    },
    AdviceRule(.strategyFirst, .warning, successes) { ground in
      ground.open.compactMap { initiative in
        guard initiative.type == .lobbying, initiative.level == .chain, !ground.initiatives.contains(where: { $0.hasSucceeded && ($0.startDay ?? .min) <= (initiative.startDay ?? .max) })
        else { return nil }
        return Found(about: [initiative.ref], mend: .edit(initiative.ref, field: "needs"))
      }
    },
    AdviceRule(.trustNotReadAgain, .note, .cluster("Lesson on the cluster approach: the beaches of Puerto Plata")) { ground in
      let missed = ground.initiatives.filter { initiative in
        guard initiative.isOver, initiative.status?.option != .dropped else { return false }
        let gains = TrustGain.all(initiative, ground.facts.history)
        return !gains.isEmpty && gains.allSatisfy { $0.after == nil }
      }
      guard let first = missed.first, let pair = TrustGain.all(first, ground.facts.history).first?.pair else { return [] }
      return [Found(about: missed.prefix(namedLimit).map(\.ref), arguments: [.number(missed.count)], mend: .enterTrust(pair))]
    },
    AdviceRule(.tripWithoutSmall, .warning, successes) { ground in
      guard ground.stakeholders.contains(where: \.isSmallProducer) else { return [] }
      return ground.open.compactMap { initiative in
        guard initiative.type == .observationTrip || initiative.type == .tradeMission else { return nil }
        let takesSmall = initiative.people.contains { ground.facts.grouping.size(of: $0) == .small }
        let isPaid = initiative.funding.contains { $0.counts && $0.by != nil }
        guard !takesSmall || !isPaid else { return nil }
        return Found(about: [initiative.ref], arguments: [.number(takesSmall ? 1 : 0)], mend: .edit(initiative.ref, field: takesSmall ? "funding" : "participants"))
      }
    },
    AdviceRule(.noCommitment, .note, successes) { ground in
      ground.each(
        ground.open.filter { initiative in
          initiative.level == .firm && initiative.firmCommits.trimmed.isEmpty
            && initiative.funding.contains { $0.counts && $0.by.flatMap { ground.session.stakeholders.of($0, \.isProject) } == true }
        }, field: "firmCommits")
    },
  ]
}
