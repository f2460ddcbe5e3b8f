import SessionModel

extension Desk {
  /// Whether the audience may read what a transaction was called. `before` is what it saw before that, if this has only just been done.
  func mayShow(_ transaction: Transaction, before: Session? = nil) -> Bool {
    guard audience != .facilitator else { return true }
    let title = transaction.title
    if title.verb == .setTrust || title.verb == .setReading { return false }
    switch title.kind {
    case .reading, .participant: return false
    // A tie that the room does not see may be a conflict, or have been one.
    case .relationship: return transaction.changes.allSatisfy { view.session.contains($0.ref) || before?.contains($0.ref) == true }
    default: break
    }
    guard let key = title.field, let field = title.kind?.description.field(key) else { return true }
    return !field.isConfidential
  }

  /// What the room sees, to be asked of what is about to change it; the facilitator may read everything.
  var seenByRoom: Session? { audience == .facilitator ? nil : view.session }

  /// What a message calls a transaction that has just been done or taken back.
  func shownTitle(of transaction: Transaction, before: Session?) -> Title {
    mayShow(transaction, before: before) ? transaction.title : Title(.edit, .session)
  }
}
