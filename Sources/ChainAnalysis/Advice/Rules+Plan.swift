import SessionModel

extension AdviceRule {
  /// What a plan must hold (Upgrading plan).
  static let plan: [AdviceRule] = [
    AdviceRule(.noVision, .warning, .plan) { ground in
      guard ground.initiatives.count >= 2, ground.profile.vision.trimmed.isEmpty || ground.profile.visionAgreedOn == nil else { return [] }
      return [Found(arguments: [.number(ground.profile.vision.trimmed.isEmpty ? 0 : 1)], mend: .edit(EntityRef(.session, .session), field: ground.profile.vision.trimmed.isEmpty ? "vision" : "visionAgreedOn"))]
    },
    AdviceRule(.notTraced, .note, .plan) { ground in
      ground.together(ground.open.filter { $0.constraints.isEmpty && $0.endMarket == nil }, field: "constraints")
    },
    AdviceRule(.noInvestment, .note, .plan) { ground in
      guard ground.open.count >= 3, !ground.initiatives.contains(where: { $0.intents.contains(.known(.investment)) }), let first = ground.open.first else { return [] }
      return [Found(mend: .edit(first.ref, field: "intents"))]
    },
    AdviceRule(.noLearning, .note, .plan) { ground in
      let teaching: [InitiativeKind] = [.technicalTraining, .businessTraining, .demonstrationPlot, .observationTrip]
      guard ground.open.count >= 3,
        !ground.initiatives.contains(where: { $0.intents.contains(.known(.learning)) || $0.type?.option.map(teaching.contains) == true })
      else { return [] }
      return [Found(mend: .addInitiative(.technicalTraining, with: []))]
    },
    AdviceRule(.riskyStep, .note, .plan) { ground in
      ground.each(ground.open.filter { ($0.risk ?? 0) >= 4 && $0.status?.option != .running }, field: "risk")
    },
    AdviceRule(.noNearBenefit, .warning, .plan) { ground in
      let open = ground.open.filter { $0.status?.option != .idea }
      guard open.count >= 2 else { return [] }
      let horizon = ground.facts.today.firstDay + 365 * ground.session.threshold("R68", default: 1)
      let isNear = open.contains { initiative in
        initiative.intents.contains(.known(.nearTermBenefit)) || initiative.firstBenefitOn.map { $0.firstDay <= horizon } ?? false
      }
      guard !isNear, let first = open.min(by: { ($0.startDay ?? .max, $0.id) < ($1.startDay ?? .max, $1.id) }) else { return [] }
      return [Found(about: [first.ref], mend: .edit(first.ref, field: "firstBenefitOn"))]
    },
    AdviceRule(.noNeutralHost, .note, .plan) { ground in
      ground.each(ground.open.filter { $0.type == .neutralMeeting && $0.host == nil }, field: "host")
    },
    AdviceRule(.oneFirmOnly, .warning, .plan) { ground in
      ground.each(ground.open.filter { $0.level == .firm && $0.whySystemic.trimmed.isEmpty }, field: "whySystemic")
    },
    AdviceRule(.noSmallBeneficiary, .note, .plan) { ground in
      guard ground.stakeholders.contains(where: { $0.sizeGroup == .small || $0.isSmallProducer }) else { return [] }
      let isSmall = { (id: EntityID) in ground.session.stakeholders.of(id) { $0.isSmallProducer || $0.sizeGroup == .small || $0.type?.option?.isCollective == true } == true }
      return ground.together(
        ground.open.filter { initiative in !initiative.beneficiaries.compactMap(\.stakeholder).contains(where: isSmall) && !initiative.people.contains(where: isSmall) },
        field: "beneficiaries")
    },
    AdviceRule(.functionalAlone, .warning, .effects("Horizontal linkages")) { ground in
      ground.each(
        ground.open.filter { initiative in
          guard initiative.upgrading == .functional else { return false }
          let small = initiative.people.filter { ground.facts.grouping.size(of: $0) == .small }
          guard !small.isEmpty, initiative.level == .firm || initiative.people.count == 1 else { return false }
          return !ground.ties.contains { tie in
            (tie.type == .membership || tie.type == .cooperation) && (tie.from.map(small.contains) ?? false || tie.to.map(small.contains) ?? false)
          }
        }, field: "participants")
    },
  ]
}
