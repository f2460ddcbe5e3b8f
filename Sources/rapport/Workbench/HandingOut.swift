import Exchange
import Glibc
import SessionModel
import SessionStore
import Words
import Workbench

/// Writes what is handed out beside the session, under names that nothing has yet.
struct HandingOut {
  let clock: WorkClock

  /// Writes a summary or the tables, and tells the desk how it went.
  func export(_ kind: ExportKind, _ desk: inout Desk) {
    let base = desk.file.path.map { FilePath.folder($0) + "/" + FilePath.stem($0) } ?? "./" + words.frame(.untitled)
    do throws(Refusal) {
      desk.receive(.exported(FilePath.shown(try write(kind, desk.working.session, base: base))))
    } catch {
      desk.receive(.failed(error.lines.first ?? ""))
    }
  }

  private func write(_ kind: ExportKind, _ session: Session, base: String) throws(Refusal) -> String {
    let format: ReportFormat
    switch kind {
    case .csv:
      let folder = UnusedName.file(base + "-tables", ending: "", clock.now)
      try FileOutput.makeFolder(folder)
      for table in CSVExport.files(session) { try FileOutput.write(table.bytes, to: "\(folder)/\(table.name)", force: false) }
      return folder
    case .html: format = .html
    case .markdown: format = .markdown
    case .text: format = .text
    default: return try writeHandout(kind, session, base: base)
    }
    let report = SessionReport(session, today: clock.now.date, words: words)
    let text = try ReportCommand.render(report, format, template: nil)
    let path = UnusedName.file(base + "-summary", ending: format.fileEnding, clock.now)
    try FileOutput.write(Array(text.utf8), to: path, force: false)
    return path
  }

  /// Minutes, the plan for other programs, and what is given away; the trust sheet can be read by its owner only.
  private func writeHandout(_ kind: ExportKind, _ session: Session, base: String) throws(Refusal) -> String {
    let bytes: [UInt8]
    let ending: String
    switch kind {
    case .calendar: (bytes, ending) = (PlanCalendar.bytes(session, now: clock.now, words: words), "ics")
    case .planTable: (bytes, ending) = (PlanTable.bytes(session, today: clock.now.date, words: words), "csv")
    case .minutesHTML, .minutesMarkdown, .minutesText:
      let format: ReportFormat = kind == .minutesHTML ? .html : kind == .minutesMarkdown ? .markdown : .text
      (bytes, ending) = (Array(try MinutesCommand.minutes(session, nil, format, template: nil, confidential: false, at: clock.now).utf8), format.fileEnding)
    default:
      guard let handout = HandoutKind(rawValue: kind.rawValue) else { return base }
      (bytes, ending) = (Array(try HandoutCommand.handout(handout, session, nil, .html, template: nil, at: clock.now).utf8), "html")
    }
    let name = kind.rawValue.hasPrefix("minutes") ? "minutes" : kind.rawValue.hasPrefix("plan") ? "plan" : kind.rawValue
    let path = UnusedName.file(base + "-" + name, ending: ending, clock.now)
    try FileOutput.write(bytes, to: path, force: false, isPrivate: kind == .trustSheet)
    return path
  }
}

/// Names for files that are written without asking.
enum UnusedName {
  /// `base-2026-11-21.html`, or with `-2` and so on when that is taken.
  static func file(_ base: String, ending: String, _ now: Instant) -> String {
    let ending = ending.isEmpty ? "" : "." + ending
    let dated = "\(base)-\(now.date)"
    if !FileOutput.isThere(dated + ending) { return dated + ending }
    for number in 2..<10_000 where !FileOutput.isThere("\(dated)-\(number)\(ending)") { return "\(dated)-\(number)\(ending)" }
    return "\(dated)-\(now.seconds)\(ending)"
  }
}
