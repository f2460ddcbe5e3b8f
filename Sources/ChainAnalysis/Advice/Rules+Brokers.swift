import SessionModel

extension AdviceRule {
  private static let heading = AdviceSource.cluster("Best practice on the honest broker")

  /// Who brings others together, and goes (Cluster approach, Best practice on the honest broker and Conclusions).
  static let brokers: [AdviceRule] = [
    AdviceRule(.noBroker, .warning, heading) { ground in
      guard ground.isMapped, ground.brokers.isEmpty, !ground.weakSizePairs.isEmpty || ground.initiatives.count >= 2 else { return [] }
      let best = ground.stakeholders.first { ground.facts.trustIn($0.id).isTrustedByBoth == true && $0.effectiveSector != .business }
        ?? ground.stakeholders.first { $0.isProject }
      return [Found(about: best.map { [$0.ref] } ?? [], mend: best.map { .edit($0.ref, field: "roles") } ?? .addStakeholder(.project))]
    },
    AdviceRule(.brokerMistrusted, .serious, heading) { ground in
      ground.brokers.compactMap { broker in
        let trust = ground.facts.trustIn(broker.id)
        guard trust.isTrustedByBoth != true else { return nil }
        if trust.isTrustedByBoth == false { return Found(about: [broker.ref], arguments: [.number(1)], mend: .addInitiative(.neutralMeeting, with: [broker.id])) }
        // A side that was not asked: the first of it that is on the map.
        let side: SizeGroup = trust.bySmall.count == 0 ? .small : .large
        guard let one = ground.stakeholders.first(where: { $0.sizeGroup == side && $0.id != broker.id }) else { return nil }
        return Found(about: [broker.ref, one.ref], arguments: [.number(0)], mend: .enterTrust(TrustPair(one.id, broker.id)), severity: .note)
      }
    },
    AdviceRule(.outsideMoneyStays, .warning, heading) { ground in
      let shares = ground.answers.contributions.outsideShares
      guard let first = shares.first, let last = shares.last, last > 0 else { return [] }
      let percent = Int((last * 100).rounded())
      let isGrowing = shares.count > 1 && last >= first
      guard isGrowing || percent > ground.session.threshold("R20", default: 60) && shares.count > 1 else { return [] }
      let payer = ground.answers.contributions.payers.first(where: \.isProject)
      let paid = ground.open.first { $0.funding.contains { $0.by == payer?.id } }
      return [
        Found(
          about: payer.map { [EntityRef(.stakeholder, $0.id)] } ?? [], arguments: [.number(percent), .number(Int((first * 100).rounded()))],
          mend: paid.map { .edit($0.ref, field: "funding") })
      ]
    },
    AdviceRule(.noHandOver, .warning, .cluster("Conclusions")) { ground in
      ground.brokers.compactMap { broker in
        let obstacles = ground.answers.exits[broker.id]?.obstacles ?? []
        let isMissing = obstacles.contains { obstacle in
          switch obstacle {
          case .noHandOver, .handOverUndated, .successorNotTrusted: true
          default: false
          }
        }
        guard isMissing else { return nil }
        let work = ground.initiatives.last { $0.people.contains(broker.id) }
        return Found(about: [broker.ref], mend: work.map { .edit($0.ref, field: "upscaling") } ?? .addInitiative(.businessTraining, with: [broker.id]))
      }
    },
  ]
}
