import Drawing
import JSON
import SessionModel
import Widgets
import Words

/// Everything that the workbench is at one moment: the session being worked on, the screen, what lies open over it, and the message.
/// A value: events change it by `update`, and `draw` shows it; neither touches anything outside.
public struct Desk: Sendable {
  /// The session with its undo; always whole, whatever the room may see.
  public internal(set) var working: WorkingSession
  public internal(set) var file: OpenFile
  /// What was done since it was asked for last, for the journal.
  private var undelivered: [RecordedStep] = []
  /// What a journal brought back, as long as the facilitator has not settled what becomes of it.
  var recovered: RecoveredWork?
  /// What was half-typed before each crash, the first first, until room mode is left.
  var waitingHalfTyped: [JSONValue] = []
  /// The session's revision that the file on disk has.
  var savedRevision: Int
  /// Who looks at the screen.
  public internal(set) var audience = Audience.facilitator

  public internal(set) var screen = WorkScreen.overview {
    didSet { if screen != oldValue { outlook.trial = nil } }
  }
  /// The part of each screen that has the keys, by its index.
  var panes: [WorkScreen: Int] = [:]
  var lists: [EntityKind: EntityList] = [:]
  var overview = OverviewState()
  var map = MapState()
  var trust = TrustState()
  var markets = MarketsState()
  var initiatives = InitiativesState()
  var plan = PlanState()
  var workshop = WorkshopState()
  var advice = AdviceState()
  var outlook = OutlookState()
  /// A proposal that was closed and not inserted, to go on with.
  var keptProposal: ProposalLayer?
  /// Runs of an outlook.
  var outlookRuns = 10_000
  /// What the analysis says; the room sees nothing of it.
  var answers = AnswersState()
  var showsInspector = true

  /// What lies open over the screen, the topmost last; it has the keys.
  var layers: [Layer] = []
  /// What was typed into fields of an entry and could not be understood, by the field's key, to go on with.
  var drafts: [EntityRef: [String: String]] = [:]
  /// Lines that were left with something in them, to go on with.
  var leftLines: [LeftLine: String] = [:]
  /// Whether leaving has already stopped once at a half-typed form.
  var hasShownDrafts = false
  var message = MessageLine("")
  public internal(set) var size: Size
  var now: Instant
  var random: SeededGenerator
  /// Names of the themes that can be chosen, and the one in use.
  var themes: [String]
  var theme: String
  let words: any Catalogue
  /// The row of screens, one item each.
  let tabs: [TabItem]
  var derived = Derived()
  /// The cursor moved with the last key, and nothing else happened.
  public internal(set) var isWalking = false
  /// Keys follow one another so fast that nobody reads what stands beside a list: it is drawn again when they pause.
  public var isHurried = false

  public init(
    _ session: Session, file: OpenFile, size: Size, now: Instant, seed: UInt64, words: any Catalogue = English(),
    themes: [String] = [], theme: String = "", answers: AnswersJob.Found? = nil
  ) {
    working = WorkingSession(session)
    self.file = file
    savedRevision = session.revision
    self.size = size
    self.now = now
    random = SeededGenerator(seed: seed)
    self.words = words
    tabs = WorkScreen.allCases.map { screen in TabItem(key: String(screen.order + 1), name: words.word(screen).capitalised, shortName: words.tab(screen)) }
    self.themes = themes
    self.theme = theme
    for kind in EntityKind.allCases { lists[kind] = EntityList(kind) }
    if session.profile.conflicts.isEmpty { say(.welcome) } else { say(.conflictsWait(session.profile.conflicts.count), .warning) }
    if let answers { take(answers) }
    prepare()
    // A workshop that was running when the program ended goes on.
    meetRoom()
    if audience == .room { say(.workshopGoesOn) }
  }

  /// What this audience may see: the one source of everything drawn.
  var view: SessionView { derived.view }
  var today: PartialDate { now.date }
  public var isChanged: Bool { working.session.revision != savedRevision }

  mutating func say(_ message: Message, _ kind: MessageLine.Kind = .plain) {
    self.message = MessageLine(words.message(message), kind)
  }

  mutating func newID(_ kind: EntityKind) -> EntityID { newID(prefix: kind.prefix) }

  mutating func newID(prefix: Character) -> EntityID {
    while true {
      let id = EntityID.random(prefix: prefix, using: &random)
      if working.session.kind(of: id) == nil { return id }
    }
  }

  /// Performs a transaction and says what was done. False if it does not fit; the session is then unchanged.
  @discardableResult
  mutating func perform(_ title: Title, _ changes: [Change], saying message: Message? = nil) -> Bool {
    guard !changes.isEmpty else {
      say(.nothingChanged)
      return false
    }
    guard !file.isReadOnly else {
      self.message = MessageLine(words.why(.readOnly), .warning)
      return false
    }
    let transaction = Transaction(title, changes)
    let before = seenByRoom
    do {
      try change { working throws(TransactionError) in try working.perform(transaction) }
    } catch {
      say(.cannotApply, .error)
      return false
    }
    record(.did, transaction)
    say(message ?? .doneWithUndo(shownTitle(of: transaction, before: before)))
    return true
  }

  mutating func record(_ act: RecordedStep.Act, _ transaction: Transaction) {
    undelivered.append(RecordedStep(act, transaction, at: now))
  }

  /// What was done since this was asked last, in its order: to be kept before anything else is done.
  public mutating func takeSteps() -> [RecordedStep] {
    defer { undelivered.removeAll() }
    return undelivered
  }

  /// Changes the session and brings what is shown up to date.
  mutating func change<Result>(_ body: (inout WorkingSession) throws(TransactionError) -> Result) throws(TransactionError) -> Result {
    derived.releaseView()
    answers.release()
    defer { prepare() }
    return try body(&working)
  }

  /// The name of an entity, or what an unnamed one is called.
  func name(_ ref: EntityRef) -> String {
    let name = view.name(of: ref)
    return name.isEmpty ? words.withArticle(ref.kind) : name
  }

  /// Brings what the screen shows up to date with the session. Draw reads it and computes nothing.
  mutating func prepare() {
    derived.refresh(working, audience: audience)
    for kind in shownKinds { refreshList(kind) }
    Screens.of(screen).prepare(&self)
    if screen == .map, showsAnswers { askForAnswers() }
    askForSearch()
  }

  /// The kinds whose lists are on the screen now.
  var shownKinds: [EntityKind] { Screens.of(screen).listKinds }
}
