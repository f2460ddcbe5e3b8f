/// Every text that a person reads, in one language. Each area has a protocol of its own; a screen asks for the areas it needs.
public typealias Catalogue = SessionWords & ScreenWords & TravelWords & ProgramWords & PlayWords

/// What a session holds: fields, choices, kinds, values, changes and templates.
public typealias SessionWords = FieldWords & ChoiceWords & KindWords & TitleWords & ValueWords & TemplateWords

/// What the workbench shows.
public typealias ScreenWords = FrameWords & MapWords & CommandWords & OverviewWords & TrustWords & MarketWords & InitiativeWords & PlanWords & WorkshopWords & AdviceWords & AnswerWords
  & SafetyWords & OutlookWords

/// How a session is read, handed out and taken in.
public typealias TravelWords = FaultWords & ReportWords & HandoutWords & ImportWords & ComparisonWords

/// The texts in English. Each file in `English/` makes it conform to one area.
public struct English: Sendable {
  public init() {}
}
