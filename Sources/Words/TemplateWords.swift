import SessionModel

/// What a new session's templates are called, and the names that they give.
public protocol TemplateWords: Sendable {
  func template(_ text: SessionTemplate.Text) -> String
  /// One line on what a template holds.
  func explanation(_ template: SessionTemplate) -> String
}
