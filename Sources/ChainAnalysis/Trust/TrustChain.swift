import SessionModel

/// Two who have both said how far they trust each other. It counts as the weaker of the two (METHOD.md, The chain of trust).
public struct TrustLink: Hashable, Sendable {
  public let from: EntityID
  public let to: EntityID
  /// How far `from` trusts `to`, 1…5.
  public let there: Int
  /// How far `to` trusts `from`, 1…5.
  public let back: Int

  public var level: Int { min(there, back) }
  /// The direction that holds the link back.
  public var weaker: TrustPair { there <= back ? TrustPair(from, to) : TrustPair(to, from) }
}

/// A way from one to another along people who trust each other.
public struct TrustChain: Hashable, Sendable {
  /// In order, at least one; the ends of neighbours are the same.
  public let links: [TrustLink]

  /// Both ends included.
  public var members: [EntityID] { links.prefix(1).map(\.from) + links.map(\.to) }
  public var goBetweens: [EntityID] { Array(members.dropFirst().dropLast()) }
  /// The first of the weakest.
  public var weakest: TrustLink? { links.min { $0.level < $1.level } }
  /// As strong as its weakest link, 1…5.
  public var level: Int { weakest?.level ?? 0 }
}

/// Somebody whom both ends trust.
public struct Introducer: Hashable, Sendable {
  public let id: EntityID
  /// How far the one end trusts the introducer, and the other.
  public let first: Int
  public let second: Int

  public var level: Int { min(first, second) }
}

/// What is known of the ways between two.
public enum TrustWay: Hashable, Sendable {
  /// The widest chain with at most two go-betweens.
  case chain(TrustChain)
  /// No chain is known; there may be one, depending on what these answer, the fewest questions there are.
  case unknown(ask: [TrustPair])
  /// Nobody who could stand between them has a tie or a reading.
  case none
}

/// Who trusts whom in both directions, for finding ways between two.
///
/// Trust does not pass on by itself, so a chain has at most two go-betweens. What was never read is unknown and not absent: a pair with
/// a tie, or with one of its directions read, is one to ask.
public struct TrustNetwork: Sendable {
  private struct Edge {
    let other: Int32
    /// How far the holder trusts the other and is trusted; 0 where it was not read.
    let there: Int8
    let back: Int8

    var level: Int8 { min(there, back) }
    var isRead: Bool { there > 0 && back > 0 }
  }

  fileprivate let members: [EntityID]
  private let places: [EntityID: Int]
  /// By member, in the order of the other's number.
  private let edges: [[Edge]]

  /// - Parameter ties: pairs of stakeholders with a tie, which may be asked though nothing was read.
  public init(_ history: TrustHistory, ties: [TrustPair] = []) {
    var levels: [TrustPair: (there: Int8, back: Int8)] = [:]
    func enter(_ pair: TrustPair, _ level: Int8) {
      guard pair.from != pair.to else { return }
      if pair.from < pair.to {
        levels[pair, default: (0, 0)].there = max(level, levels[pair]?.there ?? 0)
      } else {
        levels[pair.reversed, default: (0, 0)].back = max(level, levels[pair.reversed]?.back ?? 0)
      }
    }
    for (pair, points) in history.series { if let last = points.last { enter(pair, Int8(clamping: last.level)) } }
    for tie in ties { enter(tie, 0) }
    members = Set(levels.keys.flatMap { [$0.from, $0.to] }).sorted()
    var places: [EntityID: Int] = [:]
    for (place, id) in members.enumerated() { places[id] = place }
    var edges = Array(repeating: [Edge](), count: members.count)
    for (pair, level) in levels {
      guard let from = places[pair.from], let to = places[pair.to] else { continue }
      edges[from].append(Edge(other: Int32(clamping: to), there: level.there, back: level.back))
      edges[to].append(Edge(other: Int32(clamping: from), there: level.back, back: level.there))
    }
    for index in edges.indices { edges[index].sort { $0.other < $1.other } }
    self.places = places
    self.edges = edges
  }

