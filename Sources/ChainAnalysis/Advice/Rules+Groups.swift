import SessionModel

extension AdviceRule {
  private static let risks = AdviceSource.collective("Collective action organizations and their risks")

  private static func each(_ ground: AdviceGround, _ isFound: (OrganisationProfile) -> Bool) -> [Found] {
    fewOrTogether(
      ground,
      ground.organisations.filter { $0.stakeholder.type?.option?.isCollective == true && ground.facts.engagement($0.stakeholder.id) != .left && isFound($0.profile) }
        .map(\.stakeholder))
  }

  /// What nobody knows yet is a question and no reproach: a note, with how many it is about and a nought.
  private static func asked(_ found: [Found]) -> [Found] {
    found.map { Found(about: $0.about, arguments: [.number($0.about.count), .number(0)], mend: $0.mend, severity: .note) }
  }

  /// One or two organisations each by itself; what is the same with more of them is said once.
  private static func fewOrTogether(_ ground: AdviceGround, _ found: [Stakeholder]) -> [Found] {
    found.count <= 2 ? ground.each(found, field: "organisation") : ground.together(found, field: "organisation")
  }

  /// Cooperatives, associations and clusters, and what goes wrong with them (Collective action).
  static let groups: [AdviceRule] = [
    AdviceRule(.foundedByOutsiders, .warning, risks) { ground in each(ground) { $0.foundedBy == .outsiders } },
    AdviceRule(.muchAid, .warning, risks) { ground in
      let limit = ground.session.threshold("R75", default: 50)
      let living = ground.organisations.filter { $0.stakeholder.type?.option?.isCollective == true && ground.facts.engagement($0.stakeholder.id) != .left }
      let much = living.compactMap { organisation -> Found? in
        guard let share = organisation.profile.aidShare, share > limit else { return nil }
        return Found(about: [organisation.stakeholder.ref], arguments: [.number(share)], mend: .edit(organisation.stakeholder.ref, field: "organisation"))
      }
      // Not known, and somebody from outside pays for what it does.
      let unasked = living.filter { organisation in
        organisation.profile.aidShare == nil
          && ground.initiatives.contains { initiative in
            initiative.people.contains(organisation.stakeholder.id)
              && initiative.funding.contains { $0.counts && $0.by.flatMap { ground.session.stakeholders.of($0, \.isProject) } == true }
          }
      }
      return much + asked(ground.together(unasked.map(\.stakeholder), field: "organisation"))
    },
    AdviceRule(.weakManager, .note, risks) { ground in each(ground) { ($0.managerSkills ?? 5) <= 2 } },
    AdviceRule(.noConflictControl, .note, risks) { ground in
      each(ground) { $0.conflictControl.trimmed.isEmpty && $0.services.contains { $0.service == .sale || $0.service == .purchase || $0.service == .finance } }
    },
    AdviceRule(.sideSelling, .warning, risks) { ground in
      // A group that lends seed or money has something to lose by it; whether it does is asked.
      let unasked = each(ground) { $0.sideSellingRisk == nil && $0.services.contains { $0.service == .purchase || $0.service == .finance } }
      return each(ground) { max($0.sideSellingRisk ?? 0, $0.freeRidingRisk ?? 0) >= 4 } + asked(unasked)
    },
    AdviceRule(.weakOwnership, .warning, risks) { ground in each(ground) { ($0.memberOwnership ?? 5) <= 2 } },
    AdviceRule(.unbalanced, .note, .collective("The organization as part of the chain")) { ground in each(ground) { ($0.memberCustomerBalance ?? 0).magnitude >= 2 } },
    AdviceRule(.noMarketAccess, .warning, .collective("Supporting the chain from outside")) { ground in
      each(ground) { profile in
        !profile.services.isEmpty && !profile.services.contains { [.sale, .marketInformation, .fairTrade, .brand].contains($0.service?.option) }
      }
    },
    AdviceRule(.oneSidedActivity, .note, .collective("Engaging with collective action organizations")) { ground in
      let down: [ServiceKind] = [.marketInformation, .training, .brand, .fairTrade]
      let across: [ServiceKind] = [.sale, .purchase, .finance, .businessServices, .advocacy, .records, .socialAid]
      var members: [EntityID: Set<EntityID>] = [:]
      var sales: [EntityID: [Relationship]] = [:]
      for tie in ground.ties {
        if tie.type == .membership, let from = tie.from, let to = tie.to { members[to, default: []].insert(from) }
        if tie.type == .trade, let from = tie.from { sales[from, default: []].append(tie) }
      }
      return ground.organisations.filter { $0.stakeholder.type?.option?.isCollective == true && ground.facts.engagement($0.stakeholder.id) != .left }.compactMap { organisation in
        let services = organisation.profile.services.compactMap { $0.service?.option }
        guard !services.isEmpty else { return nil }
        let id = organisation.stakeholder.id
        let sells = (sales[id] ?? []).contains { sale in sale.to.map { members[id]?.contains($0) == true } != true }
        let isVertical = sells || services.contains(where: down.contains)
        let isHorizontal = services.contains(where: across.contains)
        guard isVertical != isHorizontal else { return nil }
        return Found(about: [organisation.stakeholder.ref], arguments: [.number(isVertical ? 1 : 0)], mend: .edit(organisation.stakeholder.ref, field: "organisation"))
      }.prefix(namedLimit).map { $0 }
    },
    AdviceRule(.notTheirInitiative, .note, .collective("Supporting Sri Lankan MSEs to form Small Business Associations")) { ground in
      let led = ground.open.filter { initiative in
        initiative.type == .groupFormation && initiative.lead.flatMap { ground.session.stakeholders.of($0, \.isProject) } == true
      }
      let unsaid = ground.organisations.filter {
        $0.stakeholder.type?.option?.isCollective == true && $0.profile.foundedBy == nil && ground.facts.engagement($0.stakeholder.id) != .left
      }.map(\.stakeholder)
      return led.prefix(namedLimit).map { Found(about: [$0.ref], mend: .edit($0.ref, field: "lead"), severity: .warning) }
        + ground.together(unsaid, field: "organisation")
    },
    AdviceRule(.noParentBody, .note, .collective("Roles of collective action organizations")) { ground in
      let members = Set(ground.ties.filter { $0.type == .membership }.compactMap(\.from))
      let alone = ground.organisations.filter { organisation in
        let type = organisation.stakeholder.type?.option
        return (type == .cooperative || type == .businessAssociation) && organisation.profile.parentBody == nil && !members.contains(organisation.stakeholder.id)
          && ground.facts.engagement(organisation.stakeholder.id) != .left
      }
      return fewOrTogether(ground, alone.map(\.stakeholder))
    },
  ]

