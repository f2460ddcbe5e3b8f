import SessionModel

/// Makes plausible sessions of any size, the same for the same seed: what `make bench` and the soak tests work on.
struct SessionGenerator {
  private var numbers: SeededGenerator

  init(seed: UInt64) { numbers = SeededGenerator(seed: seed) }

  /// A session with so many stakeholders, about three relationships and two trust readings each.
  static func session(stakeholders count: Int, seed: UInt64 = 1) -> Session {
    var generator = SessionGenerator(seed: seed)
    return generator.make(count)
  }

  private mutating func make(_ count: Int) -> Session {
    var session = Session(profile: profile())
    let stages: [(EntityID, [StakeholderKind], Int)] = Self.segments.compactMap { id, _, _, kinds, share in
      EntityID(id).map { ($0, kinds, share) }
    }
    let lanes = stages.flatMap { Array(repeating: $0, count: $0.2) }
    var ids: [EntityID] = []
    ids.reserveCapacity(count)
    var lane: [Int] = []
    for _ in 0..<count {
      let place = below(lanes.count)
      let stakeholder = stakeholder(segment: lanes[place].0, kinds: lanes[place].1)
      session.put(stakeholder)
      ids.append(stakeholder.id)
      lane.append(place)
    }
    guard count > 1 else { return session }
    // Most ties run to a partner nearby in the chain; a few hubs have many.
    for source in 0..<count {
      for _ in 0..<(1 + below(5)) {
        let target = below(10) < 3 ? below(max(1, count / 50)) : below(count)
        guard target != source else { continue }
        let isForward = lane[source] <= lane[target]
        session.put(relationship(ids[isForward ? source : target], ids[isForward ? target : source]))
        if below(3) < 2 { session.put(trust(ids[source], ids[target])) }
      }
    }
    let constraints = (0..<max(4, count / 100)).map { _ in constraint(ids) }
    for constraint in constraints { session.put(constraint) }
    let initiatives = (0..<max(5, count / 50)).map { _ in initiative(ids, constraints.map(\.id)) }
    for initiative in initiatives { session.put(initiative) }
    for _ in 0..<max(8, count / 20) { session.put(action(ids, initiatives.map(\.id))) }
    return session
  }

  // MARK: Entities

  private static let segments: [(String, String, Stage, [StakeholderKind], Int)] = [
    ("inputs", "Inputs", .inputs, [.inputSupplier], 1),
    ("growers", "Growers", .production, [.smallholderGroup, .smallFirm, .largeProducer], 7),
    ("collection", "Collection", .collection, [.cooperative, .trader], 2),
    ("packing", "Packing", .packing, [.packer, .processor], 2),
    ("export", "Export", .export, [.exporter, .transporter], 1),
    ("buyers", "Buyers", .endMarket, [.leadBuyer, .importer, .retailer], 1),
    ("supporting", "Supporting functions", .supporting, [.finance, .serviceProvider, .research], 1),
    ("enabling", "Enabling environment", .enabling, [.government, .regulator], 1),
  ]

  private mutating func profile() -> SessionProfile {
    var profile = SessionProfile(id: .session)
    profile.title = name() + " mango cluster"
    profile.product = "Mango"
    profile.place = name()
    profile.currency = "USD"
    profile.language = "en"
    profile.approach = .known(.cluster)
    profile.purpose = sentence(20)
    profile.segments = Self.segments.compactMap { id, name, stage, _, _ in EntityID(id).map { Segment($0, name, stage) } }
    return profile
  }

  private mutating func stakeholder(segment: EntityID, kinds: [StakeholderKind]) -> Stakeholder {
    var stakeholder = Stakeholder(id: id(.stakeholder))
    let kind = kinds[below(kinds.count)]
    stakeholder.name = name() + (kind.isCollective ? " Cooperative" : kind == .smallholderGroup ? " growers" : " & Co.")
    stakeholder.type = .known(kind)
    stakeholder.segment = segment
    stakeholder.sector = .known(kind.usualSector)
    stakeholder.place = name()
    if below(2) == 0 { stakeholder.size = .known(pick(EnterpriseSize.allCases, .small)) }
    if below(2) == 0 { stakeholder.people = [Figure(Amount(1 + below(400), "people"), below(3) == 0 ? .about : .exactly)] }
    if below(3) == 0 { stakeholder.capacity = 1 + below(5) }
    if below(8) == 0 { stakeholder.roles = [.known(pick(StakeholderRole.allCases, .leader))] }
    if below(3) == 0 { stakeholder.contribution = sentence(8) }
    if below(4) == 0 { stakeholder.wants = sentence(6) }
    stakeholder.common.basis = .known(.illustrative)
    if below(6) == 0 { stakeholder.common.notes = sentence(16) }
    return stakeholder
  }

