/// Who will see what is drawn, computed or written.
public enum Audience: Hashable, Sendable {
  /// The facilitator alone: everything.
  case facilitator
  /// Everybody in the hall, or whoever gets a handout or an export.
  case room
}

extension Session {
  /// A session without what the audience must not see: confidential fields and readings, ties that are conflicts, the counts of votes
  /// that were not revealed, and the names of people who did not consent (METHOD.md, Confidentiality). Everything for that audience is drawn and computed from this value alone, so that nothing can leak by way of
  /// a sort order or a line weight.
  public func redacted(for audience: Audience) -> Session {
    guard audience != .facilitator else { return self }
    var result = Session(profile: SessionProfile(id: .session))
    result.revision = revision
    var gone: Set<EntityID> = []
    readings.forEach { if $0.aspect?.option?.isConfidential ?? true { gone.insert($0.id) } }
    relationships.forEach { if $0.type == .conflict { gone.insert($0.id) } }
    for kind in EntityKind.allCases {
      func copy<E: Entity>(_: E.Type) {
        self[keyPath: E.collection].forEach { entity in
          guard !gone.contains(entity.id), let kept = entity.withoutConfidential() else { return }
          result[keyPath: E.collection].put(kept, revision: self[keyPath: E.collection].revision)
        }
      }
      copy(kind.type)
    }
    workshops.forEach { workshop in
      guard workshop.ballots.contains(where: \.isCovered), var kept = result.workshops[workshop.id] else { return }
      for index in kept.ballots.indices where kept.ballots[index].isCovered {
        for place in kept.ballots[index].options.indices { kept.ballots[index].options[place].dots = nil }
      }
      result.workshops.put(kept, revision: workshops.revision)
    }
    participants.forEach { person in
      guard person.consent != true else { return }
      var nameless = Participant(id: person.id)
      nameless.stakeholder = person.stakeholder
      nameless.gender = person.gender
      nameless.ageGroup = person.ageGroup
      nameless.consent = person.consent
      result.participants.put(nameless, revision: participants.revision)
    }
    return result
  }
}

extension Record {
  /// Without confidential fields, in items too; unknown members go as well, since nobody can tell whether they are confidential.
  fileprivate func withoutConfidential() -> Self? {
    var copy = self
    copy.extra = []
    for field in Self.fields {
      if field.isConfidential {
        _ = field.set(&copy, .empty)
      } else if case .items = field.kind, case .items(let items) = field.get(self) {
        let kept = items.compactMap { item in item.record.withoutConfidential().map { Item($0) } }
        _ = field.set(&copy, kept.isEmpty ? .empty : .items(kept))
      }
    }
    return copy
  }
}
