/// The options of a choice. The raw values are the codes in the file; their words stand in the catalogue under `list`.
public protocol ChoiceOption: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The name of the list, as in the catalogue and the JSON Schema.
  static var list: String { get }
}

/// One of the known options, or a code that this version does not know: a newer version's word survives load and save.
///
/// The type itself asks nothing of its options, as `EntityCollection` does not of its entities.
public enum Choice<Option: Sendable>: Sendable {
  case known(Option)
  // Apart, so that the many known ones take half the room.
  indirect case unknown(String)

  @inlinable public var option: Option? {
    if case .known(let option) = self { return option }
    return nil
  }
}

extension Choice: Equatable where Option: Equatable {}
extension Choice: Hashable where Option: Hashable {}

extension Choice where Option: ChoiceOption {
  public init(code: String) {
    if let option = Option(rawValue: code) { self = .known(option) } else { self = .unknown(code) }
  }

  public var code: String {
    switch self {
    case .known(let option): option.rawValue
    case .unknown(let code): code
    }
  }
}

extension Optional {
  /// Compares a chosen value with an option without unwrapping.
  @inlinable public static func == <Option: ChoiceOption>(a: Wrapped?, b: Option) -> Bool where Wrapped == Choice<Option> { a?.option == b }
}

/// A list of options as the form, the schema and the catalogue know it.
public struct ChoiceList: Hashable, Sendable {
  public let name: String
  public let codes: [String]

  public init(_ option: (some ChoiceOption).Type) {
    name = option.list
    codes = option.allCases.map(\.rawValue)
  }
}
