import Exchange
import Foundation
import SessionModel
import SessionStore
import Words

/// The sample session, and small ones made to hurt.
enum Sample {
  static func mango() throws -> Session {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let bytes = [UInt8](try Data(contentsOf: root.appendingPathComponent("sample-data/mango-cluster.json")))
    return try SessionFormat.decode(bytes, file: "mango-cluster.json")
  }

  static func id(_ text: String) -> EntityID { EntityID(text) ?? .session }
  static func day(_ text: String) -> PartialDate { PartialDate(text) ?? PartialDate(dayNumber: 0) }
  static let now = Instant("2007-06-15T10:00:00Z") ?? Instant(seconds: 0)
  static let today = now.date

  /// Every text of it is this one.
  static func hostile(_ text: String) -> Session {
    var profile = SessionProfile(id: .session)
    profile.title = text
    profile.product = text
    profile.purpose = text
    profile.vision = text
    profile.language = text
    var segment = Segment(id("g-1"), text, .production)
    segment.name = text
    profile.segments = [segment]
    var stakeholder = Stakeholder(id: id("s-1"))
    stakeholder.name = text
    stakeholder.segment = id("g-1")
    stakeholder.contribution = text
    stakeholder.type = .unknown(text)
    stakeholder.people = [Figure(Amount(5, "people"), .about, source: text)]
    stakeholder.common.citation = text
    stakeholder.common.notes = text
    var other = stakeholder
    other.id = id("s-2")
    var tie = Relationship(id: id("r-1"))
    tie.from = id("s-1")
    tie.to = id("s-2")
    tie.type = .known(.trade)
    var constraint = Constraint(id: id("c-1"))
    constraint.name = text
    var market = EndMarket(id: id("m-1"))
    market.name = text
    market.standards = [text]
    var initiative = Initiative(id: id("i-1"))
    initiative.name = text
    initiative.step = 2
    initiative.from = day("2005")
    initiative.result = text
    var action = ActionItem(id: id("a-1"))
    action.what = text
    action.ownerName = text
    action.due = day("2006-01")
    var indicator = Indicator(id: id("n-1"))
    indicator.name = text
    indicator.unit = text
    var workshop = Workshop(id: id("w-1"))
    workshop.name = text
    var decision = Decision(id: id("d-1"))
    decision.text = text
    workshop.decisions = [decision]
    return Session(profile: profile, entities: [stakeholder, other, tie, constraint, market, initiative, action, indicator, workshop])
  }
}
