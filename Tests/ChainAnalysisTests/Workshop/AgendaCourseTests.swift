import ChainAnalysis
import SessionModel
import Testing

@Suite struct AgendaCourseTests {
  private func id(_ text: String) -> EntityID { EntityID(text) ?? .session }

  private func day(_ items: [(minutes: Int?, started: String, ended: String)]) -> Workshop {
    var workshop = Workshop(id: id("w-1"))
    workshop.agenda = items.enumerated().map { index, made in
      var item = AgendaItem(id: id("k-\(index)"))
      item.minutes = made.minutes
      item.started = Instant(made.started)
      item.ended = Instant(made.ended)
      return item
    }
    return workshop
  }

  private func at(_ text: String) -> Instant { Instant(text) ?? Instant(seconds: 0) }

  @Test("behind is what items took too long, pauses between them, and what the running one runs over")
  func behind() {
    let workshop = day([(30, "2026-06-11T09:00:00Z", "2026-06-11T09:40:00Z"), (60, "2026-06-11T09:45:00Z", ""), (60, "", ""), (30, "", "")])
    let course = AgendaCourse(workshop, now: at("2026-06-11T10:15:00Z"))
    #expect(course.behind == 15 * 60)
    #expect(course.left == (30 + 90) * 60)
    #expect(course.planned == 180)
    #expect(AgendaCourse(workshop, now: at("2026-06-11T10:55:00Z")).behind == 25 * 60)
    let ahead = day([(60, "2026-06-11T09:00:00Z", "2026-06-11T09:20:00Z"), (60, "2026-06-11T09:20:00Z", "")])
    #expect(AgendaCourse(ahead, now: at("2026-06-11T09:30:00Z")).behind == -40 * 60)
  }

  @Test("midnight, another time zone, a night between two days and a clock put back change nothing")
  func clocks() {
    let workshop = day([(60, "2026-06-11T23:30:00-04:00", "2026-06-12T00:30:00-04:00"), (60, "2026-06-12T01:30:00-03:00", ""), (30, "", "")])
    #expect(AgendaCourse(workshop, now: at("2026-06-12T05:00:00Z")).behind == 0)
    let twoDays = day([(60, "2026-06-11T16:00:00Z", "2026-06-11T17:00:00Z"), (60, "2026-06-12T08:00:00Z", "")])
    #expect(AgendaCourse(twoDays, now: at("2026-06-12T08:10:00Z")).behind == 0)
    #expect(AgendaCourse(twoDays, now: at("2026-06-12T07:00:00Z")).left == 3600)
    #expect(twoDays.agenda[1].secondsUsed(until: at("2026-06-12T07:00:00Z")) == 0)
  }

  @Test("the rest is planned anew in proportion, to the minute, and the day ends as first planned")
  func replan() throws {
    var workshop = day([(30, "2026-06-11T09:00:00Z", "2026-06-11T09:50:00Z"), (30, "2026-06-11T09:50:00Z", ""), (60, "", ""), (30, "", ""), (nil, "", ""), (10, "", "")])
    let now = at("2026-06-11T10:00:00Z")
    let minutes = try #require(AgendaCourse.replanned(workshop, now: now))
    #expect(minutes.values.reduce(0, +) == 80)
    for index in workshop.agenda.indices { workshop.agenda[index].replanned = minutes[workshop.agenda[index].id] }
    #expect(AgendaCourse(workshop, now: now).behind == 0)
    #expect(AgendaCourse.replanned(workshop, now: now).map { $0.values.reduce(0, +) } == 80)
    #expect(AgendaCourse.replanned(workshop, now: at("2026-06-11T14:00:00Z")) == nil)
    #expect(AgendaCourse.replanned(day([]), now: now) == nil)
  }

  @Test("votes of all groups are added up, ranked, and ties share a rank")
  func ballot() {
    var ballot = Ballot(id: id("y-1"))
    for (name, text, group, dots) in [("j-1", "Roads", "Small", 3), ("j-2", "Credit", "Small", 5), ("j-3", "Roads", "Large", 4), ("j-4", "Credit", "Large", 2), ("j-5", "Water", "Small", 7), ("j-6", "Law", "Small", -4)] {
      var option = BallotOption(id: id(name))
      option.text = text
      option.group = group
      option.dots = dots
      ballot.options.append(option)
    }
    let result = BallotResult(ballot)
    #expect(result.rows.map(\.text) == ["Roads", "Credit", "Water", "Law"])
    #expect(result.rows.map(\.rank) == [1, 1, 1, 4])
    #expect(result.rows.map(\.isTied) == [true, true, true, false])
    #expect(result.rows[0].byGroup == ["Small": 3, "Large": 4])
    #expect(result.groups == ["Small", "Large"])
    #expect(result.total == 21)
  }

  @Test("groups differ by one person at most, and those from one place are dealt out")
  func groups() {
    let people = (0..<11).map { number in
      var person = Participant(id: id("p-\(number)"))
      person.stakeholder = id(number < 6 ? "s-1" : "s-2")
      return person
    }
    let groups = BreakoutGroups.mixed(people, into: 3)
    #expect(groups.map(\.count).sorted() == [3, 4, 4])
    #expect(groups.allSatisfy { group in group.count { $0.stakeholder == id("s-1") } == 2 })
    #expect(BreakoutGroups.mixed(people, into: 99).count == 11)
    #expect(BreakoutGroups.mixed([], into: 4).count == 1)
  }
}
