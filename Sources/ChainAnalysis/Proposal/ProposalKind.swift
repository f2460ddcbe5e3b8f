import SessionModel

/// A kind of initiative that can be proposed, with what such a thing usually takes and brings.
public struct ProposalKind: Hashable, Sendable {
  public var name: String
  public var type: Choice<InitiativeKind>
  /// 1 shared room, 2 shared trip, 3 shared work, 4 shared money, 5 joint venture.
  public var step: Int
  /// 1…5
  public var risk: Int
  /// What it costs, about; nil when it costs nothing that has to be found.
  public var cost: Amount?
  /// From its beginning to its end, and to the first benefit that people notice.
  public var weeks: Int
  public var weeksToBenefit: Int
  /// Hundredths of a level that trust usually rises among those who take part when it goes well.
  public var gain: Int
  /// Why one does it, and where that stands.
  public var why: String
  public var source: String

  public init(
    name: String, type: Choice<InitiativeKind>, step: Int, risk: Int, cost: Amount? = nil, weeks: Int, weeksToBenefit: Int, gain: Int, why: String = "",
    source: String = ""
  ) {
    self.name = name
    self.type = type
    self.step = min(max(step, 1), 5)
    self.risk = min(max(risk, 1), 5)
    self.cost = cost
    self.weeks = min(max(weeks, 1), 1_000)
    self.weeksToBenefit = min(max(weeksToBenefit, 0), 1_000)
    self.gain = min(max(gain, 0), 400)
    self.why = why
    self.source = source
  }

  /// The level of trust from which people go along with something on a step: nobody shares money with one whom he suspects
  /// (Cluster approach, Best practice on early accomplishments; the levels are Rapport's own). Nil on the first two.
  public static func neededTrust(step: Int) -> Int? {
    switch step {
    case 3: 2
    case 4: 3
    case 5...: 4
    default: nil
    }
  }
}
