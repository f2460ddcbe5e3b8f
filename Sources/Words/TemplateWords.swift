import SessionModel

/// What a new session's templates are called, and the names that they give.
public protocol TemplateWords: Sendable {
  func template(_ text: SessionTemplate.Text) -> String
  /// What a template holds; a line may be broken after a semicolon.
  func explanation(_ template: SessionTemplate) -> String
}
