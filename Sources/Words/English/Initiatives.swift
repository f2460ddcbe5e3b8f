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
    case .trustSmallLarge: "small ⇄ large"
    }
  }

  public func pairsCompared(_ count: Int) -> String { count == 1 ? "1 direction" : "\(number(count)) directions" }
}
