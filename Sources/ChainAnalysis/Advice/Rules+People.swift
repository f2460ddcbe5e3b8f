import SessionModel

extension AdviceRule {
  /// Who is on the map and who is not (Cluster approach, Best practice on mapping leaders).
  static let people: [AdviceRule] = [
    AdviceRule(.sectorMissing, .warning, .cluster("Best practice on mapping leaders")) { ground in
      guard ground.isMapped else { return [] }
      let present = Set(ground.stakeholders.compactMap(\.effectiveSector))
      var missing: [Sector] = [.business, .publicSector].filter { !present.contains($0) }
      if !present.contains(.civilSociety), !present.contains(.knowledge) { missing.append(.knowledge) }
      guard let first = missing.first else { return [] }
      let kinds: [Sector: StakeholderKind] = [.business: .smallFirm, .publicSector: .government, .knowledge: .research]
      return [Found(arguments: missing.map { .sector($0) }, mend: .addStakeholder(kinds[first] ?? .research))]
    },
    AdviceRule(.groupMissing, .serious, .cluster("Lesson on the cluster approach: the beaches of Puerto Plata")) { ground in
      guard ground.isMapped else { return [] }
      // Being on the map does not help those who are said to be missing, as long as what they are to take part in is only planned.
      let begun = Set(ground.initiatives.filter { $0.status == .running || $0.hasSucceeded }.flatMap(\.people))
      func isThere(_ stakeholder: Stakeholder) -> Bool {
        ground.facts.engagement(stakeholder.id) != .missing || begun.contains(stakeholder.id)
      }
      // Civil society may speak for a community that nobody has put on the map, not for one that is there and missing.
      let hasCommunity = ground.stakeholders.contains { $0.type == .community }
      let there = ground.stakeholders.filter(isThere)
      let wanted: [(StakeholderKind, (Stakeholder) -> Bool)] = [
        (.community, { $0.type == .community || !hasCommunity && $0.type == .civilSociety }),
        (.government, { $0.effectiveSector == .publicSector }),
        (.smallholderGroup, { $0.isSmallProducer || $0.sizeGroup == .small }),
      ]
      return wanted.compactMap { (kind, isOne) -> Found? in
        guard !there.contains(where: isOne) else { return nil }
        guard let absent = ground.stakeholders.first(where: isOne) else {
          // A cluster lives where it is; along a chain that spans continents a community may truly have no part.
          let severity: Advice.Severity? = kind == .smallholderGroup ? nil : kind == .community && ground.profile.approach?.option != .cluster ? .note : .warning
          return Found(arguments: [.kind(kind)], mend: .addStakeholder(kind), severity: severity)
        }
        return Found(
          about: [absent.ref], arguments: [.kind(kind)], mend: .edit(absent.ref, field: "engagement"), severity: kind == .government ? .warning : nil)
      }
    },
    AdviceRule(.noLeader, .warning, .cluster("Best practice on mapping leaders")) { ground in
      guard ground.isMapped, !ground.stakeholders.contains(where: { $0.has(.leader) }) else { return [] }
      let best = ground.stakeholders.filter { !$0.isProject }.max { a, b in
        let (first, second) = (ground.facts.level(.influence, a.id) ?? 0, ground.facts.level(.influence, b.id) ?? 0)
        return first != second ? first < second : a.id > b.id
      }
      return [Found(mend: best.map { .edit($0.ref, field: "roles") })]
    },
    AdviceRule(.noContribution, .note, .cluster("Best practice on mapping leaders")) { ground in
      guard ground.isMapped else { return [] }
      return ground.together(
        ground.stakeholders.filter { $0.contribution.trimmed.isEmpty && $0.possibleContribution.trimmed.isEmpty }, field: "contribution")
    },
    AdviceRule(.supportUnused, .warning, .cluster("Best practice on mapping leaders")) { ground in
      guard ground.isMapped, ground.initiatives.count >= 2 else { return [] }
      let support = ground.stakeholders.filter { $0.has(.supportInstitution) || $0.type == .research || $0.type == .serviceProvider }
      guard !support.contains(where: { ground.parts[$0.id] != nil }) else { return [] }
      guard let first = support.first else { return [Found(mend: .addStakeholder(.research))] }
      return [Found(about: support.prefix(namedLimit).map(\.ref), mend: .addInitiative(.technicalTraining, with: [first.id]))]
    },
    AdviceRule(.noneTrustedByBoth, .warning, .cluster("Best practice on mapping leaders")) { ground in
      let institutions = ground.stakeholders.filter { $0.effectiveSector != .business || $0.has(.honestBroker) || $0.type?.option?.isCollective == true }
      let read = institutions.filter { ground.facts.trustIn($0.id).isTrustedByBoth != nil }
      guard !read.isEmpty, !read.contains(where: { ground.facts.trustIn($0.id).isTrustedByBoth == true }) else { return [] }
      return [Found(about: read.prefix(namedLimit).map(\.ref), mend: .addStakeholder(.research))]
    },
    AdviceRule(.mistrustedLead, .warning, .cluster("Best practice on mapping leaders")) { ground in
      ground.open.compactMap { initiative in
        guard let lead = initiative.lead, let stakeholder = ground.session.stakeholders[lead], stakeholder.effectiveSector == .publicSector,
          let mean = ground.facts.trustIn(lead).byAll.value, mean < 3
        else { return nil }
        return Found(about: [initiative.ref, stakeholder.ref], mend: .edit(initiative.ref, field: "lead"))
      }
    },
    AdviceRule(.publicBodyLeftOut, .note, .cluster("Best practice on mapping leaders")) { ground in
      guard ground.initiatives.count >= 2 else { return [] }
      let regulating = Set(ground.ties.filter { $0.type == .regulation }.compactMap(\.from))
      let left = ground.stakeholders.filter { regulating.contains($0.id) && $0.effectiveSector == .publicSector && ground.parts[$0.id] == nil && $0.insideCluster != false }
      guard let first = left.first else { return [] }
      return [Found(about: left.prefix(namedLimit).map(\.ref), mend: .addInitiative(.lobbying, with: [first.id]))]
    },
    AdviceRule(.influenceUnread, .note, .plan) { ground in
      guard ground.isMapped else { return [] }
      let unread = ground.profile.segments.filter { segment in
        guard !segment.isBand else { return false }
        let there = ground.stakeholders.filter { $0.segment == segment.id }
        return !there.isEmpty && there.allSatisfy { ground.facts.level(.influence, $0.id) == nil }
      }
      guard let first = unread.first, let one = ground.stakeholders.first(where: { $0.segment == first.id }) else { return [] }
      return [Found(about: [one.ref], arguments: unread.map { .segment($0.id) }, mend: .edit(one.ref, field: "influence"))]
    },
    AdviceRule(.aggregationUnmarked, .note, .plan) { ground in
      let points = ground.answers.network.aggregationPoints(limit: 3).compactMap { ground.session.stakeholders[$0.id] }.filter { !$0.has(.aggregationPoint) }
      guard let first = points.first, let place = ground.answers.network.place(of: first.id) else { return [] }
      return [Found(about: [first.ref], arguments: [.number(place.suppliers)], mend: .edit(first.ref, field: "roles"))]
    },
    AdviceRule(.takingControl, .warning, .cluster("Engendering trust")) { ground in
      var leads: [EntityID: Int] = [:]
      for lead in ground.initiatives.compactMap(\.lead) { leads[lead, default: 0] += 1 }
      return leads.sorted { $0.key < $1.key }.compactMap { lead, count in
        guard ground.initiatives.count >= 4, count * 2 > ground.initiatives.count else { return nil }
        let open = ground.open.first { $0.lead == lead }
        return Found(
          about: [EntityRef(.stakeholder, lead)], arguments: [.number(count), .number(ground.initiatives.count)],
          mend: open.map { .edit($0.ref, field: "lead") })
      }
    },
    AdviceRule(.onlyOutsidersLead, .warning, .cluster("Best practice on the honest broker")) { ground in
      let led = ground.initiatives.filter { $0.lead != nil }
      guard led.count >= 2, led.allSatisfy({ ground.session.stakeholders.of($0.lead ?? .session, \.isProject) == true }) else { return [] }
      let first = ground.open.first ?? led[0]
      return [Found(about: [first.ref], arguments: [.number(led.count)], mend: .edit(first.ref, field: "lead"))]
    },
  ]
}
