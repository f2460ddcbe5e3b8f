import ChainAnalysis
import Exchange
import MapLayout
import SessionModel
import Words

/// What an overlay says of who is on the map: the signs, and the words for those that occur.
struct MapSigns {
  private(set) var signs = SceneSigns()
  private var words: [(sign: SceneLegend.Sign, word: String)] = []
  private let scene: Scene
  private let view: SessionView
  private let catalogue: any Catalogue

  init(_ scene: Scene, _ view: SessionView, _ catalogue: any Catalogue) {
    self.scene = scene
    self.view = view
    self.catalogue = catalogue
  }

  /// The entries of the legend, each once, in the order in which they were said.
  var legend: [(sign: SceneLegend.Sign, word: String)] { words }

  private mutating func explain(_ sign: SceneSigns.Sign, _ word: String) {
    let entry = SceneLegend.Sign.overlay(sign.text, sign.tone)
    if !words.contains(where: { $0.sign == entry || $0.word == word }) { words.append((entry, word)) }
  }

  /// Of these only the signs of a tone that stands on the map.
  private mutating func explainSeen(_ all: [(sign: SceneSigns.Sign, meaning: MapSign)]) {
    let seen = Set(signs.all.map(\.tone))
    for one in all where seen.contains(one.sign.tone) { explain(one.sign, catalogue.sign(one.meaning)) }
  }

  private func relationships(_ tie: SceneTie) -> [Relationship] {
    guard let a = tie.from.stakeholder, let b = tie.to.stakeholder else { return [] }
    return (byPair[UnorderedPair(a, b)] ?? []).compactMap { view.session.relationships[$0] }
  }

  private var byPair: [UnorderedPair: [EntityID]] = [:]

  private mutating func gatherRelationships() {
    let there = Set(scene.boxes.compactMap(\.id.stakeholder))
    view.session.relationships.forEach { tie in
      if let from = tie.from, let to = tie.to, there.contains(from), there.contains(to) { byPair[UnorderedPair(from, to), default: []].append(tie.id) }
    }
    for pair in byPair.keys { byPair[pair]?.sort() }
  }

  /// `›` or whatever points on the map from one box towards another.
  private func arrow(from: SceneBoxID, to: SceneBoxID) -> String {
    guard let a = scene.box(from)?.rect.centre, let b = scene.box(to)?.rect.centre else { return "▸" }
    if abs(b.x - a.x) >= 2 * abs(b.y - a.y) { return b.x >= a.x ? "▸" : "◂" }
    return b.y >= a.y ? "▾" : "▴"
  }

  // MARK: Ties

  mutating func addPower() {
    gatherRelationships()
    for tie in scene.ties {
      guard let one = relationships(tie).first(where: { $0.powerBalance != nil }), let balance = one.powerBalance, let from = one.from, let to = one.to else { continue }
      let points = balance > 0 ? arrow(from: .stakeholder(to), to: .stakeholder(from)) : arrow(from: .stakeholder(from), to: .stakeholder(to))
      let sign: SceneSigns.Sign =
        balance == 0 ? .init("=", .good) : abs(balance) > 1 ? .init(points + points, .bad, isStrong: true) : .init(points, .doubtful)
      signs.setTie(tie.from, tie.to, sign)
    }
    explainSeen([
      (.init("▸", .doubtful), .strongerSide), (.init("▸▸", .bad), .muchStronger), (.init("=", .good), .evenSides),
    ])
  }

  mutating func addContracts() {
    gatherRelationships()
    var found: Set<Contract> = []
    for tie in scene.ties {
      let all = relationships(tie).compactMap { $0.contract?.option }
      guard let best = all.max(by: { Self.rank($0) < Self.rank($1) }) else { continue }
      found.insert(best)
      signs.setTie(tie.from, tie.to, sign(best))
    }
    for contract in Contract.allCases where found.contains(contract) { explain(sign(contract), catalogue.choice(Contract.list, contract.rawValue)) }
  }

  private static func rank(_ contract: Contract) -> Int { Contract.allCases.firstIndex(of: contract) ?? 0 }

  private func sign(_ contract: Contract) -> SceneSigns.Sign {
    switch contract {
    case .none: .init("–", .bad)
    case .spot: .init("1", .doubtful)
    case .verbal: .init("“”", .plain)
    case .forward: .init("▸1", .good)
    case .multiYear: .init("▸▸", .good, isStrong: true)
    case .riskSharing: .init("◇", .good, isStrong: true)
    }
  }

  /// Money of a trade runs against the goods; what a tie is says what flows along it where nobody noted it.
  mutating func addFlow(_ flow: Flow) {
    gatherRelationships()
    var counts: [SceneBoxID: Int] = [:]
    var mark: String?
    for tie in scene.ties {
      guard let one = relationships(tie).first(where: { Self.flows($0).contains(flow) }), let from = one.from, let to = one.to else { continue }
      let isBack = flow == .money && one.type?.option == .trade
      let text = one.mutual == true && flow != .product && flow != .money ? "◂▸"
        : isBack ? arrow(from: .stakeholder(to), to: .stakeholder(from)) : arrow(from: .stakeholder(from), to: .stakeholder(to))
      mark = mark ?? text
      signs.setTie(tie.from, tie.to, .init(text, .notable, isStrong: true))
      if !tie.hasLine { for end in [tie.from, tie.to] { counts[end, default: 0] += 1 } }
    }
    // What no line shows is counted at its ends.
    for (id, count) in counts { signs.boxes[id] = .init("⇄\(count)", .notable) }
    let isOnLine = scene.ties.contains { $0.hasLine && signs.tie($0.from, $0.to) != nil }
    if isOnLine, let mark { explain(.init(mark, .notable), catalogue.sign(.flowsThisWay)) }
    if !counts.isEmpty { explain(.init("⇄2", .notable), catalogue.sign(.ties)) }
  }

