import Drawing
import MapLayout
import SessionModel

/// A small chain with every kind of sign on it.
enum MapFixture {
  static func id(_ text: String) -> EntityID { EntityID(text) ?? .session }

  static func session(_ growers: String = "Growers") -> Session {
    var profile = SessionProfile(id: .session)
    profile.segments = [
      Segment(id("g-1"), "Production", .production), Segment(id("g-2"), "Packing", .packing), Segment(id("g-3"), "Export", .export),
      Segment(id("g-4"), "Supporting", .supporting),
    ]
    var session = Session(profile: profile)
    func add(_ text: String, _ name: String, _ segment: String, _ sector: Sector, _ roles: [StakeholderRole] = []) {
      var one = Stakeholder(id: id(text))
      one.name = name
      one.segment = id(segment)
      one.sector = .known(sector)
      one.roles = roles.map { .known($0) }
      session.put(one)
    }
    add("s-1", growers, "g-1", .business)
    add("s-2", "Packers", "g-2", .business)
    add("s-3", "MdM", "g-3", .business, [.anchorFirm, .leader])
    add("s-4", "FdC", "g-3", .business)
    add("s-5", "CIRAD", "g-4", .knowledge, [.honestBroker])
    let ties: [(String, String, Int?, Int?, RelationshipStatus)] = [
      ("s-1", "s-2", 2, 4, .existing), ("s-2", "s-3", 4, 4, .existing), ("s-3", "s-4", 3, 3, .existing), ("s-2", "s-4", nil, nil, .wished),
      ("s-5", "s-1", 4, 5, .existing),
    ]
    for (number, (from, to, there, back, status)) in ties.enumerated() {
      var tie = Relationship(id: id("r-\(number)"))
      tie.from = id(from)
      tie.to = id(to)
      tie.type = .known(.trade)
      tie.status = .known(status)
      if number == 0 { tie.mutual = false }
      session.put(tie)
      for (place, (a, b, level)) in [(from, to, there), (to, from, back)].enumerated() {
        guard let level else { continue }
        var reading = Reading(id: id("t-\(number)-\(place)"))
        reading.aspect = .known(.trust)
        reading.subject = id(a)
        reading.toward = id(b)
        reading.score = level
        session.put(reading)
      }
    }
    return session
  }

  static func scene(_ session: Session, _ width: Int = 76, _ height: Int = 24, _ change: (inout ChainOptions) -> Void = { _ in }) -> Scene {
    var options = ChainOptions(
      labels: MapLabels(unplaced: "not placed yet", markets: "buyers sought", more: "more"), available: SceneSize(width: width, height: height)
    ) { TextWidth.columns($0) }
    change(&options)
    return ChainLayout.scene(session: session, readings: ReadingIndex(session), options: options)
  }
}
