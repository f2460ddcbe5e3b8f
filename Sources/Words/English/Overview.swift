import SessionModel

extension English: OverviewWords {
  public func overview(_ text: OverviewText) -> String {
    switch text {
    case .vision: "Vision"
    case .noVision: "Not written yet. What do people here want to reach together, and by when? Enter writes it down."
    case .figures: "Who and what"
    case .actions: "Next actions"
    case .noActions: "Nothing is due. A notes who does what by when, from any screen."
    case .indicators: "Measured"
    case .changes: "Latest changes"
    case .noChanges: "Nothing changed since it was opened."
    case .nextWorkshop: "Next workshop"
    case .lastWorkshop: "Last workshop"
    case .noWorkshop: "None planned yet. Screen 8 plans one."
    case .nextMeeting: "next meeting"
    case .open: "open"
    case .late: "late"
    case .done: "done"
    case .noOwner: "nobody yet"
    case .noDate: "no date"
    case .baselineCurrentTarget: "from → now → target"
    case .welcome: "A new session. Three keys to begin with"
    case .welcomeSession: "say what it is about: a title, the product, the place, the vision"
    case .welcomeStakeholders: "name who takes part, one a line: River Traders, trader, leader"
    case .welcomeHelp: "see what every key does; u takes back anything"
    }
  }

  public func byYear(_ year: Int) -> String { "by \(year)" }
  public func agreedOn(_ date: PartialDate) -> String { "agreed " + (date.day == nil ? "in " : "on ") + self.date(date) }

  public func endorsedBy(_ names: [String], of count: Int) -> String {
    let more = count - names.count
    if more > 0 { return "endorsed by " + names.joined(separator: ", ") + (names.isEmpty ? "" : " and ") + number(more) + (names.isEmpty ? "" : " more") }
    guard let last = names.last, names.count > 1 else { return "endorsed by " + names.joined() }
    return "endorsed by " + names.dropLast().joined(separator: ", ") + " and " + last
  }

  public func represented(_ people: Int, women: Int?, youth: Int?, isLeast: Bool) -> String {
    let parts = [women.map { number($0) + ($0 == 1 ? " woman" : " women") }, youth.map { number($0) + " young" }].compactMap { $0 }
    return (isLeast ? "at least " : "") + number(people) + (people == 1 ? " person" : " people") + " represented"
      + (parts.isEmpty ? "" : ", among them " + parts.joined(separator: " and "))
  }

  public func andMore(_ count: Int) -> String { "… and \(number(count)) more" }

  public func agenda(items: Int, minutes: Int) -> String {
    "\(number(items)) " + (items == 1 ? "item" : "items") + " on the agenda" + (minutes > 0 ? ", \(number(minutes)) minutes" : "")
  }

  public func due(_ date: PartialDate, thisYear: Int) -> String {
    guard date.year == thisYear, let month = date.month else { return self.date(date) }
    return (date.day.map { "\($0) " } ?? "") + self.month(month)
  }

  public func short(_ amount: Amount) -> String {
    let value = amount.approximate
    let size = value.magnitude
    guard size >= 10_000, size < 1e15 else { return show(.figures([Figure(Amount(mantissa: amount.mantissa, decimals: amount.decimals) ?? amount)]), as: .text, name: { $0.text }) }
    let (unit, sign) = size >= 999_500 ? (1_000_000.0, "M") : (1000.0, "k")
    let scaled = value / unit
    if scaled.magnitude >= 100 { return "\(Int(scaled.rounded()))" + sign }
    let tenths = Int((scaled * 10).rounded())
    return (tenths % 10 == 0 ? "\(tenths / 10)" : (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)") + sign
  }
}
