/// One step of work as a journal keeps it: what was done, or how the last step was taken back or done again.
///
/// Replayed in their order on the session that they began from, steps give the same session, and the same can be undone and redone.
public struct RecordedStep: Sendable, Equatable {
  public enum Act: String, CaseIterable, Sendable { case did = "do", undid = "undo", redid = "redo" }

  public var act: Act
  /// The changes that were made; for a step taken back, those that took it back.
  public var transaction: Transaction
  /// When it was done.
  public var at: Instant

  public init(_ act: Act, _ transaction: Transaction, at: Instant) {
    self.act = act
    self.transaction = transaction
    self.at = at
  }

  public var title: Title { transaction.title }
}
