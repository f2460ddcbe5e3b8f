import MapLayout
import SessionModel
import Widgets

/// What is computed from the session and kept until what it stands on changes.
struct Derived: Sendable {
  /// The session as the audience may see it: the whole one, or in room mode the redacted one.
  private(set) var view = SessionView.none
  private var viewKey: RevisionKey?
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
    let key = RevisionKey(revision: working.session.revision, audience: audience)
    guard viewKey != key else { return }
    view = SessionView(audience == .facilitator ? working : WorkingSession(working.session.redacted(for: audience)))
    viewKey = key
  }

  /// Lets go of the view before the session changes: what nobody else holds changes in place, however large it is.
  mutating func releaseView() {
    view = .none
    viewKey = nil
  }

  /// Computes the searchable texts unless they are there for this revision.
  mutating func refreshSearch(_ view: SessionView, _ audience: Audience, text: (any Entity, SessionView) -> String) {
    let key = RevisionKey(revision: view.session.revision, audience: audience)
    guard searchKey != key else { return }
    searchKey = key
    search = EntityKind.allCases.filter { $0 != .reading && $0 != .mapView && $0 != .session }.flatMap { kind in
      view.session.entities(of: kind).map { SearchEntry(ref: $0.ref, text: FoldedText(text($0, view))) }
    }
  }

  mutating func refreshFindings(_ view: SessionView, _ audience: Audience) {
    let key = RevisionKey(revision: view.session.revision, audience: audience)
    guard findingsKey != key else { return }
    findingsKey = key
    findings = view.session.findings()
  }
}
