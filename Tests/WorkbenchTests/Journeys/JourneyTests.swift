import Drawing
import Foundation
import SessionModel
import SessionStore
import Testing

@testable import Workbench

/// Whole stretches of a facilitator's day, by keys alone.
@Suite struct JourneyTests {
  private func play(_ script: String, on session: Session, width: Int = 120, height: Int = 40) throws -> Player {
    let now = Instant("2008-06-01T09:00:00Z") ?? Instant(seconds: 0)
    let desk = Desk(session, file: OpenFile(name: "day.json", path: "day.json"), size: Size(width: width, height: height), now: now, seed: 11)
    var player = Player(desk, now: now)
    try player.play(KeyScript(script))
    return player
  }

  private var mango: Session { get throws { try ScreenBench.mango().desk.working.session } }

  @Test("three actors, two ties with trust, an initiative with two actions: all of it is in the file afterwards, and undo takes all of it back")
  func morning() throws {
    let before = try mango
    let script = """
      3 a "River Traders, trader, leader" <CR> "Hill Growers, smallholder group" <CR> "Valley Bank, finance" <CR> <Esc>
      <expect:River Traders>
      /"River Traders"<CR> <Esc>
      c "Hill Gr"<CR> t 2
      <expect:Connected River Traders with Hill Growers>
      c "Valley"<CR> f 4
      t "Hill Gr"<CR> 3 4
      6 <Tab> a "Shared cold boxes, joint purchase" <CR> <Esc>
      7 a "Ask three sellers for prices" <CR> "Count who wants a box" <CR> <Esc>
      <expect:Count who wants a box>
      """
    var player = try play(script, on: before)
    let session = player.desk.working.session
    #expect(session.stakeholders.count == before.stakeholders.count + 3)
    #expect(session.relationships.count == before.relationships.count + 2)
    #expect(session.initiatives.count == before.initiatives.count + 1)
    #expect(session.actions.count == before.actions.count + 2)
    func id(_ name: String) -> EntityID? { session.stakeholders.sorted.first { $0.name == name }?.id }
    let traders = try #require(id("River Traders"))
    let growers = try #require(id("Hill Growers"))
    #expect(player.desk.working.readings.trust(traders, growers) == 3)
    #expect(player.desk.working.readings.trust(growers, traders) == 4)
    #expect(session.stakeholders[traders]?.type == .trader)
    #expect(session.stakeholders[traders]?.roles.contains { $0.option == .leader } == true)
    // The file holds what the screen shows.
    #expect(try SessionFormat.decode(SessionFormat.encode(session), file: "day.json") == session)
    try player.play(KeyScript("u*40"))
    #expect(player.desk.working.session == before)
    try player.play(KeyScript("<C-y>*40"))
    #expect(player.desk.working.session == session)
  }

  @Test("q, digits and d typed into a field are text and do nothing else")
  func lettersInFields() throws {
    let player = try play("3 a \"q d 9 quick u dealers\" <CR> <Esc> <expect:q d 9 quick u dealers>", on: Session())
    #expect(player.desk.working.session.stakeholders.sorted.map(\.name) == ["q d 9 quick u dealers"])
    #expect(!player.hasQuit)
  }

  @Test("a paste of twenty lines shows what it would make, makes twenty stakeholders on Enter, and one undo takes them back")
  func paste() throws {
    let lines = (1...20).map { "Grower \($0), smallholder group" }.joined(separator: "\n")
    let now = Instant("2008-06-01T09:00:00Z") ?? Instant(seconds: 0)
    var desk = Desk(Session(), file: OpenFile(name: "x", path: nil), size: Size(width: 80, height: 24), now: now, seed: 3)
    _ = desk.update(.key(Key("3")), now: now)
    _ = desk.update(.paste(lines), now: now)
    #expect(desk.working.session.stakeholders.isEmpty)
    _ = desk.update(.key(Key(.enter)), now: now)
    #expect(desk.working.session.stakeholders.count == 20)
    #expect(desk.working.session.stakeholders.sorted.allSatisfy { $0.type == .smallholderGroup })
    _ = desk.update(.key(Key("u")), now: now)
    #expect(desk.working.session.stakeholders.isEmpty)
  }

