import Exchange
import Glibc
import SessionModel
import SessionStore
import Words
import Workbench

/// Writes what a desk wants written: the session to its file, and what is handed out beside it.
struct SessionKeeper {
  /// Of the file when it was opened or saved last; nil until the session has one.
  var fingerprint: Fingerprint?
  /// A newer version wrote the file: it is copied, never written.
  var isNewer = false
  var clock: WorkClock

  /// Saves to the session's file, or to another one as a person typed it. Tells the desk how it went; whether it is saved.
  mutating func save(_ desk: inout Desk, to typed: String?, thenQuit: Bool) -> Bool {
    guard let path = typed.map(FilePath.typed) ?? desk.file.path else {
      if thenQuit { desk.receive(.saveFailed(words.program(.noFileName), wasQuitting: true)) } else { desk.askForFile() }
      return false
    }
    do throws(SessionFileFault) {
      if isNewer {
        guard let own = desk.file.path, own != path else { throw .readOnly(path: path) }
        try SessionFile().copy(own, to: path)
      } else {
        let expected = path == desk.file.path ? fingerprint : nil
        fingerprint = try SessionFile().save(desk.working.session, to: path, expecting: expected)
      }
      desk.receive(.saved(name: FilePath.name(path), path: path, revision: desk.working.session.revision))
      return true
    } catch {
      // The new file is there already; the next try replaces that one.
      if case .unconfirmed(_, let new) = error { fingerprint = new }
      desk.receive(.saveFailed("\(FilePath.name(path)): \(words.sessionFault(error))", wasQuitting: thenQuit))
      return false
    }
  }

  /// Saves when there is no more time to ask anything: to the session's file, or else where rescued work is kept.
  /// What is to be said about it; nil when it is in its file.
  mutating func rescue(_ desk: inout Desk) -> String? {
    guard desk.isChanged, !desk.file.isReadOnly else { return nil }
    if desk.file.path != nil, save(&desk, to: nil, thenQuit: false) { return nil }
    let folder = (Environment.folder("XDG_STATE_HOME", ".local/state") ?? "/tmp")
    FileOutput.makePrivateFolders(folder)
    let path = UnusedName.file(folder + "/" + FilePath.stem(desk.file.path ?? "unsaved"), ending: "json", clock.now)
    do throws(SessionFileFault) {
      _ = try SessionFile().save(desk.working.session, to: path, expecting: nil)
      return words.program(.rescued(path))
    } catch {
      return words.program(.rescueFailed(words.lines(error).first ?? ""))
    }
  }

  /// Writes a summary or the tables beside the session, under a name that nothing has yet.
  func export(_ kind: ExportKind, _ desk: inout Desk) {
    let base = desk.file.path.map { FilePath.folder($0) + "/" + FilePath.stem($0) } ?? "./" + words.frame(.untitled)
    do throws(Refusal) {
      desk.receive(.exported(FilePath.name(try write(kind, desk.working.session, base: base))))
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
      (bytes, ending) = (Array(try MinutesCommand.minutes(session, nil, format, template: nil, confidential: false, today: clock.now.date).utf8), format.fileEnding)
    default:
      guard let handout = HandoutKind(rawValue: kind.rawValue) else { return base }
      (bytes, ending) = (Array(try HandoutCommand.handout(handout, session, nil, .html, template: nil, today: clock.now.date).utf8), "html")
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
