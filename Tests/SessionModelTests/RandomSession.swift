import JSON
import SessionModel

/// The seeded generator, with what making sessions asks of it.
struct Seeded: RandomNumberGenerator {
  private var numbers: SeededGenerator

  init(_ seed: UInt64) { numbers = SeededGenerator(seed: seed) }

  mutating func next() -> UInt64 { numbers.next() }

  mutating func below(_ bound: Int) -> Int { bound <= 0 ? 0 : Int(next() % UInt64(bound)) }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick<T>(_ values: [T]) -> T? { values.isEmpty ? nil : values[below(values.count)] }

  mutating func id(_ prefix: Character = "z") -> EntityID { EntityID.random(prefix: prefix, using: &self) }
}

/// Makes sessions that use every field of every kind of entity, by the fields' own descriptions, with unknown keys and choices.
struct RandomSession {
  var random: Seeded
  private(set) var ids: [EntityKind: [EntityID]] = [:]
  private var segments: [EntityID] = []
  private var phases: [EntityID] = []
  private var agendaItems: [EntityID] = []

  init(seed: UInt64) { random = Seeded(seed) }

  /// A session with up to `size` entities of each kind, nothing of which dangles.
  static func make(seed: UInt64, size: Int = 4) -> Session {
    var maker = RandomSession(seed: seed)
    return maker.session(size: size)
  }

  mutating func session(size: Int) -> Session {
    segments = (0..<size).map { _ in random.id("g") }
    phases = (0..<size).map { _ in random.id("h") }
    for kind in EntityKind.allCases where kind != .session {
      ids[kind] = (0..<random.below(size + 1)).map { _ in random.id(kind.prefix) }
    }
    // Workshops without references to agenda items first, so that there are some to point at.
    let agendas = (ids[.workshop] ?? []).map { _ in (0..<random.below(size)).map { _ in random.id("q") } }
    agendaItems = agendas.flatMap { $0 }
    var profile = fill(SessionProfile(id: .session))
    profile.segments = segments.map { id in
      var segment = fill(Segment(id: id))
      segment.stage = random.pick(Stage.allCases).map { .known($0) }
      return segment
    }
    profile.phases = phases.map { fill(Phase(id: $0)) }
    var session = Session(profile: profile)
    for kind in EntityKind.allCases where kind != .session {
      for (index, id) in (ids[kind] ?? []).enumerated() {
        func add<E: Entity>(_: E.Type) {
          var entity = fill(E(id: id))
          if var workshop = entity as? Workshop {
            workshop.agenda = agendas[index].map { fill(AgendaItem(id: $0)) }
            session.put(workshop)
          } else {
            for field in E.description.fields where field.isEssential && entity.value(field.key).isEmpty {
              entity = entity.setting(field.key, to: value(of: field.kind)) ?? entity
            }
            session.put(entity)
          }
        }
        add(kind.type)
      }
    }
    if random.chance(50) { session.extra = extra() }
    return session
  }

  /// The record with most of its fields set.
  mutating func fill<R: Record>(_ record: R, depth: Int = 0) -> R {
    var copy = record
    for field in R.description.fields where field.aspect == nil && random.chance(70) {
      copy = copy.setting(field.key, to: value(of: field.kind, depth: depth)) ?? copy
    }
    if random.chance(30) { copy.extra = extra() }
    return copy
  }

