import SessionModel

/// Who trusts whom as a table: a row trusts a column. Only cells that say something are kept, row by row, so that a large session costs
/// what was read of it and a screen reads only the rows it shows.
public struct TrustMatrix: Sendable {
  /// What the members are put in order by.
  public enum Order: Int, CaseIterable, Sendable {
    /// By segment; by what kind of group one is or speaks for; small against large; by who trust each other, directly or over others.
    case segment, group, size, trust
  }

  /// The members that stand together.
  public struct Group: Hashable, Sendable {
    public enum Name: Hashable, Sendable {
      case segment(EntityID)
      case group(StakeholderGroup)
      case size(SizeGroup)
      /// Those who trust each other, by the number of their group; the largest group is the first, 0.
      case trust(Int)
      /// In no segment, neither small nor large, or of no group.
      case none
    }

    public let name: Name
    public let members: Range<Int>
  }

  /// What is known of one direction: a level, or that there is a tie or a level the other way and this one is the next to ask about.
  public struct Cell: Hashable, Sendable {
    private let storedColumn: Int32
    private var storedLevel: Int8
    private var storedBack: Int8
    public let isTied: Bool

    init(column: Int, level: Int?, back: Int?, isTied: Bool) {
      storedColumn = Int32(clamping: column)
      storedLevel = Int8(clamping: level ?? 0)
      storedBack = Int8(clamping: back ?? 0)
      self.isTied = isTied
    }

    public var column: Int { Int(storedColumn) }
    /// The level today; nil when nobody was asked yet.
    public var level: Int? { storedLevel == 0 ? nil : Int(storedLevel) }
    /// The level the other way.
    public var back: Int? { storedBack == 0 ? nil : Int(storedBack) }

    /// How much more the row trusts than it is trusted; nil unless both were read.
    public var gap: Int? { level.flatMap { level in back.map { level - $0 } } }
  }

  /// Everybody with a reading or an existing tie, in the order of rows and columns: by group, then by name.
  public let members: [EntityID]
  public let groups: [Group]
  /// The group of each member, an index into `groups`.
  public let groupOf: [Int]
  private var places: [EntityID: Int] = [:]
  /// The cells of each row in the order of columns.
  private var rows: [[Cell]]

  /// Of nobody.
  public init() {
    members = []
    groups = []
    groupOf = []
    rows = []
  }

  public init(_ session: Session, _ history: TrustHistory, by order: Order) {
    var pairs: Set<TrustPair> = []
    session.relationships.forEach { tie in
      guard let from = tie.from, let to = tie.to, tie.status?.option != .wished else { return }
      pairs.insert(TrustPair(from, to))
      pairs.insert(TrustPair(to, from))
    }
    var taking: Set<EntityID> = []
    for pair in pairs { taking.insert(pair.from) }
    for pair in history.series.keys {
      taking.insert(pair.from)
      taking.insert(pair.to)
    }
    let sorted = TrustMatrix.sorted(taking, session, history, by: order)
    members = sorted.map(\.id)
    let groups = TrustMatrix.groups(sorted.map(\.name))
    self.groups = groups
    groupOf = groups.indices.flatMap { index in groups[index].members.map { _ in index } }
    places.reserveCapacity(members.count)
    for (index, id) in members.enumerated() { places[id] = index }
    rows = Array(repeating: [], count: members.count)
    func add(_ pair: TrustPair, isTied: Bool) {
      guard let row = places[pair.from], let column = places[pair.to] else { return }
      rows[row].append(Cell(column: column, level: history.level(pair), back: history.level(pair.reversed), isTied: isTied))
    }
    for pair in pairs { add(pair, isTied: true) }
    for pair in history.series.keys {
      if !pairs.contains(pair) { add(pair, isTied: false) }
      // The other direction is shown too: it is the next to ask about.
      if !pairs.contains(pair.reversed), history.series[pair.reversed] == nil { add(pair.reversed, isTied: false) }
    }
    for index in rows.indices { rows[index].sort { $0.column < $1.column } }
  }

  public var isEmpty: Bool { members.isEmpty }

  public func place(of id: EntityID) -> Int? { places[id] }