  @Test("Esc in a form keeps what was typed; a value that is not understood yet waits in the form")
  func halfTyped() throws {
    let session = try mango
    var player = try play("7 /\"supermarkets the volumes\"<CR> e <Down><Down> <C-u> \"next wee\" <Esc>", on: session)
    let first = try #require(player.desk.selection)
    #expect(player.desk.working.session.entity(first).map { Item($0) } == session.entity(first).map { Item($0) })
    try player.play(KeyScript("e <expect:next wee> <Esc>"))
  }

  @Test("several marked rows are changed at once and undone at once")
  func severalAtOnce() throws {
    let session = try mango
    var player = try play("3 <Home> <Space> <Space> <Space> m \"Cold\"<CR>", on: session)
    let moved = player.desk.working.session.stakeholders.sorted.filter { session.stakeholders[$0.id]?.segment != $0.segment }
    #expect(moved.count == 3)
    try player.play(KeyScript("u"))
    #expect(player.desk.working.session == session)
  }

  @Test("deleting a stakeholder says what went with it, and one u brings all of it back")
  func delete() throws {
    let session = try mango
    var player = try play("3 /\"Mangos de Matanzas\"<CR> d <expect:Deleted Mangos de Matanzas with>", on: session)
    #expect(player.desk.working.session.stakeholders.count == session.stakeholders.count - 1)
    #expect(player.desk.working.session.relationships.count < session.relationships.count)
    try player.play(KeyScript("u"))
    #expect(player.desk.working.session == session)
  }

  @Test("a command that cannot run says why")
  func why() throws {
    _ = try play("u <expect:There is nothing to undo.>", on: Session())
    _ = try play("D <expect:There is no workshop yet>", on: Session())
    _ = try play("<F5> 4 t <expect:Not in room mode>", on: try mango)
  }

  @Test("leaving with unsaved changes asks for a save first; without any it just leaves")
  func quit() throws {
    let now = Instant(seconds: 0)
    var desk = Desk(Session(), file: OpenFile(name: "x", path: "x"), size: Size(width: 80, height: 24), now: now, seed: 3)
    #expect(desk.update(.key(Key.control("q")), now: now) == [.quit])
    _ = desk.update(.key(Key("3")), now: now)
    _ = desk.update(.paste("A\nB"), now: now)
    #expect(desk.update(.key(Key.control("q")), now: now) == [.save(path: nil, thenQuit: true)])
  }

  @Test("any key on any screen at any size leaves a session that is whole, and undo leads back to the start", arguments: [1, 2, 3])
  func anyKeys(seed: UInt64) throws {
    let session = try mango
    let now = Instant("2008-06-01T09:00:00Z") ?? Instant(seconds: 0)
    var random = SeededGenerator(seed: seed)
    var desk = Desk(session, file: OpenFile(name: "x", path: nil), size: Size(width: 80, height: 24), now: now, seed: seed)
    var surface = Surface(desk.size)
    let named: [Key.Code] = [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .backspace, .enter, .escape, .tab, .function(1), .function(5),
    ]
    for step in 0..<400 {
      let roll = random.next() % 10
      var key = Key(Character(Unicode.Scalar(UInt8(32 + random.next() % 95))))
      if roll < 4 { key = Key(named[Int(random.next() % UInt64(named.count))]) }
      if roll == 9 { key = Key.control(Character(Unicode.Scalar(UInt8(97 + random.next() % 26)))) }
      _ = desk.update(.key(key), now: now)
      if step % 20 == 0 {
        let size = Size(width: Int(random.next() % 160), height: Int(random.next() % 50))
        _ = desk.update(.resize(size), now: now)
      }
      if step % 5 == 0 { desk.draw(on: &surface) }
    }
    let bytes = SessionFormat.encode(desk.working.session)
    #expect(try SessionFormat.decode(bytes, file: "x") == desk.working.session)
    while desk.working.undoTitle != nil { _ = try desk.working.undo() }
    #expect(desk.working.session == session)
  }
}
