import Foundation
import SessionModel
import SessionStore

/// Sessions to measure trust in.
enum TrustSample {
  static func mango() throws -> Session {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appendingPathComponent("sample-data/mango-cluster.json")
    return try SessionFormat.decode([UInt8](try Data(contentsOf: file)), file: file.lastPathComponent)
  }

  static func id(_ text: String) -> EntityID { EntityID(text) ?? .session }

  /// Two small growers in one segment, a large firm in another, a ministry, and readings as `small>large 2003 2`.
  static func session(_ readings: String...) throws -> Session {
    var profile = SessionProfile(id: .session)
    profile.segments = [Segment(id("g-grow"), "Growing", .production), Segment(id("g-sell"), "Selling", .export)]
    var session = Session(profile: profile)
    for (name, kind, size, segment) in [
      ("asmall", StakeholderKind.smallholderGroup, EnterpriseSize.micro, "g-grow"), ("bsmall", .smallFirm, .small, "g-grow"),
      ("large", .exporter, .large, "g-sell"), ("state", .government, .large, "g-sell"),
    ] {
      var stakeholder = Stakeholder(id: id(name))
      stakeholder.name = name
      stakeholder.type = .known(kind)
      stakeholder.size = .known(size)
      stakeholder.segment = id(segment)
      session.put(stakeholder)
    }
    for (index, text) in readings.enumerated() {
      let parts = text.split(separator: " ")
      let ends = parts[0].split(separator: ">")
      session.put(reading(index, String(ends[0]), String(ends[1]), PartialDate(String(parts[1])), Int(parts[2])))
    }
    return session
  }

  static func reading(_ index: Int, _ from: String, _ to: String, _ on: PartialDate?, _ level: Int?) -> Reading {
    var reading = Reading(id: id("t-\(index)"))
    reading.aspect = .known(.trust)
    reading.subject = id(from)
    reading.toward = id(to)
    reading.on = on
    reading.score = level
    return reading
  }
}
