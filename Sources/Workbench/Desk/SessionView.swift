import SessionModel

/// The session as the audience sees it, with its indexes. An object, so that the hundred look-ups of a frame copy nothing.
final class SessionView: Sendable {
  let session: Session
  private let working: WorkingSession
  /// What has been drawn of it.
  let rows = RowMemo()

  init(_ working: WorkingSession) {
    session = working.session
    self.working = working
  }

  var references: ReferenceIndex { working.references }
  var readings: ReadingIndex { working.readings }

  /// Stands in while the session changes, so that the indexes are not shared and change in place.
  static let none = SessionView(WorkingSession(Session()))

  /// A field's value: the stored one, or that of the latest reading for what changes in time.
  func value(of field: FieldDescription, in entity: any Entity) -> FieldValue {
    guard let aspect = field.aspect else { return entity.value(at: field.index) }
    return readings.shown(ReadingSubject(aspect, entity.id))
  }
}
