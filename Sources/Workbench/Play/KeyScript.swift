import Drawing
import Words

/// A script of keys and checks that is played against a desk, in the notation of `Drawing.KeyNotation`.
///
/// Tokens, blanks between them without meaning: one character a key; `<Down>`, `<CR>`, `<C-s>`, `<M-1>`; `"text"` or `'text'`, each character a
/// key; `( … )*3` a group repeated, and `*3` behind any token; `<paste:text>` in one piece; `<send:text>` as keys; `<resize:80x24>`; `<tick:12m>`
/// moves the clock on; `<snap>` and `<snap:FILE>` show the screen; `<expect:text>`, `<until:text>` and `<absent:text>` check it; `<wait:…>` means
/// nothing here. A line that begins with `#` is a comment.
public struct KeyScript: Sendable {
  public enum Action: Hashable, Sendable {
    case event(Event)
    /// Seconds that the clock moves on.
    case tick(Int)
    /// Where to: a file's name, or `-` for standard output.
    case snap(String)
    case expect(String)
    case absent(String)
  }

  public struct Step: Hashable, Sendable {
    public var action: Action
    /// From 1, where its token begins.
    public var line: Int
    public var column: Int
  }

  public private(set) var steps: [Step]
  public static let greatestStepCount = 1_000_000

  public init(_ text: String) throws(KeyScriptError) {
    var parser = KeyScriptParser(text)
    steps = try parser.parse()
  }
}

/// What is wrong in a script or with what it expects, and where.
public struct KeyScriptError: Error, Hashable, Sendable {
  public var problem: ScriptProblem
  public var line: Int
  public var column: Int

  public init(_ problem: ScriptProblem, line: Int, column: Int) {
    self.problem = problem
    self.line = line
    self.column = column
  }
}

/// Reads a script's text once, from left to right.
struct KeyScriptParser {
  private let characters: [Character]
  private var place = 0
  private var line = 1
  private var column = 1

  /// Where the last brackets of their kind stand, so that a script of opening ones is not searched again and again.
  private let lastRound: Int
  private let lastAngle: Int
  private static let greatestDepth = 64

  init(_ text: String) {
    characters = Array(text)
    lastRound = characters.lastIndex(of: ")") ?? -1
    lastAngle = characters.lastIndex(of: ">") ?? -1
  }

  mutating func parse() throws(KeyScriptError) -> [KeyScript.Step] { try sequence(depth: 0) }

  private mutating func sequence(depth: Int) throws(KeyScriptError) -> [KeyScript.Step] {
    var steps: [KeyScript.Step] = []
    while let character = current {
      if character.isWhitespace {
        advance()
        continue
      }
      if character == "#", column == 1 {
        while let next = current, !next.isNewline { _ = next; advance() }
        continue
      }
      if character == ")", depth > 0 { return steps }
      let (startLine, startColumn) = (line, column)
      var item: [KeyScript.Step]
      if character == "(", depth > 0 || place < lastRound {
        guard depth < Self.greatestDepth else { throw KeyScriptError(.nestedTooDeep, line: startLine, column: startColumn) }
        advance()
        item = try sequence(depth: depth + 1)
        guard current == ")" else { throw KeyScriptError(.unclosedGroup, line: startLine, column: startColumn) }
        advance()
      } else {
        let actions = try token(line: startLine, column: startColumn)
        item = actions.map { KeyScript.Step(action: $0, line: startLine, column: startColumn) }
      }
      let count = repetitions()
      guard count == 0 || item.count <= (KeyScript.greatestStepCount - steps.count) / count else {
        throw KeyScriptError(.tooManySteps(KeyScript.greatestStepCount), line: startLine, column: startColumn)
      }
      for _ in 0..<count { steps += item }
    }
    return steps
  }

  private mutating func token(line: Int, column: Int) throws(KeyScriptError) -> [KeyScript.Action] {
    guard let character = current else { return [] }
    if character == "<", place < lastAngle, let end = rest.firstIndex(of: ">") {
      let name = String(characters[(place + 1)..<end])
      advance(to: end + 1)
      return try special(name, line: line, column: column)
    }
    if character == "\"" || character == "'", let end = characters[(place + 1)...].firstIndex(of: character) {
      let text = characters[(place + 1)..<end]
      advance(to: end + 1)
      return text.map(Self.typed)
    }
    advance()
    return [Self.typed(character)]
  }

  private func special(_ name: String, line: Int, column: Int) throws(KeyScriptError) -> [KeyScript.Action] {
    func problem(_ problem: ScriptProblem) -> KeyScriptError { KeyScriptError(problem, line: line, column: column) }
    guard let colon = name.firstIndex(of: ":") else {
      if name.lowercased() == "snap" { return [.snap("-")] }
      guard let key = KeyNotation.parse("<\(name)>") else { throw problem(.unknownKey(name)) }
      return [.event(.key(key))]
    }
    let value = String(name[name.index(after: colon)...])
    switch name[..<colon].lowercased() {
    case "paste": return [.event(.paste(value))]
    case "send": return value.map(Self.typed)
    case "wait": return []
    case "snap": return [.snap(value.isEmpty ? "-" : value)]
    case "expect", "until": return [.expect(value)]
    case "absent": return [.absent(value)]
    case "resize":
      guard let size = Size(notation: value) else { throw problem(.badSize(value)) }
      return [.event(.resize(size))]
    case "tick":
      guard let seconds = Self.seconds(value) else { throw problem(.badTime(value)) }
      return [.tick(seconds)]
    default: throw problem(.unknownToken(String(name[..<colon])))
    }
  }

  /// `*12` behind a token; 1 without.
  private mutating func repetitions() -> Int {
    guard current == "*" else { return 1 }
    var end = place + 1
    var digits = ""
    while end < characters.count, characters[end].isASCII, characters[end].isWholeNumber {
      digits.append(characters[end])
      end += 1
    }
    guard !digits.isEmpty else { return 1 }
    advance(to: end)
    return min(Int(digits) ?? .max, KeyScript.greatestStepCount + 1)
  }

  private static func typed(_ character: Character) -> KeyScript.Action {
    if character.isNewline { return .event(.key(Key(.enter))) }
    if character == "\t" { return .event(.key(Key(.tab))) }
    return .event(.key(Key(character)))
  }

  /// `90s`, `12m`, `2h`, `1d`; a number alone is seconds.
  private static func seconds(_ text: String) -> Int? {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86400]
    let unit = text.last.flatMap { units[$0] }
    guard let number = Int(unit == nil ? text[...] : text.dropLast()), (0...1_000_000).contains(number) else { return nil }
    return number * (unit ?? 1)
  }

  private var current: Character? { place < characters.count ? characters[place] : nil }
  private var rest: ArraySlice<Character> { characters[min(place, characters.count)...] }

  private mutating func advance() {
    if characters[place].isNewline {
      line += 1
      column = 1
    } else {
      column += 1
    }
    place += 1
  }

  private mutating func advance(to end: Int) { while place < end { advance() } }
}

extension Size {
  /// A size as columns and rows, `120x40`; nil when it is none or larger than 1000x1000.
  public init?(notation: String) {
    let parts = notation.lowercased().split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]), (1...1000).contains(width), (1...1000).contains(height)
    else { return nil }
    self.init(width: width, height: height)
  }
}
