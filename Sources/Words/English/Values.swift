import SessionModel

extension English: ValueWords {
  public func show(_ value: FieldValue, as kind: FieldKind, name: (EntityID) -> String) -> String {
    switch value {
    case .empty: return ""
    case .text(let text): return text
    case .flag(let flag): return yesOrNo(flag)
    case .number(let number): return show(number, as: kind)
    case .choice(let code):
      if case .choice(let list) = kind { return choice(list.name, code) }
      return code
    case .choices(let codes):
      guard case .choices(let list) = kind else { return codes.joined(separator: ", ") }
      return codes.map { choice(list.name, $0) }.joined(separator: ", ")
    case .date(let date): return self.date(date)
    case .moment(let moment): return self.moment(moment)
    case .figures(let figures): return figures.map { figure($0) }.joined(separator: "; ")
    case .levels(let levels): return levels.counts.map(String.init).joined(separator: "·")
    case .reference(let id): return name(id)
    case .references(let ids): return ids.map(name).joined(separator: ", ")
    case .strings(let texts): return texts.joined(separator: ", ")
    case .items(let items):
      guard case .items(let description) = kind else { return number(items.count) }
      return number(items.count) + " " + recordName(description.name, count: items.count)
    }
  }

  private func show(_ value: Int, as kind: FieldKind) -> String {
    switch kind {
    case .scale(let scale): return grouped(String(value)) + " " + level(scale, value)
    case .number(let range, let unit):
      // A year is not written with a comma.
      let digits = range.lowerBound >= 1000 && range.upperBound <= 9999 ? String(value) : number(value)
      guard let unit else { return digits }
      return digits + " " + unitWord(unit, count: value)
    default: return number(value)
    }
  }

  private func unitWord(_ unit: String, count: Int) -> String {
    switch unit {
    case "percent": "%"
    case "people": count == 1 ? "person" : "people"
    case "days": count == 1 ? "day" : "days"
    case "minutes": count == 1 ? "minute" : "minutes"
    case "votes": count == 1 ? "vote" : "votes"
    default: unit
    }
  }

  public func date(_ date: PartialDate) -> String {
    var text = String(date.year)
    if let month = date.month { text = self.month(month) + " " + text }
    if let day = date.day { text = "\(day) " + text }
    return text
  }

  public func moment(_ moment: Instant) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    let minute = moment.minuteOfDay
    return date(moment.date) + ", " + two(minute / 60) + ":" + two(minute % 60)
  }

  public func figure(_ figure: Figure) -> String {
    let qualifier =
      switch figure.qualifier {
      case .exactly: ""
      case .about: "about "
      case .moreThan: "more than "
      case .lessThan: "less than "
      case .atLeast: "at least "
      case .atMost: "at most "
      }
    let unit = figure.amount.unit
    return qualifier + grouped(figure.amount.number) + (unit.isEmpty ? "" : " " + unit)
  }

  public func figureWithSource(_ figure: Figure) -> String {
    self.figure(figure) + (figure.source.isEmpty ? "" : " (" + figure.source + ")")
  }

  public func number(_ number: Int) -> String { grouped(String(number)) }

  public func month(_ month: Int) -> String {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return names.indices.contains(month - 1) ? names[month - 1] : String(month)
  }

  public func yesOrNo(_ flag: Bool) -> String { flag ? "yes" : "no" }

  /// Commas between groups of three digits before the point.
  private func grouped(_ number: String) -> String {
    let negative = number.hasPrefix("-")
    let parts = number.dropFirst(negative ? 1 : 0).split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return number }
    var text = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return (negative ? "−" : "") + text + (parts.count > 1 ? "." + parts[1] : "")
  }
}
