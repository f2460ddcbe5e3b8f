import ChainAnalysis
import SessionModel
import Widgets
import Words

/// Who is here: by name with a key, by counts on one line, and in small groups.
extension Desk {
  /// The workshop that the screen shows.
  var selectedWorkshop: Workshop? {
    working.session.workshops[lists[.workshop]?.selectedID] ?? latestWorkshop.flatMap { working.session.workshops[$0.id] }
  }

  /// Notes the selected or marked people as here, or takes them off when all of them are.
  mutating func togglePresence() {
    guard var workshop = selectedWorkshop else { return }
    let people = targets.filter { $0.kind == .participant }.map(\.id)
    guard let first = people.first else { return }
    let areHere = people.allSatisfy { workshop.present.contains($0) }
    if areHere {
      workshop.present.removeAll { people.contains($0) }
    } else {
      workshop.present += people.filter { !workshop.present.contains($0) }
    }
    let count = Attendance(workshop, working.session).people
    let name = name(EntityRef(.participant, first))
    perform(
      Title(.edit, .workshop, name: workshop.name, field: "present"), [.replace(workshop)],
      saying: .presence(name: name, count: people.count, isHere: !areHere, people: count))
  }

  /// People who are added while a workshop is on the screen are in the room.
  func presence(of people: [EntityID]) -> [Change] {
    guard screen == .workshop, var workshop = selectedWorkshop, !people.isEmpty else { return [] }
    workshop.present += people
    return [.replace(workshop)]
  }

  mutating func openHeadcount() {
    ask(
      CaptureLine(label: words.workshop(.headcountLabel), placeholder: words.workshop(.headcountExample), separator: nil),
      CaptureLayer.Purpose(
        finished: { desk, text in
          desk.countHeads(text) ? .next(desk.message) : .stay(MessageLine(desk.words.workshop(.headcountProblem), .error))
        }))
  }

  /// `Small growers 9 men 5 women 3 young women`: counts with what they count, the other words being whom they come from. What was counted before for the same people is replaced.
  mutating func countHeads(_ text: String) -> Bool {
    guard var workshop = selectedWorkshop else { return false }
    let counts = HeadcountLine(text, gender: { word in words.gender(named: word) }, isYoung: { word in words.isYoung(word) })
    guard !counts.parts.isEmpty else { return false }
    let from = counts.name.isEmpty ? nil : find(counts.name, [.stakeholder])?.id
    if !counts.name.isEmpty, from == nil { return false }
    for part in counts.parts {
      let gender = part.gender.map { Choice<Gender>.known($0) }
      let age: Choice<AgeGroup>? = part.isYoung ? .known(.youth) : nil
      workshop.headcounts.removeAll { $0.stakeholder == from && $0.gender == gender && $0.ageGroup == age }
      guard part.people > 0 else { continue }
      var heads = Headcount(id: newID(prefix: "x"))
      heads.stakeholder = from
      heads.gender = gender
      heads.ageGroup = age
      heads.people = part.people
      workshop.headcounts.append(heads)
    }
    perform(
      Title(.edit, .workshop, name: workshop.name, field: "headcounts"), [.replace(workshop)],
      saying: .counted(people: Attendance(workshop, working.session).people))
    return true
  }

  mutating func openBreakouts() {
    ask(
      CaptureLine(label: words.workshop(.breakoutLabel), placeholder: words.workshop(.breakoutExample), separator: nil),
      CaptureLayer.Purpose(
        finished: { desk, text in
          desk.makeBreakouts(text)
          return .close()
        }))
  }

  /// The item that groups are made for: the running one, else the next.
  var itemForGroups: AgendaItem? { latestWorkshop.flatMap { day in day.runningItem(at: now) ?? day.agenda.first { $0.started == nil } } }

  /// Makes breakout groups: so many, mixed of those who are here, or the ones named.
  mutating func makeBreakouts(_ text: String) {
    guard let item = itemForGroups, let id = latestWorkshop?.id, var workshop = working.session.workshops[id],
      let index = workshop.agenda.firstIndex(where: { $0.id == item.id })
    else { return }
    if let count = Int(text.trimmed) {
      let people = workshop.present.compactMap { working.session.participants[$0] }
      let groups = BreakoutGroups.mixed(people, into: min(max(1, count), 20))
      workshop.agenda[index].breakoutGroups = (0..<min(max(1, count), 20)).map { number in
        let members = groups.indices.contains(number) ? groups[number] : []
        let named = members.filter { $0.consent == true && !$0.name.isEmpty }.map(\.name)
        return words.breakout(number + 1, names: named, unnamed: members.count - named.count)
      }
    } else {
      workshop.agenda[index].breakoutGroups = text.split(whereSeparator: { $0 == "," || $0 == ";" }).map(\.trimmed).filter { !$0.isEmpty }
    }
    perform(Title(.workshop, .workshop, name: workshop.name), [.replace(workshop)])
  }
}

/// Counted people as one line says them.
struct HeadcountLine: Equatable {
  struct Part: Equatable {
    var people: Int
    var gender: Gender?
    var isYoung = false
  }

  private(set) var parts: [Part] = []
  /// The words that count nothing.
  private(set) var name = ""

  init(_ text: String, gender: (String) -> Gender?, isYoung: (String) -> Bool) {
    var rest: [String] = []
    var isOpen = false
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == ";" }).map(String.init) {
      if let number = Int(word), (0...100_000).contains(number) {
        parts.append(Part(people: number))
        isOpen = true
      } else if isOpen, let found = gender(word) {
        parts[parts.count - 1].gender = found
      } else if isOpen, isYoung(word) {
        parts[parts.count - 1].isYoung = true
      } else {
        rest.append(word)
        isOpen = false
      }
    }
    name = rest.joined(separator: " ")
  }
}
