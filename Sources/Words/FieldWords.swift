import SessionModel

/// The names of fields, what to enter in them, and the headings that forms put them under.
public protocol FieldWords: Sendable {
  /// Short enough for a form or the head of a column: `Payment days`.
  func label(_ field: FieldDescription) -> String
  /// One sentence: what to enter, with an example where the notation is not obvious.
  func help(_ field: FieldDescription) -> String
  /// The heading of a group of fields; empty for the group without a name, which needs none.
  func group(_ name: String) -> String
  /// The noun for a record of this name, in the number that the count asks for: `segment`, `segments`.
  func recordName(_ name: String, count: Int) -> String
}

/// What a catalogue says of one field.
struct FieldText: Sendable {
  let label: String
  let help: String

  init(_ label: String, _ help: String) {
    self.label = label
    self.help = help
  }
}
