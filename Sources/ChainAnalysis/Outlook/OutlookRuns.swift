import SessionModel

/// Plays the plan through many times and counts what happened.
///
/// In every run each initiative draws once how it would go, how much it would bring, and whether what is open gets settled. The draws do not depend on
/// what happens in the run, so that a changed assumption shows its own effect and not another throw of the dice.
struct OutlookRuns {
  private enum Stage { static let waiting: Int8 = 0, running: Int8 = 1, succeeded: Int8 = 2, failed: Int8 = 3 }

  let plan: OutlookPlan
  private(set) var count = 0
  /// By entry: begun on the date, begun in time at all, gone well, and on the date not yet settled.
  private(set) var onTime: [Int]
  private(set) var begun: [Int]
  private(set) var wentWell: [Int]
  private(set) var unsettled: [Int]
  /// By need of an entry, one entry after the other: not done on the date.
  private(set) var needMissing: [Int]
  let needOffsets: [Int]
  /// By direction of an entry, one entry after the other: the weakest of those that fell short on the date.
  private(set) var trustShort: [Int]
  let trustOffsets: [Int]
  /// How often the mean stood in each hundredth of a level, from 0 to 5, by sample.
  private(set) var histogram: [Int32]
  static let bins = 501

  // What the plan says of each entry, one number after the other: the runs read them millions of times.
  private let start: [Int32]
  private let end: [Int32]
  private let duration: [Int32]
  private let needed: [Int32]
  private let success: [Int32]
  private let openCount: [Int32]
  private let isUnderWay: [Bool]
  private let isBlocked: [Bool]
  private let needs: [Int32]
  private let directions: [Int32]
  private let gains: [Int32]
  private let directionOffsets: [Int]

  // What happens in one run.
  private var stage: [Int8]
  private var endAt: [Int32]
  private var checkedAt: [Int32]
  private var goesWell: [Bool]
  private var share: [Int32]
  private var isSettled: [Bool]
  private var value: [Int32]
  private var contact: [Int32]

