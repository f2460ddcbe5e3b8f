import Drawing
import SessionModel
import Widgets
import Words

/// A question that only the facilitator can answer; everything else acts and can be undone.
struct Question: Sendable {
  enum Answer: Sendable {
    case nothing, leaveRoomMode, saveAgain, saveElsewhere, quit
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

  static func notSaved(_ why: String, _ words: any Catalogue) -> Question {
    Question(
      dialog: Dialog(
        title: words.frame(.quitTitle), message: [StyledLine(why), .empty, StyledLine(words.frame(.quitUnsaved))],
        buttons: [
          DialogButton("t", words.frame(.quitTryAgain)), DialogButton("e", words.frame(.quitSaveAs)),
          DialogButton("q", words.frame(.quitAnyway), isDangerous: true), DialogButton("s", words.frame(.quitStay)),
        ], preferred: 0),
      answers: [.saveAgain, .saveElsewhere, .quit, .nothing])
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
    case .chosen(let index): return question.answers.indices.contains(index) ? answer(question.answers[index]) : []
    }
  }

  private mutating func answer(_ answer: Question.Answer) -> [Effect] {
    switch answer {
    case .nothing: return []
    case .leaveRoomMode:
      audience = .facilitator
      prepare()
      say(.roomOff)
      return []
    case .perform(let title, let changes):
      if perform(title, changes) { warnOfConflicts(changes.compactMap { ($0.entity as? ActionItem)?.id }) }
      return []
    case .saveAgain: return [.save(path: nil, thenQuit: true)]
    case .saveElsewhere:
      openSaveAs()
      return []
    case .quit: return [.quit]
    }
  }
}
