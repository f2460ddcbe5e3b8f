import SessionModel

/// Who is at a workshop: named only with consent, counted by gender, youth and whom they come from.
public struct Attendance: Sendable {
  public private(set) var people = 0
  public private(set) var women = 0
  public private(set) var men = 0
  public private(set) var youth = 0
  public private(set) var unnamed = 0
  /// How many of the unnamed are women.
  public private(set) var unnamedWomen = 0
  /// By name.
  public private(set) var names: [EntityID] = []
  /// People by whom they come from, the most first; nil for those of nobody on the map.
  public private(set) var groups: [(stakeholder: EntityID?, people: Int)] = []

  public init() {}

  public init(_ workshop: Workshop, _ session: Session) {
    var counts: [EntityID?: Int] = [:]
    var named: [(name: String, id: EntityID)] = []
    func count(_ number: Int, _ stakeholder: EntityID?, _ gender: Choice<Gender>?, _ age: Choice<AgeGroup>?, isNamed: Bool = false) {
      // Far more than any hall holds, far less than would overflow.
      let number = min(max(0, number), 1_000_000)
      people += number
      if gender == .woman { women += number }
      if gender == .man { men += number }
      if age == .youth { youth += number }
      if !isNamed { unnamed += number }
      if !isNamed, gender == .woman { unnamedWomen += number }
      counts[stakeholder, default: 0] += number
    }
    for person in workshop.present.compactMap({ session.participants[$0] }) {
      let isNamed = person.consent == true && !person.name.isEmpty
      if isNamed { named.append((person.name, person.id)) }
      count(1, person.stakeholder, person.gender, person.ageGroup, isNamed: isNamed)
    }
    for heads in workshop.headcounts { count(heads.people ?? 0, heads.stakeholder, heads.gender, heads.ageGroup) }
    names = named.sorted { $0.name != $1.name ? $0.name < $1.name : $0.id < $1.id }.map(\.id)
    groups = counts.map { (stakeholder: $0.key, people: $0.value) }.sorted {
      $0.people != $1.people ? $0.people > $1.people : ($0.stakeholder ?? .session) < ($1.stakeholder ?? .session)
    }
  }
}
