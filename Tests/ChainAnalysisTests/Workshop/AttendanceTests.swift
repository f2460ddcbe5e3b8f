import ChainAnalysis
import SessionModel
import Testing

@Suite struct AttendanceTests {
  @Test("people are counted, and named only with their consent")
  func attendance() {
    var session = Session()
    var workshop = Workshop(id: EntityID("w-1") ?? .session)
    for (id, name, consents) in [("p-1", "Rosa", true), ("p-2", "Juan", false)] {
      var person = Participant(id: EntityID(id) ?? .session)
      person.name = name
      person.gender = .known(id == "p-1" ? .woman : .man)
      person.consent = consents
      session.put(person)
      workshop.present.append(person.id)
    }
    var heads = Headcount(id: EntityID("hc-1") ?? .session)
    heads.people = 5
    heads.gender = .known(.woman)
    workshop.headcounts = [heads]
    let attendance = Attendance(workshop, session)
    #expect(attendance.people == 7)
    #expect(attendance.women == 6)
    #expect(attendance.names.map(\.text) == ["p-1"])
    #expect(attendance.unnamed == 6)
  }
}
