import Testing

@testable import Library

@Suite struct InitiativeKindTests {
  private func message(_ text: String) -> String {
    do throws(LibraryError) {
      _ = try InitiativeKindLibrary.read(text, file: "my.toml")
      return "no error"
    } catch { return error.description }
  }

  @Test("the program's kinds climb from a shared room to a joint venture, each with a reason, a source and a benefit in its time")
  func builtIn() throws {
    let kinds = try InitiativeKindLibrary.builtIn()
    #expect(Set(kinds.map(\.step)) == [1, 2, 3, 4, 5])
    #expect(Set(kinds.map(\.name)).count == kinds.count && Set(kinds.map(\.type)).count >= 24)
    for kind in kinds {
      #expect(kind.why.hasSuffix(".") && kind.source.hasSuffix(".") && kind.benefit <= kind.weeks + 4 && kind.gain > 0, "\(kind.name)")
    }
    // The larger the step, the more is at stake.
    func mean(_ step: Int) -> Int {
      let own = kinds.filter { $0.step == step }
      return own.reduce(0) { $0 + $1.risk * 100 } / own.count
    }
    #expect(mean(1) < mean(3) && mean(3) < mean(5))
  }

  @Test("what is wrong in a file is said with its line and what is allowed there")
  func errors() {
    let whole = "[[kind]]\nname = \"A\"\nstep = 1\nrisk = 1\nweeks = 4\nbenefit = 2\ngain = 1"
    #expect(message(whole) == "no error")
    #expect(message("") == "my.toml: There is no kind in it. Each stands below a line [[kind]].")
    #expect(message("kind = 3") == "my.toml: There is no kind in it. Each stands below a line [[kind]].")
    #expect(message("theme = 3").contains("“theme” means nothing here"))
    #expect(message("\n\n[[kind]]\nstep = ").hasPrefix("my.toml, line 4: This is not TOML"))
    #expect(message(whole + "\n\n[[kind]]\nname = \"B\"\nstep = 6") == "my.toml, line 9: “step” must be a whole number from 1 to 5.")
    #expect(message(whole.replacing("gain = 1", with: "gain = -0.1")) == "my.toml, line 1: “gain” must be a number of levels from 0.0 to 4.0.")
    #expect(message(whole.replacing("\"A\"", with: "7")) == "my.toml, line 1: “name” must be a text between quotation marks.")
    #expect(message(whole + "\ncolour = \"red\"").contains("“colour” means nothing in a kind."))
    #expect(message("[[kind]]\nstep = 1").contains("A kind needs a name"))
    #expect(message("kind = [1, 2]").contains("“kind” must be a list of tables"))
  }
}
