/// Something that does not look right, with the place to mend it. The catalogue makes a sentence of rule and arguments.
public struct Finding: Hashable, Sendable {
  public enum Severity: Int, Comparable, Sendable {
    case note, warning, error
    public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  }

  public enum Rule: String, CaseIterable, Sendable {
    case missingName, missingEnd, missingValue, missingDate
    case unknownChoice, outOfRange
    case endsBeforeStart, womenExceedPeople, womenExceedAnswers, scoreAndCounts
    case sameName, towardsItself, withoutSegment, circular, severalProfiles, badMonths, unsettled
  }

  public var rule: Rule
  public var severity: Severity
  public var about: EntityRef
  /// The field to mend, when it is one.
  public var field: String?
  /// What the sentence needs besides: the value, the other's name.
  public var arguments: [String]

  public init(_ rule: Rule, _ severity: Severity, _ about: EntityRef, field: String? = nil, _ arguments: [String] = []) {
    self.rule = rule
    self.severity = severity
    self.about = about
    self.field = field
    self.arguments = arguments
  }
}