  init(_ plan: OutlookPlan) {
    self.plan = plan
    let entries = plan.entries
    func zeros(_ count: Int) -> [Int] { Array(repeating: 0, count: count) }
    (onTime, begun, wentWell, unsettled) = (zeros(entries.count), zeros(entries.count), zeros(entries.count), zeros(entries.count))
    needOffsets = entries.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.needs.count) }
    trustOffsets = entries.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.checked) }
    directionOffsets = entries.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.directions.count) }
    needMissing = zeros(needOffsets.last ?? 0)
    trustShort = zeros(trustOffsets.last ?? 0)
    histogram = Array(repeating: 0, count: plan.samples.count * OutlookRuns.bins)
    start = entries.map(\.start)
    end = entries.map(\.end)
    duration = entries.map(\.duration)
    needed = entries.map(\.needed)
    success = entries.map(\.success)
    openCount = entries.map { Int32(min($0.open.count, 3)) }
    isUnderWay = entries.map(\.isRunning)
    isBlocked = entries.map(\.isBlocked)
    needs = entries.flatMap(\.needs)
    directions = entries.flatMap(\.directions)
    gains = entries.flatMap(\.gains)
    stage = Array(repeating: 0, count: entries.count)
    endAt = Array(repeating: 0, count: entries.count)
    checkedAt = Array(repeating: -1, count: entries.count)
    goesWell = Array(repeating: false, count: entries.count)
    share = Array(repeating: 0, count: entries.count)
    isSettled = Array(repeating: false, count: entries.count)
    value = plan.levels
    contact = Array(repeating: 0, count: plan.levels.count)
  }

  mutating func play(_ runs: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<runs { playOnce(&generator) }
    count += runs
  }

  private mutating func playOnce(_ generator: inout SeededGenerator) {
    for index in value.indices {
      value[index] = plan.levels[index]
      contact[index] = 0
    }
    for index in stage.indices { draw(index, &generator) }
    var sample = 0
    // Moves with every end: until then nothing gets better.
    var version: Int32 = 0
    var cell: Int32 = 0
    while cell <= plan.lastCell {
      var isSettling = true
      while isSettling {
        isSettling = false
        for index in stage.indices where stage[index] == Stage.running && endAt[index] <= cell {
          finish(index)
          version &+= 1
          isSettling = true
        }
        for index in stage.indices where stage[index] == Stage.waiting && start[index] <= cell && checkedAt[index] != version {
          let isFirst = checkedAt[index] < 0
          checkedAt[index] = version
          guard mayBegin(index, at: cell, isFirst: isFirst) else { continue }
          begun[index] += 1
          if cell == start[index] { onTime[index] += 1 }
          begin(index, at: cell)
          isSettling = true
        }
      }
      if sample < plan.samples.count, plan.samples[sample].cell <= cell {
        measure(sample, at: cell)
        sample += 1
      }
      cell = nextCell(after: cell, sample: sample)
    }
  }

  /// The next cell in which something begins, ends or is measured.
  private func nextCell(after cell: Int32, sample: Int) -> Int32 {
    var next = sample < plan.samples.count ? plan.samples[sample].cell : plan.lastCell &+ 1
    for index in stage.indices {
      if stage[index] == Stage.running {
        next = min(next, endAt[index])
      } else if stage[index] == Stage.waiting, start[index] > cell {
        next = min(next, start[index])
      }
    }
    return max(next, cell &+ 1)
  }

  private mutating func draw(_ index: Int, _ generator: inout SeededGenerator) {
    let bits = generator.next()
    goesWell[index] = Int32(truncatingIfNeeded: ((bits & 0xF_FFFF) &* 1000) >> 20) < success[index]
    // Between half of the gain and one and a half.
    share[index] = 512 &+ Int32(truncatingIfNeeded: (bits >> 20) & 0x3FF)
    var settled = true
    var rest = bits >> 30
    for _ in 0..<openCount[index] {
      if Int32(truncatingIfNeeded: ((rest & 0x3FF) &* 1000) >> 10) >= plan.settled { settled = false }
      rest >>= 10
    }
    isSettled[index] = settled
    checkedAt[index] = -1
    stage[index] = Stage.waiting
    if isUnderWay[index] { begin(index, at: 0) }
  }

  /// Whether all that it needs is there; the first time what is missing is counted.
  private mutating func mayBegin(_ index: Int, at cell: Int32, isFirst: Bool) -> Bool {
    // Later than its own end it does not begin any more.
    guard cell == start[index] || cell < end[index] else { return false }
    var isFree = isSettled[index] && !isBlocked[index]
    if isFirst, !isSettled[index] { unsettled[index] += 1 }
    if !isFree, !isFirst { return false }
    for place in needOffsets[index]..<needOffsets[index + 1] where stage[Int(needs[place])] != Stage.succeeded {
      isFree = false
      guard isFirst else { return false }
      needMissing[place] += 1
    }
    let checked = trustOffsets[index + 1] - trustOffsets[index]
    guard needed[index] > 0, checked > 0 else { return isFree }
    // A level is reached when the value rounds to it.
    let enough = needed[index] &- OutlookPlan.level / 2
    var lowest = Int32.max
    var weakest = 0
    for place in 0..<checked {
      let direction = Int(directions[directionOffsets[index] + place])
      let level = plan.faded(value[direction], after: cell &- contact[direction])
      if level < lowest { (lowest, weakest) = (level, place) }
    }
    guard lowest < enough else { return isFree }
    if isFirst { trustShort[trustOffsets[index] + weakest] += 1 }
    return false
  }

  private mutating func begin(_ index: Int, at cell: Int32) {
    stage[index] = Stage.running
    endAt[index] = isUnderWay[index] ? end[index] : cell &+ duration[index]
    // While people work together nothing fades.
    for place in directionOffsets[index]..<directionOffsets[index + 1] {
      let direction = Int(directions[place])
      value[direction] = plan.faded(value[direction], after: cell &- contact[direction])
      contact[direction] = max(contact[direction], endAt[index])
    }
  }

  private mutating func finish(_ index: Int) {
    stage[index] = goesWell[index] ? Stage.succeeded : Stage.failed
    if goesWell[index] { wentWell[index] += 1 }
    for place in directionOffsets[index]..<directionOffsets[index + 1] {
      let direction = Int(directions[place])
      let change = goesWell[index] ? gains[place] / 16 &* share[index] / 64 : 0 &- plan.loss
      value[direction] = min(max(value[direction] &+ change, OutlookPlan.level), 5 &* OutlookPlan.level)
    }
  }

  private mutating func measure(_ sample: Int, at cell: Int32) {
    guard plan.bandCount > 0 else { return }
    var sum = plan.samples[sample].rest
    for place in plan.banded {
      let direction = Int(place)
      sum &+= Int64(plan.faded(value[direction], after: cell &- contact[direction]))
    }
    let mean = Int(sum) / plan.bandCount / Int(OutlookPlan.level / 100)
    histogram[sample * OutlookRuns.bins + min(max(mean, 0), OutlookRuns.bins - 1)] += 1
  }

  /// The hundredths of a level that so many percent of the runs stay at or below at a sample.
  func percentile(_ percent: Int, _ sample: Int) -> Int {
    var seen = 0
    for bin in 0..<OutlookRuns.bins {
      seen += Int(histogram[sample * OutlookRuns.bins + bin])
      if seen * 100 >= percent * count { return bin }
    }
    return OutlookRuns.bins - 1
  }
}