  mutating func value(of kind: FieldKind, depth: Int = 0) -> FieldValue {
    switch kind {
    case .text, .longText: return .text(text())
    case .flag: return .flag(random.chance(50))
    case .number(let range, _): return .number(range.lowerBound + random.below(min(range.count, 100_000)))
    case .scale(let scale): return .number(scale.range.lowerBound + random.below(scale.range.count))
    case .choice(let list): return .choice(code(list))
    case .choices(let list): return .choices((0...random.below(3)).map { _ in code(list) })
    case .date: return .date(date())
    case .moment:
      return .moment(Instant(seconds: Int64(random.below(4_000_000_000)) - 1_000_000_000, offset: random.below(1700) - 850))
    case .figures: return .figures((0...random.below(2)).map { _ in figure() })
    case .levels: return Levels((0..<5).map { _ in random.below(9) }).map { $0.isEmpty ? .empty : .levels($0) } ?? .empty
    case .reference(let target): return candidate(target).map { .reference($0) } ?? .empty
    case .references(let target):
      let found = (0...random.below(3)).compactMap { _ in candidate(target) }
      return found.isEmpty ? .empty : .references(found)
    case .strings: return .strings((0...random.below(3)).map { _ in date().description })
    case .items(let description):
      guard depth < 3 else { return .empty }
      return .items((0...random.below(2)).map { _ in item(description, depth: depth + 1) })
    }
  }

  private mutating func item(_ description: RecordDescription, depth: Int) -> Item {
    func filled<R: Record>(_ record: R) -> Item {
      var record = fill(record, depth: depth)
      for field in R.description.fields where field.isEssential && record.value(field.key).isEmpty {
        record = record.setting(field.key, to: value(of: field.kind)) ?? record
      }
      return Item(record)
    }
    return filled(description.make(random.id("j")))
  }

  private mutating func candidate(_ target: ReferenceTarget) -> EntityID? {
    switch target {
    case .entities(let kinds): return random.pick((kinds.isEmpty ? EntityKind.allCases : kinds).flatMap { ids[$0] ?? [] })
    case .segment: return random.pick(segments)
    case .phase: return random.pick(phases)
    case .agendaItem: return random.pick(agendaItems)
    }
  }

  private mutating func code(_ list: ChoiceList) -> String {
    random.chance(10) ? "from-the-future-\(random.below(9))" : random.pick(list.codes) ?? "none"
  }

  mutating func date() -> PartialDate {
    let day = PartialDate(dayNumber: random.below(80_000) - 40_000)
    switch random.below(3) {
    case 0: return PartialDate(year: day.year) ?? day
    case 1: return PartialDate(year: day.year, month: day.month) ?? day
    default: return day
    }
  }

  mutating func figure() -> Figure {
    let units = ["", "t", "USD", "people", "USD/kg", "%", "días", "कि.ग्रा"]
    let amount = Amount(
      mantissa: Int64(truncatingIfNeeded: random.next()) >> Int64(random.below(60)), decimals: random.below(19),
      unit: random.pick(units) ?? "")
    let sources = ["", "Annex 2", "the mayor (in 2003)", "Bánh mì; page 4"]
    return Figure(amount ?? Amount(7), random.pick(Figure.Qualifier.allCases) ?? .exactly, source: random.pick(sources) ?? "")
  }

  mutating func text() -> String {
    let pieces = [
      "Mango growers", "é", "e\u{301}", "\"quoted\"", "\\", "\u{1B}[2J", "\u{202E}abc", "日本", "👩‍🌾", "line\nline", "\t", "\u{0}",
      "Aguacate", "=1+1", "</script>", "\u{FEFF}", "\u{7F}", "a-b", ";", "\u{10FFFF}",
    ]
    return (0...random.below(3)).map { _ in random.pick(pieces) ?? "" }.joined(separator: " ")
  }

  private mutating func extra() -> [JSONMember] {
    (0...random.below(2)).map { JSONMember(key: "future-\($0)-\(random.below(9))é\"", value: json(depth: 0)) }
  }

  private mutating func json(depth: Int) -> JSONValue {
    switch random.below(depth < 3 ? 7 : 5) {
    case 0: .null
    case 1: .bool(random.chance(50))
    case 2: .number(["1.50", "1e400", "-0", "12345678901234567890"][random.below(4)])
    case 3: .string(text())
    case 4: .integer(random.below(1000))
    case 5: .array((0..<random.below(4)).map { _ in json(depth: depth + 1) })
    default: .object((0..<random.below(4)).map { JSONMember(key: "k\($0)", value: json(depth: depth + 1)) })
    }
  }
}
