import ChainAnalysis
import Drawing
import SessionModel
import Testing
import Words

@testable import Workbench

@Suite struct AdviceScreenTests {
  private func advice(_ session: Session? = nil, width: Int = 120, height: Int = 40) throws -> ScreenBench {
    var bench = try session.map { ScreenBench($0, width: width, height: height, now: ScreenBench.july) }
      ?? ScreenBench.mango(width: width, height: height, now: ScreenBench.july)
    bench.press(Key("9"))
    return bench
  }

  @Test("the selected advice says why, where it is written and what M does, beside the list or below it")
  func explains() throws {
    for (width, height) in [(120, 40), (80, 24)] {
      let bench = try advice(width: width, height: height)
      #expect(bench.shows("is hardly"), "\(bench.text)")
      #expect(bench.shows("Best practice on") && bench.shows("R07") && bench.shows("Why"))
    }
  }

  @Test("Enter jumps to what it is about, M opens what mends it, at the field")
  func mends() throws {
    var bench = try advice()
    bench.press(Key(.enter))
    #expect(bench.desk.screen == .initiatives)
    bench.press(Key("9"), Key("M"))
    guard case .form? = bench.desk.layers.last else {
      Issue.record("no form is open")
      return
    }
  }

  @Test("advice put aside with a reason goes to the end of the list, and u or S takes it up again")
  func silences() throws {
    var bench = try advice()
    let before = bench.desk.answers.advice.open.count
    let first = try #require(bench.desk.selectedAdvice)
    bench.press(Key("S"))
    bench.type("Agreed with the ministry")
    bench.press(Key(.enter))
    #expect(bench.desk.answers.advice.open.count == before - 1 && bench.desk.answers.advice.silenced.first?.advice == first)
    #expect(bench.shows("Put aside"))
    bench.press(Key("u"))
    #expect(bench.desk.answers.advice.open.count == before)
    bench.press(Key(.home), Key("S"))
    bench.type("No")
    bench.press(Key(.enter), Key(.end))
    #expect(bench.desk.selectedAdvice == first)
    bench.press(Key("S"))
    #expect(bench.desk.answers.advice.silenced.isEmpty)
    bench.press(Key("S"), Key(.enter))
    #expect(bench.desk.working.session.profile.silenced.isEmpty, "a reason is needed")
  }

  @Test("an initiative of advice is planned in a form with its people filled in, and nothing is added before anything is typed")
  func planned() throws {
    var session = Session()
    for (name, kind, size) in [("small", StakeholderKind.smallholderGroup, EnterpriseSize.micro), ("large", .exporter, .large)] {
      var stakeholder = Stakeholder(id: EntityID(name) ?? .session)
      (stakeholder.name, stakeholder.type, stakeholder.size) = (name.capitalised, .known(kind), .known(size))
      session.put(stakeholder)
    }
    var reading = Reading(id: EntityID("t-1") ?? .session)
    (reading.aspect, reading.subject, reading.toward, reading.score) = (.known(.trust), EntityID("small"), EntityID("large"), 2)
    session.put(reading)
    var bench = try advice(session)
    #expect(bench.desk.selectedAdvice?.rule == .lowTrustNothingShared)
    bench.press(Key("M"), Key(.escape))
    #expect(bench.desk.working.session.initiatives.isEmpty)
    bench.press(Key("M"))
    bench.type("Visit")
    bench.press(Key(.escape))
    let planned = try #require(bench.desk.working.session.initiatives.sorted.first)
    #expect(planned.name == "Visit" && planned.participants.count == 2 && planned.builds.count == 2 && planned.step == 1)
  }

  @Test("the room sees no advice and no answers, and cannot ask for them")
  func room() throws {
    var bench = try advice()
    bench.press(Key(.function(5)))
    #expect(!bench.shows("hardly trusted") && !bench.shows("Why"))
    for key in [Key("M"), Key("S"), Key("y")] {
      bench.press(key)
      #expect(bench.desk.layers.isEmpty)
    }
    bench.press(Key("1"))
    #expect(!bench.shows("hardly trusted"))
  }

  @Test("y says of whatever is selected what follows from it, and closes when the room looks")
  func answers() throws {
    var bench = try advice(width: 80, height: 24)
    bench.press(Key("3"), Key("y"))
    #expect(bench.shows("Among the ties") || bench.shows("If it left today"))
    bench.press(Key(.escape), .alt("4"), Key("y"))
    #expect(bench.shows("Chain of trust") || bench.shows("How all hang together"))
    bench.press(Key(.escape), Key("1"), Key("y"))
    #expect(bench.shows("How all hang together"))
    bench.press(Key(.escape), Key("6"), Key("y"))
    #expect(bench.shows("Can it begin?") || bench.shows("Who pays"))
    bench.press(Key(.escape), Key("8"), Key("y"))
    #expect(bench.shows("Missing from the room") || bench.shows("Whom to convene"))
    bench.press(Key(.escape))
    bench.desk.turnRoomMode()
    #expect(bench.desk.layers.isEmpty)
  }
}
