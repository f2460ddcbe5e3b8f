/// A key as pressed: what it is and what was held with it. Shift is folded into letters (`A`) and named keys keep it.
public struct Key: Hashable, Sendable {
  public enum Code: Hashable, Sendable {
    case character(Character)
    case up, down, left, right, home, end, pageUp, pageDown, insert, delete
    case backspace, enter, escape, tab
    case function(Int)
  }

  public struct Modifiers: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let control = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let shift = Modifiers(rawValue: 4)
  }

  public var code: Code
  public var modifiers: Modifiers

  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  public init(_ character: Character) { self.init(.character(character)) }
  public static func control(_ character: Character) -> Key { Key(.character(character), .control) }
  public static func alt(_ character: Character) -> Key { Key(.character(character), .alt) }

  /// The character typed, when the key is text and not a chord.
  public var text: Character? {
    if case .character(let character) = code, modifiers.isEmpty { return character }
    return nil
  }

  /// The digit typed without a modifier.
  public var digit: Int? { text?.isASCII == true ? text?.wholeNumberValue : nil }
}

public struct MouseEvent: Hashable, Sendable {
  public enum Action: Hashable, Sendable { case press, release, drag, doubleClick, wheelUp, wheelDown }

  public var action: Action
  public var position: Point

  public init(_ action: Action, at position: Point) {
    self.action = action
    self.position = position
  }
}

/// What reaches the workbench from outside, one at a time.
public enum Event: Hashable, Sendable {
  case key(Key)
  /// Text pasted as one piece; one undoable edit whatever its length.
  case paste(String)
  case mouse(MouseEvent)
  case resize(Size)
  /// Time went by: sent when a deadline that the workbench asked for has come.
  case tick
}