  private mutating func relationship(_ from: EntityID, _ to: EntityID) -> Relationship {
    var relationship = Relationship(id: id(.relationship))
    relationship.from = from
    relationship.to = to
    relationship.type = .known(below(2) == 0 ? .trade : pick(RelationshipKind.allCases, .trade))
    relationship.status = .known(below(6) == 0 ? .wished : .existing)
    if below(2) == 0 { relationship.since = date() }
    if below(2) == 0 { relationship.strength = 1 + below(5) }
    if below(3) == 0 { relationship.contract = .known(pick(Contract.allCases, .verbal)) }
    if below(4) == 0 { relationship.flows = [.known(.product), .known(.money)] }
    return relationship
  }

  private mutating func trust(_ subject: EntityID, _ toward: EntityID) -> Reading {
    var reading = Reading(id: id(.reading))
    reading.aspect = .known(.trust)
    reading.subject = subject
    reading.toward = toward
    reading.on = date()
    if below(3) == 0 {
      reading.counts = Levels((0..<5).map { _ in below(6) }) ?? Levels()
      if reading.counts.isEmpty { reading.score = 3 }
    } else {
      reading.score = 1 + below(5)
    }
    reading.obtained = .known(pick(HowObtained.allCases, .impression))
    reading.recordedAt = Instant(seconds: 1_050_000_000 + Int64(below(60_000_000)))
    return reading
  }

  private mutating func constraint(_ stakeholders: [EntityID]) -> Constraint {
    var constraint = Constraint(id: id(.constraint))
    constraint.name = sentence(5)
    constraint.sits = .known(pick(ConstraintPlace.allCases, .enabling))
    constraint.severity = 1 + below(5)
    constraint.feasibility = 1 + below(5)
    constraint.votes = below(30)
    constraint.status = .known(pick(ConstraintStatus.allCases, .open))
    constraint.affected = (0..<3).map { _ in stakeholders[below(stakeholders.count)] }
    return constraint
  }

  private mutating func initiative(_ stakeholders: [EntityID], _ constraints: [EntityID]) -> Initiative {
    var initiative = Initiative(id: id(.initiative))
    initiative.name = sentence(4)
    initiative.type = .known(pick(InitiativeKind.allCases, .neutralMeeting))
    initiative.status = .known(pick(InitiativeStatus.allCases, .idea))
    initiative.step = 1 + below(5)
    initiative.risk = 1 + below(5)
    initiative.lead = stakeholders[below(stakeholders.count)]
    initiative.participants = (0..<(2 + below(5))).map { _ in stakeholders[below(stakeholders.count)] }
    initiative.constraints = [constraints[below(constraints.count)]]
    initiative.from = date()
    initiative.needsTrust = 1 + below(4)
    return initiative
  }

  private mutating func action(_ stakeholders: [EntityID], _ initiatives: [EntityID]) -> ActionItem {
    var action = ActionItem(id: id(.action))
    action.what = sentence(7)
    action.owner = stakeholders[below(stakeholders.count)]
    action.initiative = initiatives[below(initiatives.count)]
    action.due = date()
    action.status = .known(pick(ActionStatus.allCases, .toDo))
    return action
  }

  // MARK: Chance

  private mutating func id(_ kind: EntityKind) -> EntityID { EntityID.random(prefix: kind.prefix, using: &self) }

  private mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  private mutating func pick<T>(_ values: [T], _ otherwise: T) -> T { values.isEmpty ? otherwise : values[below(values.count)] }

  private mutating func date() -> PartialDate { PartialDate(dayNumber: 11_300 + below(2_500)) }

  private mutating func name() -> String {
    let syllables = ["ma", "ri", "to", "la", "pé", "nu", "sa", "ko", "de", "vi", "go", "ram", "bo", "li", "chu", "ña", "ter", "an"]
    let word = (0..<(2 + below(3))).map { _ in syllables[below(syllables.count)] }.joined()
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  private mutating func sentence(_ count: Int) -> String {
    let words = [
      "a", "shared", "cold", "store", "for", "the", "growers", "and", "buyers", "who", "pay", "on", "time", "with", "better", "grading",
      "before", "harvest", "trucks", "wait", "at", "border", "certificates", "cost", "too", "much", "smallholders", "sell", "early",
    ]
    let text = (0..<count).map { _ in words[below(words.count)] }.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension SessionGenerator: RandomNumberGenerator {
  mutating func next() -> UInt64 { numbers.next() }
}
