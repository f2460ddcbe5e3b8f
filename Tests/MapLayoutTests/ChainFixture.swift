import SessionModel

@testable import MapLayout

/// Small sessions made by hand and large ones by numbers, always the same.
struct ChainFixture {
  var session: Session
  private var count = 0

  /// `stages`: the segments, each with the name of its stage.
  init(_ stages: [Stage]) {
    var profile = SessionProfile(id: .session)
    profile.segments = stages.enumerated().map { Segment(Self.id("g-\($0)"), $1.rawValue, $1) }
    session = Session(profile: profile)
  }

  static func id(_ text: String) -> EntityID { EntityID(text) ?? .session }

  /// `segment`: its number, or nil for not placed yet.
  @discardableResult
  mutating func add(_ name: String, _ segment: Int?, _ roles: [StakeholderRole] = [], id: String? = nil) -> EntityID {
    count += 1
    var one = Stakeholder(id: Self.id(id ?? "s-\(count)"))
    one.name = name
    one.segment = segment.map { Self.id("g-\($0)") }
    one.roles = roles.map { .known($0) }
    session.put(one)
    return one.id
  }

  mutating func tie(_ from: EntityID, _ to: EntityID, _ kind: RelationshipKind = .trade, trust: Int? = nil, back: Int? = nil, oneWay: Bool = false) {
    count += 1
    var tie = Relationship(id: Self.id("r-\(count)"))
    tie.from = from
    tie.to = to
    tie.type = .known(kind)
    if oneWay { tie.mutual = false }
    session.put(tie)
    if let trust { read(from, to, trust) }
    if let back { read(to, from, back) }
  }

  mutating func read(_ from: EntityID, _ to: EntityID, _ level: Int) {
    count += 1
    var reading = Reading(id: Self.id("t-\(count)"))
    reading.aspect = .known(.trust)
    reading.subject = from
    reading.toward = to
    reading.score = level
    session.put(reading)
  }

  mutating func view(_ kind: MapViewKind = .chain, pinned: [(EntityID, x: Int, y: Int)] = [], folded: [Int] = []) {
    var view = MapView(id: Self.id("v-1"))
    view.view = .known(kind)
    view.folded = folded.map { Self.id("g-\($0)") }
    for (number, pin) in pinned.enumerated() {
      var position = PinnedPosition(id: Self.id("n-\(number)"))
      position.stakeholder = pin.0
      position.x = pin.x
      position.y = pin.y
      view.pinned.append(position)
    }
    session.put(view)
  }

  static func options(_ width: Int = 120, _ height: Int = 40) -> ChainOptions {
    ChainOptions(
      labels: MapLabels(unplaced: "not placed yet", markets: "buyers sought", more: "more"), available: SceneSize(width: width, height: height)
    ) { character in
      (character.unicodeScalars.first?.value ?? 0) >= 0x2E80 ? 2 : 1
    }
  }

  func scene(_ options: ChainOptions = ChainFixture.options()) -> Scene {
    ChainLayout.scene(session: session, readings: ReadingIndex(session), options: options)
  }

  static let chain: [Stage] = [.inputs, .production, .collection, .packing, .export, .endMarket, .supporting, .enabling]

  /// Stakeholders and ties by chance, but always the same chance.
  static func random(_ seed: UInt64, stakeholders: Int, ties: Int) -> ChainFixture {
    var fixture = ChainFixture(chain)
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, below)))
    }
    var ids: [EntityID] = []
    for number in 0..<stakeholders {
      let roles: [StakeholderRole] = next(6) == 0 ? [.leader] : []
      ids.append(fixture.add(String("Growers of the upper valley \(number)".dropFirst(next(12))), next(9) == 0 ? nil : next(chain.count), roles))
    }
    for _ in 0..<ties {
      let isRead = next(4) > 0
      fixture.tie(ids[next(ids.count)], ids[next(ids.count)], next(9) == 0 ? .conflict : .trade, trust: isRead ? 1 + next(5) : nil,
        back: next(3) > 0 ? 1 + next(5) : nil, oneWay: next(3) == 0)
    }
    return fixture
  }
}
