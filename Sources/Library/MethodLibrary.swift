internal import TOMLKit

/// Workshop methods, ready agendas and repeated kinds of work: TOML as `methods/methods.toml` explains it.
public struct MethodLibrary: Hashable, Sendable, Codable {
  public struct Method: Hashable, Sendable, Codable {
    public var id: String
    public var name: String
    public var purpose: String
    /// A screen's name as in session files; empty for none.
    public var screen: String
    public var minutes: Int
    public var steps: [String]
    public var materials: [String]
    public var timing: String
    public var says: [Saying]
  }

  /// What a document says of a method, in the program's own words.
  public struct Saying: Hashable, Sendable, Codable {
    public var document: String
    public var heading: String
    public var text: String
  }

  public struct Agenda: Hashable, Sendable, Codable {
    public var id: String
    public var name: String
    public var item: [Item]
  }

  public struct Item: Hashable, Sendable, Codable {
    public var title: String
    public var minutes: Int
    /// The id of a method, or
    public var method: String?
    /// the screen that it works on.
    public var screen: String?
  }

  public struct Work: Hashable, Sendable, Codable {
    public var id: String
    public var name: String
    public var action: [Action]
  }

  public struct Action: Hashable, Sendable, Codable {
    public var what: String
    /// After the start, when it is due.
    public var days: Int
    public var effort: Int?
    /// Actions of the same work that it waits for, counted from 1.
    public var after: [Int]?
  }

  public private(set) var method: [Method] = []
  public private(set) var agenda: [Agenda] = []
  public private(set) var work: [Work] = []

  public init() {}

  private struct File: Codable {
    var method: [Method]?
    var agenda: [Agenda]?
    var work: [Work]?
  }

  /// Reads a library from the text of a TOML file. What names a method, a number or a length of time that there cannot be is an error.
  public init(fromTOML text: String, file: String) throws(LibraryError) {
    let read: File
    do {
      read = try TOMLDecoder(strictDecoding: true).decode(File.self, from: text)
    } catch let error as TOMLParseError {
      throw LibraryError(
        file: file, line: error.source.begin.line, column: error.source.begin.column,
        problem: "This is not TOML as Rapport can read it: \(error.description).")
    } catch let error as UnexpectedKeysError {
      let keys = error.keys.keys.sorted()
      throw LibraryError(
        file: file, problem: "\(ThemeLibrary.list(keys.map { "“\($0)”" })) \(keys.count == 1 ? "means" : "mean") nothing here.")
    } catch let error as DecodingError {
      throw LibraryError(file: file, problem: Self.sentence(error))
    } catch {
      throw LibraryError(file: file, problem: "This is not a library of methods as Rapport can read it.")
    }
    method = read.method ?? []
    agenda = read.agenda ?? []
    work = read.work ?? []
    try check(file)
  }

  private func check(_ file: String) throws(LibraryError) {
    func problem(_ text: String) -> LibraryError { LibraryError(file: file, problem: text) }
    for (name, minutes) in method.map({ ($0.name, $0.minutes) }) + agenda.flatMap({ $0.item.map { ($0.title, $0.minutes) } })
    where !(0...1440).contains(minutes) {
      throw problem("“\(name)” takes \(minutes) minutes; that is not from 0 to 1440.")
    }
    for work in work {
      for (index, action) in work.action.enumerated() {
        guard (0...3650).contains(action.days) else {
          throw problem("“\(action.what)” is due after \(action.days) days; that is not from 0 to 3650.")
        }
        for need in action.after ?? [] where !(1...max(1, index)).contains(need) || need > index {
          throw problem("“\(action.what)” waits for action \(need); it can only wait for one before it.")
        }
      }
    }
  }

  private static func sentence(_ error: DecodingError) -> String {
    func place(_ path: [any CodingKey]) -> String { path.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }.joined(separator: " ") }
    switch error {
    case .keyNotFound(let key, let context):
      // The library says so of a value of the wrong kind too.
      var path = context.codingPath
      if path.last?.stringValue == key.stringValue { path.removeLast() }
      return
        "“\(key.stringValue)” is missing in \(place(path)), or is not of the right kind: texts stand in quotation marks, numbers do not."
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "“\(place(context.codingPath))” is not of the right kind: texts stand in quotation marks, numbers do not."
    case .dataCorrupted(let context): return "“\(place(context.codingPath))” cannot be read."
    @unknown default: return "This is not a library of methods as Rapport can read it."
    }
  }

  /// The library that comes with the program.
  public static func builtIn() throws(LibraryError) -> MethodLibrary { try MethodLibrary(fromTOML: builtInText, file: "methods.toml") }

  /// The text of that library, to start one's own from.
  public static var builtInText: String { String(decoding: PackageResources.methods_toml, as: UTF8.self) }

  /// With another library's entries: those with the same id take the place of these, others come first.
  public func overlaid(by other: MethodLibrary) -> MethodLibrary {
    func merge<Entry>(_ base: [Entry], _ top: [Entry], _ id: (Entry) -> String) -> [Entry] {
      let replaced = Dictionary(top.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
      let known = Set(base.map(id))
      return top.filter { !known.contains(id($0)) } + base.map { replaced[id($0)] ?? $0 }
    }
    var result = self
    result.method = merge(method, other.method) { $0.id }
    result.agenda = merge(agenda, other.agenda) { $0.id }
    result.work = merge(work, other.work) { $0.id }
    return result
  }

  /// The method of an agenda item.
  public func method(of item: Item) -> Method? { item.method.flatMap { id in method.first { $0.id == id } } }
}
