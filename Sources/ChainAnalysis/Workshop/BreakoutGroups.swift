import SessionModel

/// Deals the people of a room into small groups.
public enum BreakoutGroups {
  /// Groups as alike as can be: those who come from the same place are dealt out one to each group in turn, so that no group is all of one kind and sizes differ by one at most.
  public static func mixed(_ people: [Participant], into count: Int) -> [[Participant]] {
    let count = min(max(1, count), max(1, people.count))
    var groups: [[Participant]] = Array(repeating: [], count: count)
    let ordered = people.sorted { a, b in
      let keys = (a.stakeholder?.text ?? "~", b.stakeholder?.text ?? "~")
      if keys.0 != keys.1 { return keys.0 < keys.1 }
      let genders = (a.gender?.code ?? "", b.gender?.code ?? "")
      return genders.0 != genders.1 ? genders.0 < genders.1 : a.id < b.id
    }
    for (index, person) in ordered.enumerated() { groups[index % count].append(person) }
    return groups
  }
}