  /// Taking a pilot to many (Upscaling).
  static let upscaling: [AdviceRule] = [
    AdviceRule(.nobodyTakesOver, .warning, .scale) { ground in
      ground.each(ground.initiatives.filter { initiative in initiative.upscaling.contains { $0.takenOverBy == nil || $0.confirmedOn == nil } }, field: "upscaling")
    },
    AdviceRule(.noCostRecovery, .note, .scale) { ground in
      ground.each(ground.open.filter { initiative in initiative.upscaling.contains { $0.costRecovery.trimmed.isEmpty } }, field: "upscaling")
    },
    AdviceRule(.strategyUnsaid, .note, .scale) { ground in
      ground.each(
        ground.open.filter { initiative in
          initiative.upscaling.contains { upscaling in
            upscaling.strategyFit.trimmed.isEmpty
              && upscaling.takenOverBy.flatMap { ground.session.stakeholders.of($0) { $0.effectiveSector == .business && $0.type?.option?.isCollective != true } } == true
          }
        }, field: "upscaling")
    },
    AdviceRule(.pilotScale, .note, .scale) { ground in
      let many = ground.session.threshold("R91", default: 1_000)
      return ground.open.compactMap { initiative in
        guard let upscaling = initiative.upscaling.first else { return nil }
        let targets = upscaling.reachTarget.filter { $0.amount.unit.isEmpty || $0.amount.unit == "people" }
        // Firms or offices are counted otherwise; of them a few may be all there are.
        guard upscaling.reachTarget.isEmpty || !targets.isEmpty else { return nil }
        let most = targets.map(\.amount.approximate).max() ?? 0
        guard most < Double(many) else { return nil }
        return Found(
          about: [initiative.ref], arguments: [.number(Int(max(0, min(most, 1e9)))), .number(many)], mend: .edit(initiative.ref, field: "upscaling"))
      }
    },
    AdviceRule(.noPublicRole, .note, .scale) { ground in
      let isPublic = { (id: EntityID) in ground.session.stakeholders.of(id) { $0.effectiveSector == .publicSector } == true }
      let alone = ground.openConstraints.filter { constraint in
        constraint.sits == .enabling && constraint.type?.option != .opportunity
          && !ground.initiatives.contains { $0.constraints.contains(constraint.id) && $0.status?.option != .dropped && $0.people.contains(where: isPublic) }
      }
      guard let first = alone.first else { return [] }
      // Whoever is concerned before whoever has the most to say.
      let body = first.affected.first(where: isPublic)
        ?? ground.stakeholders.filter { isPublic($0.id) }.max { a, b in
          let (one, other) = (ground.facts.level(.influence, a.id) ?? 0, ground.facts.level(.influence, b.id) ?? 0)
          return one != other ? one < other : a.id > b.id
        }?.id
      return [
        Found(
          about: alone.prefix(namedLimit).map(\.ref), arguments: [.number(alone.count)],
          mend: body.map { .addInitiative(.lobbying, with: [$0]) } ?? .addStakeholder(.government))
      ]
    },
    AdviceRule(.oneSidedConditions, .note, .scale) { ground in
      ground.each(
        ground.open.filter { initiative in initiative.upscaling.contains { $0.facilitating.trimmed.isEmpty != $0.limiting.trimmed.isEmpty } }, field: "upscaling")
    },
    AdviceRule(.lowOwnership, .warning, .scale) { ground in
      ground.each(ground.open.filter { ($0.ownership ?? 5) <= 2 && $0.status?.option != .idea }, field: "ownership")
    },
    AdviceRule(.noArbitration, .note, .scale) { ground in
      ground.each(
        ground.open.filter { initiative in
          (initiative.type == .riskSharing || initiative.type == .jointSale) && !initiative.upscaling.contains { !$0.arbitration.trimmed.isEmpty }
        }, field: "upscaling")
    },
  ]
}
