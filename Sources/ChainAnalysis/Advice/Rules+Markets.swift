import SessionModel

extension AdviceRule {
  private static let demand = AdviceSource.cluster("Best practice on firm-level demand")
  private static let telling = AdviceSource.cluster("Best practice on communicating with stakeholders")

  private static func step(_ market: EndMarket) -> Int { market.evidence?.option?.step ?? 0 }

  /// A demand that a named buyer pays for (Cluster approach, A focus on end markets).
  static let markets: [AdviceRule] = [
    AdviceRule(.noNamedBuyer, .warning, demand) { ground in
      if ground.isMapped, ground.markets.isEmpty { return [Found(mend: .add(.endMarket), severity: .serious)] }
      let vague = ground.markets.filter { step($0) < Evidence.namedFirm.step || $0.buyer == nil }
      let severity: Advice.Severity? = vague.count == ground.markets.count ? .serious : .note
      return ground.each(vague, field: "buyer").map { found in
        var found = found
        found.severity = severity
        return found
      }
    },
    AdviceRule(.oneBuyer, .serious, telling) { ground in
      guard let dependence = BuyerDependence(ground.session, on: ground.facts.today), dependence.mitigations.isEmpty, let market = dependence.markets.first else { return [] }
      let ref = EntityRef(.endMarket, market)
      return [
        Found(
          about: [EntityRef(.stakeholder, dependence.buyer), ref], arguments: [.number(Int(((dependence.share ?? 1) * 100).rounded()))],
          mend: .edit(ref, field: "mitigations"))
      ]
    },
    AdviceRule(.oneBuyerMitigated, .note, telling) { ground in
      guard let dependence = BuyerDependence(ground.session, on: ground.facts.today), !dependence.mitigations.isEmpty, let market = dependence.markets.first else { return [] }
      return [
        Found(
          about: [EntityRef(.stakeholder, dependence.buyer), EntityRef(.endMarket, market)],
          arguments: [.number(Int(((dependence.share ?? 1) * 100).rounded()))] + dependence.mitigations.prefix(4).map { .mitigation($0) },
          mend: .add(.endMarket), severity: dependence.isSoftened ? nil : .warning)
      ]
    },
    AdviceRule(.manyCounterparts, .serious, .collective("Why collective action")) { ground in
      ground.markets.compactMap { market in
        var sellers = Set(ground.ties.filter { $0.type == .trade && $0.to == market.buyer && market.buyer != nil }.compactMap(\.from))
        if market.wantsOneCounterpart == true {
          sellers.formUnion(MarketStanding(market, ground.supply).suppliers.map(\.id).filter { ground.session.stakeholders.of($0) { $0.isSmallProducer || $0.type?.option?.isCollective == true } == true })
        }
        let limit = market.wantsOneCounterpart == true ? 1 : ground.session.threshold("R84", default: 5)
        let small = sellers.filter { ground.session.stakeholders.of($0) { $0.isSmallProducer || $0.sizeGroup == .small || $0.type?.option?.isCollective == true } == true }
        guard small.count > limit, ground.commonBody(of: small, sellingTo: market.buyer) == nil else { return nil }
        let named = ground.byName(small)
        return Found(
          about: [market.ref] + named.prefix(namedLimit).map { EntityRef(.stakeholder, $0) },
          arguments: [.number(small.count), .number(market.wantsOneCounterpart == true ? 1 : 0)], mend: .addInitiative(.groupFormation, with: Array(named.prefix(12))),
          severity: market.wantsOneCounterpart == true ? nil : .warning)
      }
    },
    AdviceRule(.needsJointSupply, .warning, .cluster("Annex 2, Joint exporting")) { ground in
      ground.markets.compactMap { market in
        guard step(market) >= Evidence.namedFirm.step else { return nil }
        let standing = MarketStanding(market, ground.supply)
        switch standing.coverage {
        case .byTogether(let count)?:
          let suppliers = Set(standing.suppliers.map(\.id))
          let isPlanned = ground.initiatives.contains { initiative in
            initiative.endMarket == market.id && (initiative.type == .jointSale || suppliers.intersection(initiative.people).count >= 2)
          }
          guard !isPlanned else { return nil }
          return Found(
            about: [market.ref], arguments: [.number(count)], mend: .addInitiative(.jointSale, with: standing.suppliers.prefix(count).map(\.id)))
        case .short(let amount)?: return Found(about: [market.ref], arguments: [.number(0), .amount(amount)], mend: .edit(market.ref, field: "volume"), severity: .note)
        case .byOne?, nil: return nil
        }
      }
    },
    AdviceRule(.supplyBeforeBuyer, .warning, telling) { ground in
      ground.open.compactMap { initiative in
        guard initiative.supportsSupply, let market = ground.session.endMarkets[initiative.endMarket], market.buyer == nil || step(market) < Evidence.namedFirm.step
        else { return nil }
        return Found(about: [initiative.ref, market.ref], mend: .addInitiative(.buyerLinkage, with: Array(initiative.people.prefix(6))))
      }
    },
    AdviceRule(.notAbleToPay, .note, telling) { ground in
      let unsure = ground.markets.filter { market in
        step(market) >= Evidence.namedFirm.step && (step(market) < Evidence.ableToPay.step || market.volume.isEmpty)
      }
      return unsure.prefix(namedLimit).map { market in
        Found(about: [market.ref], mend: .edit(market.ref, field: market.volume.isEmpty ? "volume" : market.prices.isEmpty ? "prices" : "evidence"))
      }
    },
    AdviceRule(.productVague, .note, demand) { ground in
      ground.each(
        ground.markets.filter { $0.variety.trimmed.isEmpty && $0.grade.trimmed.isEmpty || $0.season.trimmed.isEmpty }, field: "variety")
    },
    AdviceRule(.chosenForOther, .warning, demand) { ground in
      ground.each(
        ground.markets.filter { market in
          guard market.chosenFor == .jobs || market.chosenFor == .politics || market.chosenFor == .habit else { return false }
          return ground.open.contains { $0.endMarket == market.id } || ground.markets.count == 1
        }, field: "chosenFor")
    },
    AdviceRule(.slowMarket, .note, demand) { ground in
      ground.each(
        ground.markets.filter { market in
          guard market.growth == .flat || market.growth == .shrinking else { return false }
          if ground.open.contains(where: { $0.endMarket == market.id }) || ground.markets.count == 1 { return true }
          // Several who sell to the same few buyers take from each other what they win.
          return market.buyer != nil && Set(ground.ties.filter { $0.type == .trade && $0.to == market.buyer }.compactMap(\.from).filter { ground.isSmallOrTheirs($0) }).count >= 2
        }, field: "growth")
    },
    AdviceRule(.noGrowth, .note, demand) { ground in ground.together(ground.markets.filter { $0.growth == nil }, field: "growth") },
    AdviceRule(.sameRequirements, .note, .plan) { ground in
      guard ground.markets.count >= 2 else { return [] }
      let asked = Set(ground.markets.map { market in
        [market.channel?.option?.rawValue ?? "", market.grade.trimmed.lowercased(), market.variety.trimmed.lowercased(), market.standards.map { $0.lowercased() }.sorted().joined(separator: ",")]
      })
      return asked.count >= 2 ? [] : [Found(about: ground.markets.prefix(namedLimit).map(\.ref), mend: .add(.endMarket))]
    },
    AdviceRule(.riskNotShared, .note, .plan) { ground in
      ground.markets.compactMap { market in
        guard let buyer = market.buyer, step(market) >= Evidence.namedFirm.step, market.channel?.option != .local else { return nil }
        let ties = ground.ties.filter { $0.type == .trade && $0.to == buyer }
        guard let tie = ties.first, !ties.contains(where: { [.forward, .multiYear, .riskSharing].contains($0.contract?.option) }),
          !ground.initiatives.contains(where: { $0.type == .riskSharing && $0.people.contains(buyer) && $0.status?.option != .failed && $0.status?.option != .dropped })
        else { return nil }
        return Found(
          about: [market.ref, EntityRef(.stakeholder, buyer)], mend: .addInitiative(.riskSharing, with: [buyer] + (tie.from.map { [$0] } ?? [])))
      }
    },
    AdviceRule(.noCompetitors, .note, demand) { ground in
      ground.together(ground.markets.filter { $0.competitors.isEmpty && step($0) >= Evidence.study.step }, field: "competitors")
    },
    AdviceRule(.noBenchmark, .note, .cluster("Annex 2, Analysis of export markets")) { ground in
      ground.together(ground.markets.filter { $0.channel == .export && $0.benchmark.trimmed.isEmpty && $0.prices.isEmpty }, field: "benchmark")
    },
    AdviceRule(.toldTooSeldom, .note, telling) { ground in
      ground.each(ground.markets.filter { (!$0.standards.isEmpty || !$0.grade.trimmed.isEmpty) && step($0) >= Evidence.namedFirm.step && $0.told.count < 2 }, field: "tellings")
    },
    AdviceRule(.exportOnly, .note, .effects("End markets")) { ground in
      let channels = ground.markets.compactMap { $0.channel?.option }
      guard channels.count >= 1, channels.count == ground.markets.count, channels.allSatisfy({ $0 == .export }) else { return [] }
      return [Found(about: ground.markets.prefix(namedLimit).map(\.ref), mend: .add(.endMarket))]
    },
    AdviceRule(.phaseWithoutMarket, .note, .cluster("Conclusions")) { ground in
      ground.profile.phases.compactMap { phase in
        let own = ground.initiatives.filter { ground.session.phase(of: $0) == phase.id }
        let marketKinds: [InitiativeKind] = [.marketStudy, .buyerLinkage, .tradeMission, .fair, .jointSale, .brand]
        guard !own.isEmpty, own.contains(where: \.isOpen), !own.contains(where: { $0.endMarket != nil || $0.type?.option.map(marketKinds.contains) == true }) else { return nil }
        return Found(arguments: [.phase(phase.id)], mend: .addInitiative(.buyerLinkage, with: []))
      }
    },
    AdviceRule(.noSalesIndicator, .warning, .cluster("Best practice on the honest broker")) { ground in
      guard ground.initiatives.count >= 2 else { return [] }
      let sales = ground.session.indicators.sorted.filter { $0.type == .sales || $0.type == .exports }
      guard !sales.contains(where: { !$0.baseline.isEmpty && !$0.target.isEmpty }) else { return [] }
      guard let first = sales.first else { return [Found(mend: .add(.indicator))] }
      return [Found(about: [first.ref], mend: .edit(first.ref, field: first.baseline.isEmpty ? "baseline" : "target"))]
    },
  ]
}

extension AdviceGround {
  /// One body of which all are members, and through which they sell.
  func commonBody(of sellers: Set<EntityID>, sellingTo buyer: EntityID?) -> EntityID? {
    var members: [EntityID: Set<EntityID>] = [:]
    for tie in ties where tie.type == .membership { if let from = tie.from, let to = tie.to { members[to, default: []].insert(from) } }
    return members.keys.sorted().first { body in
      guard session.stakeholders.of(body, { $0.type?.option?.isCollective == true }) == true else { return false }
      let isCounterpart = ties.contains { $0.type == .trade && $0.from == body && $0.to == buyer } || sellers.contains(body)
      return isCounterpart && sellers.subtracting([body]).isSubset(of: members[body] ?? [])
    }
  }
}