  /// The cells of a row whose columns lie in a range.
  public func cells(row: Int, columns: Range<Int>) -> ArraySlice<Cell> {
    guard rows.indices.contains(row) else { return [] }
    let cells = rows[row]
    return cells[TrustMatrix.place(columns.lowerBound, in: cells)..<TrustMatrix.place(columns.upperBound, in: cells)]
  }

  public func cell(row: Int, column: Int) -> Cell? { cells(row: row, columns: column..<(column + 1)).first }

  /// The first direction that was ever read, by rows; else the first tie.
  public var firstRead: (row: Int, column: Int)? {
    func first(_ isWanted: (Cell) -> Bool) -> (row: Int, column: Int)? {
      for (row, cells) in rows.enumerated() { if let cell = cells.first(where: isWanted) { return (row, cell.column) } }
      return nil
    }
    return first { $0.level != nil } ?? first { _ in true }
  }

  /// Takes in the level of a direction that was read anew or taken away. False when one of the two is no member yet, so that the matrix
  /// has to be made again.
  public mutating func refresh(_ pair: TrustPair, _ history: TrustHistory) -> Bool {
    guard let row = places[pair.from], let column = places[pair.to] else { return false }
    let (level, back) = (history.level(pair), history.level(pair.reversed))
    set(row, column, level, back)
    set(column, row, back, level)
    return true
  }

  private mutating func set(_ row: Int, _ column: Int, _ level: Int?, _ back: Int?) {
    let index = TrustMatrix.place(column, in: rows[row])
    if index < rows[row].count, rows[row][index].column == column {
      rows[row][index] = Cell(column: column, level: level, back: back, isTied: rows[row][index].isTied)
    } else {
      rows[row].insert(Cell(column: column, level: level, back: back, isTied: false), at: index)
    }
  }

  /// The index of the first cell at or behind a column.
  private static func place(_ column: Int, in cells: [Cell]) -> Int {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension TrustMatrix {
  private static func sorted(_ ids: Set<EntityID>, _ session: Session, _ history: TrustHistory, by order: Order) -> [(id: EntityID, name: Group.Name)] {
    let segments = session.profile.segments
    var ranks: [EntityID: Int] = [:]
    for (rank, segment) in segments.enumerated() where ranks[segment.id] == nil { ranks[segment.id] = rank }
    var trusting: [EntityID: Int] = [:]
    if order == .trust {
      for (number, group) in TrustNetwork(session, history).groups(of: session).enumerated() { for id in group { trusting[id] = number } }
    }
    var entries: [(id: EntityID, name: String, rank: Int)] = []
    entries.reserveCapacity(ids.count)
    for id in ids {
      guard let stakeholder = session.stakeholders[id] else { continue }
      let rank: Int? =
        switch order {
        case .segment: stakeholder.segment.flatMap { ranks[$0] }
        case .group: stakeholder.group?.rawValue
        case .size: stakeholder.sizeGroup?.rawValue
        case .trust: trusting[id]
        }
      entries.append((id, stakeholder.name, rank ?? .max))
    }
    entries.sort { a, b in
      if a.rank != b.rank { return a.rank < b.rank }
      return a.name != b.name ? a.name < b.name : a.id < b.id
    }
    return entries.map { entry in
      guard entry.rank != .max else { return (entry.id, .none) }
      switch order {
      case .segment: return (entry.id, segments.indices.contains(entry.rank) ? .segment(segments[entry.rank].id) : .none)
      case .group: return (entry.id, StakeholderGroup(rawValue: entry.rank).map { .group($0) } ?? .none)
      case .size: return (entry.id, SizeGroup(rawValue: entry.rank).map { .size($0) } ?? .none)
      case .trust: return (entry.id, .trust(entry.rank))
      }
    }
  }

  private static func groups(_ names: [Group.Name]) -> [Group] {
    var groups: [Group] = []
    var start = 0
    for index in names.indices where index + 1 == names.count || names[index + 1] != names[index] {
      groups.append(Group(name: names[index], members: start..<(index + 1)))
      start = index + 1
    }
    return groups
  }
}
