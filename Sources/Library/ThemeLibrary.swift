import Drawing
internal import TOMLKit

/// The themes that come with the program, and those that people write: TOML files as `themes/dark.toml` explains them.
public enum ThemeLibrary {
  /// Names of the themes in the program, the default first.
  public static let builtIn = ["dark", "light", "projector", "mono"]

  /// A theme that comes with the program.
  public static func theme(named name: String) throws(LibraryError) -> Theme {
    let bytes: [UInt8]
    switch name {
    case "dark": bytes = PackageResources.dark_toml
    case "light": bytes = PackageResources.light_toml
    case "projector": bytes = PackageResources.projector_toml
    case "mono": bytes = PackageResources.mono_toml
    default:
      throw LibraryError(
        file: name, problem: "There is no theme of this name. There are \(list(builtIn)); or give the path of a TOML file.")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    var reader = ThemeReader(text: text, file: "\(name).toml")
    if let plain = PlainEntries(text) { return try reader.read(plain.tables) }
    return try reader.read()
  }

  /// Reads a theme from the text of a TOML file; its name is the file's without folder and ending.
  public static func theme(fromTOML text: String, file: String) throws(LibraryError) -> Theme {
    var reader = ThemeReader(text: text, file: file)
    return try reader.read()
  }

  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

/// Reads one theme file.
struct ThemeReader {
  let text: String
  let file: String
  private var colours: [String: Colour] = [:]

  init(text: String, file: String) {
    self.text = text
    self.file = file
  }

  mutating func read() throws(LibraryError) -> Theme {
    if let place = TOMLGuard.badHeader(in: text) {
      throw LibraryError(
        file: file, line: place.line, column: place.column, problem: "Between the brackets must be a name, as in [colours].")
    }
    let root: TOMLTable
    do {
      root = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw LibraryError(
        file: file, line: error.source.begin.line, column: error.source.begin.column,
        problem: "This is not TOML as Rapport can read it: \(error.description).")
    } catch {
      throw LibraryError(file: file, problem: "This is not TOML as Rapport can read it.")
    }
    var tables: [String: [(String, String)]] = [:]
    for key in root.keys { tables[key] = try entries(key, of: root) }
    return try read(tables)
  }

  /// Makes the theme of the entries of its tables.
  mutating func read(_ tables: [String: [(String, String)]]) throws(LibraryError) -> Theme {
    for (name, value) in tables["colours"] ?? [] { colours[name] = try palette(value, name) }
    var roles = [Paint?](repeating: nil, count: Role.allCases.count)
    for (key, value) in tables["roles"] ?? [] {
      guard let role = ThemeWords.roles[key] else {
        throw problem(key, "There is no role “\(key)”. There are \(ThemeLibrary.list(ThemeWords.roles.keys.sorted())).")
      }
      roles[Int(role.rawValue)] = try paint(value, key)
    }
    var emphases: [(Emphasis, Paint)] = []
    for (key, value) in tables["emphasis"] ?? [] {
      guard let emphasis = ThemeWords.emphases[key] else {
        throw problem(key, "There is no emphasis “\(key)”. There are \(ThemeLibrary.list(ThemeWords.emphases.keys.sorted())).")
      }
      emphases.append((emphasis, try paint(value, key)))
    }
    return Theme(name: name, roles: roles, emphases: emphases)
  }

  /// The file's name without folder and ending.
  private var name: String {
    let last = file.split(separator: "/").last ?? file[...]
    return String(last.hasSuffix(".toml") ? last.dropLast(5) : last)
  }

  private func entries(_ name: String, of root: TOMLTable) throws(LibraryError) -> [(String, String)] {
    guard ["colours", "roles", "emphasis"].contains(name) else {
      throw problem(name, "“\(name)” means nothing here. A theme has the tables colours, roles and emphasis.")
    }
    guard let value = root[name] else { return [] }
    guard let table = value.table else { throw problem(name, "“\(name)” must be a table: a line [\(name)] and its entries below it.") }
    var result: [(String, String)] = []
    for (key, value) in table {
      guard let text = value.string else { throw problem(key, "“\(key)” must be a text between quotation marks.") }
      result.append((key, text))
    }
    return result
  }

  /// A colour with its stand-ins: `#rrggbb 24 blue`.
  private func palette(_ value: String, _ key: String) throws(LibraryError) -> Colour {
    if key == "default" || key == "on" || ThemeWords.attributes[key] != nil {
      throw problem(key, "A colour cannot be called “\(key)”, which has a meaning of its own.")
    }
    var words = value.split(separator: " ")[...]
    guard let first = words.popFirst(), var colour = Colour(hex: String(first)) else {
      throw problem(key, "“\(value)” is not a colour. Write it as \"#rrggbb\".")
    }
    try takeStandIns(&words, &colour, key)
    if let extra = words.first { throw problem(key, "“\(extra)” means nothing after a colour. \(Self.standInRule)") }
    return colour
  }

  private static let standInRule =
    "After it may come its number in a 256-colour palette (16 to 255) and its name in a 16-colour one "
    + "(\(ThemeLibrary.list(ThemeWords.first16)))."

  /// Takes the numbers and names of smaller palettes that follow a colour.
  private func takeStandIns(_ words: inout ArraySlice<Substring>, _ colour: inout Colour, _ key: String) throws(LibraryError) {
    if let word = words.first, let first = word.utf8.first, first >= 0x30, first <= 0x39 {
      guard let number = UInt8(word), number >= 16 else {
        throw problem(key, "“\(word)” is not a number of a 256-colour palette. \(Self.standInRule)")
      }
      colour.of256 = number
      words.removeFirst()
    }
    if let word = words.first, let number = ThemeWords.first16.firstIndex(where: { $0 == word }) {
      colour.of16 = UInt8(number)
      words.removeFirst()
    }
  }

  /// How a role looks: `ink on paper bold`.
  private func paint(_ value: String, _ key: String) throws(LibraryError) -> Paint {
    var paint = Paint()
    var words = value.split(separator: " ")[...]
    if let word = words.first, word != "on", ThemeWords.attributes[String(word)] == nil { paint.foreground = try takeInk(&words, key) }
    if words.first == "on" {
      words.removeFirst()
      guard !words.isEmpty else { throw problem(key, "A colour is missing after “on”.") }
      paint.background = try takeInk(&words, key)
    }
    for word in words {
      guard let attribute = ThemeWords.attributes[String(word)] else {
        throw problem(
          key,
          "“\(word)” is not known here. Write \"<colour> on <colour>\" and any of \(ThemeLibrary.list(ThemeWords.attributes.keys.sorted())).")
      }
      paint.attributes.formUnion(attribute)
    }
    return paint
  }

  private func takeInk(_ words: inout ArraySlice<Substring>, _ key: String) throws(LibraryError) -> Paint.Ink {
    let word = words.removeFirst()
    if word == "default" { return .terminalOwn }
    if let named = colours[String(word)] { return .colour(named) }
    guard var colour = Colour(hex: String(word)), word.hasPrefix("#") else {
      let names = colours.keys.sorted()
      let known = names.isEmpty ? "" : ", or one of \(ThemeLibrary.list(names))"
      throw problem(key, "There is no colour “\(word)”. Write \"#rrggbb\" or default\(known).")
    }
    try takeStandIns(&words, &colour, key)
    return .colour(colour)
  }

  /// An error at the line that begins with a key.
  private func problem(_ key: String, _ text: String) -> LibraryError {
    let lines = self.text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = lines.firstIndex { line in
      var rest = line.drop { $0 == " " || $0 == "\t" || $0 == "[" || $0 == "\"" || $0 == "'" }
      guard rest.hasPrefix(key) else { return false }
      rest = rest.dropFirst(key.count)
      return rest.first.map { " \t=]\"'.".contains($0) } ?? true
    }
    return LibraryError(file: file, line: line.map { $0 + 1 }, problem: text)
  }
}
