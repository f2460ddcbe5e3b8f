import Drawing
import SessionModel
import Widgets

/// One line at the bottom of the screen, for what has to be caught while people talk. What it is for stands beside the feature that asks.
struct CaptureLayer: Sendable {
  /// What becomes of a line that was finished.
  enum Answer: Sendable {
    /// It closes, and this is to be done outside.
    case close([Effect] = [])
    /// It was taken, and is empty for the next.
    case next(MessageLine = MessageLine(""))
    /// It stays as it is, because of this.
    case stay(MessageLine)

    /// It closes, unless there is a sentence that says what is wrong with it.
    init(unless problem: String?) {
      if let problem { self = .stay(MessageLine(problem, .error)) } else { self = .close() }
    }
  }

  /// How it comes back after a crash.
  enum Keeping: Hashable, Sendable {
    /// Not at all: it only says where to look, or what to call something.
    case nothing
    /// To be read and typed again: what it was about may be another by then.
    case text
    case entity(EntityKind)
    case note(CaughtNote)
  }

  struct Purpose: Sendable {
    var keeping = Keeping.text
    /// Whether what it asks for is not for the room.
    var isConfidential = false
    /// Whether an empty line is an answer, too; else it just closes.
    var takesNothing = false
    /// What is typed so far: suggestions and a note may be given to the line.
    var changed: @Sendable (inout Desk, String, inout CaptureLine) -> Void = { _, _, _ in }
    /// Several lines were pasted at once; it stays open below whatever comes of them.
    var pasted: @Sendable (inout Desk, [String]) -> Void = { _, _ in }
    var cancelled: @Sendable (inout Desk) -> Void = { _ in }
    /// The text, without blanks around it.
    let finished: @Sendable (inout Desk, String) -> Answer
  }

  let purpose: Purpose
  var line: CaptureLine
  /// What it asks and about what, where its purpose does not say so.
  var place: String
  /// What stood in it of itself when it opened.
  var offered: String
}

/// A line that was left with something in it: what it was for, and who looked on. The room is not offered what was typed before it came.
struct LeftLine: Hashable, Comparable, Sendable {
  let keeping: CaptureLayer.Keeping
  let audience: Audience
  /// What it asked and about what, where nothing else says so.
  var place = ""

  static func < (one: LeftLine, other: LeftLine) -> Bool { one.order.lexicographicallyPrecedes(other.order) }

  private var order: [String] {
    let purpose = switch keeping {
    case .nothing, .text: ""
    case .entity(let kind): kind.rawValue
    case .note(let note): note.rawValue
    }
    return [purpose, audience == .facilitator ? "" : "room", place]
  }
}

extension Desk {
  /// Opens a line, with what was left in one like it.
  mutating func ask(_ line: CaptureLine, _ purpose: CaptureLayer.Purpose) {
    var layer = CaptureLayer(purpose: purpose, line: line, place: "", offered: line.text)
    if purpose.keeping == .text { layer.place = [line.label, line.text, selection?.id.text ?? ""].joined(separator: "\n") }
    let mine = leftLines.removeValue(forKey: LeftLine(keeping: purpose.keeping, audience: audience, place: layer.place))
    let room = LeftLine(keeping: purpose.keeping, audience: .room, place: layer.place)
    if let left = mine ?? (audience == .facilitator ? leftLines.removeValue(forKey: room) : nil) { layer.line.offer(left) }
    layers.append(.capture(layer))
  }

  /// Keeps what stands in a line that is left without Enter.
  private mutating func leave(_ layer: CaptureLayer) {
    layer.purpose.cancelled(&self)
    let text = layer.line.text
    guard layer.purpose.keeping != .nothing, !text.trimmed.isEmpty, text != layer.offered else { return }
    leftLines[LeftLine(keeping: layer.purpose.keeping, audience: audience, place: layer.place)] = text
  }

  mutating func update(_ layer: CaptureLayer, _ event: Event) -> [Effect] {
    var layer = layer
    let purpose = layer.purpose
    let outcome: CaptureLine.Outcome
    switch event {
    // As it opened, without what was left in it or typed.
    case .key(Key.control("z")):
      layer.line.clear(keeping: layer.offered)
      outcome = .changed(layer.offered)
    case .key(let key): outcome = layer.line.handle(key)
    case .paste(let text): outcome = layer.line.paste(text)
    default: outcome = .ignored
    }
    switch outcome {
    case .cancelled:
      leave(layer)
      return []
    case .submitted(let text): return finish(layer, text.trimmed)
    case .submittedLines(let lines):
      layers.append(.capture(layer))
      purpose.pasted(&self, lines)
      return []
    case .changed(let text), .completed(_, let text): purpose.changed(&self, text, &layer.line)
    case .moved, .ignored: break
    }
    layers.append(.capture(layer))
    return []
  }

  private mutating func finish(_ layer: CaptureLayer, _ text: String) -> [Effect] {
    guard !text.isEmpty || layer.purpose.takesNothing else { return [] }
    var layer = layer
    switch layer.purpose.finished(&self, text) {
    case .close(let effects): return effects
    case .next(let note):
      layer.line.clear()
      layer.line.note = note
    case .stay(let note): layer.line.note = note
    }
    layers.append(.capture(layer))
    return []
  }
}
