import ChainAnalysis
import Drawing
import SessionModel
import Synchronization
import Widgets

/// What was put together beside a list, so that coming back to an entry costs nothing.
/// It belongs to one view of the session, and goes when the session changes.
final class NoteMemo: Sendable {
  /// What notes are about.
  enum Subject: Hashable, Sendable {
    case entity(EntityRef)
    case pair(TrustPair)
    case advice(row: Int)
  }

  /// What notes depend on besides the session: each screen adds remarks of its own.
  struct Key: Hashable, Sendable {
    var subject: Subject
    var screen: WorkScreen
    var today: PartialDate
    var size: Size
    /// The revision of the session that the answers of the analysis are about, where they are there at all.
    var answers: Int?
    /// How many outlooks there have been: the next one comes by itself.
    var outlooks: Int
  }

  private struct Kept: Sendable {
    var pictures: [Key: [Strip]] = [:]
    /// What stands on the screen now, and where.
    var last: (screen: WorkScreen, rect: Rect, picture: [Strip])?
  }

  private let kept = Mutex(Kept())

  /// A screen of entries to walk up and down.
  private static let limit = 48

  /// The rows as they were drawn.
  fileprivate func picture(_ key: Key) -> [Strip]? { kept.withLock { $0.pictures[key] } }

  /// What was drawn last, if it was here.
  fileprivate func lastPicture(_ screen: WorkScreen, _ rect: Rect) -> [Strip]? {
    kept.withLock { kept in kept.last.flatMap { $0.screen == screen && $0.rect == rect ? $0.picture : nil } }
  }

  /// Nil stands for what cannot be drawn again from its rows alone.
  fileprivate func keep(_ picture: [Strip]?, _ key: Key, in rect: Rect) {
    kept.withLock { kept in
      kept.last = picture.map { (key.screen, rect, $0) }
      guard let picture else { return }
      if kept.pictures.count >= Self.limit { kept.pictures = [:] }
      kept.pictures[key] = picture
    }
  }
}

extension Desk {
  private func noteKey(_ subject: NoteMemo.Subject, _ size: Size) -> NoteMemo.Key {
    NoteMemo.Key(subject: subject, screen: screen, today: today, size: size, answers: answers.revision, outlooks: outlook.received)
  }

  /// Draws notes on blank ground: as they were drawn before, if they were. They must say the same as long as the session, the subject and
  /// the day are the same. While keys follow one another fast, what stands there stays.
  func drawNotes(_ subject: NoteMemo.Subject, in rect: Rect, scrollbar: Bool = true, on surface: inout Surface, _ lines: () -> [StyledLine]) {
    let key = noteKey(subject, rect.size)
    func draw(_ picture: [Strip]) {
      for (row, strip) in picture.enumerated() { surface.put(strip, x: rect.x, y: rect.y + row) }
    }
    if isHurried, let last = view.notes.lastPicture(screen, rect) { return draw(last) }
    if let known = view.notes.picture(key) {
      view.notes.keep(known, key, in: rect)
      return draw(known)
    }
    Viewport(lines()).draw(in: rect, on: &surface, scrollbar: scrollbar)
    // What is seen in part only cannot be drawn again.
    guard rect.intersection(surface.clip) == rect else { return view.notes.keep(nil, key, in: rect) }
    let picture = (rect.y..<rect.bottom).compactMap { surface.strip(x: rect.x, y: $0, width: rect.width) }
    view.notes.keep(picture.count == rect.height ? picture : nil, key, in: rect)
  }
}
