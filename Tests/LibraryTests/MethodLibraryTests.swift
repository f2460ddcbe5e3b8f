import Library
import Testing

@Suite struct MethodLibraryTests {
  @Test("the program's own library has the nine methods, each with steps and what a document says, and three agendas that use them")
  func builtIn() throws {
    let library = try MethodLibrary.builtIn()
    #expect(
      library.method.map(\.name) == [
        "Common vision", "Value chain mapping", "Stakeholder mapping", "Constraint ranking", "Trust mapping", "Visioning",
        "Action planning", "Review of wins", "Buyer meeting",
      ])
    for method in library.method {
      #expect(method.steps.count >= 3 && !method.materials.isEmpty && !method.timing.isEmpty && !method.says.isEmpty)
      for saying in method.says {
        #expect(["Upgrading effects", "Upgrading plan", "Upscaling", "Collective action", "Cluster approach"].contains(saying.document))
      }
    }
    #expect(library.agenda.map(\.id) == ["half-day", "one-day", "two-days"])
    for agenda in library.agenda {
      for item in agenda.item { #expect(item.screen != nil || library.method(of: item) != nil, "\(item.title)") }
    }
    #expect(library.work.count == 3)
  }

  @Test("a library of one's own takes the place of entries with the same id and adds others")
  func overlay() throws {
    let own = try MethodLibrary(
      fromTOML: """
        [[agenda]]
        id = "half-day"
        name = "Ours"
        [[agenda.item]]
        title = "Prayer"
        minutes = 5
        [[agenda]]
        id = "evening"
        name = "An evening"
        item = []
        """, file: "own.toml")
    let both = try MethodLibrary.builtIn().overlaid(by: own)
    #expect(
      both.agenda.map(\.name) == ["An evening", "Ours", "One day: from a vision to first steps", "Two days: with a buyer in the room"])
    #expect(both.method.count == 9)
  }

  @Test(
    "what is wrong in a library is said in one sentence",
    arguments: [
      ("[[agenda]\n", "not TOML"), ("[[agenda]]\nid = \"x\"\n", "missing"),
      ("[[agenda]]\nid = 5\nname = \"x\"\nitem = []", "quotation marks"), ("colour = 1", "means nothing"),
      ("[[agenda]]\nid=\"a\"\nname=\"a\"\n[[agenda.item]]\ntitle=\"Long\"\nminutes=9999", "9999"),
      ("[[work]]\nid=\"a\"\nname=\"a\"\n[[work.action]]\nwhat=\"First\"\ndays=1\nafter=[1]", "waits for action 1"),
    ])
  func problems(text: String, expected: String) {
    #expect { try MethodLibrary(fromTOML: text, file: "own.toml") } throws: { error in
      let said = "\(error)"
      return said.hasPrefix("own.toml") && said.contains(expected)
    }
  }
}
