import SessionModel

extension ChoiceWords {
  /// The word for a code of the list with this name. A code or list that this version does not know is shown as itself.
  public func choice(_ list: String, _ code: String) -> String { wordsOfLists[list]?(self, code) ?? code }

  /// The same for a value of the model.
  public func choice<Option: ChoiceOption>(_ choice: Choice<Option>) -> String { self.choice(Option.list, choice.code) }
}

private typealias ListWords = @Sendable (any ChoiceWords, String) -> String

/// By the name of a list: every frame asks for some, and a switch would compare forty names each time.
private let wordsOfLists: [String: ListWords] = {
  func entry<Option: ChoiceOption>(_ word: @escaping @Sendable (any ChoiceWords, Option) -> String) -> (String, ListWords) {
    (Option.list, { words, code in Option(rawValue: code).map { word(words, $0) } ?? code })
  }
  let entries = [
    entry { (words, option: Approach) in words.word(option) },
    entry { (words, option: ClusterTest) in words.word(option) },
    entry { (words, option: Gender) in words.word(option) },
    entry { (words, option: AgeGroup) in words.word(option) },
    entry { (words, option: MapViewKind) in words.word(option) },
    entry { (words, option: WorkScreen) in words.word(option) },
    entry { (words, option: BallotCount) in words.word(option) },
    entry { (words, option: ConflictType) in words.word(option) },
    entry { (words, option: ConstraintPlace) in words.word(option) },
    entry { (words, option: ConstraintType) in words.word(option) },
    entry { (words, option: ConstraintStatus) in words.word(option) },
    entry { (words, option: Evidence) in words.word(option) },
    entry { (words, option: MarketGrowth) in words.word(option) },
    entry { (words, option: ChosenFor) in words.word(option) },
    entry { (words, option: MarketChannel) in words.word(option) },
    entry { (words, option: InitiativeKind) in words.word(option) },
    entry { (words, option: Intent) in words.word(option) },
    entry { (words, option: Upgrading) in words.word(option) },
    entry { (words, option: UpgradingDriver) in words.word(option) },
    entry { (words, option: InitiativeLevel) in words.word(option) },
    entry { (words, option: InitiativeStatus) in words.word(option) },
    entry { (words, option: Contribution) in words.word(option) },
    entry { (words, option: FundingAnswer) in words.word(option) },
    entry { (words, option: ActionStatus) in words.word(option) },
    entry { (words, option: IndicatorKind) in words.word(option) },
    entry { (words, option: IndicatorSplit) in words.word(option) },
    entry { (words, option: StakeholderKind) in words.word(option) },
    entry { (words, option: Sector) in words.word(option) },
    entry { (words, option: EnterpriseSize) in words.word(option) },
    entry { (words, option: StakeholderRole) in words.word(option) },
    entry { (words, option: Engagement) in words.word(option) },
    entry { (words, option: Stage) in words.word(option) },
    entry { (words, option: FoundedBy) in words.word(option) },
    entry { (words, option: ServiceKind) in words.word(option) },
    entry { (words, option: RelationshipKind) in words.word(option) },
    entry { (words, option: Linkage) in words.word(option) },
    entry { (words, option: RelationshipStatus) in words.word(option) },
    entry { (words, option: Flow) in words.word(option) },
    entry { (words, option: Contract) in words.word(option) },
    entry { (words, option: Aspect) in words.word(option) },
    entry { (words, option: HowObtained) in words.word(option) },
    entry { (words, option: TrustBasis) in words.word(option) },
    entry { (words, option: Visibility) in words.word(option) },
    entry { (words, option: Basis) in words.word(option) },
  ]
  return Dictionary(entries) { first, _ in first }
}()
