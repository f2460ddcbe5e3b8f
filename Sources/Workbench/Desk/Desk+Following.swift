import JSON
import SessionModel
import Widgets
import Words

/// The window that follows another one's work, and who of them writes the file.
extension Desk {
  mutating func beginFollowing(_ owner: FileOwner?) {
    hold(followed: owner)
    say(.safe(owner.map { .following(user: $0.user, host: $0.host, since: $0.since) } ?? .followingUnknown), .warning)
  }

  /// Shows what the one that is followed has done.
  mutating func follow(_ steps: [RecordedStep]) {
    do throws(TransactionError) {
      try change { (working: inout WorkingSession) throws(TransactionError) -> Void in
        for step in steps { try working.replay(step) }
      }
    } catch {
      // What does not fit is put right when the file is read as a whole.
      return
    }
    // The room is not told what was done: it may be what it must not see.
    if let last = steps.last, audience == .facilitator { message = MessageLine(words.step(last)) }
  }

  /// Shows what the one that is followed has, or has left.
  mutating func follow(_ session: Session, saved: Session) {
    adopt(session, Title(.reload))
    savedRevision = session == saved ? working.session.revision : -1
  }

  mutating func takeOver(_ session: Session, saved: Session, _ draft: JSONValue) {
    outlook.trial = nil
    hold(isReadOnly: false, standing: .own)
    follow(session, saved: saved)
    meetRoom()
    restore(halfTyped: draft)
    say(.safe(.tookOver), .success)
  }

  /// Somebody else writes the file now; this window follows.
  mutating func giveOver(to owner: FileOwner?) {
    layers.removeAll()
    hold(followed: owner)
    say(.safe(owner.map { .takenOver(user: $0.user, host: $0.host) } ?? .takenOverUnknown), .warning)
  }

  private mutating func hold(followed owner: FileOwner?) {
    hold(isReadOnly: true, standing: .following(owner?.user))
    file.journalTrouble = nil
  }
}
