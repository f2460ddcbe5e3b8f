import Words

/// The names that templates of minutes and handouts can use, besides `words.…`, every fixed text by the names of `HandoutWord`. How templates are written stands at `TemplateContext`.
///
/// Everywhere: `language`, `title`, `place`, `product`, `date`, `page`, `style`, and `day` of `name`, `on`, `place`, `host`.
/// - Minutes: `people` of `count`, `women`, `men`, `youth`, `named`, `unnamed`, `groups` of `name` and `count`; `agenda.rows` of `title`, `method`, `times`, `minutes`, `groups`, `decisions`, `parked`;
///   `decisions`, `parked` of `items`; `votes` of `question`, `covered`, `rows` of `rank`, `text`, `dots`, `byGroup`; `actions.rows` of `what`, `owner`, `due`, `status`; `nextMeeting`, `evaluation`.
/// - Handouts, each under a name of its own: `map.svg`; `attendance` of `rows` (`number`, `name`, `from`) and `unnamed`; `commitments.pages` of `vision`, `rows`, `print` (empty or `small`), `which`; `actions.owners` of `owner` and `messages` (`text`,
///   `length`); `pictures` of `segments` (`svg`) and `steps` (`svg`); `readAloud.paragraphs`; `cards` of `buyer`, `rows` (`label`, `text`); `slips.sheets` of `sign`, `group`, `rows` (`question`, `faces`); `trustSheet` of `rows`
///   (`from`, `toward`, `level`, `back`, `on`, `answers`).
public enum HandoutContext {
  public static let names: Set<String> = Set(HandoutWord.allCases.map(\.rawValue)).union([
    "words", "language", "title", "place", "product", "date", "page", "style", "day", "name", "on", "host", "people", "count", "women", "men", "youth", "named", "unnamed",
    "groups", "agenda", "rows", "method", "times", "minutes", "decisions", "parked", "items", "votes", "question", "covered", "rank", "text", "dots", "byGroup",
    "actions", "what", "owner", "due", "status", "nextMeeting", "evaluation", "map", "svg", "attendance", "number", "from", "counts", "commitments", "vision",
    "more", "owners", "messages", "length", "pictures", "segments", "steps", "readAloud", "paragraphs", "cards", "buyer", "label", "slips", "sheets", "sign", "group",
    "faces", "pages", "print", "which", "trustSheet", "toward", "level", "back", "answers", "confidential",
  ])
}
