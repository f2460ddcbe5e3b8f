import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

/// A page over the screen with all that the analysis says of what is selected.
struct AnswerPage: Sendable {
  let title: String
  var viewport: Viewport
}

extension Desk {
  /// All that there is to say of the selected entry, or of the session where nothing in particular is selected.
  mutating func openAnswers() {
    refreshAnswers()
    let width = answerBox.width - 6
    var title = words.answer(.network)
    var lines: [StyledLine] = []
    if screen == .trust, let pair = trust.pair, let facts = answers.facts {
      title = actorName(pair.from) + " – " + actorName(pair.to)
      lines = chainAnswers(pair, facts.trust)
    }
    if lines.isEmpty, screen != .overview, let ref = selection {
      switch ref.kind {
      case .stakeholder: lines = actorAnswers(ref.id)
      case .constraint: lines = conveningAnswers(ref.id)
      case .initiative: lines = initiativeAnswers(ref.id) + [.empty] + contributionAnswers(width: width)
      case .workshop: lines = view.session.workshops[ref.id].map { missingAnswers($0) } ?? []
      default: break
      }
      if !lines.isEmpty { title = name(ref) }
    }
    if lines.isEmpty { lines = sessionAnswers(width: width) }
    layers.append(.answers(AnswerPage(title: title, viewport: Viewport(lines))))
  }

  var answerBox: Rect { Rect(size).centred(width: min(size.width - 4, 96), height: size.height - 4) }

  mutating func update(_ page: AnswerPage, _ event: Event) -> [Effect] {
    var page = page
    let inner = answerBox.inset(2, 1)
    switch event {
    case .key(let key):
      if [Key(.escape), Key("y"), Key("q"), Key(.enter)].contains(key) { return [] }
      _ = page.viewport.handle(key, in: inner)
    case .mouse(let mouse): _ = page.viewport.handle(mouse, in: inner)
    default: break
    }
    layers.append(.answers(page))
    return []
  }
}
