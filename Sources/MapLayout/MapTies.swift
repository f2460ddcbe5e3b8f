import SessionModel

/// A pair of boxes with all the relationships between them, or with trust read between two who have none.
struct MapTie {
  var from: Int
  var to: Int
  /// In the order of their ids; the first gives direction, the first of a known kind the kind.
  var relationships: [EntityID]
  var kind: RelationshipKind?
  var isOneWay: Bool
  var isWished: Bool
  var isConflict: Bool
  /// Something flows along it, or it ties equals to one another.
  var isOfChain: Bool
  var trust: Int?
  var trustBack: Int?

  var lowerTrust: Int? { trust.map { min($0, trustBack ?? $0) } ?? trustBack }

  var isRelated: Bool { !relationships.isEmpty }

  /// Low trust is seen whether or not there is a relationship; trust that is no worry needs one.
  var deservesLine: Bool { isRelated || (lowerTrust ?? 5) <= 2 }
}

/// The ties among the boxes of a map, one for each pair. Several stakeholders may share a box; what they hold of each other within it is no tie.
struct MapTies {
  private(set) var ties: [MapTie] = []
  /// The boxes with a relationship to themselves.
  private(set) var ofThemselves: Set<Int> = []

  /// - Parameters:
  ///   - boxOf: the box of each stakeholder of the roster, -1 for none.
  ///   - readings: nil where trust is not shown.
  init(_ roster: ChainRoster, boxOf: [Int32], boxes: Int, readings: ReadingIndex?) {
    var drawn: [(link: ChainRoster.Link, a: Int, b: Int)] = []
    for link in roster.links {
      let a = boxOf[Int(link.from)]
      let b = boxOf[Int(link.to)]
      if a >= 0, b >= 0 { drawn.append((link, Int(a), Int(b))) }
    }
    drawn.sort { $0.link.id < $1.link.id }
    var known: [Int: Int] = [:]
    for (link, a, b) in drawn {
      if a == b {
        ofThemselves.insert(a)
        continue
      }
      let pair = min(a, b) * boxes + max(a, b)
      let isConflict = link.kind == .conflict
      let isOfChain = link.kind.map { $0.linkage == .vertical || $0.linkage == .horizontal } ?? true
      let place = known[pair] ?? ties.count
      if place < ties.count {
        ties[place].relationships.append(link.id)
        ties[place].isOneWay = ties[place].isOneWay && link.isMutual == false && ties[place].from == a
        ties[place].isWished = ties[place].isWished && link.isWished
        ties[place].isConflict = ties[place].isConflict || isConflict
        ties[place].isOfChain = ties[place].isOfChain || isOfChain
        if ties[place].kind == nil { ties[place].kind = link.kind }
      } else {
        known[pair] = place
        ties.append(MapTie(from: a, to: b, relationships: [link.id], kind: link.kind, isOneWay: link.isMutual == false, isWished: link.isWished,
          isConflict: isConflict, isOfChain: isOfChain))
      }
      if let readings { addTrust(to: place, roster.ends(of: link), swapped: ties[place].from != a, readings) }
    }
    if let readings { addUnrelated(roster, boxOf, boxes, known, readings) }
  }

  /// Trust that was read between two without a relationship; those of a box with itself are none.
  private mutating func addUnrelated(_ roster: ChainRoster, _ boxOf: [Int32], _ boxes: Int, _ related: [Int: Int], _ readings: ReadingIndex) {
    var places: [EntityID: Int] = Dictionary(minimumCapacity: roster.actors.count)
    for (number, actor) in roster.actors.enumerated() where boxOf[number] >= 0 { places[actor.id] = Int(boxOf[number]) }
    var found: [Int: (there: Int?, back: Int?)] = [:]
    readings.forEachTrust { from, to, level in
      guard let a = places[from], let b = places[to], a != b, let level = Self.level(level) else { return }
      let pair = min(a, b) * boxes + max(a, b)
      guard related[pair] == nil else { return }
      var trust = found[pair] ?? (nil, nil)
      if a < b { trust.there = min(level, trust.there ?? level) } else { trust.back = min(level, trust.back ?? level) }
      found[pair] = trust
    }
    for (pair, trust) in found.sorted(by: { $0.key < $1.key }) {
      var tie = MapTie(from: pair / boxes, to: pair % boxes, relationships: [], isOneWay: false, isWished: false, isConflict: false, isOfChain: false)
      (tie.trust, tie.trustBack) = trust
      ties.append(tie)
    }
  }

  /// Where several share a box, its tie is as weak as the weakest of theirs.
  private mutating func addTrust(to place: Int, _ ends: ChainRoster.Ends, swapped: Bool, _ readings: ReadingIndex) {
    func lower(_ a: Int?, _ b: Int?) -> Int? { a.map { min($0, b ?? $0) } ?? b }
    let there = Self.level(readings.trust(ends.from, ends.to))
    let back = Self.level(readings.trust(ends.to, ends.from))
    ties[place].trust = lower(ties[place].trust, swapped ? back : there)
    ties[place].trustBack = lower(ties[place].trustBack, swapped ? there : back)
  }

  /// A level of trust that can be drawn.
  static func level(_ trust: Int?) -> Int? { trust.flatMap { (1...5).contains($0) ? $0 : nil } }
}
