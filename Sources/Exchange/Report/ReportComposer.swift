import SessionModel
import Words

/// Puts the sections of the summary together. It knows only the session that the audience may see.
struct ReportComposer<Wording: ExchangeWords> {
  let session: Session
  let readings: ReadingIndex
  let audience: Audience
  let today: PartialDate
  let words: Wording

  var isConfidential: Bool { audience == .facilitator }

  func compose(_ pictures: MapPictures) -> ReportValue {
    var members: [String: ReportValue] = [
      "language": .text(session.profile.languageTag),
      "title": .text(session.profile.title.isEmpty ? words.report(.untitled) : session.profile.title),
      "product": .text(session.profile.product),
      "place": .text(session.profile.place),
      "date": .text(words.date(today)),
      "confidential": .flag(isConfidential),
      "mark": .text(Self.mark),
      "words": .record(Dictionary(uniqueKeysWithValues: ReportWord.allCases.map { ($0.rawValue, .text(words.report($0))) })),
      "purpose": paragraphs(session.profile.purpose),
      "approach": approach,
      "vision": vision,
      "map": map(pictures),
      "stakeholders": stakeholders,
      "relationships": relationships,
      "constraints": constraints,
      "markets": markets,
      "initiatives": initiatives,
      "plan": plan,
      "indicators": indicators,
      "workshops": workshops,
      "basis": basis,
    ]
    members["trust"] = isConfidential ? trust : .text("")
    members["notes"] = isConfidential ? notes : .text("")
    return .record(members)
  }

  /// Stands after the name of what is only an illustration.
  static var mark: String { "†" }

  // MARK: The first page

  private var approach: ReportValue {
    guard let approach = session.profile.approach else { return .text("") }
    return .record([
      "name": .text(words.choice(Approach.list, approach.code)),
      "tests": .texts(session.profile.clusterTests.map { words.choice(ClusterTest.list, $0.code) }),
    ])
  }

  private var vision: ReportValue {
    let profile = session.profile
    guard !profile.vision.isEmpty else { return .text("") }
    return .record([
      "paragraphs": paragraphs(profile.vision),
      "year": .optional(profile.visionYear.map(String.init)),
      "agreedOn": date(profile.visionAgreedOn),
      "endorsedBy": .text(names(profile.visionEndorsedBy)),
    ])
  }

  private func map(_ pictures: MapPictures) -> ReportValue {
    guard !pictures.svg.isEmpty || !pictures.text.isEmpty else { return .text("") }
    return .record(["svg": .markup(pictures.svg), "text": .picture(pictures.text)])
  }

  // MARK: Values in words

  func paragraphs(_ text: String) -> ReportValue {
    .texts(text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty })
  }

  func date(_ date: PartialDate?) -> ReportValue { .optional(date.map { words.date($0) }) }

  func figures(_ figures: [Figure]) -> ReportValue {
    .text(figures.map { words.figure(Figure($0.amount, $0.qualifier)) }.joined(separator: "; "))
  }

  func choice<Option: ChoiceOption>(_ choice: Choice<Option>?) -> ReportValue { .optional(choice.map { words.choice(Option.list, $0.code) }) }

  func choices<Option: ChoiceOption>(_ choices: [Choice<Option>]) -> ReportValue {
    .text(choices.map { words.choice(Option.list, $0.code) }.joined(separator: ", "))
  }

  func scale(_ level: Int?, _ scale: Scale) -> ReportValue { .optional(level.map { words.level(scale, $0) }) }

  func number(_ number: Int?) -> ReportValue { .optional(number.map(String.init)) }

  /// The names of stakeholders, set apart by commas.
  func names(_ ids: [EntityID]) -> String {
    ids.compactMap { session.stakeholders[$0]?.name }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  func name(_ id: EntityID?) -> ReportValue { .text(id.map { names([$0]) } ?? "") }

  /// The mark after an entry that is only an illustration.
  func mark(_ entity: some Entity) -> ReportValue { .text(entity.common.basis == .illustrative ? Self.mark : "") }

  /// `March 2003 – 2005`.
  func period(_ from: PartialDate?, _ to: PartialDate?) -> ReportValue {
    switch (from, to) {
    case (let from?, let to?) where from == to: .text(words.date(from))
    case (let from?, let to?): .text(words.date(from) + " – " + words.date(to))
    case (let from?, nil): .text(words.date(from) + " –")
    case (nil, let to?): .text("– " + words.date(to))
    case (nil, nil): .text("")
    }
  }

  /// Whether a table is so short that it may move to the next page as a whole.
  func isShort(_ rows: [some Any]) -> ReportValue { .flag(rows.count <= 6) }

  /// A place on a ladder as dots, so that it is seen without colour: `●●●○○○○`.
  func ladder(_ step: Int, of steps: Int) -> ReportValue {
    .text(String(repeating: "●", count: max(0, min(step, steps))) + String(repeating: "○", count: max(0, steps - step)))
  }
}

extension SessionProfile {
  /// For the `lang` attribute: the session's language when it is spelled as one.
  var languageTag: String {
    let isCode = (2...11).contains(language.utf8.count) && language.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x2D }
    return isCode ? language : "en"
  }
}
