import MapLayout
import SessionModel
import Widgets

/// What is computed from the session and kept until what it stands on changes.
struct Derived: Sendable {
  /// The session as the audience may see it: the whole one, or in room mode the redacted one.
  private(set) var view = SessionView.none
  private var viewKey: RevisionKey?
  var search = SearchIndex()
  /// That is being gathered behind.
  var searchJob: SearchJob?
  private(set) var findings: [Finding] = []
  private var findingsKey: RevisionKey?

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

  /// Findings that were looked for behind, for the facilitator.
  mutating func take(_ findings: [Finding], of revision: Int) {
    self.findings = findings
    findingsKey = RevisionKey(revision: revision, audience: .facilitator)
  }

  mutating func refreshFindings(_ view: SessionView, _ audience: Audience) {
    let key = RevisionKey(revision: view.session.revision, audience: audience)
    guard findingsKey != key else { return }
    findingsKey = key
    // Advice derives from what the room must not see, and hidden names would look like missing ones.
    findings = audience == .facilitator ? view.session.findings() : []
  }
}
