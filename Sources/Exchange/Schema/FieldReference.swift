import SessionModel
import Words

/// Every field of every record in Markdown: where the format of the session file is described for people.
public enum FieldReference {
  public static func markdown(words: some ExchangeWords) -> String {
    var lines = ["# " + words.report(.formatHeading), "", words.report(.formatIntroduction), ""]
    var pending = EntityKind.allCases.map { (record: $0.description, heading: words.plural($0), key: $0.tableName, level: "##") }
    var done: Set<String> = []
    while !pending.isEmpty {
      let next = pending.removeFirst()
      guard done.insert(next.record.name).inserted else { continue }
      let heading = next.heading.prefix(1).uppercased() + next.heading.dropFirst()
      lines += ["\(next.level) \(cell(heading)) (`\(next.key)`)", ""]
      lines += table(next.record, words)
      let items = next.record.fields.compactMap { field -> (record: RecordDescription, heading: String, key: String, level: String)? in
        guard case .items(let item) = field.kind else { return nil }
        return (item, words.recordName(item.name, count: 2), next.key + "." + field.key, "###")
      }
      // The lists inside a record follow it.
      pending.insert(contentsOf: items, at: 0)
    }
    return lines.joined(separator: "\n")
  }

  private static func table(_ record: RecordDescription, _ words: some ExchangeWords) -> [String] {
    let columns: [ReportWord] = [.formatKey, .name, .formatHolds, .formatMeaning]
    var lines = ["| " + columns.map { words.report($0) }.joined(separator: " | ") + " |", "| --- | --- | --- | --- |"]
    for field in record.fields {
      let mark = field.isConfidential ? " ◦" : ""
      lines.append("| `\(field.key)`\(mark) | \(cell(words.label(field))) | \(holds(field, words)) | \(cell(words.help(field))) |")
    }
    return lines + [""]
  }

  private static func holds(_ field: FieldDescription, _ words: some ExchangeWords) -> String {
    let what =
      switch field.kind {
      case .text: words.report(.holdsText)
      case .longText: words.report(.holdsLongText)
      case .flag: "`true`, `false`"
      case .number(let range, let unit): "\(range.lowerBound)…\(range.upperBound)" + (unit.map { " " + $0 } ?? "")
      case .scale(let scale): "\(scale.range.lowerBound)…\(scale.range.upperBound)"
      case .choice(let list), .choices(let list): list.codes.map { "`\($0)`" }.joined(separator: ", ")
      case .date: "`2003`, `2003-06`, `2003-06-12`"
      case .moment: "`2003-06-12T14:30:00Z`"
      case .figures: "`>150 people (source)`"
      case .levels: "`[0, 2, 5, 1, 0]`"
      case .reference(let target), .references(let target): words.report(.holdsReference) + " " + self.target(target, words)
      case .strings: words.report(.holdsTexts)
      case .items(let item): words.report(.holdsItems) + " " + cell(words.recordName(item.name, count: 2))
      }
    return field.aspect == nil ? what : what + "; " + words.report(.holdsReading)
  }

  private static func target(_ target: ReferenceTarget, _ words: some ExchangeWords) -> String {
    switch target {
    case .entities(let kinds): cell(kinds.map { words.singular($0) }.joined(separator: ", "))
    case .segment: cell(words.recordName("segment", count: 1))
    case .phase: cell(words.recordName("phase", count: 1))
    case .agendaItem: cell(words.recordName("agendaItem", count: 1))
    }
  }

  private static func cell(_ text: String) -> String { ReportEscaping.markdown(text) }
}
