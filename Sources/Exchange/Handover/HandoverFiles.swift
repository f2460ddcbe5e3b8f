import SessionModel
import Words

/// What local leaders get when the broker steps back: the map and the plan, without trust and whatever else is confidential.
public enum HandoverFiles {
  /// The summary, the map and the tables of the plan. The session file itself is written from `session.redacted(for: .room)`.
  public static func files(_ session: Session, today: PartialDate, words: some ExchangeWords) throws(ReportError) -> [CSVFile] {
    let visible = session.redacted(for: .room)
    let summary = try SessionReport(visible, today: today, words: words).render(.html)
    let map = MapPictures(visible, ReadingIndex(visible), for: .room, words: words).svg
    let plan: Set = ["initiatives.csv", "actions.csv", "indicators.csv"]
    return [CSVFile(name: "summary.html", bytes: Array(summary.utf8))]
      + (map.isEmpty ? [] : [CSVFile(name: "map.svg", bytes: Array(map.utf8))])
      + CSVExport.files(visible).filter { plan.contains($0.name) }
  }
}
