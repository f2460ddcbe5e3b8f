import SessionModel

/// What was done, said after it was done.
public protocol TitleWords: Sendable {
  /// `Added Frutas del Caribe`, `Changed 3 stakeholders`.
  func sentence(_ title: Title) -> String
  func undid(_ title: Title) -> String
  func redid(_ title: Title) -> String
}
