import Drawing
import SessionModel
import Widgets

/// How the standing of an initiative looks, the same in lists, in the crescendo and beside what it is about.
extension Initiative {
  /// Fills the bar: done is solid, an idea is faint.
  var barGlyph: Character {
    switch status?.option {
    case .succeeded, .partly, .failed: "█"
    case .running: "▓"
    case .planned: "▒"
    case .idea, .dropped, nil: "░"
    }
  }

  var barStyle: Style {
    switch status?.option {
    case .succeeded: Style(.success)
    case .partly: Style(.warning)
    case .failed: Style(.error)
    case .running: Style(.accent)
    case .planned: Style(.text)
    case .idea, .dropped, nil: .dim
    }
  }

  /// How it went, in one character; empty while nobody can know.
  var outcomeMark: String {
    switch status?.option {
    case .succeeded: "✓"
    case .partly: "±"
    case .failed: "✗"
    case .dropped: "–"
    default: ""
    }
  }

  /// One character in front of a name: how it went, or how far it is.
  var statusMark: StyledText { StyledText(outcomeMark.isEmpty ? String(barGlyph) : outcomeMark, barStyle) }
}
