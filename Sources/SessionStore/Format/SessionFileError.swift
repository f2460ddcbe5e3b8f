import JSON
import SessionModel

/// Why a file is no session that can be opened: every problem found, each with its place. Words are made by the catalogue.
public struct SessionFileError: Error, Hashable, Sendable {
  /// As the caller named it.
  public var file: String
  /// At least one, in the order of their places.
  public var problems: [SessionProblem]
  /// Whether the list was cut at `SessionFormat.greatestProblemCount`.
  public var hasMore: Bool

  public init(file: String, problems: [SessionProblem], hasMore: Bool = false) {
    self.file = file
    self.problems = problems
    self.hasMore = hasMore
  }

  public init(file: String, _ reason: Reason) { self.init(file: file, problems: [SessionProblem(reason)]) }

  /// The first problem's.
  public var reason: Reason { problems.first?.reason ?? .notJSON }
  public var line: Int { problems.first?.line ?? 0 }
  public var column: Int { problems.first?.column ?? 0 }
  public var path: String { problems.first?.path ?? "" }
}

/// One thing that is wrong in a file, and where.
public struct SessionProblem: Hashable, Sendable {
  public var reason: SessionFileError.Reason
  /// From 1; 0 when the problem is the file as a whole.
  public var line: Int
  /// From 1, in Unicode scalars; 0 when the problem is the file as a whole.
  public var column: Int
  /// Like `relationships[3].to`; "" at the root. Safe to show in a terminal.
  public var path: String

  public init(_ reason: SessionFileError.Reason, line: Int = 0, column: Int = 0, path: String = "") {
    self.reason = reason
    self.line = line
    self.column = column
    self.path = path
  }
}

extension SessionFileError {
  public enum Reason: Hashable, Sendable {
    // The file as a whole
    /// Nothing in it, or only white space.
    case empty
    /// Bytes that no text holds.
    case binary
    /// Text, but not a JSON object.
    case notJSON
    /// JSON, but without the member `rapport`.
    case notSession
    /// Larger than the limit, in bytes.
    case tooLarge(limit: Int)
    /// The member `rapport` is not a version: a whole number from 1.
    case badVersion

    // How it is spelled
    case endsEarly
    case unexpected(byte: UInt8)
    case expected(JSONKind, found: JSONKind)
    case invalidUTF8, loneSurrogate, controlCharacter, badEscape, badNumber, numberTooLarge, tooDeep, trailing
    case duplicateKey(String)

    // What it says
    case missingID
    case badID, badDate, badMoment, badFigure, badLevels
    /// The profile's id is not `session`, or something else has that id.
    case profileID
    /// An id that stands a second time; `first` is the path of the first.
    case duplicateID(String, first: String)
    case dangling(String)
    /// Refused by a record, which names the reason itself.
    case invalid(String)
  }
}

extension SessionFileError.Reason {
  /// The catalogue's key.
  public var key: String {
    switch self {
    case .empty: "empty"
    case .binary: "binary"
    case .notJSON: "notJSON"
    case .notSession: "notSession"
    case .tooLarge: "tooLarge"
    case .badVersion: "badVersion"
    case .endsEarly: "endsEarly"
    case .unexpected: "unexpected"
    case .expected: "expected"
    case .invalidUTF8: "invalidUTF8"
    case .loneSurrogate: "loneSurrogate"
    case .controlCharacter: "controlCharacter"
    case .badEscape: "badEscape"
    case .badNumber: "badNumber"
    case .numberTooLarge: "numberTooLarge"
    case .tooDeep: "tooDeep"
    case .trailing: "trailing"
    case .duplicateKey: "duplicateKey"
    case .missingID: "missingID"
    case .badID: "badID"
    case .badDate: "badDate"
    case .badMoment: "badMoment"
    case .badFigure: "badFigure"
    case .badLevels: "badLevels"
    case .profileID: "profileID"
    case .duplicateID: "duplicateID"
    case .dangling: "dangling"
    case .invalid: "invalid"
    }
  }

  /// What the sentence of the key mentions, in the order of the case.
  public var arguments: [String] {
    switch self {
    case .tooLarge(let limit): [String(limit)]
    case .unexpected(let byte):
      [byte > 0x20 && byte < 0x7F ? String(Character(Unicode.Scalar(byte))) : "0x" + String(byte, radix: 16)]
    case .expected(let kind, let found): [kind.rawValue, found.rawValue]
    case .duplicateKey(let key): [key]
    case .duplicateID(let id, let first): [id, first]
    case .dangling(let id): [id]
    case .invalid(let text): [text]
    default: []
    }
  }

  public init(_ reason: JSONError.Reason) {
    switch reason {
    case .unexpected(found: nil): self = .endsEarly
    case .unexpected(found: let byte?): self = .unexpected(byte: byte)
    case .expected(let kind, let found): self = .expected(kind, found: found)
    case .invalidUTF8: self = .invalidUTF8
    case .loneSurrogate: self = .loneSurrogate
    case .controlCharacter: self = .controlCharacter
    case .badEscape: self = .badEscape
    case .badNumber: self = .badNumber
    case .tooDeep: self = .tooDeep
    case .trailing: self = .trailing
    case .duplicateKey(let key): self = .duplicateKey(key)
    case .tooLarge: self = .tooLarge(limit: SessionFormat.greatestSize)
    case .integerOutOfRange: self = .numberTooLarge
    case .invalidValue(let text):
      switch text {
      case "missing-id": self = .missingID
      case "id": self = .badID
      case "date": self = .badDate
      case "moment": self = .badMoment
      case "figure": self = .badFigure
      case "levels": self = .badLevels
      case "profile-id": self = .profileID
      case "version": self = .badVersion
      default:
        let parts = text.split(separator: " ", maxSplits: 1)
        switch (parts.first, parts.count) {
        case ("duplicate-id", 2): self = .duplicateID(String(parts[1]), first: "")
        case ("dangling", 2): self = .dangling(String(parts[1]))
        default: self = .invalid(text)
        }
      }
    }
  }
}
