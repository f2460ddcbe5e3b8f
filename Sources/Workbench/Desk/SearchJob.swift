import SessionModel

/// The searchable texts of a large session, to gather behind from a snapshot of it: for tens of thousands of entries that takes a second.
public final class SearchJob: Sendable {
  let audience: Audience
  private let desk: Desk

  init(_ desk: Desk) {
    audience = desk.audience
    self.desk = desk
  }

  public func run() -> SearchIndex {
    var index = SearchIndex()
    index.refresh(desk.view, audience, changed: { _ in nil }, text: { desk.searchText($0, desk.view) })
    return index
  }
}

extension Desk {
  /// Of more entries than this the texts are gathered behind.
  private static let mostGatheredAtOnce = 3_000

  /// The texts that are to be gathered, away from the keys; nil when there are none.
  public var searchJob: SearchJob? { derived.searchJob }

  /// Has the texts of a large session ready before anybody looks for one; after the answers, which are on the screen, unless somebody waits for it.
  mutating func askForSearch(first: Bool = false) {
    guard first || answers.job == nil, derived.searchJob?.audience != audience, !derived.search.isGathered(for: audience),
      view.session.stakeholders.count + view.session.relationships.count > Desk.mostGatheredAtOnce
    else { return }
    derived.searchJob = SearchJob(self)
  }

  /// Takes in what was gathered; a finder that is open shows what it finds.
  public mutating func receive(_ index: SearchIndex, of job: SearchJob) {
    guard derived.searchJob === job else { return }
    derived.searchJob = nil
    guard job.audience == audience else { return }
    derived.search = index
    findAgain()
  }

  /// Brings the texts up to date with the session.
  mutating func refreshSearch() {
    // Taken out meanwhile, so that the texts change in place.
    var search = SearchIndex()
    swap(&search, &derived.search)
    let desk = self
    search.refresh(view, audience, changed: { desk.changed(since: $0) }, text: { desk.searchText($0, desk.view) })
    derived.search = search
    derived.searchJob = nil
  }
}
