import SessionModel

/// What the runs of an outlook play through, in flat arrays of whole numbers: the open initiatives with their times and needs, and the directions of trust
/// that they touch. Trust is in ten-thousandths of a level, time in cells of some days from today on.
struct OutlookPlan: Sendable {
  /// A level of trust in the units of the plan.
  static let level: Int32 = 10_000
  /// Trust above it fades without contact: those who do nothing together become strangers again, not enemies.
  static let armsLength: Int32 = 3 * level
  static let never = Int32.max

  struct Entry: Sendable {
    let id: EntityID
    let isRunning: Bool
    /// The cell in which it is to begin; `never` when it has no date, or its time is over.
    var start: Int32
    /// The cell in which it is over when it begins on its date.
    var end: Int32
    /// What stands in the way whatever happens.
    var hindrances: [Outlook.Condition.Matter] = []
    /// What somebody has to settle by the date.
    var open: [Outlook.Condition.Matter] = []
    /// Indexes of open entries that must go well before.
    var needs: [Int32] = []
    var isBlocked = false
    /// In units of the plan; 0 when none is needed.
    var needed: Int32 = 0
    /// Directions among those who take part and others that it builds, as indexes with the gain of each. The first `checked` count for the trust needed.
    var directions: [Int32] = []
    var gains: [Int32] = []
    var checked = 0
    /// Of a thousand.
    var success: Int32 = 0

    var duration: Int32 { start == OutlookPlan.never ? 0 : max(0, end &- start) }
  }

  private(set) var entries: [Entry] = []
  /// The directions that entries touch, and the level of each today.
  private(set) var pairs: [TrustPair] = []
  private(set) var levels: [Int32] = []
  /// Of these the ones in the band, and the sum of all other levels in the band by cell.
  private(set) var banded: [Int32] = []
  private(set) var samples: [(cell: Int32, rest: Int64)] = []
  private(set) var bandCount = 0
  private(set) var scope = TrustScope.betweenSizes
  let today: Int
  let cellDays: Int
  /// The last cell that is played.
  let lastCell: Int32
  /// Lost in a cell without contact, and on a failure.
  let fade: Int32
  let loss: Int32
  /// Of a thousand, that one open thing is settled.
  let settled: Int32

  /// Points of the band.
  private static let sampleCount = 25
  /// Cells are at least half a month, and no more than this many.
  private static let cellLimit = 400

  init(_ session: Session, _ readings: ReadingIndex, _ history: TrustHistory, today: PartialDate, _ assumptions: OutlookAssumptions) {
    let now = today.firstDay
    self.today = now
    let open = session.initiatives.sorted.filter(\.isOpen)
    // A century ahead is as far as anybody plans; a mistyped year must not coarsen everything.
    let span = min(open.compactMap { ($0.to ?? $0.from)?.lastDay }.max().map { $0 - now } ?? 0, 36_525)
    let cellDays = max(15, span / OutlookPlan.cellLimit + 1)
    self.cellDays = cellDays
    lastCell = Int32(clamping: max(365, span + 31) / cellDays + 1)
    fade = Int32(clamping: assumptions[.decay] * 100 * cellDays / 365)
    loss = Int32(clamping: assumptions[.failure] * 100)
    settled = Int32(clamping: assumptions[.open] * 10)

    let places = Dictionary(open.enumerated().map { ($1.id, Int32(clamping: $0)) }, uniquingKeysWith: { first, _ in first })
    var directions: [TrustPair: Int32] = [:]
    entries = open.map { initiative in
      let readiness = Readiness(initiative, session, readings)
      var entry = Entry(id: initiative.id, isRunning: readiness.state == .running, start: OutlookPlan.never, end: 0)
      setTime(of: &entry, initiative, now: now)
      setNeeds(of: &entry, initiative, readiness, session, places)
      let step = initiative.step ?? 1
      entry.success = Int32(clamping: assumptions[.success(risk: initiative.risk ?? step)] * 10)
      entry.needed = Int32(clamping: initiative.needsTrust ?? 0) &* OutlookPlan.level
      let usual = Int32(clamping: assumptions[.gain(step: step)] * 100)
      setDirections(of: &entry, initiative, usual: usual, readings, &directions)
      return entry
    }
    for index in entries.indices where entries[index].start != OutlookPlan.never {
      if let circle = shortestCircle(through: index, needs: { entries[$0].needs.map(Int.init) }) {
        entries[index].hindrances.append(.circle(circle.map { entries[$0].id }))
        entries[index].isBlocked = true
      }
      for need in entries[index].needs where entries[Int(need)].start == OutlookPlan.never && !entries[Int(need)].isRunning {
        let isPast = entries[Int(need)].hindrances.contains(.datePassed)
        entries[index].hindrances.append(isPast ? .earlierPast(entries[Int(need)].id) : .earlierUndated(entries[Int(need)].id))
        entries[index].isBlocked = true
      }
    }
    setBand(session, history, directions)
  }

