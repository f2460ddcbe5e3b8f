/// Every text that a person reads, in one language. Each area has a protocol of its own; a screen asks for the areas it needs.
public typealias Catalogue =
  FieldWords & ChoiceWords & KindWords & TitleWords & ValueWords & FrameWords & CommandWords & OverviewWords
  & TrustWords & MarketWords & InitiativeWords & PlanWords & WorkshopWords & ReportWords & ImportWords

/// The texts in English. Each file in `English/` makes it conform to one area.
public struct English: Sendable {
  public init() {}
}
