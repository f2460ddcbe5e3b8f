import ChainAnalysis
import SessionModel

/// What the analysis says of the session, kept until it changes. For the facilitator alone; the room's screens never ask for it.
struct AnswersState: Sendable {
  private(set) var facts: ChainFacts?
  private(set) var chain: ChainAnswers?
  private(set) var advice = AdviceList.none
  /// What is computed behind, in sessions so large that it would keep a key waiting.
  var job: AnswersJob?
  private var key: Key?
  private var adviceKey: Key?

  struct Key: Hashable {
    var revision: Int
    var today: PartialDate
  }

  /// The revision of the session that they are about; nil when there are none.
  var revision: Int? { facts == nil ? nil : key?.revision }

  /// Whether they, and the advice, are those of a session as it stands.
  func isCurrent(_ now: Key) -> Bool { facts != nil && key == now && adviceKey == now }

  /// Above so many stakeholders what an inspector says of each would keep a key waiting; the page of answers says it when asked.
  static let inspectorLimit = 2_000

  mutating func refresh(_ working: WorkingSession, _ history: TrustHistory, today: PartialDate) {
    let now = Key(revision: working.session.revision, today: today)
    guard key != now || facts == nil else { return }
    key = now
    let facts = ChainFacts(working.session, readings: working.readings, history: history, today: today)
    self.facts = facts
    chain = ChainAnswers(facts)
  }

  mutating func refreshAdvice() {
    guard let facts, adviceKey != key else { return }
    adviceKey = key
    advice = AdviceList(facts, chain)
  }

  /// Lets go of the session before it changes: what nobody else holds changes in place, however large it is.
  mutating func release() { facts = nil }
}

extension Desk {
  /// Brings the answers up to date with the session.
  mutating func refreshAnswers() {
    guard audience == .facilitator else { return }
    trust.analysis.refresh(working)
    answers.refresh(working, trust.analysis.history, today: today)
  }

  mutating func refreshAdvice() {
    guard audience == .facilitator else { return }
    refreshAnswers()
    answers.refreshAdvice()
  }

  /// Whether inspectors may say what the analysis makes of the selected one.
  var showsAnswers: Bool { audience == .facilitator && working.session.stakeholders.count <= AnswersState.inspectorLimit }

  func actorName(_ id: EntityID) -> String { name(EntityRef(.stakeholder, id)) }
  /// The name of a segment or a phase.
  func partName(_ id: EntityID) -> String { view.session.segment(id)?.name ?? view.session.phase(id)?.name ?? id.text }
}
