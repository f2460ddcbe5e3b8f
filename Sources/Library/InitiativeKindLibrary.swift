internal import TOMLKit

/// A kind of initiative as its file has it. What its codes and amounts mean the caller knows.
public struct InitiativeKindEntry: Hashable, Sendable {
  public var name: String
  public var type: String
  /// 1…5
  public var step: Int
  /// 1…5
  public var risk: Int
  /// A number and a currency; empty when it costs nothing.
  public var cost: String
  /// 1…1000
  public var weeks: Int
  /// Weeks until the first benefit, 0…1000.
  public var benefit: Int
  /// Hundredths of a level of trust, 0…400.
  public var gain: Int
  public var why: String
  public var source: String
  /// The line of the file that its entries begin on, from 1.
  public var line: Int
}

/// The kinds of initiative that can be proposed: a TOML file as `initiatives/kinds.toml` explains it.
public enum InitiativeKindLibrary {
  /// The name of a user's own file in the program's configuration folder.
  public static let fileName = "initiatives.toml"
  /// More kinds than these nobody looks through.
  public static let limit = 500

  /// The kinds that come with the program.
  public static func builtIn() throws(LibraryError) -> [InitiativeKindEntry] {
    try read(String(decoding: PackageResources.kinds_toml, as: UTF8.self), file: "kinds.toml")
  }

  /// Reads the kinds from the text of a TOML file.
  public static func read(_ text: String, file: String) throws(LibraryError) -> [InitiativeKindEntry] {
    let root: TOMLTable
    do {
      root = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw LibraryError(file: file, line: error.source.begin.line, problem: "This is not TOML as Rapport can read it: \(error.description).")
    } catch {
      throw LibraryError(file: file, problem: "This is not TOML as Rapport can read it.")
    }
    for key in root.keys where key != "kind" {
      throw LibraryError(file: file, problem: "“\(key)” means nothing here. Each kind stands below a line [[kind]].")
    }
    guard let list = root["kind"]?.array, list.count > 0 else {
      throw LibraryError(file: file, problem: "There is no kind in it. Each stands below a line [[kind]].")
    }
    guard list.count <= limit else { throw LibraryError(file: file, problem: "There are more than \(limit) kinds in it.") }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { $0.element.drop { $0 == " " || $0 == "\t" }.hasPrefix("[[kind]]") }.map { $0.offset + 1 }
    var entries: [InitiativeKindEntry] = []
    for index in 0..<list.count {
      let line = lines.indices.contains(index) ? lines[index] : 1
      guard let table = list[index].table else {
        throw LibraryError(file: file, line: line, problem: "“kind” must be a list of tables: a line [[kind]] and the entries below it.")
      }
      entries.append(try KindReader(table: table, file: file, line: line).read())
    }
    return entries
  }
}

/// Reads one kind.
private struct KindReader {
  let table: TOMLTable
  let file: String
  let line: Int

  private static let keys = ["name", "type", "step", "risk", "cost", "weeks", "benefit", "gain", "why", "source"]

  func read() throws(LibraryError) -> InitiativeKindEntry {
    for key in table.keys where !Self.keys.contains(key) {
      throw problem("“\(key)” means nothing in a kind. There are \(ThemeLibrary.list(Self.keys)).")
    }
    let name = try text("name")
    guard !name.isEmpty else { throw problem("A kind needs a name: name = \"Meeting on neutral ground\".") }
    return InitiativeKindEntry(
      name: name, type: try text("type"), step: try whole("step", 1...5), risk: try whole("risk", 1...5), cost: try text("cost"),
      weeks: try whole("weeks", 1...1000), benefit: try whole("benefit", 0...1000), gain: try gain(), why: try text("why"), source: try text("source"),
      line: line)
  }

  private func text(_ key: String) throws(LibraryError) -> String {
    guard let value = table[key] else { return "" }
    guard let text = value.string else { throw problem("“\(key)” must be a text between quotation marks.") }
    return text
  }

  private func whole(_ key: String, _ range: ClosedRange<Int>) throws(LibraryError) -> Int {
    guard let number = table[key]?.int, range.contains(number) else {
      throw problem("“\(key)” must be a whole number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  private func gain() throws(LibraryError) -> Int {
    guard let number = table["gain"]?.double ?? table["gain"]?.int.map({ Double($0) }), number >= 0, number <= 4 else {
      throw problem("“gain” must be a number of levels from 0.0 to 4.0.")
    }
    return Int((number * 100).rounded())
  }

  private func problem(_ text: String) -> LibraryError { LibraryError(file: file, line: line, problem: text) }
}
