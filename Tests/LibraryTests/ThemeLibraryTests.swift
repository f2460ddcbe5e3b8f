import Drawing
import Foundation
import Testing

@testable import Library

@Suite struct ThemeLibraryTests {
  private func message(_ text: String) -> String {
    do throws(LibraryError) {
      _ = try ThemeLibrary.theme(fromTOML: text, file: "my.toml")
      return "no error"
    } catch { return error.description }
  }

  @Test("every role and emphasis has a word of its own")
  func words() {
    #expect(Set(ThemeWords.roles.values) == Set(Role.allCases))
    #expect(ThemeWords.roles.count == Role.allCases.count)
    #expect(ThemeWords.emphases.count == 6)
  }

  @Test("every theme of the program names every role", arguments: ThemeLibrary.builtIn)
  func complete(_ name: String) throws {
    let theme = try ThemeLibrary.theme(named: name)
    #expect(theme.name == name)
    // A role that is not named looks like text in both; some may do so on purpose.
    let plain = theme.resolve(.text)
    let same = Role.allCases.filter { $0 != .text && theme.resolve(Style($0)) == plain }
    #expect(same.allSatisfy { [.message, .box, .business, .trust3, .hintText].contains($0) }, "\(same)")
  }

  @Test("the program's themes are TOML, and their quick reading gives what TOML's gives", arguments: ThemeLibrary.builtIn)
  func quickReading(_ name: String) throws {
    let path = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let text = try String(contentsOfFile: "/\(path)/themes/\(name).toml", encoding: .utf8)
    #expect(PlainEntries(text) != nil)
    let (quick, slow) = (try ThemeLibrary.theme(named: name), try ThemeLibrary.theme(fromTOML: text, file: "\(name).toml"))
    for role in Role.allCases {
      for emphasis in [[], .selected, .selectedElsewhere, .marked, .bold, .faint, .underlined] as [Emphasis] {
        #expect(quick.resolve(Style(role, emphasis)) == slow.resolve(Style(role, emphasis)))
      }
    }
  }

  @Test("only files of the plainest kind are read quickly")
  func quickReadingIsNarrow() {
    for text in ["a = \"x\"", "[t]\na = \"x\" # why", "[t]\na = 1", "[t]\na = \"\\n\"", "[t]\n[t]", "[t]\na=\"x\"", "[t"] {
      #expect(PlainEntries(text) == nil)
    }
  }

