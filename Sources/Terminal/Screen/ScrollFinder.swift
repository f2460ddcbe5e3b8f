/// Finds rows that only moved up or down, so that the terminal can move them instead of being told of them again.
enum ScrollFinder {
  /// Rows `top` to `bottom` move by `rows`, upwards if positive.
  struct Move: Equatable {
    let top: Int
    let bottom: Int
    let rows: Int
  }

  /// The bytes that moving takes beside one for each row.
  private static let price = 26
  /// Rows up and down in which a row is looked for.
  private static let farthest = 60
  /// A row is known by some cells from its first change on: often only a part of it moves, a list and not what stands beside it.
  private static let sample = 12
  /// So many rows are looked for; of those that moved most are found at one distance.
  private static let samples = 12

  /// The move that saves most; nil when none saves anything. `changed` are the rows that differ.
  static func find(_ shown: [ShownCell], _ wanted: [ShownCell], columns: Int, rows: Int, changed: [Int]) -> Move? {
    guard columns >= sample, rows > 2, changed.count > 2 else { return nil }
    return shown.withUnsafeBufferPointer { shown in
      wanted.withUnsafeBufferPointer { wanted in
        let pair = Pair(shown: shown, wanted: wanted, columns: columns, rows: rows)
        return pair.likeliestDistance(changed).flatMap { pair.best($0) }
      }
    }
  }

  /// What the terminal shows and what it should show.
  private struct Pair {
    let shown: UnsafeBufferPointer<ShownCell>
    let wanted: UnsafeBufferPointer<ShownCell>
    let columns: Int
    let rows: Int

    /// How far most of the changed rows have moved; nil when they have not.
    func likeliestDistance(_ changed: [Int]) -> Int? {
      var votes: [(distance: Int, count: Int)] = []
      var asked = 0
      let step = max(1, changed.count / samples)
      for place in stride(from: 0, to: changed.count, by: step) {
        let y = changed[place]
        guard let x = firstChange(y) else { continue }
        asked += 1
        for other in max(0, y - farthest)...min(rows - 1, y + farthest) where other != y && isSame(other, y, from: x) {
          if let known = votes.firstIndex(where: { $0.distance == other - y }) {
            votes[known].count += 1
          } else {
            votes.append((other - y, 1))
          }
        }
      }
      guard let most = votes.max(by: { $0.count < $1.count }), most.count > 1, most.count * 3 > asked else { return nil }
      return most.distance
    }

    /// Where a row begins to differ; nil when what stands there is all of a kind, which says nothing.
    private func firstChange(_ y: Int) -> Int? {
      let start = y * columns
      guard let first = (0..<columns).first(where: { shown[start + $0] != wanted[start + $0] }) else { return nil }
      let x = min(first, columns - sample)
      return (x..<(x + sample)).contains { wanted[start + $0] != wanted[start + x] } ? x : nil
    }

    private func isSame(_ other: Int, _ y: Int, from x: Int) -> Bool {
      for column in x..<(x + sample) where shown[other * columns + column] != wanted[y * columns + column] { return false }
      return true
    }

    /// The rows between which moving by this distance saves most.
    func best(_ distance: Int) -> Move? {
      // The run of rows with the greatest sum of what each saves.
      var run = (start: 0, sum: 0)
      var best = (start: 0, end: 0, sum: 0)
      for y in 0..<rows {
        let from = y + distance
        guard from >= 0, from < rows else {
          run = (y + 1, 0)
          continue
        }
        if run.sum <= 0 { run = (y, 0) }
        run.sum += difference(y, y) - difference(from, y)
        if run.sum > best.sum { best = (run.start, y + 1, run.sum) }
      }
      guard best.sum > price else { return nil }
      let emptied = distance > 0 ? best.end..<(best.end + distance) : (best.start + distance)..<best.start
      let lost = emptied.reduce(0) { $0 + inked($1) - difference($1, $1) }
      guard best.sum - max(0, lost) > price + abs(distance) else { return nil }
      return Move(top: min(best.start, emptied.lowerBound), bottom: max(best.end, emptied.upperBound) - 1, rows: distance)
    }

    private func difference(_ row: Int, _ wantedRow: Int) -> Int {
      var count = 0
      for x in 0..<columns where shown[row * columns + x] != wanted[wantedRow * columns + x] { count += 1 }
      return count
    }

    /// Cells of a row that are not blank.
    private func inked(_ row: Int) -> Int {
      var count = 0
      for x in 0..<columns where !wanted[row * columns + x].isBlank { count += 1 }
      return count
    }
  }
}
