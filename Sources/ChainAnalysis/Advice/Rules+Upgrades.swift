import SessionModel

extension AdviceRule {
  private static let endMarkets = AdviceSource.effects("End markets")
  private static let supporting = AdviceSource.effects("Supporting markets")
  private static let environment = AdviceSource.effects("Business and enabling environment")

  /// What drives small ones to do better, and what keeps it from paying (Upgrading effects).
  static let upgrades: [AdviceRule] = [
    AdviceRule(.processWithoutCost, .note, endMarkets) { ground in
      ground.driven(.process, by: .costCompetition)
    },
    AdviceRule(.productWithoutPreference, .note, endMarkets) { ground in
      ground.driven(.product, by: .buyerPreference)
    },
    // Whether it is about trees or annual crops a session does not say; that the first benefit has a date it does.
    AdviceRule(.noLeadTime, .note, .cluster("Annex 2, Creating a customer-driven consciousness")) { ground in
      ground.together(ground.open.filter { $0.upgrading == .product && $0.supportsSupply && $0.firstBenefitOn == nil }, field: "firstBenefitOn")
    },
    AdviceRule(.noEmbeddedService, .note, supporting) { ground in
      guard let weak = ground.openConstraints.first(where: { $0.sits == .supporting }) else { return [] }
      let strong = ground.markets.filter {
        ($0.evidence?.option?.step ?? 0) >= Evidence.namedFirm.step && ($0.growth == .growing || $0.growth == .fastGrowing)
      }
      let firms = Set(strong.compactMap(\.buyer) + ground.namedAnchors.map(\.id)).sorted()
      guard !strong.isEmpty, !ground.ties.contains(where: { tie in !tie.embeddedService.trimmed.isEmpty && [tie.from, tie.to].contains { $0.map(firms.contains) ?? false } })
      else { return [] }
      // The firm that small ones or their groups already sell to is the one to ask.
      let sells = ground.ties.first { tie in
        tie.type == .trade && tie.to.map(firms.contains) == true && tie.from.map { ground.isSmallOrTheirs($0) } == true
      }
      guard let firm = sells?.to ?? firms.first else { return [] }
      return [
        Found(
          about: [EntityRef(.stakeholder, firm), weak.ref],
          mend: sells.map { .edit($0.ref, field: "embeddedService") } ?? .connect(firm))
      ]
    },
    AdviceRule(.poorRoads, .warning, environment) { ground in
      let ways = Set(ground.profile.segments.filter { $0.stage == .transport }.map(\.id))
      let bad = ground.openConstraints.filter { constraint in
        constraint.type?.option != .opportunity && (constraint.sits == .enabling || constraint.sits == .supporting)
          && constraint.affected.contains { ground.session.stakeholders.of($0, \.isSmallProducer) == true }
          && (constraint.segments.contains(where: ways.contains)
            || constraint.affected.contains { ground.session.stakeholders.of($0) { $0.type == .transporter } == true })
      }
      return bad.prefix(namedLimit).map { constraint in
        let isTackled = ground.initiatives.contains { $0.constraints.contains(constraint.id) && $0.status?.option != .failed && $0.status?.option != .dropped }
        let people = constraint.affected.filter { ground.isSmallOrTheirs($0) }
        return Found(
          about: [constraint.ref], arguments: [.number(isTackled ? 1 : 0)],
          mend: isTackled ? .edit(constraint.ref, field: "feasibility") : .addInitiative(.jointInfrastructure, with: people),
          severity: isTackled ? .note : nil)
      }
    },
    // Whether what is handed out can be followed without reading is not in a session; whether anybody asked is.
    AdviceRule(.readingUnasked, .note, environment) { ground in
      let learning: [InitiativeKind] = [.technicalTraining, .businessTraining, .demonstrationPlot, .neutralMeeting]
      let invited = Set(ground.open.filter { $0.type?.option.map(learning.contains) == true }.flatMap(\.people))
      return ground.together(
        ground.stakeholders.filter { $0.isSmallProducer && $0.needsSpokenMaterial == nil && invited.contains($0.id) }, field: "needsSpokenMaterial")
    },
  ]
}

extension AdviceGround {
  /// Constraints that are not resolved.
  var openConstraints: [Constraint] { session.constraints.sorted.filter { $0.status?.option != .resolved } }

  /// A small producer, or a body of such.
  func isSmallOrTheirs(_ id: EntityID) -> Bool {
    session.stakeholders.of(id) { $0.isSmallProducer || $0.sizeGroup == .small || $0.type?.option?.isCollective == true } == true
  }

  /// Open upgrades of a type for which another driver is named than the one that moves it, or none.
  fileprivate func driven(_ type: Upgrading, by driver: UpgradingDriver) -> [AdviceRule.Found] {
    open.filter { $0.upgrading?.option == type && $0.upgradingDriver?.option != driver }.prefix(AdviceRule.namedLimit).map { initiative in
      AdviceRule.Found(
        about: [initiative.ref], arguments: [.number(initiative.upgradingDriver == nil ? 0 : 1)], mend: .edit(initiative.ref, field: "upgradingDriver"))
    }
  }
}
