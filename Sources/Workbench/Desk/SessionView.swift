import SessionModel
import Synchronization

/// The session as the audience sees it, with its indexes. An object, so that the hundred look-ups of a frame copy nothing.
final class SessionView: Sendable {
  let session: Session
  private let working: WorkingSession
  /// What has been drawn of it.
  let rows = RowMemo()
  let notes = NoteMemo()
  /// What it is called, and where it is about.
  let title: String
  let place: String
  private let names = Mutex<[EntityRef: String]>([:])

  init(_ working: WorkingSession) {
    session = working.session
    self.working = working
    let profile = working.session.profile
    title = profile.title
    place = profile.place
  }

  var references: ReferenceIndex { working.references }
  var readings: ReadingIndex { working.readings }

  /// Stands in while the session changes, so that the indexes are not shared and change in place.
  static let none = SessionView(WorkingSession(Session()))

  /// The name of an entity; empty when nobody named it. Kept, because a frame asks for hundreds.
  func name(of ref: EntityRef) -> String {
    if let known = names.withLock({ $0[ref] }) { return known }
    let name = session.name(of: ref)
    names.withLock { names in
      if names.count >= 5_000 { names = [:] }
      names[ref] = name
    }
    return name
  }

  /// A field's value: the stored one, or that of the latest reading for what changes in time.
  func value(of field: FieldDescription, in entity: any Entity) -> FieldValue {
    guard let aspect = field.aspect else { return entity.value(at: field.index) }
    return readings.shown(ReadingSubject(aspect, entity.id))
  }
}
