import SessionModel

/// Values as people read them. Files, CSV and entry keep to the notation of the values themselves.
public protocol ValueWords: Sendable {
  /// Any field's value on one line. Sources of figures are left out; `name` gives the name behind an id. Empty for an empty value.
  func show(_ value: FieldValue, as kind: FieldKind, name: (EntityID) -> String) -> String
  /// `12 Jun 2003`, `Jun 2003`, `2003`.
  func date(_ date: PartialDate) -> String
  /// `12 Jun 2003, 09:00`, by the clock of the place.
  func moment(_ moment: Instant) -> String
  /// `about 400,000 USD`, without the source.
  func figure(_ figure: Figure) -> String
  /// `about 400,000 USD (Cluster approach, Annex 2)`.
  func figureWithSource(_ figure: Figure) -> String
  /// `12,500`
  func number(_ number: Int) -> String
  /// A month's short name, 1…12: `Jun`; the number itself outside.
  func month(_ month: Int) -> String
  func yesOrNo(_ flag: Bool) -> String
}
