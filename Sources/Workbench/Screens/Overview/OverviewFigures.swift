import SessionModel

/// How many stakeholders there are of each sector and size, and how many people they stand for.
struct OverviewFigures: Sendable {
  private(set) var sectors = FewCounts<Sector>()
  private(set) var sizes = FewCounts<EnterpriseSize>()
  private(set) var people = 0
  private(set) var women: Int?
  private(set) var youth: Int?
  /// Whether a figure in the sum says "more than" or "at least".
  private(set) var isLeast = false
  private var key: Key?

  private struct Key: Hashable {
    var revision: Int
    var audience: Audience
  }

  /// Counts again unless no stakeholder changed.
  mutating func refresh(_ session: Session, _ audience: Audience) {
    let now = Key(revision: session.revision(of: .stakeholder), audience: audience)
    guard now != key else { return }
    self = OverviewFigures()
    key = now
    session.stakeholders.forEach { stakeholder in
      if let sector = stakeholder.effectiveSector { sectors.add(sector) }
      if let size = stakeholder.size?.option { sizes.add(size) }
      if let count = whole(stakeholder.people.first) { people = added(people, count) }
      if let count = whole(stakeholder.women.first) { women = added(women ?? 0, count) }
      if let count = whole(stakeholder.youth.first) { youth = added(youth ?? 0, count) }
      switch stakeholder.people.first?.qualifier {
      case .moreThan, .atLeast: isLeast = true
      default: break
      }
    }
  }

  /// A number of people; nil for what is counted in something else.
  private func whole(_ figure: Figure?) -> Int? {
    guard let amount = figure?.amount, amount.unit.isEmpty || amount.unit == "people" else { return nil }
    return Int(exactly: max(0, amount.approximate.rounded()))
  }

  private func added(_ sum: Int, _ more: Int) -> Int {
    let (result, overflow) = sum.addingReportingOverflow(more)
    return overflow ? .max : result
  }
}

/// How often each of a few things came. For so few a list is quicker than a dictionary, the first of which costs every start a search through
/// the program.
struct FewCounts<Thing: Equatable & Sendable>: Sendable {
  private var entries: [(thing: Thing, count: Int)] = []

  var most: Int { entries.reduce(0) { max($0, $1.count) } }

  subscript(thing: Thing) -> Int? { entries.first { $0.thing == thing }?.count }

  mutating func add(_ thing: Thing) {
    if let place = entries.firstIndex(where: { $0.thing == thing }) { entries[place].count += 1 } else { entries.append((thing, 1)) }
  }
}
