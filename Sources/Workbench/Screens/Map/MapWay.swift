import MapLayout
import SessionModel
import Widgets

extension Desk {
  /// The chain of trust between two: a link counts as the weaker of its two directions, unread means unknown, and at most two go between (METHOD.md, answer 2).
  /// `weakest` is the number of the link that is weakest; nil where no chain leads across.
  func trustWay(_ way: MapState.Way, _ view: SessionView) -> (members: [EntityID], weakest: Int, level: Int)? {
    var levels: [EntityID: [(EntityID, Int)]] = [:]
    for subject in view.readings.subjects(.trust) {
      guard let toward = subject.toward, subject.subject < toward, let there = view.readings.trust(subject.subject, toward),
        let back = view.readings.trust(toward, subject.subject)
      else { continue }
      levels[subject.subject, default: []].append((toward, min(there, back)))
      levels[toward, default: []].append((subject.subject, min(there, back)))
    }
    // The widest chain, of equals the shortest; three links at most.
    var best: [EntityID: (level: Int, path: [EntityID])] = [way.from: (9, [way.from])]
    for _ in 0..<3 {
      var next = best
      for (here, reached) in best.sorted(by: { $0.key < $1.key }) {
        for (other, level) in levels[here] ?? [] where !reached.path.contains(other) {
          let width = min(reached.level, level)
          if width > next[other]?.level ?? 0 { next[other] = (width, reached.path + [other]) }
        }
      }
      best = next
    }
    guard let found = best[way.to], found.path.count > 1 else { return nil }
    let links = zip(found.path, found.path.dropFirst()).map { a, b in levels[a]?.first { $0.0 == b }?.1 ?? 0 }
    let weakest = links.indices.min { links[$0] < links[$1] } ?? 0
    return (found.path, weakest, links[weakest])
  }

  /// Lights up the chain of trust between two marked ones, or between the marked one and the selected one; again takes it away.
  mutating func toggleTrustWay() {
    if map.way != nil {
      map.way = nil
      prepare()
      return
    }
    var ends = (lists[.stakeholder]?.marks ?? []).filter { view.session.stakeholders.contains($0) }.sorted()
    if ends.count == 1, let selected = map.selected, selected != ends[0] { ends.append(selected) }
    guard ends.count == 2 else {
      message = MessageLine(words.map(.wayNeedsTwo), .warning)
      return
    }
    let way = MapState.Way(from: ends[0], to: ends[1])
    let found = trustWay(way, map.view(of: derived.view))
    if found != nil { map.way = way }
    prepare()
    let names = (found?.members ?? []).map { name(EntityRef(.stakeholder, $0)) }
    let weakest = found.map { (names[$0.weakest], names[$0.weakest + 1], $0.level) }
    message = MessageLine(words.trustWay(names, weakest: weakest))
  }
}
