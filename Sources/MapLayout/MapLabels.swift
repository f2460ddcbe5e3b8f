/// The few words that stand on a map besides names.
public struct MapLabels: Sendable, Equatable {
  /// Heads the column of those without a segment: "not placed yet".
  public var unplaced: String
  /// Heads the column of end markets without a buyer on the map: "buyers sought".
  public var markets: String
  /// After a number: "3,950 more". Also between a number and "more".
  public var more: String
  /// Between the thousands of a count.
  public var thousands: String

  public init(unplaced: String, markets: String, more: String, thousands: String = ",") {
    self.unplaced = unplaced
    self.markets = markets
    self.more = more
    self.thousands = thousands
  }

  /// A count with its thousands apart.
  func number(_ value: Int) -> String {
    let digits = String(value)
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += thousands }
      text.append(digit)
    }
    return text
  }
}
