import SessionModel

extension English: InitiativeWords {
  public func crescendo(_ text: CrescendoText) -> String {
    switch text {
    case .title: "Crescendo"
    case .today: "today"
    case .noStep: "no step yet"
    case .noDate: "no date"
    case .empty: "No initiatives yet. Small shared things come first, joint ventures last. Press a to add one."
    case .needs: "Needs first"
    case .needsNothing: "Needs nothing before it."
    case .opens: "Opens the way for"
    case .weakest: "weakest"
    case .trustSmallLarge: "small ⇄ large"
    }
  }

  public func trustNeeded(_ level: Int, lowest: Int?) -> String {
    "Trust \(level) needed" + (lowest.map { ", lowest now \($0)" } ?? "")
  }

  public func unreadPairs(_ count: Int) -> String { count == 1 ? "1 pair not asked yet" : "\(number(count)) pairs not asked yet" }

  public func pairsCompared(_ count: Int) -> String { count == 1 ? "1 direction" : "\(number(count)) directions" }
}
