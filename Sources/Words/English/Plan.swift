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
