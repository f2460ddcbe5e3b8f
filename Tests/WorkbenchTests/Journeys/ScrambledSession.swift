import SessionModel

extension Session {
  /// The same for the room and another one for the facilitator: every confidential value is another, readings and conflicts have come and gone,
  /// votes that are covered have other counts, and whoever may not be named is called something else. Every text of it says SECRET.
  var scrambled: Session {
    var result = Session()
    var isRead = false
    for kind in EntityKind.allCases {
      for entity in entities(of: kind) {
        var other = entity.scrambledFields
        other.common.notes = "SECRET NOTE"
        switch other {
        case var reading as Reading where reading.aspect?.option?.isConfidential == true:
          // Every other one goes.
          isRead.toggle()
          guard isRead else { continue }
          reading.score = reading.score.map { $0 == 1 ? 2 : 1 }
          reading.on = PartialDate("2001-02-03")
          other = reading
        case let tie as Relationship where tie.type == .conflict: continue
        case var person as Participant where person.consent != true:
          person.name = "SECRET PERSON"
          other = person
        case var day as Workshop:
          for index in day.ballots.indices where day.ballots[index].isCovered {
            for place in day.ballots[index].options.indices { day.ballots[index].options[place].dots = 90 - place }
          }
          other = day
        default: break
        }
        result.put(other)
      }
    }
    result.addSecrets()
    return result
  }

  /// Trust between pairs that nobody asked before, and a conflict.
  private mutating func addSecrets() {
    let actors = Array(stakeholders.ids.prefix(6))
    for (number, pair) in zip(actors, actors.dropFirst()).enumerated() {
      guard let id = EntityID("r-secret\(number)") else { continue }
      var reading = Reading(id: id)
      reading.aspect = .known(.trust)
      (reading.subject, reading.toward) = pair
      reading.score = 1
      reading.on = PartialDate("2008-05-05")
      put(reading)
    }
    guard let id = EntityID("t-secret") else { return }
    var tie = Relationship(id: id)
    (tie.from, tie.to) = (actors.first, actors.last)
    tie.type = .known(.conflict)
    put(tie)
  }
}

extension Entity {
  fileprivate var scrambledFields: any Entity {
    var other: any Entity = self
    for field in Self.description.fields where field.isConfidential && field.aspect == nil {
      let value: FieldValue? =
        switch field.kind {
        case .text, .longText: .text("SECRET TEXT")
        case .scale(let scale): .number(scale.range.lowerBound)
        case .number(let range, _): .number(range.lowerBound)
        case .flag: .flag(value(at: field.index) != .flag(true))
        default: nil
        }
      if let value, let next = other.setting(field.key, to: value) { other = next }
    }
    return other
  }
}
