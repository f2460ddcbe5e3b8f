import SessionModel

extension English: ComparisonWords {
  public func comparison(_ word: ComparisonWord) -> String {
    switch word {
    case .nothing: "Nothing differs."
    case .trust: "Trust"
    case .numbers: "In numbers"
    case .allDirections: "All directions"
    case .smallAndLarge: "Small ⇄ large"
    case .firstRead: "read for the first time"
    case .notRead: "not read"
    case .readings: "Readings"
    case .otherReadings: "Influence, interest and other readings"
    case .empty: "nothing"
    case .newOrder: "another order"
    case .file: "The file"
    case .inFile: "unknown to this version"
    case .removed: "removed"
    case .kept: "kept"
    case .gone: "an entry that has gone"
    case .settleTitle: "Conflicts"
    case .settleHints: "↑↓ choose  o ours  t theirs  u undo  Esc done"
    case .place: "Where"
    case .whatHappened: "What happened"
    case .here: "Ours"
    case .there: "Theirs"
    case .before: "Before"
    case .standsNow: "as it is now"
    case .compareLabel: "Compare with"
    case .comparePlaceholder: "an earlier version: the name of a file"
    case .compareHints: "↑↓ scroll  Esc back"
    }
  }

  public func comparisonCounts(added: Int, removed: Int, changed: Int) -> String {
    [(added, "added"), (removed, "removed"), (changed, "changed")].filter { $0.0 > 0 }.map { number($0.0) + " " + $0.1 }.joined(separator: ", ")
  }

  public func comparisonMean(_ before: Double?, _ count: Int, _ after: Double?, _ now: Int) -> String {
    let (old, new) = (before.map(mean) ?? comparison(.notRead), after.map(mean) ?? comparison(.notRead))
    var text = old == new ? new : old + " → " + new
    if let before, let after, old != new { text += " (" + (after > before ? "+" : "") + mean(after - before) + ")" }
    return text + (count == now ? ", over " + directions(now) : ", over \(number(count)) and now " + directions(now))
  }

  private func directions(_ count: Int) -> String { number(count) + (count == 1 ? " direction" : " directions") }

  public func comparisonTitle(_ name: String) -> String { "What changed since \(name)" }

  public func conflictLine(_ title: String, ours: String, theirs: String) -> String {
    "\(title): here “\(ours)”, in the other version “\(theirs)”"
  }

  public func comparisonGain(_ gain: Int) -> String { (gain < 0 ? "−" : "+") + number(abs(gain)) }
}