  /// With the ties that stand in a session.
  public init(_ session: Session, _ history: TrustHistory) {
    var ties: [TrustPair] = []
    session.relationships.forEach { tie in
      if tie.stands(on: nil), tie.type?.option != .conflict, let from = tie.from, let to = tie.to { ties.append(TrustPair(from, to)) }
    }
    self.init(history, ties: ties)
  }

  /// The widest chain between two; of equally wide ones the shortest, then the one with the most trust, then by ids.
  public func way(from: EntityID, to: EntityID) -> TrustWay {
    guard from != to, let start = places[from], let end = places[to] else { return .none }
    if let path = best(start, end, isWanted: \.isRead, value: { Int($0.level) }) {
      return .chain(TrustChain(links: links(path)))
    }
    // Each direction still to be asked costs one; the cheapest way is the one to ask for.
    if let path = best(start, end, isWanted: { _ in true }, value: { ($0.there > 0 ? 0 : -1) + ($0.back > 0 ? 0 : -1) }, isSum: true) {
      return .unknown(ask: unread(path))
    }
    return .none
  }

  /// Whom both trust, though neither need know what the introducer thinks of them: those whom they trust the most first.
  /// - Parameter level: from which both must trust the introducer, 1…5.
  public func introducers(between one: EntityID, and other: EntityID, from level: Int = TrustLevel.trusting) -> [Introducer] {
    guard one != other, let first = places[one], let second = places[other] else { return [] }
    var found: [Introducer] = []
    for edge in edges[first] where Int(edge.there) >= level {
      guard Int(edge.other) != second, let back = self.edge(second, Int(edge.other)), Int(back.there) >= level else { continue }
      found.append(Introducer(id: members[Int(edge.other)], first: Int(edge.there), second: Int(back.there)))
    }
    return found.sorted { a, b in
      if a.level != b.level { return a.level > b.level }
      return a.first + a.second != b.first + b.second ? a.first + a.second > b.first + b.second : a.id < b.id
    }
  }

  /// Pairs whose last chain of trust goes through one actor: with it every link of some chain reaches the level, without it none does.
  /// In the order of ids, each pair once.
  public func pairs(leaningOn actor: EntityID, level: Int = TrustLevel.path) -> [TrustPair] {
    guard let middle = places[actor] else { return [] }
    let near = strong(middle, level)
    guard near.count > 1 else { return [] }
    // Whoever leans on the actor has it as a neighbour, or a neighbour's neighbour while the other end is next to it.
    var sources = near
    for one in near { sources += strong(one, level).filter { $0 != middle } }
    sources.sort()
    var found: [TrustPair] = []
    var without = Reach(members.count)
    var with = Reach(members.count)
    var last: Int?
    for source in sources where source != last {
      last = source
      reach(source, level, without: middle, &without)
      reach(source, level, without: nil, &with)
      let ends = with.found.filter { $0 > source && $0 != middle && !without.contains($0) }
      found += ends.sorted().map { TrustPair(members[source], members[$0]) }
    }
    return found
  }

  fileprivate func strong(_ member: Int, _ level: Int) -> [Int] {
    edges[member].compactMap { $0.isRead && Int($0.level) >= level ? Int($0.other) : nil }
  }

  /// Members that were reached, kept from search to search: only what was found has to be forgotten.
  private struct Reach {
    private(set) var found: [Int] = []
    private var isFound: [Bool]

    init(_ count: Int) { isFound = Array(repeating: false, count: count) }

    func contains(_ member: Int) -> Bool { isFound[member] }

    mutating func begin(with member: Int) {
      for old in found { isFound[old] = false }
      found.removeAll(keepingCapacity: true)
      add(member)
    }

    mutating func add(_ member: Int) {
      guard !isFound[member] else { return }
      isFound[member] = true
      found.append(member)
    }
  }

  /// All within three links of at least a level.
  private func reach(_ source: Int, _ level: Int, without gone: Int?, _ reach: inout Reach) {
    reach.begin(with: source)
    var front = 0
    for _ in 0..<3 {
      let end = reach.found.count
      for place in front..<end {
        for edge in edges[reach.found[place]] where edge.isRead && Int(edge.level) >= level && Int(edge.other) != gone { reach.add(Int(edge.other)) }
      }
      front = end
    }
  }

