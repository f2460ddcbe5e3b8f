import Drawing
import SessionModel
import SessionStore
import Testing
import Words

@testable import Workbench

/// What the room must not see does not reach the screen: every screen is the same whatever is confidential in the session.
@Suite struct RoomModeTests {
  /// What every command does on a screen, one after another, each from the same beginning; and the messages that the program may give.
  private func walk(_ session: Session, _ screen: WorkScreen) -> [String] {
    var start = ScreenBench(session, width: 120, height: 40)
    start.press(Key(.function(5)))
    start.desk.show(screen)
    var shown = [start.text]
    // What does the same everywhere is tried where most is selected.
    let isTried = { (command: Command) in command.scope == .everywhere ? screen == .stakeholders || screen == .map : command.scope.contains(screen) }
    for command in Registry.commands where isTried(command) && command.name != .roomMode {
      var bench = start
      let effects = bench.desk.run(command.name)
      shown.append(bench.text + "\n\(effects)")
      for key in [Key("1"), Key(.enter), Key("x")] {
        bench.press(key)
        shown.append(bench.text)
      }
    }
    // Further along on the same screen.
    for key in [Key(.down), Key(.down), Key(.right), Key(.tab), Key(.end), Key("v"), Key("v"), Key("o"), Key("o"), Key("o"), Key("e")] {
      start.press(key)
      shown.append(start.text)
    }
    return shown
  }

  @Test(
    "whatever is pressed on any screen in room mode, nothing differs when only confidential values do",
    arguments: WorkScreen.allCases)
  func screens(screen: WorkScreen) throws {
    let session = try ScreenBench.mango().desk.working.session
    let plain = walk(session, screen)
    let other = walk(session.scrambled, screen)
    for (one, another) in zip(plain, other) where one != another {
      Issue.record("\(one)\n\nis with other confidential values\n\n\(another)")
      break
    }
    #expect(plain.count == other.count && !other.contains { $0.contains("SECRET") })
  }

