import MapLayout
import SessionModel
import Widgets

/// What is computed from the session and kept until what it stands on changes.
struct Derived: Sendable {
  /// The session as the room may see it; equal to the whole one until room mode asks for it.
  private(set) var redacted = WorkingSession(Session())
  private var redactedRevision = -1
  /// Searchable text of every entity, in the order of kinds and ids.
  private(set) var search: [SearchEntry] = []
  private var searchKey: RevisionKey?
  private(set) var findings: [Finding] = []
  private var findingsKey: RevisionKey?

  struct SearchEntry: Sendable {
    let ref: EntityRef
    let text: FoldedText
  }

  /// Under which something was computed.
  struct RevisionKey: Hashable, Sendable {
    let revision: Int
    let audience: Audience
  }

  mutating func refresh(_ working: WorkingSession, audience: Audience) {
    guard audience != .facilitator, redactedRevision != working.session.revision else { return }
    redacted = WorkingSession(working.session.redacted(for: audience))
    redactedRevision = working.session.revision
  }

  /// Computes the searchable texts unless they are there for this revision.
  mutating func refreshSearch(_ view: WorkingSession, _ audience: Audience, text: (any Entity, WorkingSession) -> String) {
    let key = RevisionKey(revision: view.session.revision, audience: audience)
    guard searchKey != key else { return }
    searchKey = key
    search = EntityKind.allCases.filter { $0 != .reading && $0 != .mapView && $0 != .session }.flatMap { kind in
      view.session.entities(of: kind).map { SearchEntry(ref: $0.ref, text: FoldedText(text($0, view))) }
    }
  }

  mutating func refreshFindings(_ view: WorkingSession, _ audience: Audience) {
    let key = RevisionKey(revision: view.session.revision, audience: audience)
    guard findingsKey != key else { return }
    findingsKey = key
    findings = view.session.findings()
  }
}
