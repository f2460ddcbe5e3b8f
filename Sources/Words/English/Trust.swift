import ChainAnalysis
import SessionModel

extension English: TrustWords {
  public func trust(_ text: TrustText) -> String {
    switch text {
    case .hiddenFromRoom: "How far people trust each other was told in confidence, so the room does not see it."
    case .empty:
      "Nobody is tied to anybody yet.\nSelect a stakeholder on screen 3, press c to connect it with another or t to enter how far the two trust each other."
    case .title: "Trust"
    case .digits: "1 to 5 sets how far the row trusts the column, 0 clears today's. Alt with a digit changes the screen."
    case .small: "Small"
    case .large: "Large"
    case .otherGroup: "Others"
    case .all: "all"
    case .smallAndLarge: "small ⇄ large"
    case .smallToLarge: "small → large"
    case .largeToSmall: "large → small"
    case .withinSmall: "among small"
    case .withinLarge: "among large"
    case .acrossSegments: "across segments"
    case .withinSegments: "within segments"
    case .index: "Trust index, 1 to 5"
    case .indexOverTime: "Trust over time"
    case .history: "History"
    case .gaps: "Seen differently"
    case .noGaps: "No two differ in how far they trust each other."
    case .slipsLabel: "Slips at 1 2 3 4 5"
    case .slipsHint: "0 2 5 3 1, then a comma and the women’s of them"
    case .slipsWrong: "Five counts are needed, from level 1 to level 5, and no more of women than of all."
    case .sinceLabel: "Changed since"
    case .sinceHint: "a year, a month or a day: 2005; nothing shows no changes"
    case .sinceWrong: "That is no date. A year does, as 2005, or a month, as 2005-06."
    case .neverRead: "not read yet"
    case .itself: "among themselves"
    case .back: "in return"
    case .legend: "Row trusts column   4₂ at 4, in return 2   · not read   ╲ itself   ÷ split"
    case .undated: "no date"
    case .womenAnswered: "women"
    }
  }

  public func trustOrder(_ order: TrustMatrix.Order) -> String {
    switch order {
    case .segment: "by segment"
    case .group: "by group"
    case .size: "small and large"
    case .trust: "in groups that trust each other, projects aside"
    }
  }

  public func word(_ group: StakeholderGroup) -> String {
    switch group {
    case .women: "Women’s groups"
    case .smallProducers: "Small producers and workers"
    case .smallFirms: "Small firms"
    case .largeFirms: "Large firms"
    case .organisations: "Cooperatives, associations, clusters"
    case .communities: "Communities and civil society"
    case .publicBodies: "Public bodies"
    case .knowledge: "Research and schools"
    case .outside: "Projects and donors"
    }
  }

  public func trustingGroup(_ number: Int) -> String { "Trust each other, group \(number)" }

  public func directionsRead(_ count: Int) -> String { number(count) + (count == 1 ? " direction read" : " directions read") }
  public func answers(_ count: Int) -> String { number(count) + (count == 1 ? " answer" : " answers") }
  public func trustLegend(since day: PartialDate) -> String { "▴ rose  ▾ fell since \(date(day))   ÷ answers are split   · not read" }
  public func enteredAs(_ obtained: HowObtained) -> String { "entered now as: " + word(obtained) }
  public func askTrust(_ from: String, _ to: String) -> String { "How far does “\(from)” trust “\(to)”?" }
  public func askStrength(_ from: String, _ to: String) -> String { "How strong is the tie between “\(from)” and “\(to)”?" }
  public func split(_ spread: ClosedRange<Int>) -> String { "split, half of them from \(spread.lowerBound) to \(spread.upperBound)" }
  public func slips(_ total: Int, median: Int?) -> String { answers(total) + (median.map { ", median \($0)" } ?? "") }
  public func sameDirections(_ count: Int) -> String {
    count == 1 ? "the same direction in every year" : "the same \(number(count)) directions in every year"
  }

  public func mean(_ value: Double) -> String {
    let tenths = Int((min(max(value, -1000), 1000) * 10).rounded())
    return (tenths < 0 ? "−" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
