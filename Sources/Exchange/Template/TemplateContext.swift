import Words

/// The names that a template of the summary can use. An organisation's own template starts best from the built-in one (`SessionReport.defaultTemplate`).
///
/// Templates are written in Mustache: `{{name}}` prints, `{{#name}}…{{/name}}` repeats for each of a list or shows what is there, `{{^name}}…{{/name}}` shows when
/// nothing is there, `{{.}}` is the element of a list of texts, `{{! … }}` a comment. Everything empty counts as not there. Texts are always escaped for the format; three braces change
/// nothing. Partials, other delimiters and functions are not supported.
///
/// At the top:
/// - `title`, `product`, `place`, `date` (the day of printing), `language` (for `lang`), `purpose` (list of paragraphs), `confidential` (yes when made for the facilitator), `mark` (the sign after
///   illustrative entries; rows carry it as `mark` too), `words.…` (every fixed text, by the names of `ReportWord`).
/// - `approach`: `name`, `tests` (texts).
/// - `vision`: `paragraphs`, `year`, `agreedOn`, `endorsedBy`.
/// - `map`: `svg` (for HTML), `text` (characters).
///
/// Sections with `count` and rows (groups of rows have `isShort`, said of up to six):
/// - `stakeholders.groups` of `name` and `rows`: `name`, `mark`, `kind`, `role`, `people`, `place`, `size`, `contribution`; for the facilitator also `influence`, `interest`, `stance`.
/// - `relationships.rows`: `linkage`, `kind`, `existing`, `wished`.
/// - `constraints.rows`, ranked: `rank`, `name`, `mark`, `kind`, `sits`, `votes`, `severity`, `feasibility`, `status`, `segments`, `solvedBy`.
/// - `markets.rows`, surest first: `name`, `mark`, `buyer`, `wanted`, `volume`, `season`, `premium`, `channel`, `evidence`, `evidenceStep`, `ladder`, `standards`, `whyChosen`, `mitigations`.
/// - `initiatives.steps` of `number`, `name` and `rows`: `name`, `mark`, `kind`, `status`, `step`, `when`, `lead`, `participants`, `reach`, `result`, `lesson`, `funding`, `firmCommits`; and
///   `initiatives.chart` (SVG), `initiatives.chartText` (characters).
/// - `plan.byOwner` of `owner` and `rows`, `plan.byDate`, `plan.lateCount`; a row: `what`, `mark`, `owner`, `person`, `due`, `status`, `isLate`, `late`, `initiative`, `doneOn`.
/// - `indicators.rows`: `name`, `mark`, `kind`, `unit`, `baseline`, `baselineOn`, `current`, `currentOn`, `target`, `due`.
/// - `workshops.rows`: `name`, `mark`, `on`, `place`, `host`, `present`, `decisions` and `parked` (each with `items`, texts), `nextMeeting`.
/// - `basis`: `rows` of `name` and `count`, `sources` of `name` and `headings`, `hasMarks`.
///
/// For the facilitator only:
/// - `trust`: `pairs`, `matrix` of `name`, `level`, `pairs`, and `gaps` of `from`, `toward`, `oneWay`, `otherWay`, `gap`.
/// - `notes.rows`: `kind`, `subject`, `paragraphs`.
public enum TemplateContext {
  /// Every name, wherever it stands; a template that uses another is refused.
  public static let names: Set<String> = Set(ReportWord.allCases.map(\.rawValue)).union([
    "title", "product", "place", "date", "language", "purpose", "confidential", "mark", "words", "approach", "name", "tests", "vision", "paragraphs", "year",
    "agreedOn", "endorsedBy", "map", "svg", "text", "stakeholders", "groups", "rows", "count", "kind", "role", "people", "size", "contribution",
    "influence", "interest", "stance", "relationships", "linkage", "existing", "wished", "constraints", "rank", "sits", "votes", "severity", "feasibility", "status",
    "segments", "solvedBy", "markets", "buyer", "wanted", "volume", "season", "premium", "channel", "evidence", "evidenceStep", "ladder", "standards", "whyChosen",
    "mitigations", "initiatives", "steps", "number", "step", "when", "lead", "participants", "reach", "result", "lesson", "funding", "firmCommits", "chart",
    "chartText", "plan", "byOwner", "byDate", "lateCount", "what", "owner", "person", "due", "isLate", "late", "initiative", "doneOn", "indicators", "unit",
    "baseline", "baselineOn", "current", "currentOn", "target", "workshops", "on", "host", "present", "decisions", "parked", "nextMeeting", "basis", "sources",
    "headings", "hasMarks", "items", "isShort", "trust", "pairs", "matrix", "level", "gaps", "from", "toward", "oneWay", "otherWay", "gap", "notes", "subject",
  ])
}
