import Drawing
import JSON
import SessionModel
import Widgets
import Words

extension Layer {
  static func recovered(_ work: RecoveredWork, hasFile: Bool, _ words: any Catalogue) -> Question {
    let said = words.safety(.recovered(steps: work.steps.count, until: work.until, draft: work.draft != .null, isPartial: work.isPartial))
    return Question(
      dialog: Dialog(
        title: words.safety(.recoveredTitle),
        message: [StyledLine(said), .empty, StyledLine(words.safety(hasFile ? .recoveredQuestion : .recoveredUnsavedQuestion))],
        buttons: [
          DialogButton("k", words.safety(.keep)), DialogButton("c", words.safety(.compare)),
          hasFile ? DialogButton("g", words.safety(.discard), isDangerous: true) : DialogButton("l", words.safety(.letGo), isDangerous: true),
        ]),
      answers: [.keepRecovered, .compareRecovered, .discardRecovered], cancelled: .keepRecovered)
  }

  static func changedOnDisk(wasQuitting: Bool, _ words: any Catalogue) -> Question {
    var buttons: [(DialogButton, Question.Answer)] = []
    buttons.append((DialogButton("b", words.safety(.merge)), .merge))
    buttons.append((DialogButton("e", words.safety(.saveElsewhere)), .saveElsewhere(thenQuit: wasQuitting)))
    buttons.append((DialogButton("t", words.safety(.reload), isDangerous: true), .reload))
    if wasQuitting { buttons.append((DialogButton("l", words.safety(.leaveInJournal)), .quit)) }
    buttons.append((DialogButton("d", words.safety(.stay)), .nothing))
    return Question(
      dialog: Dialog(title: words.safety(.changedTitle), message: [StyledLine(words.safety(.changedQuestion))], buttons: buttons.map(\.0)),
      answers: buttons.map(\.1))
  }

  static func takeOver(_ owner: FileOwner?, _ words: any Catalogue) -> Question {
    let question = owner.map { SafetyMessage.takeOverQuestion(user: $0.user, host: $0.host, since: $0.since) } ?? .takeOverUnknown
    return Question(
      dialog: Dialog(
        title: words.safety(.takeOverTitle), message: [StyledLine(words.safety(question))],
        buttons: [DialogButton("t", words.safety(.takeOver)), DialogButton("s", words.frame(.quitStay))], preferred: 1),
      answers: [.takeOver, .nothing])
  }
}

extension Desk {
  var mayTakeOver: Bool {
    switch file.standing {
    case .following, .lookingOn: !file.isOnWall
    case .own, .newer: false
    }
  }

  mutating func askToTakeOver() { layers.append(.dialog(Layer.takeOver(nil, words))) }

  /// Shows what a journal brought back, and asks what is to become of it.
  mutating func recover(_ work: RecoveredWork) {
    working = work.working
    // Nothing of it is in the file, unless there is nothing but half-typed text.
    savedRevision = work.steps.isEmpty ? working.session.revision : -1
    recovered = work
    // A second copy of the indexes would make every step copy them.
    recovered?.working = WorkingSession(Session())
    derived.releaseView()
    prepare()
    meetRoom()
    restore(halfTyped: work.draft)
    layers.append(.dialog(Layer.recovered(work, hasFile: file.path != nil, words)))
  }

  /// What was done in the work that was recovered, and what is different by it.
  mutating func showRecovered() {
    guard let recovered else { return }
    var lines: [StyledLine] = []
    if !recovered.steps.isEmpty, audience == .facilitator {
      lines.append(StyledLine(words.safety(.whatWasDone), Style(.heading)))
      lines += recovered.steps.map { StyledLine([StyledText("  " + words.step($0))], hangingIndent: 9) }
      lines.append(.empty)
    }
    lines.append(StyledLine(words.safety(.whatIsDifferent), Style(.heading)))
    lines += comparisonLines(from: recovered.saved.redacted(for: audience), to: view.session)
    let typed = audience == .facilitator ? HalfTyped.texts(recovered.draft) : []
    if !typed.isEmpty {
      lines += [.empty, StyledLine(words.safety(.halfTypedTitle), Style(.heading))]
      lines += typed.map { StyledLine([StyledText("  " + $0)], hangingIndent: 2) }
    }
    layers.append(.page(TextPage(title: words.safety(.recoveredTitle), text: Viewport(lines), hints: words.safety(.pageHints))))
  }

  mutating func openVersions(_ versions: [FileVersion]) {
    let items = versions.map { version in
      FinderItem(words.safety(.version(version.savedAt, kilobytes: version.size / 1000)))
    }
    layers.append(
      .finder(
        FinderLayer(
          purpose: .version(versions.map(\.number)), finder: Finder(items), title: words.safety(.versionsTitle),
          empty: words.safety(.versionsEmpty))))
  }

  mutating func show(version session: Session, savedAt: Instant) {
    let lines = comparisonLines(from: session.redacted(for: audience), to: view.session)
    var page = TextPage(
      title: words.safety(.versionTitle(savedAt)), text: Viewport(lines), hints: words.safety(.versionHints))
    page.actions = file.isReadOnly ? [:] : ["r": .restore(session, savedAt: savedAt)]
    if file.isReadOnly { page.hints = words.safety(.pageHints) }
    layers.append(.page(page))
  }

  /// Takes an earlier version back, in one step that can be undone.
  mutating func restore(_ session: Session, savedAt: Instant) {
    let changes = SessionComparison(working.session, session).changes
    perform(Title(.restore, name: words.moment(savedAt)), changes, saying: .safe(.restored(savedAt)))
  }
}