  private static func flows(_ tie: Relationship) -> [Flow] {
    let noted = tie.flows.compactMap(\.option)
    if !noted.isEmpty { return noted }
    switch tie.type?.option {
    case .trade: return [.product, .money]
    case .finance, .labour: return [.money]
    case .information: return [.information]
    case .service: return [.service]
    default: return []
    }
  }

  // MARK: Stakeholders

  mutating func addStance() {
    for box in scene.boxes {
      guard let id = box.id.stakeholder, let level = view.readings.current(ReadingSubject(.stance, id))?.level else { continue }
      signs.boxes[box.id] = sign(stance: level)
    }
    let seen = signs.all
    for level in [-2, -1, 0, 1, 2] where seen.contains(sign(stance: level)) { explain(sign(stance: level), catalogue.level(.stance, level)) }
  }

  private func sign(stance level: Int) -> SceneSigns.Sign {
    level < 0 ? .init("−\(-level)", level < -1 ? .bad : .doubtful) : level == 0 ? .init("0", .plain) : .init("+\(level)", level > 1 ? .good : .notable)
  }

  /// Trust that rose or fell and ties that came, between one day of readings and the next.
  mutating func addChanges(since first: PartialDate, until last: PartialDate?) {
    gatherRelationships()
    for tie in scene.ties {
      guard let a = tie.from.stakeholder, let b = tie.to.stakeholder else { continue }
      var steps = 0
      for (from, to) in [(a, b), (b, a)] {
        if let before = view.readings.trust(from, to, on: first), let now = view.readings.trust(from, to, on: last) { steps += now - before }
      }
      if steps != 0 {
        signs.setTie(tie.from, tie.to, steps > 0 ? .init("▲\(steps)", .good, isStrong: true) : .init("▼\(-steps)", .bad, isStrong: true))
        for end in [tie.from, tie.to] where !tie.hasLine { signs.boxes[end] = steps > 0 ? .init("▲", .good) : .init("▼", .bad) }
      } else if relationships(tie).contains(where: { ($0.since?.firstDay ?? .min) > first.lastDay }) {
        signs.setTie(tie.from, tie.to, .init("✚", .notable))
      }
    }
    explainSeen([(.init("▲1", .good), .trustRose), (.init("▼1", .bad), .trustFell), (.init("✚", .notable), .newTie)])
  }

  mutating func add(_ initiative: Initiative) {
    func put(_ id: EntityID?, _ text: String, _ tone: SceneSigns.Tone, _ sign: MapSign) {
      guard let id, scene.box(.stakeholder(id)) != nil else { return }
      if signs.boxes[.stakeholder(id)] == nil { signs.boxes[.stakeholder(id)] = .init(text, tone) }
      explain(.init(text, tone), catalogue.sign(sign))
    }
    put(initiative.lead, "▶1", .good, .leads)
    put(initiative.host, "⌂", .good, .hosts)
    for id in initiative.participants { put(id, "▶", .notable, .takesPart) }
    for one in initiative.beneficiaries { put(one.stakeholder, "+", .plain, .benefits) }
    for pair in initiative.builds {
      guard let from = pair.from, let to = pair.toward else { continue }
      signs.setTie(.stakeholder(from), .stakeholder(to), .init("▲", .good, isStrong: true))
      explain(.init("▲", .good), catalogue.sign(.buildsTrust))
    }
  }

  mutating func add(_ workshop: Workshop) {
    var people: [EntityID: Int] = [:]
    for id in workshop.present { if let actor = view.session.participants[id]?.stakeholder { people[actor, default: 0] += 1 } }
    for count in workshop.headcounts { if let actor = count.stakeholder { people[actor, default: 0] += max(0, min(count.people ?? 0, 1_000_000)) } }
    for (id, count) in people where count > 0 { signs.boxes[.stakeholder(id)] = .init("✓\(count)", .good) }
    explainSeen([(.init("✓3", .good), .present)])
  }

  /// The stakeholders along a chain of trust, and its weakest link.
  mutating func add(_ way: TrustChain) {
    let weakest = way.weakest
    for (place, id) in way.members.enumerated() { signs.boxes[.stakeholder(id)] = .init("\(place + 1)", .notable) }
    for link in way.links {
      let isWeakest = link == weakest
      signs.setTie(
        .stakeholder(link.from), .stakeholder(link.to), .init(isWeakest ? "!\(link.level)" : "", isWeakest ? .bad : .good, isStrong: true))
    }
    explain(.init("1", .notable), catalogue.sign(.onTheWay))
    explain(.init("!\(way.level)", .bad), catalogue.sign(.weakestLink))
  }
}
