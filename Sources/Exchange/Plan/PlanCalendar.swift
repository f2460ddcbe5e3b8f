import ChainAnalysis
import SessionModel
import Words

/// The action plan as an iCalendar file (RFC 5545): one to-do for each action, with due date, status and what it waits for (`RELATED-TO`, RFC 9253).
/// Made of what may be handed out; no text in it can become a property of its own.
public enum PlanCalendar {
  /// - Parameter now: stamped on every entry.
  public static func bytes(_ session: Session, for audience: Audience = .room, now: Instant, words: some ExchangeWords) -> [UInt8] {
    let visible = session.redacted(for: audience)
    var lines: [String] = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rapport//Action plan//EN", "CALSCALE:GREGORIAN",
      "X-WR-CALNAME:" + text(visible.profile.title.isEmpty ? words.report(.plan) : visible.profile.title),
    ]
    let titles = PlanNames(visible, words: words)
    for action in visible.actions.sorted {
      lines += [
        "BEGIN:VTODO", "UID:" + uid(action.id), "DTSTAMP:" + stamp(now),
        "SUMMARY:" + text(action.what.isEmpty ? words.withArticle(.action) : action.what),
      ]
      let due = action.due.map { PartialDate(dayNumber: $0.lastDay) }
      if let from = action.from.map({ PartialDate(dayNumber: $0.firstDay) }), due.map({ from.isBefore($0) }) ?? true {
        lines.append("DTSTART;VALUE=DATE:" + day(from))
      }
      if let due { lines.append("DUE;VALUE=DATE:" + day(due)) }
      lines += status(action)
      let owner = titles.owner(action)
      let initiative = titles.initiative(action)
      if !owner.isEmpty { lines.append("CONTACT:" + text(owner)) }
      if !initiative.isEmpty { lines.append("CATEGORIES:" + text(initiative)) }
      var notes: [String] = []
      if !owner.isEmpty { notes.append(words.report(.owner) + ": " + owner) }
      if let status = action.status { notes.append(words.report(.status) + ": " + words.choice(ActionStatus.list, status.code)) }
      // Not every program shows a due date or what a to-do waits for: the notes say both in words.
      if let due = action.due { notes.append(words.report(.due) + ": " + words.date(due)) }
      let needs = action.dependsOn.compactMap { visible.actions[$0] }
      for need in needs { notes.append(words.handout(.waitsFor) + ": " + (need.what.isEmpty ? words.withArticle(.action) : need.what)) }
      if !notes.isEmpty { lines.append("DESCRIPTION:" + text(notes.joined(separator: "\n"))) }
      for need in needs { lines.append("RELATED-TO;RELTYPE=DEPENDS-ON:" + uid(need.id)) }
      lines.append("END:VTODO")
    }
    lines.append("END:VCALENDAR")
    return lines.flatMap { fold($0) }
  }

  private static func uid(_ id: EntityID) -> String { id.text + "@rapport" }

  private static func status(_ action: ActionItem) -> [String] {
    switch action.status?.option {
    case .done:
      // Noon, so that it is the same day almost everywhere.
      let on = action.doneOn ?? action.due
      let completed = on.map { ["COMPLETED:" + day(PartialDate(dayNumber: $0.firstDay)) + "T120000Z"] } ?? []
      return ["STATUS:COMPLETED", "PERCENT-COMPLETE:100"] + completed
    case .doing: return ["STATUS:IN-PROCESS"]
    case .dropped: return ["STATUS:CANCELLED"]
    case .toDo, .blocked, nil: return ["STATUS:NEEDS-ACTION"]
    }
  }

  private static func day(_ date: PartialDate) -> String { date.description.filter { $0 != "-" } }

  /// In universal time.
  private static func stamp(_ moment: Instant) -> String { Instant(seconds: moment.seconds).description.filter { $0 != "-" && $0 != ":" } }

  /// A text value: what has a meaning in it is escaped, what has none and cannot be shown is left out.
  static func text(_ value: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        result.append("\\")
        result.append(scalar)
      case "\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{0B}", "\u{0C}": result.append(contentsOf: "\\n".unicodeScalars)
      case "\t": result.append(" ")
      default:
        let isUnseen =
          scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
          || (0x2066...0x2069).contains(scalar.value)
        if !isUnseen { result.append(scalar) }
      }
    }
    return String(result)
  }

  /// Lines of at most 75 bytes, no character split; what follows begins with a blank.
  static func fold(_ line: String) -> [UInt8] {
    var result: [UInt8] = []
    var count = 0
    for scalar in line.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if count + bytes.count > 75 {
        result += [0x0D, 0x0A, 0x20]
        count = 1
      }
      result += bytes
      count += bytes.count
    }
    return result + [0x0D, 0x0A]
  }
}

/// What people call the owner, the initiative and the phase of an action.
struct PlanNames {
  let session: Session
  private let notNamed: String

  init(_ session: Session, words: some ExchangeWords) {
    self.session = session
    notNamed = words.handout(.notNamed)
  }

  /// Who answers for it: a stakeholder, a person, or free words.
  func answering(_ action: ActionItem) -> String {
    switch PlanProgress.Part(action, .owner, session) {
    case .entity(let ref): ref.kind == .participant ? person(action) : session.name(of: ref)
    case .text(let text): text
    case .phase, .none: ""
    }
  }

  /// A stakeholder and the person, or free words; a person who may not be named is only said to be one.
  func owner(_ action: ActionItem) -> String {
    let owner = session.stakeholders[action.owner]?.name ?? action.ownerName
    let person = person(action)
    return owner.isEmpty ? person : person.isEmpty || person == notNamed ? owner : owner + " (" + person + ")"
  }

  func person(_ action: ActionItem) -> String {
    guard let person = session.participants[action.person] else { return "" }
    return person.name.isEmpty ? notNamed : person.name
  }

  func initiative(_ action: ActionItem) -> String { session.initiatives[action.initiative]?.name ?? "" }
  func phase(_ action: ActionItem) -> String { session.phase(session.initiatives[action.initiative]?.phase)?.name ?? "" }
}
