import SessionModel

/// What the outlook supposes. None of these figures is a finding: the documents say that repeated small successes raise trust (Cluster approach, Best
/// practice on early accomplishments) and not by how much, so every default is Rapport's own, and a session may put its own in their place.
public struct OutlookAssumptions: Hashable, Sendable {
  /// One figure that can be changed.
  public enum Item: Hashable, Sendable {
    /// The chance, in percent, that an initiative of this risk, 1…5, goes well.
    case success(risk: Int)
    /// Hundredths of a level that trust rises among those who take part when one on this step, 1…5, goes well and states no gain of its own.
    case gain(step: Int)
    /// Hundredths of a level that trust above arm's length fades in a year without anything done together.
    case decay
    /// Hundredths of a level that trust falls among those who take part when it fails.
    case failure
    /// The chance, in percent, that something still open (who leads, money, a buyer) is settled by the date.
    case open

    /// The name in a session's file.
    public var key: String {
      switch self {
      case .success(let risk): "success-\(risk)"
      case .gain(let step): "gain-\(step)"
      case .decay: "decay"
      case .failure: "failure"
      case .open: "open"
      }
    }

    public var isPercent: Bool {
      switch self {
      case .success, .open: true
      case .gain, .decay, .failure: false
      }
    }

    /// Percent, or hundredths of a level.
    public var range: ClosedRange<Int> { isPercent ? 0...100 : 0...200 }
  }

  /// All of them, in the order in which they are shown.
  public static let items: [Item] =
    (1...5).map { .success(risk: $0) } + (1...5).map { .gain(step: $0) } + [.decay, .failure, .open]

  /// Rapport's own figures.
  public static let defaults = OutlookAssumptions()

  private var values = [90, 80, 70, 55, 40, 20, 35, 50, 60, 70, 15, 50, 50]

  public init() {}

  /// Those that a session states, and the defaults for the rest.
  public init(_ session: Session) {
    for stated in session.profile.assumptions {
      guard let item = OutlookAssumptions.items.first(where: { $0.key == stated.about }), let value = stated.value else { continue }
      self[item] = value
    }
  }

  /// Kept within the item's range; a risk or step outside 1…5 is the nearest.
  public subscript(item: Item) -> Int {
    get { values[OutlookAssumptions.place(of: item)] }
    set { values[OutlookAssumptions.place(of: item)] = min(max(newValue, item.range.lowerBound), item.range.upperBound) }
  }

  /// Whether the figure is Rapport's own.
  public func isDefault(_ item: Item) -> Bool { self[item] == OutlookAssumptions.defaults[item] }

  /// What a session has to state so that these hold: only what differs from the defaults. What it states of other things stays.
  public func stated(besides kept: [Assumption], newID: () -> EntityID) -> [Assumption] {
    let keys = Set(OutlookAssumptions.items.map(\.key))
    var result = kept.filter { !keys.contains($0.about) }
    for item in OutlookAssumptions.items where !isDefault(item) {
      var own = kept.first { $0.about == item.key } ?? Assumption(id: newID())
      own.about = item.key
      own.value = self[item]
      result.append(own)
    }
    return result
  }

  private static func place(of item: Item) -> Int {
    switch item {
    case .success(let risk): min(max(risk, 1), 5) - 1
    case .gain(let step): min(max(step, 1), 5) + 4
    case .decay: 10
    case .failure: 11
    case .open: 12
    }
  }
}
