import ChainAnalysis
import SessionModel

extension English: PlanWords {
  public func plan(_ text: PlanText) -> String {
    switch text {
    case .nobody: "nobody yet"
    case .noInitiative: "for no initiative"
    case .noStatus: "no status"
    case .trend: "Course"
    case .course: "Stands"
    case .byTime: "by date"
    case .byOwner: "by owner"
    case .byInitiative: "by initiative"
    case .byStatus: "by status"
    case .byPhase: "by phase"
    case .noPhase: "in no phase"
    case .today: "today"
    case .undated: "no date yet"
    case .waitsFor: "Waits for"
    case .dueBy: "due"
    case .notOnMap: "(not on the map)"
    case .salesFirst: "sales are not measured yet"
    case .salesExample: "sales first: Sold to exporters, sales, 60000 USD, 2026"
    case .followTitle: "What follows"
    case .followMove: "Move these too"
    case .followStay: "Leave them where they are"
    case .progress: "How far the plan is"
    case .progressLabel: "Planned against observed on"
    case .progressPlaceholder: "1 jan, today; Enter alone takes workshops and phases"
    case .plannedObserved: "Planned against observed"
    case .indicatorsPlanned: "Indicators: observed of planned"
    }
  }

  public func counted(_ count: Int, _ standing: PlanStanding) -> String {
    let word =
      switch standing {
      case .done: "done"
      case .doing: "being done"
      case .open: "to do"
      case .late: "late"
      case .blocked: "blocked"
      case .dropped: "dropped"
      }
    return number(count) + " " + word
  }

  public func heading(_ span: PlanSpan) -> String {
    switch span {
    case .late: "Late"
    case .soon: "In the next 30 days"
    case .later: "Later"
    case .undated: "Without a date"
    case .over: "Over"
    }
  }

  public func planConflict(chain: [String], begins: String, ready: String) -> String {
    let first = chain.first ?? ""
    let last = chain.last ?? ""
    let through = chain.count > 2 ? " (" + chain.joined(separator: " → ") + ")" : ""
    return "“\(last)” begins \(begins), before “\(first)” is due on \(ready)\(through)."
  }

  public func planCircle(_ chain: [String]) -> String { "These would wait for each other: " + chain.joined(separator: " → ") + ". Take one out." }

  public func followersWouldMove(_ count: Int) -> String {
    count == 1 ? "One action waits for this and would move by as many days:" : "\(number(count)) actions wait for this and would move by as many days:"
  }

  public func dateMoved(_ name: String, from: String, to: String) -> String { "\(name): \(from) → \(to)" }

  public func zoom(_ level: Int) -> String {
    switch level {
    case 0: "A column is a month."
    case 1: "A column is twelve days."
    case 2: "A column is four days."
    case 3: "A column is a day."
    default: "Four columns are a day."
    }
  }

  public func pace(planned: Int, observed: Int) -> String { "\(number(planned)) planned, \(number(observed)) done" }

  public func plannedObserved(_ planned: Amount, _ observed: Amount) -> String { short(observed) + " of " + short(planned) }

  public func notADate(_ text: String, examples: [String]) -> String {
    "“\(text)” is no date. Understood are for example " + examples.joined(separator: ", ") + "."
  }

  public func course(_ course: PlanCourse, percent: Int?) -> String {
    let at = percent.map { " at \($0)%" } ?? ""
    return switch course {
    case .reached: "reached"
    case .ahead: "ahead" + at
    case .behind: "behind" + at
    case .noReading: "not read yet"
    case .noTarget: "no target"
    case .notComparable: "other units"
    }
  }
}
