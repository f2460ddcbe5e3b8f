import SessionModel

extension AdviceRule {
  /// How the chain is built, and what that does to small ones (Upgrading effects; Collective action, Why collective action).
  static let chain: [AdviceRule] = [
    AdviceRule(.smallUnlinked, .warning, .effects("Vertical linkages")) { ground in
      let linked = Set(ground.ties.filter { $0.type == .trade || $0.type == .membership || $0.type == .labour }.compactMap(\.from))
      guard ground.isMapped, !ground.ties.isEmpty else { return [] }
      let alone = ground.stakeholders.filter { $0.isSmallProducer && !linked.contains($0.id) }
      return alone.prefix(namedLimit).map { Found(about: [$0.ref], mend: .connect($0.id)) }
    },
    AdviceRule(.smallFaceLarge, .warning, .effects("Horizontal linkages")) { ground in
      let grouped = Set(ground.ties.filter { $0.type == .membership || $0.type == .cooperation }.flatMap { [$0.from, $0.to].compactMap { $0 } })
      var sellers: [EntityID: [EntityID]] = [:]
      for tie in ground.ties where tie.type == .trade {
        guard let from = tie.from, let to = tie.to, ground.facts.grouping.size(of: from) == .small, ground.facts.grouping.size(of: to) == .large, !grouped.contains(from)
        else { continue }
        sellers[to, default: []].append(from)
      }
      return sellers.sorted { $0.key < $1.key }.compactMap { buyer, alone in
        let alone = ground.byName(Set(alone))
        guard alone.count >= 2 else { return nil }
        return Found(
          about: [EntityRef(.stakeholder, buyer)] + alone.prefix(namedLimit).map { EntityRef(.stakeholder, $0) }, arguments: [.number(alone.count)],
          mend: .addInitiative(.groupFormation, with: alone))
      }
    },
    AdviceRule(.traderStar, .warning, .collective("Why collective action")) { ground in
      var sellers: [EntityID: Set<EntityID>] = [:]
      var horizontal: Set<EntityID> = []
      for tie in ground.ties {
        guard let from = tie.from, let to = tie.to else { continue }
        if tie.type == .trade, ground.session.stakeholders.of(to, { $0.type == .trader }) == true, ground.session.stakeholders.of(from, \.isSmallProducer) == true {
          sellers[to, default: []].insert(from)
        }
        if tie.type == .cooperation || tie.type == .membership { horizontal.formUnion([from, to]) }
      }
      return sellers.sorted { $0.key < $1.key }.compactMap { trader, all in
        // A group on the map stands for many who sell one by one.
        let stands = all.count >= 3 || all.count == 2 && all.contains { ground.session.stakeholders.of($0) { $0.type == .smallholderGroup } == true }
        guard stands, all.isDisjoint(with: horizontal) else { return nil }
        return Found(about: [EntityRef(.stakeholder, trader)], arguments: [.number(all.count)], mend: .addInitiative(.groupFormation, with: all.sorted()))
      }
    },
    AdviceRule(.noFinance, .warning, .effects("Supporting markets")) { ground in
      guard ground.isMapped, ground.stakeholders.contains(where: { $0.isSmallProducer }) else { return [] }
      let small = Set(ground.stakeholders.filter { $0.isSmallProducer || $0.sizeGroup == .small }.map(\.id))
      let reaches = ground.ties.contains { tie in
        tie.type == .finance && [tie.from, tie.to].contains { $0.map(small.contains) ?? false }
      }
      let services = ground.organisations.contains { $0.profile.services.contains { $0.service == .finance } }
      guard !reaches, !services, !ground.open.contains(where: { $0.type == .credit }) else { return [] }
      guard let bank = ground.stakeholders.first(where: { $0.type == .finance }) else { return [Found(mend: .addStakeholder(.finance))] }
      return [Found(about: [bank.ref], mend: .connect(bank.id))]
    },
    AdviceRule(.noClusterTest, .note, .cluster("Best practice on when to use a cluster")) { ground in
      guard ground.profile.approach == .cluster, ground.profile.clusterTests.isEmpty else { return [] }
      return [Found(mend: .edit(EntityRef(.session, .session), field: "clusterTests"))]
    },
    AdviceRule(.clusterWithoutEnd, .warning, .cluster("Best practice on clusters as a means")) { ground in
      let bodies = ground.stakeholders.filter { $0.type == .cluster && ground.facts.engagement($0.id) != .left }
      guard ground.profile.approach == .cluster || !bodies.isEmpty, ground.isMapped else { return [] }
      let about = bodies.prefix(1).map(\.ref)
      // A cluster on the map answers for what it takes part in, a session that is one for all.
      let own = bodies.isEmpty ? ground.initiatives : ground.initiatives.filter { initiative in bodies.contains { initiative.people.contains($0.id) } }
      if ground.session.constraints.isEmpty { return [Found(about: about, arguments: [.number(0)], mend: .add(.constraint))] }
      if !own.isEmpty, !own.contains(where: { !$0.constraints.isEmpty }), let first = own.first(where: \.isOpen) ?? own.first {
        return [Found(about: about, arguments: [.number(0)], mend: .edit(first.ref, field: "constraints"))]
      }
      let indicators = ground.session.indicators.sorted
      guard !indicators.contains(where: { !$0.target.isEmpty }) else { return [] }
      return [Found(about: about, arguments: [.number(1)], mend: indicators.first.map { .edit($0.ref, field: "target") } ?? .add(.indicator))]
    },
    AdviceRule(.clusterOneSegment, .warning, .cluster("Value-chain and cluster approaches")) { ground in
      guard ground.profile.approach == .cluster, ground.isMapped else { return [] }
      let segments = Set(ground.stakeholders.filter { $0.insideCluster != false && $0.effectiveSector == .business }.compactMap(\.segment))
      guard segments.count < 2 else { return [] }
      return [Found(mend: .add(.stakeholder))]
    },
    AdviceRule(.noBenefitStated, .note, .cluster("Engendering trust, note 5")) { ground in
      guard ground.initiatives.count >= 2 else { return [] }
      let gaining = Set(ground.initiatives.flatMap { $0.beneficiaries.filter { !$0.benefit.trimmed.isEmpty }.compactMap(\.stakeholder) })
      let members = Set(
        ground.ties.filter { tie in tie.type == .membership && ground.session.stakeholders.of(tie.to ?? .session) { $0.type?.option?.isCollective == true } == true }
          .compactMap(\.from))
      let without = ground.stakeholders.filter { members.contains($0.id) && $0.effectiveSector == .business && $0.type?.option?.isCollective != true && !gaining.contains($0.id) }
      guard let first = without.first else { return [] }
      let work = ground.open.first { $0.people.contains(first.id) } ?? ground.initiatives.last { $0.people.contains(first.id) }
      return [
        Found(
          about: without.prefix(namedLimit).map(\.ref), arguments: [.number(without.count)],
          mend: work.map { .edit($0.ref, field: "beneficiaries") } ?? .addInitiative(.technicalTraining, with: [first.id]))
      ]
    },
    AdviceRule(.duesNotScaled, .note, .cluster("Best practice on the honest broker")) { ground in
      ground.together(
        ground.organisations.filter { !$0.profile.dues.isEmpty && $0.profile.duesScaleWith.trimmed.isEmpty }.map(\.stakeholder), field: "organisation")
    },
  ]
}
