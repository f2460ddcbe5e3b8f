import Drawing

/// One of the answers a row offers.
public struct FormOption: Hashable, Sendable {
  /// What the row's text is when this is chosen.
  public var value: String
  public var title: String
  public var detail: String

  public init(_ value: String, _ title: String, detail: String = "") {
    self.value = value
    self.title = title
    self.detail = detail
  }
}

/// How a row is filled in.
public enum FormControl: Hashable, Sendable {
  /// A title over the rows that follow. With `folds` they may be folded away and opened with Enter, Space or Right.
  case heading(folds: Bool)
  case text
  /// Edited elsewhere: the row shows the first line, and Enter asks for an editor.
  case longText
  /// One of these; the text is its value.
  case choice([FormOption])
  /// Any of these; the text is their values, separated by `, `.
  case choices([FormOption])
  /// Ordered levels; the text is the level's value, which a digit sets when it is one.
  case scale([FormOption])
  /// Yes, no, or nothing said; the text is the option's value.
  case flag(yes: FormOption, no: FormOption)
  /// Text with suggestions. With `mustMatch`, Enter takes the best match, and `FormRow.value` says which it was.
  case suggestions([CompletionItem], mustMatch: Bool)
  case readOnly
}

/// A field of a form: its name, what stands in it, and how it is filled in.
public struct FormRow: Hashable, Sendable {
  public let id: String
  public var label: String
  /// As typed, half-typed or wrong as it may be.
  public var text: String
  /// What the text stands for when it was taken from a list: the item's value. Nil once the text is changed by hand.
  public var value: String?
  public var help: String
  /// What is wrong with the text; nil when nothing is.
  public var error: String?
  public var control: FormControl
  public var isConfidential: Bool
  public var unit: String
  public var placeholder: String

  public init(
    _ id: String, _ label: String, _ control: FormControl = .text, text: String = "", value: String? = nil,
    help: String = "", error: String? = nil, isConfidential: Bool = false, unit: String = "", placeholder: String = ""
  ) {
    self.id = id
    self.label = label
    self.control = control
    self.text = text
    self.value = value
    self.help = help
    self.error = error
    self.isConfidential = isConfidential
    self.unit = unit
    self.placeholder = placeholder
  }

  var isHeading: Bool {
    if case .heading = control { return true }
    return false
  }

  var folds: Bool { control == .heading(folds: true) }

  /// Whether the cursor can stand on it.
  var takesCursor: Bool { !isHeading || folds }

  /// The options that the control offers, if it does.
  var options: [FormOption] {
    switch control {
    case .choice(let options), .choices(let options), .scale(let options): options
    case .flag(let yes, let no): [yes, no]
    default: []
    }
  }

  /// The values chosen in `choices`.
  var chosen: [String] {
    text.split(separator: ",").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
  }

  /// What stands in the row when it is not being edited.
  var shown: String {
    switch control {
    case .choice(let options), .scale(let options):
      options.first { $0.value == text }?.title ?? text
    case .flag(let yes, let no): text == yes.value ? yes.title : text == no.value ? no.title : text
    case .choices(let options):
      chosen.map { value in options.first { $0.value == value }?.title ?? value }.joined(separator: ", ")
    case .longText: text.split(separator: "\n", omittingEmptySubsequences: true).first.map(String.init) ?? ""
    default: text
    }
  }
}
