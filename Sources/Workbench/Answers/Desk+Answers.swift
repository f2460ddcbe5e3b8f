import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

extension Desk {
  /// All that there is to say of the selected entry, or of the session where nothing in particular is selected.
  mutating func openAnswers() {
    refreshAnswers()
    let width = helpBox.width - 6
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
      case .initiative: lines = initiativeAnswers(ref.id) + forceLines(ref.id) + [.empty] + contributionAnswers(width: width)
      case .workshop: lines = view.session.workshops[ref.id].map { missingAnswers($0) } ?? []
      default: break
      }
      if !lines.isEmpty { title = name(ref) }
    }
    if lines.isEmpty { lines = sessionAnswers(width: width) }
    layers.append(.page(TextPage(title: title, text: Viewport(lines))))
  }
}
