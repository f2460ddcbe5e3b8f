import SessionModel

/// What the kinds of entity are called.
public protocol KindWords: Sendable {
  func singular(_ kind: EntityKind) -> String
  func plural(_ kind: EntityKind) -> String
  /// `3 stakeholders`, `1 stakeholder`.
  func counted(_ count: Int, _ kind: EntityKind) -> String
  /// `an initiative`, `a stakeholder`.
  func withArticle(_ kind: EntityKind) -> String
}
