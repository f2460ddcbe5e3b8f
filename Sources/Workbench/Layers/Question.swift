import Drawing
import SessionModel
import Widgets
import Words

/// A question that only the facilitator can answer; everything else acts and can be undone.
struct Question: Sendable {
  enum Answer: Sendable {
    case nothing, leaveRoomMode, saveAgain, saveElsewhere(thenQuit: Bool), quit, unprotect
    case keepRecovered, compareRecovered, discardRecovered
    case takeOver, reload, merge
    case restore(Session, savedAt: Instant)
    case perform(Title, [Change])
  }

  var dialog: Dialog
  /// What each button does.
  let answers: [Answer]
  /// What Esc does.
  var cancelled = Answer.nothing
}

extension Layer {
  static func leaveRoomMode(_ words: any Catalogue) -> Question {
    Question(
      dialog: Dialog(
        title: words.frame(.roomLeaveTitle), message: [StyledLine(words.frame(.roomLeaveText))],
        buttons: [DialogButton("l", words.frame(.roomLeave)), DialogButton("s", words.frame(.roomStay))], preferred: 1),
      answers: [.leaveRoomMode, .nothing])
  }

  /// - Parameter isKept: whether what was not saved is in a journal.
  static func notSaved(_ why: String, isKept: Bool, _ words: any Catalogue) -> Question {
    Question(
      dialog: Dialog(
        title: words.frame(.quitTitle), message: [StyledLine(why), .empty, StyledLine(isKept ? words.safety(.quitKept) : words.frame(.quitUnsaved))],
        buttons: [
          DialogButton("t", words.frame(.quitTryAgain)), DialogButton("e", words.frame(.quitSaveAs)),
          DialogButton("q", words.frame(.quitAnyway), isDangerous: !isKept), DialogButton("s", words.frame(.quitStay)),
        ], preferred: 0),
      answers: [.saveAgain, .saveElsewhere(thenQuit: true), .quit, .nothing])
  }

  /// A session that has no file is left.
  static func leaveUnnamed(isKept: Bool, _ words: any Catalogue) -> Question {
    Question(
      dialog: Dialog(
        title: words.frame(.leaveTitle), message: [StyledLine(isKept ? words.safety(.leaveKept) : words.frame(.quitUnsaved))],
        buttons: [
          DialogButton("e", words.frame(.leaveSave)), DialogButton("q", words.frame(.quitAnyway), isDangerous: !isKept),
          DialogButton("s", words.frame(.quitStay)),
        ], preferred: 0),
      answers: [.saveElsewhere(thenQuit: true), .quit, .nothing])
  }

  static func unprotect(_ words: any Catalogue) -> Question {
    Question(
      dialog: Dialog(
        title: words.safety(.unprotectTitle), message: [StyledLine(words.safety(.unprotectQuestion))],
        buttons: [DialogButton("t", words.safety(.unprotect), isDangerous: true), DialogButton("s", words.safety(.staysProtected))], preferred: 1),
      answers: [.unprotect, .nothing])
  }
}

extension Desk {
  mutating func update(_ question: Question, _ event: Event) -> [Effect] {
    var question = question
    let outcome: Dialog.Outcome
    switch event {
    case .key(let key): outcome = question.dialog.handle(key)
    case .mouse(let mouse): outcome = question.dialog.handle(mouse, in: Rect(size))
    default: outcome = .ignored
    }
    switch outcome {
    case .ignored, .moved:
      layers.append(.dialog(question))
      return []
    case .cancelled: return answer(question.cancelled)
    case .chosen(let index):
      guard question.answers.indices.contains(index) else { return [] }
      // What is only looked at leaves the question open.
      if case .compareRecovered = question.answers[index] { layers.append(.dialog(question)) }
      return answer(question.answers[index])
    }
  }

  mutating func answer(_ answer: Question.Answer) -> [Effect] {
    switch answer {
    case .nothing: return []
    case .leaveRoomMode:
      audience = .facilitator
      prepare()
      say(.roomOff)
      restoreWaiting()
      return []
    case .perform(let title, let changes):
      if perform(title, changes) { warnOfConflicts(changes.compactMap { ($0.entity as? ActionItem)?.id }) }
      return []
    case .saveAgain: return [.save(path: nil, thenQuit: true)]
    case .saveElsewhere(let thenQuit):
      openSaveAs(thenQuit: thenQuit)
      return []
    case .unprotect: return [.unprotect]
    case .quit: return [.quit]
    case .keepRecovered:
      recovered = nil
      say(.safe(.kept))
      return []
    case .compareRecovered:
      showRecovered()
      return []
    case .discardRecovered: return [.discardRecovered]
    case .takeOver: return [.takeOver]
    case .reload: return [.reload]
    case .merge: return [.merge]
    case .restore(let session, let savedAt):
      restore(session, savedAt: savedAt)
      return []
    }
  }
}
