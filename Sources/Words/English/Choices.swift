import SessionModel

extension English: ChoiceWords {
  public func level(_ scale: Scale, _ value: Int) -> String {
    switch (scale, value) {
    case (.trust, 1): "antagonistic"
    case (.trust, 2): "suspicious"
    case (.trust, 3): "at arm’s length"
    case (.trust, 4): "cooperating"
    case (.trust, 5): "would commit on a handshake"
    case (.level, 1): "very low"
    case (.level, 2): "low"
    case (.level, 3): "medium"
    case (.level, 4): "high"
    case (.level, 5): "very high"
    case (.stance, -2): "opposes"
    case (.stance, -1): "doubts"
    case (.stance, 0): "neutral"
    case (.stance, 1): "supports"
    case (.stance, 2): "champions"
    case (.power, -2): "the other side dominates"
    case (.power, -1): "the other side is stronger"
    case (.power, 0): "balanced"
    case (.power, 1): "this side is stronger"
    case (.power, 2): "this side dominates"
    case (.step, 1): "shared room"
    case (.step, 2): "shared trip"
    case (.step, 3): "shared work"
    case (.step, 4): "shared money"
    case (.step, 5): "joint venture"
    default: String(value)
    }
  }

  public func shortLevel(_ scale: Scale, _ value: Int) -> String {
    switch (scale, value) {
    case (.trust, 1): "antagonist"
    case (.trust, 3): "arm’s len."
    case (.trust, 4): "cooperates"
    case (.trust, 5): "handshake"
    case (.power, -2): "other ++"
    case (.power, -1): "other +"
    case (.power, 1): "this +"
    case (.power, 2): "this ++"
    case (.step, 1): "room"
    case (.step, 2): "trip"
    case (.step, 3): "work"
    case (.step, 4): "money"
    case (.step, 5): "venture"
    default: level(scale, value)
    }
  }

  public func question(_ scale: Scale) -> String {
    switch scale {
    case .trust: "How far do they trust them?"
    case .level: "How high is it?"
    case .stance: "Where do they stand?"
    case .power: "Which side is stronger?"
    case .step: "How much do they share?"
    }
  }
}
