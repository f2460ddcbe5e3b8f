extension Session {
  /// What lists and messages call an entity: its own name, or for a tie or reading those of its two ends. Empty when nobody named it.
  public func name(of ref: EntityRef) -> String {
    switch ref.kind {
    case .stakeholder: return stakeholders.of(ref.id) { $0.name } ?? ""
    case .relationship:
      return relationships.of(ref.id) { pair($0.from, $0.to, $0.mutual == true ? " ⇄ " : " → ") } ?? ""
    case .reading:
      guard let reading = readings[ref.id] else { return "" }
      let subject = reading.subject.flatMap { resolve($0, among: [.stakeholder, .indicator]) }
      if let toward = reading.toward { return pair(reading.subject, toward, " → ") }
      return subject.map { name(of: $0) } ?? ""
    default:
      return ownName(ref) ?? ""
    }
  }

  /// The name of whatever has this id and is allowed by the target.
  public func name(of id: EntityID, as target: ReferenceTarget) -> String {
    switch target {
    case .entities(let kinds): resolve(id, among: kinds.isEmpty ? EntityKind.allCases : kinds).map { name(of: $0) } ?? id.text
    case .segment: segment(id)?.name ?? id.text
    case .phase: phase(id)?.name ?? id.text
    case .agendaItem: agendaItem(id)?.title ?? id.text
    }
  }

  /// Every id with its name that the target allows, in the order of the file.
  public func candidates(for target: ReferenceTarget) -> [(id: EntityID, name: String)] {
    switch target {
    case .entities(let kinds): kinds.flatMap { kind in ids(of: kind).map { ($0, name(of: EntityRef(kind, $0))) } }
    case .segment: profile.segments.map { ($0.id, $0.name) }
    case .phase: profile.phases.map { ($0.id, $0.name) }
    case .agendaItem: workshops.sorted.flatMap { $0.agenda.map { ($0.id, $0.title) } }
    }
  }

  private func pair(_ from: EntityID?, _ to: EntityID?, _ arrow: String) -> String {
    func name(_ id: EntityID?) -> String { id.flatMap { stakeholders.of($0, \.name) } ?? "?" }
    return name(from) + arrow + name(to)
  }
}
