import Drawing
import SessionModel
import Testing

@testable import Workbench

@Suite struct OverviewScreenTests {
  @Test("an empty session is welcomed with three keys, and the first leads to the form of the session")
  func welcome() {
    var bench = ScreenBench(Session())
    for key in ["Enter  ", "a      ", "?      "] { #expect(bench.shows(key)) }
    bench.press(Key(.enter))
    #expect(bench.desk.layers.count == 1)
  }

  @Test("it tells vision, who takes part, what is due and late, what is measured and how trust went")
  func mango() throws {
    let bench = try ScreenBench.mango(width: 120, height: 40)
    for text in [
      "by 2015", "agreed on 18 Feb 2005", "37 stakeholders", "15 open", "4 late", "Send the supermarkets", "0 → 14k → 40k USD", "small ⇄ large",
      "2003", "Carrying on by ourselves",
    ] {
      #expect(bench.shows(text), "\(text)")
    }
  }

  @Test("an action of a person is that person's, and not without an owner")
  func person() throws {
    var session = Session()
    var maria = Participant(id: EntityID("p-1") ?? .session)
    maria.name = "Maria"
    maria.consent = true
    session.put(maria)
    var action = ActionItem(id: EntityID("a-1") ?? .session)
    action.what = "Buy crates"
    action.person = maria.id
    session.put(action)
    let bench = ScreenBench(session, width: 120, height: 40)
    #expect(bench.body.contains { $0.contains("Buy crates") && $0.contains("Maria") })
  }

  @Test("Enter on a due action goes to it in the plan")
  func jump() throws {
    var bench = try ScreenBench.mango()
    bench.press(Key(.down))
    let action = try #require(bench.desk.selection)
    #expect(action.kind == .action)
    bench.press(Key(.enter))
    #expect(bench.desk.screen == .plan && bench.desk.selection == action)
  }

  @Test("late actions stand out from those that are only due")
  func late() throws {
    let bench = try ScreenBench.mango(width: 120, height: 40)
    #expect(bench.shows("! 2 May"))
    #expect(bench.body.contains { $0.contains("  30 Jun ") && !$0.contains("! 30 Jun") })
  }

  @Test("the cursor is in sight wherever it goes, and the whole page can be read in one column")
  func scrolling() throws {
    var bench = try ScreenBench.mango()
    var seen = Set(bench.body)
    let body = bench.desk.frameAreas.body
    for _ in bench.desk.overview.stops.indices {
      bench.press(Key(.down))
      let y = try #require(bench.desk.overview.stop).y - bench.desk.overview.top
      #expect((0..<body.height).contains(y))
      seen.formUnion(bench.body)
    }
    for text in ["Vision ─", "Next actions ─", "Who and what ─", "Trust over time ─", "Measured ─", "Last workshop ─", "Latest changes ─"] {
      #expect(seen.contains { $0.contains(text) }, "\(text)")
    }
    bench.press(Key(.home))
    #expect(bench.desk.overview.top == 0)
  }

  @Test("the room sees neither trust nor that it was changed")
  func room() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.press(.alt("4"), Key(.right), Key("1"), .alt("1"))
    #expect(bench.shows("Set trust") && bench.shows("Trust over time"))
    var stakeholder = try #require(bench.desk.working.session.stakeholders.sorted.first)
    stakeholder.capacity = 1
    bench.desk.perform(Title(.edit, .stakeholder, name: stakeholder.name, field: "capacity"), [.replace(stakeholder)])
    stakeholder.place = "Azua"
    bench.desk.perform(Title(.edit, .stakeholder, name: stakeholder.name, field: "place"), [.replace(stakeholder)])
    let conflict = try #require(bench.desk.working.session.relationships.sorted.first { $0.type == .known(.conflict) })
    bench.desk.perform(Title(.remove, .relationship, name: "A – B"), [.remove(conflict.ref)])
    #expect(bench.shows("capacity") && bench.shows("A – B"))
    bench.press(Key(.function(5)))
    #expect(!bench.body.contains { $0.contains("rust") || $0.contains("capacity") || $0.contains("A – B") })
    // Where there is room for it beside what is due.
    bench.resize(200, 60)
    #expect(bench.shows(": place"))
  }

  @Test("in a large session trust, advice and support come from behind: the frame is there before, and nothing jumps when they come")
  func behind() throws {
    var session = Session()
    var profile = session.profile
    profile.title = "Large"
    session.put(profile)
    for number in 0..<301 {
      var stakeholder = Stakeholder(id: EntityID("s-\(number)") ?? .session)
      (stakeholder.name, stakeholder.type, stakeholder.size) = ("Firm \(number)", .known(number % 2 == 0 ? .smallFirm : .exporter), .known(number % 2 == 0 ? .micro : .large))
      session.put(stakeholder)
      for (aspect, level) in [(Aspect.trust, 2), (.influence, 3), (.stance, 1)] {
        var reading = Reading(id: EntityID("t-\(aspect.rawValue.prefix(1))\(aspect.rawValue.count)-\(number)") ?? .session)
        (reading.aspect, reading.subject, reading.score, reading.on) = (.known(aspect), stakeholder.id, level, PartialDate("2007"))
        if aspect == .trust { reading.toward = EntityID("s-\((number + 1) % 301)") }
        session.put(reading)
      }
    }
    for size in [(120, 40), (80, 60), (200, 60)] {
      var bench = ScreenBench(session, width: size.0, height: size.1)
      bench.resize(size.0, size.1)
      let job = try #require(bench.desk.answersJob)
      func places() -> [Int?] {
        ["Who and what", "Trust over time", "Advice ──", "Support and money", "Next actions", "Latest changes"].map { heading in
          bench.lines.firstIndex { $0.contains(heading) }
        }
      }
      let before = places()
      #expect(bench.shows("reckoning") && bench.shows("Trust over time") && bench.shows("Support and money"))
      bench.desk.receive(job.run(), of: job)
      #expect(bench.desk.answersJob == nil && !bench.shows("reckoning") && bench.shows("100 % now"))
      #expect(places() == before && bench.shows("There is no anchor firm"))
      // A change asks anew and leaves standing what stands.
      bench.type("A")
      bench.press(Key(.escape))
      #expect(!bench.shows("reckoning"))
    }
  }

  @Test("how much support there is and how far outside money falls stands on the overview, for the facilitator alone")
  func standing() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    #expect(bench.shows("Support and money") && bench.body.contains { $0.contains("outside money") && $0.contains("78 %") && $0.contains("0 %") })
    bench.press(Key(.function(5)))
    #expect(!bench.shows("Support and money") && !bench.shows("outside money"))
  }

  @Test("every size from a small window to a wall draws, the cursor in sight")
  func sizes() throws {
    var bench = try ScreenBench.mango()
    for (width, height) in [(60, 16), (99, 24), (100, 24), (120, 40), (170, 50), (200, 60), (400, 200), (1, 1), (80, 24)] {
      bench.resize(width, height)
      for key in [Key(.right), Key(.down), Key(.pageDown), Key(.left), Key(.end), Key(.up), Key(.pageUp)] { bench.press(key) }
      #expect(bench.lines.count == height)
      let stop = try #require(bench.desk.overview.stop)
      if width >= 60 { #expect((0..<bench.desk.frameAreas.body.height).contains(stop.y - bench.desk.overview.top)) }
    }
  }
}
