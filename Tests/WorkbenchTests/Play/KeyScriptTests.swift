import Drawing
import SessionModel
import Testing
import Words

@testable import Workbench

@Suite struct KeyScriptTests {
  private func actions(_ text: String) throws -> [KeyScript.Action] { try KeyScript(text).steps.map(\.action) }

  private func key(_ character: Character) -> KeyScript.Action { .event(.key(Key(character))) }

  @Test("keys, names, chords and text are what they are called")
  func keys() throws {
    #expect(try actions("j :") == [key("j"), key(":")])
    #expect(try actions("<Down><C-s><M-1><lt>") == [
      .event(.key(Key(.down))), .event(.key(.control("s"))), .event(.key(.alt("1"))), key("<"),
    ])
    #expect(try actions("\"a b\" 'é'") == [key("a"), key(" "), key("b"), key("é")])
    #expect(try actions("<send:ab><paste:a\nb>") == [key("a"), key("b"), .event(.paste("a\nb"))])
  }

  @Test("a token or a group is repeated as often as it says")
  func repetition() throws {
    #expect(try actions("j*3") == [key("j"), key("j"), key("j")])
    #expect(try actions("(a b*2)*2") == [key("a"), key("b"), key("b"), key("a"), key("b"), key("b")])
    #expect(try actions("\"ab\"*2 j*0") == [key("a"), key("b"), key("a"), key("b")])
    #expect(try actions("* ( \"") == [key("*"), key("("), key("\"")])
  }

  @Test("comments and waiting do nothing, checks and the clock are steps")
  func others() throws {
    #expect(try actions("# j\nk # l\n#") == [key("k"), key("#"), key("l")])
    #expect(try actions("<wait:500><tick:12m><snap><snap:x><expect:a b><until:c><absent:d><resize:80x24>") == [
      .tick(720), .snap("-"), .snap("x"), .expect("a b"), .expect("c"), .absent("d"), .event(.resize(Size(width: 80, height: 24))),
    ])
  }

  @Test("what is wrong is named with its line and column", arguments: [
    ("j\n <Nokey>", ScriptProblem.unknownKey("Nokey"), 2, 2), ("<jump:3>", .unknownToken("jump"), 1, 1),
    ("<resize:0x5>", .badSize("0x5"), 1, 1), ("<tick:soon>", .badTime("soon"), 1, 1), ("j (a (b)", .unclosedGroup, 1, 3),
    ("((j*999)*999)*999", .tooManySteps(KeyScript.greatestStepCount), 1, 1),
  ])
  func problems(text: String, problem: ScriptProblem, line: Int, column: Int) {
    #expect(throws: KeyScriptError(problem, line: line, column: column)) { try KeyScript(text) }
  }
}

@Suite struct PlayerTests {
  private func player() -> Player {
    let now = Instant(seconds: 1_222_851_600)
    return Player(
      Desk(
        Session(), file: OpenFile(name: "x.json", path: "x.json"), size: Size(width: 80, height: 24), now: now, seed: 1), now: now)
  }

  @Test("a check that does not hold stops the play at its place")
  func checks() throws {
    var player = player()
    #expect(throws: KeyScriptError(.missing("Ana"), line: 2, column: 1)) {
      try player.play(KeyScript("3\n<expect:Ana>\na"))
    }
    #expect(throws: KeyScriptError(.present("Stakeholders"), line: 1, column: 1)) { try player.play(KeyScript("<absent:Stakeholders>")) }
  }

  @Test("the clock moves on, and keys after leaving are an error")
  func timeAndLeaving() throws {
    var player = player()
    let before = player.now.seconds
    try player.play(KeyScript("<tick:2h>"))
    #expect(player.now.seconds == before + 7200)
    try player.play(KeyScript("<C-q>"))
    #expect(player.hasQuit)
    #expect(throws: KeyScriptError(.afterQuit, line: 1, column: 1)) { try player.play(KeyScript("j")) }
  }

  @Test("a screenshot has the role and the emphasis of every cell")
  func screenshot() {
    var surface = Surface(Size(width: 6, height: 2))
    surface.put("ab", x: 0, y: 0, Style(.trust4))
    surface.put("c", x: 3, y: 1, Style(.text, .selected))
    let shot = Screenshot(surface)
    #expect(shot.lines == ["ab", "   c"])
    #expect(shot.roles == ["44", ""])
    #expect(shot.emphases == ["", "...s"])
    #expect(shot.text == "ab\n   c\n")
  }
}