  private func edge(_ from: Int, _ to: Int) -> Edge? {
    guard edges.indices.contains(from) else { return nil }
    let row = edges[from]
    var low = 0
    var high = row.count
    while low < high {
      let middle = (low + high) / 2
      if Int(row[middle].other) < to { low = middle + 1 } else { high = middle }
    }
    return low < row.count && Int(row[low].other) == to ? row[low] : nil
  }

  /// The best way of one to three links: by the smallest value in it (or the sum), then the fewest links, then the largest sum, then ids.
  private func best(
    _ start: Int, _ end: Int, isWanted: (Edge) -> Bool, value: (Edge) -> Int, isSum: Bool = false
  ) -> [(from: Int, edge: Edge)]? {
    var found: (worth: Int, sum: Int, path: [(from: Int, edge: Edge)])?
    func offer(_ path: [(from: Int, edge: Edge)]) {
      let values = path.map { value($0.edge) }
      let sum = values.reduce(0, +)
      let worth = isSum ? sum : values.min() ?? 0
      if let best = found {
        if worth < best.worth { return }
        if worth == best.worth {
          if path.count > best.path.count { return }
          // Members are tried in the order of ids, so that an equal one comes too late.
          if path.count == best.path.count, sum <= best.sum { return }
        }
      }
      found = (worth, sum, path)
    }
    if let direct = edge(start, end), isWanted(direct) { offer([(start, direct)]) }
    for first in edges[start] where isWanted(first) && Int(first.other) != end {
      // Nothing that goes on from here can be better than what was found.
      if !isSum, let best = found, value(first) < best.worth { continue }
      let middle = Int(first.other)
      if let last = edge(middle, end), isWanted(last) { offer([(start, first), (middle, last)]) }
      for second in edges[middle] where isWanted(second) {
        let other = Int(second.other)
        guard other != start, other != end, let last = edge(other, end), isWanted(last) else { continue }
        offer([(start, first), (middle, second), (other, last)])
      }
    }
    return found?.path
  }

  private func links(_ path: [(from: Int, edge: Edge)]) -> [TrustLink] {
    path.map { TrustLink(from: members[$0.from], to: members[Int($0.edge.other)], there: Int($0.edge.there), back: Int($0.edge.back)) }
  }

  private func unread(_ path: [(from: Int, edge: Edge)]) -> [TrustPair] {
    path.flatMap { step -> [TrustPair] in
      let (from, to) = (members[step.from], members[Int(step.edge.other)])
      return (step.edge.there > 0 ? [] : [TrustPair(from, to)]) + (step.edge.back > 0 ? [] : [TrustPair(to, from)])
    }
  }
}

/// Levels of the scale of trust that answers turn on, 1…5.
public enum TrustLevel {
  /// From here one deals with the other without suspicion: a chain of trust holds.
  public static let path = 3
  /// From here one trusts the other: cooperates, or would commit on a handshake.
  public static let trusting = 4
  /// Up to here one does not trust the other: is suspicious, or an antagonist.
  public static let low = 2
}

extension TrustNetwork {
  /// Those of a session who trust each other, without its projects and donors.
  public func groups(of session: Session) -> [[EntityID]] {
    var gone: Set<EntityID> = []
    session.stakeholders.forEach { if $0.isProject { gone.insert($0.id) } }
    return groups(without: gone)
  }

  /// Those who trust each other, directly or over others: every link of at least a level in both directions. The largest group first; one
  /// alone is no group.
  /// - Parameter gone: whom to leave out; what only a project holds together is no group of those who stay.
  public func groups(level: Int = TrustLevel.trusting, without gone: Set<EntityID> = []) -> [[EntityID]] {
    var seen = members.map(gone.contains)
    var groups: [[EntityID]] = []
    for source in members.indices where !seen[source] {
      seen[source] = true
      var group = [source]
      var head = 0
      while head < group.count {
        for other in strong(group[head], level) where !seen[other] {
          seen[other] = true
          group.append(other)
        }
        head += 1
      }
      if group.count > 1 { groups.append(group.sorted().map { members[$0] }) }
    }
    return groups.sorted { $0.count != $1.count ? $0.count > $1.count : $0[0] < $1[0] }
  }
}
