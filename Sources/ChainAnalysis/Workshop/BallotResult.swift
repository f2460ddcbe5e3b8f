import SessionModel

/// What a vote came to: every option once with the dots of all groups, the most first, ties sharing a rank.
public struct BallotResult: Sendable {
  public struct Row: Hashable, Sendable {
    public let text: String
    public let about: EntityID?
    public private(set) var dots: Int
    public private(set) var byGroup: [String: Int]
    /// From 1; those with as many dots have the same.
    public fileprivate(set) var rank = 0
    public fileprivate(set) var isTied = false
    /// That of its options.
    public let key: String

    init(_ option: BallotOption) {
      text = option.text
      about = option.about
      key = option.key
      dots = 0
      byGroup = [:]
    }

    mutating func add(_ option: BallotOption) {
      let count = min(max(0, option.dots ?? 0), 1_000_000)
      dots += count
      byGroup[option.group, default: 0] += count
    }
  }

  /// By rank, ties in the order in which they were asked.
  public let rows: [Row]
  /// As they first come.
  public let groups: [String]
  public var total: Int { rows.reduce(0) { $0 + $1.dots } }

  public init(_ ballot: Ballot) {
    var rows: [Row] = []
    var places: [String: Int] = [:]
    var groups: [String] = []
    for option in ballot.options {
      if places[option.key] == nil {
        places[option.key] = rows.count
        rows.append(Row(option))
      }
      if let place = places[option.key] { rows[place].add(option) }
      if !groups.contains(option.group) { groups.append(option.group) }
    }
    var ranked = rows.enumerated().sorted { $0.element.dots != $1.element.dots ? $0.element.dots > $1.element.dots : $0.offset < $1.offset }
      .map(\.element)
    for index in ranked.indices {
      let isSame = index > 0 && ranked[index - 1].dots == ranked[index].dots
      ranked[index].rank = isSame ? ranked[index - 1].rank : index + 1
      if isSame {
        ranked[index].isTied = true
        ranked[index - 1].isTied = true
      }
    }
    self.rows = ranked
    self.groups = groups
  }
}

extension BallotOption {
  /// What makes two options of a ballot one: what they stand for, or their text.
  public var key: String { about?.text ?? "=" + text }
}