  @Test("for the room everything is larger: fewer columns, two lines a row in which nothing is cut, and no faint print")
  func larger() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.press(Key("3"))
    #expect(bench.body.contains { $0.contains("Boxing and packing firms") && $0.contains("│") })
    bench.press(Key(.function(5)))
    let rows = bench.body
    let first = try #require(rows.firstIndex { $0.contains("Agricultural schools and universities") })
    #expect(rows[first].contains("research or") && rows[first + 1].contains("university") && rows[first + 2].contains("Banilejo"))
    #expect(!rows.joined().contains("…"))
    // Of the other list there are the first entries; Tab turns them round.
    #expect(rows.dropLast(5).last?.contains("Relationships 73") == true)
    bench.press(Key(.tab))
    #expect(bench.body.dropFirst().first?.contains("Stakeholders 37") == true)
    #expect(bench.body.dropFirst(3).first?.contains("Agricultural schools") == true)
    var surface = Surface(bench.desk.size)
    bench.desk.draw(on: &surface)
    #expect(!surface.cells.contains { $0.role == .dim || $0.emphasis.contains(.faint) })
  }

  @Test("in a small window with large letters every screen can be read in room mode", arguments: WorkScreen.allCases)
  func small(screen: WorkScreen) throws {
    var bench = try ScreenBench.mango(width: 64, height: 20)
    bench.press(Key(.function(5)))
    bench.desk.show(screen)
    #expect(bench.lines[0].contains("ROOM MODE"))
    #expect(bench.lines[1].contains(bench.desk.words.word(screen).capitalised))
    #expect(bench.lines.last?.contains("help") == true)
  }

  @Test("of two lists the one with the keys has what it fills, and the other shows the room at least its first entries", arguments: [(64, 20), (80, 24), (120, 40)])
  func bothLists(width: Int, height: Int) throws {
    for (screen, names) in [(WorkScreen.markets, ["End markets", "Constraints"]), (.stakeholders, ["Stakeholders", "Relationships"]), (.plan, ["Action items", "Indicators"])] {
      var bench = try ScreenBench.mango(width: width, height: height)
      bench.press(Key(.function(5)))
      bench.desk.show(screen)
      for _ in names {
        let rows = bench.body
        let places = try names.map { name in try #require(rows.firstIndex { $0.contains(name + " ") }) }
        #expect(places[1] - places[0] > 3 && rows.count - places[1] > 3, "\(screen)\n\(bench.text)")
        bench.press(Key(.tab))
      }
    }
  }

  @Test("while a workshop runs before the room, every screen offers what is caught, and the next item")
  func hints() throws {
    var session = try ScreenBench.mango().desk.working.session
    var day = try #require(session.workshops.sorted.max { ($0.on?.firstDay ?? 0) < ($1.on?.firstDay ?? 0) })
    for index in day.agenda.indices {
      day.agenda[index].started = index == 0 ? ScreenBench.june : nil
      day.agenda[index].ended = nil
    }
    session.put(day)
    var bench = ScreenBench(session)
    #expect(bench.desk.audience == .room)
    for screen in WorkScreen.allCases {
      bench.desk.show(screen)
      #expect(bench.lines.last?.hasPrefix("n next") == true && bench.shows("ROOM MODE"), "\(screen)")
      #expect(bench.lines.last?.contains("P park") == true && bench.lines.last?.contains("F5 room") == true, "\(screen)")
    }
  }

  @Test("undoing in room mode does not tell whose trust was entered")
  func undo() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    let growers = EntityID("s-small") ?? .session
    let exporter = EntityID("s-mdm") ?? .session
    bench.desk.setTrust(growers, exporter, 1)
    bench.press(Key(.function(5)), Key("u"))
    #expect(!bench.lines.contains { $0.contains("Mangos de Matanzas") && $0.contains("Undid") })
  }

  @Test("what is said of a change in room mode names nobody who may not be named, tells of no conflict and counts none, but names what everybody sees")
  func said() throws {
    var session = try ScreenBench.mango().desk.working.session
    let growers = try #require(EntityID("s-small")), exporter = try #require(EntityID("s-mdm"))
    var conflict = Relationship(id: try #require(EntityID("t-conflict")))
    (conflict.from, conflict.to, conflict.type) = (growers, exporter, .known(.conflict))
    session.put(conflict)
    let hidden = session.relationships.sorted.count { ($0.from == exporter || $0.to == exporter) && $0.type == .conflict }
    let shown = session.relationships.sorted.count { ($0.from == exporter || $0.to == exporter) && !($0.type == .conflict) }
    #expect(hidden > 0)
    var person = Participant(id: try #require(EntityID("p-hidden")))
    (person.name, person.consent) = ("Jane Doe", false)
    session.put(person)
    var bench = ScreenBench(session, width: 120, height: 40)
    conflict.type = .known(.trade)
    bench.desk.perform(Title(.edit, .relationship, name: "Jane – John"), [.replace(conflict)])
    conflict.type = .known(.conflict)
    bench.desk.perform(Title(.edit, .relationship, name: "Jane – John"), [.replace(conflict)])
    bench.press(Key(.function(5)))
    person.gender = .known(.woman)
    bench.desk.perform(Title(.edit, .participant, name: person.name), [.replace(person)])
    #expect(!bench.shows("Jane"))
    bench.press(Key("u"))
    #expect(bench.shows("Undid") && !bench.shows("Jane"))
    bench.desk.perform(Title(.edit, .stakeholder, name: "Mangos de Matanzas"), [.replace(try #require(session.stakeholders[exporter]))])
    #expect(bench.shows("Changed Mangos de Matanzas"))
    bench.desk.jump(to: EntityRef(.stakeholder, exporter))
    bench.press(Key("d"))
    #expect(bench.shows("\(shown) relationships"))
  }

  @Test("the window on the wall stays in room mode, takes nothing over, opens nothing else, and offers no keys but help and the way out")
  func wall() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.desk.hold(isReadOnly: true, standing: .lookingOn)
    bench.desk.showToRoom()
    bench.press(Key("7"))
    #expect(bench.lines[0].hasSuffix("ROOM MODE") && bench.lines.last.map { String($0.drop { $0 == " " }) } == "? help  Ctrl+Q quit")
    bench.press(Key(.function(5)))
    #expect(bench.shows("stays in room mode"))
    bench.press(Key("l"))
    #expect(bench.desk.audience == .room)
    for name in [CommandName.takeOver, .saveAs, .openOther, .save] {
      #expect(bench.desk.run(name).isEmpty && bench.desk.layers.isEmpty, "\(name)")
    }
  }

  @Test("leaving room mode asks first")
  func leaving() throws {
    var bench = try ScreenBench.mango()
    bench.press(Key(.function(5)), Key(.function(5)))
    #expect(bench.lines.contains { $0.contains("Leave room mode?") })
    bench.press(Key(.escape), Key("4"))
    #expect(bench.desk.audience == .room)
  }
}
