import Drawing
import SessionModel
import Testing

@testable import Workbench

@Suite struct WorkshopScreenTests {
  private func day() -> Session {
    var session = Session()
    var workshop = Workshop(id: EntityID("w-1") ?? .session)
    workshop.name = "The day"
    workshop.on = PartialDate("2008-07-01")
    var item = AgendaItem(id: EntityID("k-1") ?? .session)
    item.title = "Welcome"
    item.minutes = 20
    workshop.agenda = [item]
    var ballot = Ballot(id: EntityID("y-1") ?? .session)
    ballot.question = "Which first?"
    for (id, text, dots) in [("j-1", "Roads", 3), ("j-2", "Credit", 12)] {
      var option = BallotOption(id: EntityID(id) ?? .session)
      option.text = text
      option.dots = dots
      ballot.options.append(option)
    }
    workshop.ballots = [ballot]
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
    session.put(workshop)
    return session
  }

  @Test("a vote that is not revealed shows the room neither counts nor an order")
  func covered() {
    var test = ScreenBench(day(), width: 200, height: 60, now: ScreenBench.july)
    test.press(Key("8"))
    #expect(test.lines.contains { $0.contains("Credit") && $0.contains("12") })
    test.press(Key(.function(5)))
    #expect(!test.lines.contains { $0.contains("Credit") && $0.contains("12") })
    let order = test.lines.compactMap { $0.contains("Roads") ? "Roads" : $0.contains("Credit") ? "Credit" : nil }
    #expect(order == ["Roads", "Credit"])
  }

  @Test("the running item counts down, and goes on counting once its time is over")
  func timer() {
    var test = ScreenBench(day(), width: 80, height: 24, now: ScreenBench.july)
    test.press(Key("8"))
    #expect(test.text.contains("n starts the first item"))
    test.press(Key("n"), Key("8"))
    #expect(test.text.contains("20:00 left"))
    _ = test.desk.update(.tick, now: Instant(seconds: test.now.seconds + 90))
    #expect(test.text.contains("18:30 left"))
    _ = test.desk.update(.tick, now: Instant(seconds: test.now.seconds + 1205))
    #expect(test.text.contains("0:05 over"))
  }

  @Test("who is missing is named by the parts of the chain as they are called now")
  func missingParts() throws {
    var session = try ScreenBench.mango().desk.working.session
    session.put(all: EntityCollection<Workshop>())
    var day = Workshop(id: try #require(EntityID("w-1")))
    day.name = "Only one came"
    day.present = Array(session.participants.ids.prefix(1))
    session.put(day)
    var bench = ScreenBench(session, width: 160, height: 60)
    bench.press(Key("8"))
    let part = try #require(session.profile.segments.first { bench.shows($0.name) })
    var profile = session.profile
    for index in profile.segments.indices { profile.segments[index].name = "Called \(index)" }
    bench.desk.perform(Title(.edit, .session), [.replace(profile)])
    #expect(bench.shows("Called ") && !bench.shows(part.name))
  }
}