  @Test("text is readable in every coloured theme, selected or not", arguments: ["dark", "light", "projector"])
  func contrast(_ name: String) throws {
    let theme = try ThemeLibrary.theme(named: name)
    for role in Role.allCases {
      for (emphasis, factor) in [([], 1.0), (.selected, 0.6), (.selectedElsewhere, 0.75), (.marked, 1.0)] as [(Emphasis, Double)] {
        let look = theme.resolve(Style(role, emphasis))
        let (front, back) = (try #require(look.foreground), try #require(look.background))
        let least =
          switch role {
          case .border, .trustUnknown: 1.6
          case .trust1: 3.4
          default: 4.5
          }
        #expect(front.contrast(with: back) >= least * factor, "\(role) \(emphasis)")
        for depth in [ColourDepth.of8, .of16, .of256] {
          let small = look.quantised(to: depth)
          #expect(small.foreground != small.background, "\(role) \(emphasis) \(depth)")
        }
      }
    }
  }

  @Test("the five steps of trust differ from each other and grow in brightness or darkness", arguments: ["dark", "light", "projector"])
  func trust(_ name: String) throws {
    let theme = try ThemeLibrary.theme(named: name)
    let steps = [Role.trust1, .trust2, .trust3, .trust4, .trust5]
    let colours = steps.compactMap { theme.resolve(Style($0)).foreground }
    #expect(colours.count == 5)
    let light = colours.map(\.luminance)
    #expect(light == light.sorted() || light == light.sorted().reversed(), "\(light)")
    for depth in [ColourDepth.of8, .of16, .of256] {
      #expect(Set(steps.map { theme.resolve(Style($0)).quantised(to: depth) }).count == 5, "\(depth)")
    }
  }

  @Test("without colour, what must be told apart still differs", arguments: ThemeLibrary.builtIn)
  func withoutColour(_ name: String) throws {
    let theme = try ThemeLibrary.theme(named: name)
    func look(_ role: Role, _ emphasis: Emphasis = []) -> Attributes {
      theme.resolve(Style(role, emphasis)).quantised(to: .none).attributes
    }
    #expect(look(.tab) != look(.tabActive))
    #expect(look(.box) != look(.boxSelected))
    #expect(look(.field) != look(.fieldActive))
    #expect(look(.text) != look(.error) && look(.text) != look(.strong) && look(.text) != look(.heading))
    #expect(look(.text) != look(.roomMode) && look(.text) != look(.confidential))
    #expect(look(.text) != look(.text, .selected) && look(.text) != look(.text, .marked))
    if name == "mono" {
      #expect(Set([Role.trust1, .trust2, .trust3, .trust4, .trust5, .trustUnknown].map { look($0) }).count == 6)
      #expect(Set([Role.business, .publicSector, .civilSociety, .knowledge, .donor].map { look($0) }).count == 5)
      #expect(Set([Role.text, .dim, .strong, .heading].map { look($0) }).count == 4)
      #expect(Set([Role.message, .success, .warning, .error].map { look($0) }).count == 4)
      #expect(look(.text, .selected) != look(.text, .selectedElsewhere))
      for role in Role.allCases { #expect(theme.resolve(Style(role)).foreground == nil) }
    }
  }

  @Test("a mistake in a theme is told with its line and what is allowed")
  func mistakes() {
    #expect(message("[roles]\ntext = \"#ffffff on #000000\"") == "no error")
    #expect(message("[roles\ntext = 1").hasPrefix("my.toml, line 1, column "))
    #expect(message("[rolls]\n") == "my.toml, line 1: “rolls” means nothing here. A theme has the tables colours, roles and emphasis.")
    #expect(message("[roles]\ntext = \"\"\ntxet = \"\"").hasPrefix("my.toml, line 3: There is no role “txet”. There are accent, band, "))
    #expect(message("[roles]\ntext = 3") == "my.toml, line 2: “text” must be a text between quotation marks.")
    #expect(message("roles = 3") == "my.toml, line 1: “roles” must be a table: a line [roles] and its entries below it.")
    #expect(message("[colours]\nink = \"blue\"") == "my.toml, line 2: “blue” is not a colour. Write it as \"#rrggbb\".")
    #expect(message("[colours]\nink = \"#aabbcc 7\"").contains("“7” is not a number of a 256-colour palette."))
    #expect(message("[colours]\nink = \"#aabbcc 70 blu\"").contains("“blu” means nothing after a colour."))
    #expect(message("[colours]\nbold = \"#aabbcc\"").contains("A colour cannot be called “bold”"))
    #expect(
      message("[colours]\nink = \"#aabbcc\"\n[roles]\ntext = \"inc\"")
        == "my.toml, line 4: There is no colour “inc”. Write \"#rrggbb\" or default, or one of ink.")
    #expect(message("[roles]\ntext = \"default on\"").contains("A colour is missing after “on”."))
    #expect(message("[roles]\ntext = \"bold blink\"").contains("“blink” is not known here."))
    #expect(message("[emphasis]\nselect = \"bold\"").contains("There is no emphasis “select”."))
  }

  @Test("an unknown name lists the themes there are")
  func unknownName() {
    #expect(throws: LibraryError.self) { try ThemeLibrary.theme(named: "blue") }
    #expect((try? ThemeLibrary.theme(fromTOML: "", file: "/x/y/my.toml"))?.name == "my")
  }
}