  private mutating func setTime(of entry: inout Entry, _ initiative: Initiative, now: Int) {
    guard let first = (initiative.from ?? initiative.to)?.firstDay else {
      entry.hindrances.append(.undated)
      if entry.isRunning { (entry.start, entry.end) = (0, cell(of: now + 182, now: now)) }
      return
    }
    // Without an end, half a year.
    let last = max(first, initiative.to?.lastDay ?? first + 182)
    entry.start = cell(of: first, now: now)
    entry.end = max(entry.start, cell(of: last + 1, now: now))
    guard !entry.isRunning else { return }
    if last < now {
      entry.start = OutlookPlan.never
      entry.hindrances.append(.datePassed)
    } else if let from = initiative.from ?? initiative.to, from.lastDay < now {
      entry.hindrances.append(.beginPassed)
    }
  }

  private func cell(of day: Int, now: Int) -> Int32 { min(Int32(clamping: max(0, day - now) / cellDays), lastCell) }

  private func setNeeds(of entry: inout Entry, _ initiative: Initiative, _ readiness: Readiness, _ session: Session, _ places: [EntityID: Int32]) {
    for wait in readiness.waits {
      switch wait {
      case .lead: entry.open.append(.lead)
      case .participants: entry.open.append(.participants)
      case .trustUnread(let needed, let first, _): entry.open.append(.trustUnread(needed: needed, first: first))
      case .buyer(let market): entry.open.append(.buyer(market))
      case .money(let asked): entry.open.append(.money(asked: asked))
      case .earlierFailed(let id):
        entry.hindrances.append(.earlierFailed(id))
        entry.isBlocked = true
      case .earlier(let id): if let place = places[id], id != initiative.id { entry.needs.append(place) }
      case .trust: break
      }
    }
    if initiative.needs.contains(initiative.id) {
      entry.hindrances.append(.circle([initiative.id, initiative.id]))
      entry.isBlocked = true
    }
  }

  /// Takes in the directions that were read; of the others nobody knows from where they would rise.
  private mutating func setDirections(
    of entry: inout Entry, _ initiative: Initiative, usual: Int32, _ readings: ReadingIndex, _ places: inout [TrustPair: Int32]
  ) {
    var gains: [TrustPair: Int32] = [:]
    var builds: [TrustPair] = []
    for built in initiative.builds {
      guard let from = built.from, let to = built.toward else { continue }
      let pair = TrustPair(from, to)
      gains[pair] = built.gain.map { Int32(clamping: min(max($0, 0), 4)) &* OutlookPlan.level } ?? usual
      builds.append(pair)
    }
    let people = Array(initiative.people.prefix(Readiness.peopleLimit))
    var seen: Set<TrustPair> = []
    func take(_ pair: TrustPair) {
      guard seen.insert(pair).inserted, let level = readings.trust(pair.from, pair.to), (1...5).contains(level) else { return }
      let place = places[pair] ?? Int32(clamping: pairs.count)
      if places[pair] == nil {
        places[pair] = place
        pairs.append(pair)
        levels.append(Int32(clamping: level) &* OutlookPlan.level)
      }
      entry.directions.append(place)
      entry.gains.append(gains[pair] ?? usual)
    }
    for (index, one) in people.enumerated() {
      for other in people.dropFirst(index + 1) where one != other {
        take(TrustPair(one, other))
        take(TrustPair(other, one))
      }
    }
    entry.checked = entry.directions.count
    for pair in builds { take(pair) }
  }

  /// The band goes on over the very directions of the course of trust until today: between small and large, or all of them where none of those was read.
  private mutating func setBand(_ session: Session, _ history: TrustHistory, _ places: [TrustPair: Int32]) {
    let grouping = Grouping(session)
    let history = TrustCourse.compared(history).history
    let wanted = history.series.keys.contains { grouping.scopes(of: $0).contains(.betweenSizes) } ? TrustScopes.betweenSizes : .all
    scope = wanted == .betweenSizes ? .betweenSizes : .all
    var rest: [Int32] = []
    for (pair, points) in history.series where grouping.scopes(of: pair).contains(wanted) {
      guard let level = points.last?.level else { continue }
      bandCount += 1
      if let place = places[pair] { banded.append(place) } else { rest.append(Int32(clamping: level) &* OutlookPlan.level) }
    }
    banded.sort()
    let count = min(OutlookPlan.sampleCount, Int(lastCell) + 1)
    samples = (0..<count).map { index in
      let cell = Int32(clamping: Int(lastCell) * index / max(1, count - 1))
      return (cell, rest.reduce(Int64(0)) { $0 + Int64(faded($1, after: cell)) })
    }
  }

  /// What is left of a level after so many cells without contact.
  @inline(__always)
  func faded(_ level: Int32, after cells: Int32) -> Int32 {
    guard cells > 0, level > OutlookPlan.armsLength else { return level }
    return max(OutlookPlan.armsLength, level &- fade &* cells)
  }
}
