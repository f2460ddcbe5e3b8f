extension Session {
  /// The participants that a person may mean by an id or a name, letter case aside.
  public func participants(called text: String) -> [Participant] {
    if let id = EntityID(text), let one = participants[id] { return [one] }
    let wanted = text.trimmed.lowercased()
    return participants.sorted.filter { $0.name.trimmed.lowercased() == wanted }
  }

  /// The session without these people: their entries, and their names wherever they are mentioned. Workshops that they came to count them
  /// among those who are not named.
  ///
  /// - Parameters:
  ///   - ids: of participants; those that are not there are passed over.
  ///   - names: that are to go from all texts, besides those the participants have here.
  ///   - placeholder: stands in texts for a name.
  public func forgetting(_ ids: [EntityID], names: [String], placeholder: String) -> Session {
    let gone = ids.compactMap { participants[$0] }
    let replacement = NameReplacement((names + gone.map(\.name)).map { ($0, placeholder) })
    var result = self
    for person in gone { result.countWithoutName(person) }
    var working = WorkingSession(result)
    let changes = working.removal(of: gone.map(\.ref))
    // What `removal` gives always fits the session that it was asked of.
    if !changes.isEmpty, (try? working.perform(Transaction(Title(.remove, .participant), changes))) != nil { result = working.session }
    return result.mappingTexts(replacement.replaced)
  }

  /// Adds a person to the counts of the workshops that name them among those present.
  private mutating func countWithoutName(_ person: Participant) {
    workshops.forEach { workshop in
      guard workshop.present.contains(person.id) else { return }
      var counted = workshop
      if let place = counted.headcounts.firstIndex(where: { $0.stakeholder == person.stakeholder && $0.gender == person.gender }) {
        counted.headcounts[place].people = min((counted.headcounts[place].people ?? 0) &+ 1, 100_000)
      } else {
        var count = Headcount(id: person.id)
        for number in 0..<1000 where counted.headcounts.contains(where: { $0.id == count.id }) { count.id = EntityID("h-\(number)") ?? count.id }
        count.stakeholder = person.stakeholder
        count.gender = person.gender
        count.people = 1
        counted.headcounts.append(count)
      }
      put(counted)
    }
  }
}
