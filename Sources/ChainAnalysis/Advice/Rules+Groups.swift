import SessionModel

extension AdviceRule {
  private static let risks = AdviceSource.collective("Collective action organizations and their risks")

  private static func each(_ ground: AdviceGround, _ isFound: (OrganisationProfile) -> Bool) -> [Found] {
    ground.organisations.filter { $0.stakeholder.type?.option?.isCollective == true && ground.facts.engagement($0.stakeholder.id) != .left && isFound($0.profile) }.prefix(namedLimit)
      .map { Found(about: [$0.stakeholder.ref], mend: .edit($0.stakeholder.ref, field: "organisation")) }
  }

  /// Cooperatives, associations and clusters, and what goes wrong with them (Collective action).
  static let groups: [AdviceRule] = [
    AdviceRule(.foundedByOutsiders, .warning, risks) { ground in each(ground) { $0.foundedBy == .outsiders } },
    AdviceRule(.muchAid, .warning, risks) { ground in
      let limit = ground.session.threshold("R75", default: 50)
      return ground.organisations.compactMap { organisation in
        guard let share = organisation.profile.aidShare, share > limit, ground.facts.engagement(organisation.stakeholder.id) != .left else { return nil }
        return Found(about: [organisation.stakeholder.ref], arguments: [.number(share)], mend: .edit(organisation.stakeholder.ref, field: "organisation"))
      }
    },
    AdviceRule(.weakManager, .note, risks) { ground in each(ground) { ($0.managerSkills ?? 5) <= 2 } },
    AdviceRule(.noConflictControl, .note, risks) { ground in
      each(ground) { $0.conflictControl.trimmed.isEmpty && $0.services.contains { $0.service == .sale || $0.service == .purchase || $0.service == .finance } }
    },
    AdviceRule(.sideSelling, .warning, risks) { ground in each(ground) { max($0.sideSellingRisk ?? 0, $0.freeRidingRisk ?? 0) >= 4 } },
    AdviceRule(.weakOwnership, .warning, risks) { ground in each(ground) { ($0.memberOwnership ?? 5) <= 2 } },
    AdviceRule(.unbalanced, .note, .collective("The organization as part of the chain")) { ground in each(ground) { ($0.memberCustomerBalance ?? 0).magnitude >= 2 } },
    AdviceRule(.noMarketAccess, .warning, .collective("Supporting the chain from outside")) { ground in
      each(ground) { profile in
        !profile.services.isEmpty && !profile.services.contains { [.sale, .marketInformation, .fairTrade, .brand].contains($0.service?.option) }
      }
    },
    AdviceRule(.noParentBody, .note, .collective("Roles of collective action organizations")) { ground in
      let members = Set(ground.ties.filter { $0.type == .membership }.compactMap(\.from))
      return ground.organisations.filter { organisation in
        let type = organisation.stakeholder.type?.option
        return (type == .cooperative || type == .businessAssociation) && organisation.profile.parentBody == nil && !members.contains(organisation.stakeholder.id)
          && ground.facts.engagement(organisation.stakeholder.id) != .left
      }.prefix(namedLimit).map { Found(about: [$0.stakeholder.ref], mend: .edit($0.stakeholder.ref, field: "organisation")) }
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
