/// Why typed text is not a value of a field. The catalogue makes sentences of it.
public enum NotationProblem: Error, Hashable, Sendable {
  case notANumber
  case outOfRange(ClosedRange<Int>)
  case notADate
  case notAMoment
  case notAnAmount(String)
  case notYesOrNo
  case notCounts
  case unknownChoice(String, list: String)
  case unknownReference(String)
  case ambiguousReference(String)
  /// The value can only be edited in a form of its own.
  case notTyped
  case controlCharacter
}

/// What reading a notation needs to know of the session and of the words in use.
public struct NotationContext {
  /// The ids that a typed name or id may mean.
  public var references: (_ text: String, _ target: ReferenceTarget) -> [EntityID]
  /// The code that a typed word may mean.
  public var choice: (_ text: String, _ list: ChoiceList) -> String?
  /// The name to show for an id.
  public var name: (_ id: EntityID, _ target: ReferenceTarget) -> String
  /// The date that typed words may mean; `2026-06-12` and its shorter forms are understood without it.
  public var date: (_ text: String) -> PartialDate?

  public init(
    references: @escaping (String, ReferenceTarget) -> [EntityID], choice: @escaping (String, ChoiceList) -> String?,
    name: @escaping (EntityID, ReferenceTarget) -> String, date: @escaping (String) -> PartialDate? = { _ in nil }
  ) {
    self.references = references
    self.choice = choice
    self.name = name
    self.date = date
  }

  /// Codes and ids as they stand in files.
  public static var codes: NotationContext { NotationContext(
    references: { text, _ in EntityID(text).map { [$0] } ?? [] },
    choice: { text, list in list.codes.contains(text) ? text : nil },
    name: { id, _ in id.text }) }
}

/// Field values as text that a person or a spreadsheet can edit, and back. Lists are set apart by `; `.
extension FieldKind {
  /// Reads text; empty text is the empty value.
  public func parse(_ text: String, _ context: NotationContext) throws(NotationProblem) -> FieldValue {
    let trimmed = text.trimmed
    if trimmed.isEmpty { return .empty }
    switch self {
    case .text:
      guard !trimmed.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { throw .controlCharacter }
      return .text(trimmed)
    case .longText:
      return .text(text)
    case .flag:
      switch trimmed.lowercased() {
      case "true", "yes", "y", "1", "x", "✓": return .flag(true)
      case "false", "no", "n", "0", "✗": return .flag(false)
      default: throw .notYesOrNo
      }
    case .number(let range, _): return .number(try FieldKind.number(trimmed, in: range))
    case .scale(let scale): return .number(try FieldKind.number(trimmed, in: scale.range))
    case .choice(let list): return .choice(try FieldKind.code(trimmed, list, context))
    case .choices(let list):
      var codes: [String] = []
      for part in FieldKind.parts(trimmed, or: ",") {
        let code = try FieldKind.code(part, list, context)
        if !codes.contains(code) { codes.append(code) }
      }
      return codes.isEmpty ? .empty : .choices(codes)
    case .date:
      guard let date = PartialDate(trimmed) ?? context.date(trimmed) else { throw .notADate }
      return .date(date)
    case .moment:
      guard let moment = Instant(trimmed) else { throw .notAMoment }
      return .moment(moment)
    case .figures:
      var figures: [Figure] = []
      for part in FieldKind.parts(trimmed) {
        guard let figure = Figure(notation: part) else { throw .notAnAmount(part) }
        figures.append(figure)
      }
      return figures.isEmpty ? .empty : .figures(figures)
    case .levels:
      guard let levels = Levels(words: trimmed.split(whereSeparator: { " ·,;/-".contains($0) })) else { throw .notCounts }
      return levels.erased
    case .reference(let target): return .reference(try FieldKind.id(trimmed, target, context))
    case .references(let target):
      var ids: [EntityID] = []
      for part in FieldKind.parts(trimmed) {
        // A comma sets names apart too, unless it is part of one name.
        let names = context.references(part, target).isEmpty ? part.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty } : [part]
        for name in names {
          let id = try FieldKind.id(name, target, context)
          if !ids.contains(id) { ids.append(id) }
        }
      }
      return ids.isEmpty ? .empty : .references(ids)
    case .strings:
      let strings = FieldKind.parts(trimmed, or: ",")
      return strings.isEmpty ? .empty : .strings(strings)
    case .items: throw .notTyped
    }
  }

  /// The text that `parse` reads back as the same value.
  public func notation(_ value: FieldValue, _ context: NotationContext) -> String {
    switch value {
    case .empty: return ""
    case .text(let text): return text
    case .flag(let flag): return flag ? "yes" : "no"
    case .number(let number): return String(number)
    case .choice(let code): return code
    case .choices(let codes): return codes.joined(separator: "; ")
    case .date(let date): return date.description
    case .moment(let moment): return moment.description
    case .figures(let figures): return figures.map(\.notation).joined(separator: "; ")
    case .levels(let levels): return levels.counts.map(String.init).joined(separator: " ")
    case .reference(let id): return context.name(id, target ?? .entities([]))
    case .references(let ids): return ids.map { context.name($0, target ?? .entities([])) }.joined(separator: "; ")
    case .strings(let strings): return strings.joined(separator: "; ")
    case .items(let items): return items.map(\.id.text).joined(separator: "; ")
    }
  }

  /// What the field's references point at, when it holds any.
  public var target: ReferenceTarget? {
    switch self {
    case .reference(let target), .references(let target): target
    default: nil
    }
  }

  /// The range of the whole numbers it takes, when it takes any.
  public var range: ClosedRange<Int>? {
    switch self {
    case .number(let range, _): range
    case .scale(let scale): scale.range
    default: nil
    }
  }

  private static func number(_ text: String, in range: ClosedRange<Int>) throws(NotationProblem) -> Int {
    guard let number = Int(text.first == "−" ? "-" + text.dropFirst() : text) else { throw .notANumber }
    guard range.contains(number) else { throw .outOfRange(range) }
    return number
  }

  private static func code(_ text: String, _ list: ChoiceList, _ context: NotationContext) throws(NotationProblem) -> String {
    guard let code = context.choice(text, list) else { throw .unknownChoice(text, list: list.name) }
    return code
  }

  private static func id(_ text: String, _ target: ReferenceTarget, _ context: NotationContext) throws(NotationProblem) -> EntityID {
    let found = context.references(text, target)
    guard let id = found.first else { throw .unknownReference(text) }
    guard found.count == 1 else { throw .ambiguousReference(text) }
    return id
  }

  private static func parts(_ text: String, or other: Character = ";") -> [String] {
    text.split(whereSeparator: { $0 == ";" || $0 == other || $0.isNewline }).map(\.trimmed).filter { !$0.isEmpty }
  }
}
