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
        let alone = Set(alone).sorted()
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
        guard all.count >= 3, all.isDisjoint(with: horizontal) else { return nil }
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
    AdviceRule(.clusterOneSegment, .warning, .cluster("Value-chain and cluster approaches")) { ground in
      guard ground.profile.approach == .cluster, ground.isMapped else { return [] }
      let segments = Set(ground.stakeholders.filter { $0.insideCluster != false && $0.effectiveSector == .business }.compactMap(\.segment))
      guard segments.count < 2 else { return [] }
      return [Found(mend: .add(.stakeholder))]
    },
    AdviceRule(.duesNotScaled, .note, .cluster("Best practice on the honest broker")) { ground in
      ground.together(
        ground.organisations.filter { !$0.profile.dues.isEmpty && $0.profile.duesScaleWith.trimmed.isEmpty }.map(\.stakeholder), field: "organisation")
    },
  ]
}
