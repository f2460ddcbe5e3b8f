import ChainAnalysis
import SessionModel

/// Trust, answers and advice of a session, to compute behind from a snapshot of it.
public final class AnswersJob: Sendable {
  /// What was found; the desk takes it in.
  public struct Found: Sendable {
    let key: AnswersState.Key
    let analysis: TrustAnalysis
    let answers: AnswersState
    /// What does not look right in the entries; nil for a session so small that it is looked for when it is to be shown.
    let findings: [Finding]?
  }

  let key: AnswersState.Key
  private let working: WorkingSession
  private let analysis: TrustAnalysis

  init(_ key: AnswersState.Key, _ working: WorkingSession, _ analysis: TrustAnalysis) {
    self.key = key
    self.working = working
    self.analysis = analysis
  }

  /// For a session that is about to be opened, to compute while the terminal is got ready; nil for one so large that nobody waits for it.
  public convenience init?(opening session: Session, now: Instant) {
    guard !Desk.answersComeLater(for: session) else { return nil }
    self.init(AnswersState.Key(revision: session.revision, today: now.date), WorkingSession(session), TrustAnalysis())
  }

  public func run() -> Found {
    var analysis = analysis
    analysis.refresh(working)
    var answers = AnswersState()
    answers.refresh(working, analysis.history, today: key.today)
    answers.refreshAdvice()
    return Found(
      key: key, analysis: analysis, answers: answers, findings: Desk.answersComeLater(for: working.session) ? working.session.findings() : nil)
  }
}

extension Desk {
  /// Above so many stakeholders or readings the answers come from behind.
  private static let quickLimit = (stakeholders: 300, readings: 3_000)

  private var answersKey: AnswersState.Key { AnswersState.Key(revision: working.session.revision, today: today) }

  var answersComeLater: Bool { Desk.answersComeLater(for: working.session) }

  fileprivate static func answersComeLater(for session: Session) -> Bool {
    session.stakeholders.count > quickLimit.stakeholders || session.readings.count > quickLimit.readings
  }

  /// Whether answers are asked for and on their way; those of before stay until they are there.
  var awaitsAnswers: Bool { answers.job != nil }
  /// Whether there were none before.
  var awaitsFirstAnswers: Bool { awaitsAnswers && answers.chain == nil }

  /// The answers that are to be computed, away from the keys; nil when there are none.
  public var answersJob: AnswersJob? { answers.job }

  /// Brings trust and answers up to date: at once, or in a large session, with the advice, as soon as they come from behind.
  mutating func askForAnswers() {
    guard audience == .facilitator else {
      answers.job = nil
      return
    }
    guard answersComeLater, !answers.isCurrent(answersKey) else {
      answers.job = nil
      return refreshAnswers()
    }
    guard answers.job?.key != answersKey else { return }
    answers.job = AnswersJob(answersKey, working, trust.analysis)
  }

  /// The same with the advice.
  mutating func askForAdvice() {
    askForAnswers()
    if answers.job == nil { refreshAdvice() }
  }

  /// Takes in what was computed behind; what the session has overtaken meanwhile is asked for again.
  public mutating func receive(_ found: AnswersJob.Found, of job: AnswersJob) {
    guard answers.job === job else { return }
    answers.job = nil
    guard audience == .facilitator else { return }
    take(found)
    prepare()
  }

  /// Keeps what was found, unless the session has gone on since.
  mutating func take(_ found: AnswersJob.Found) {
    guard found.key == answersKey else { return }
    trust.analysis = found.analysis
    answers = found.answers
    if let findings = found.findings { derived.take(findings, of: found.key.revision) }
  }
}
