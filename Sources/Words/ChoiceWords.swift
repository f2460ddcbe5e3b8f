import SessionModel

/// The words of every choice. One function an option type, so that an option without a word does not compile.
public protocol ChoiceWords: Sendable {
  func word(_ option: Approach) -> String
  func word(_ option: ClusterTest) -> String
  func word(_ option: Gender) -> String
  func word(_ option: AgeGroup) -> String
  func word(_ option: MapViewKind) -> String
  func word(_ option: WorkScreen) -> String
  func word(_ option: BallotCount) -> String
  func word(_ option: ConflictType) -> String
  func word(_ option: ConstraintPlace) -> String
  func word(_ option: ConstraintType) -> String
  func word(_ option: ConstraintStatus) -> String
  func word(_ option: Evidence) -> String
  func word(_ option: MarketGrowth) -> String
  func word(_ option: ChosenFor) -> String
  func word(_ option: MarketChannel) -> String
  func word(_ option: InitiativeKind) -> String
  func word(_ option: Intent) -> String
  func word(_ option: Upgrading) -> String
  func word(_ option: UpgradingDriver) -> String
  func word(_ option: InitiativeLevel) -> String
  func word(_ option: InitiativeStatus) -> String
  func word(_ option: Contribution) -> String
  func word(_ option: FundingAnswer) -> String
  func word(_ option: ActionStatus) -> String
  func word(_ option: IndicatorKind) -> String
  func word(_ option: IndicatorSplit) -> String
  func word(_ option: StakeholderKind) -> String
  func word(_ option: Sector) -> String
  func word(_ option: EnterpriseSize) -> String
  func word(_ option: StakeholderRole) -> String
  func word(_ option: Engagement) -> String
  func word(_ option: Stage) -> String
  func word(_ option: FoundedBy) -> String
  func word(_ option: ServiceKind) -> String
  func word(_ option: RelationshipKind) -> String
  func word(_ option: Linkage) -> String
  func word(_ option: RelationshipStatus) -> String
  func word(_ option: Flow) -> String
  func word(_ option: Contract) -> String
  func word(_ option: Aspect) -> String
  func word(_ option: HowObtained) -> String
  func word(_ option: TrustBasis) -> String
  func word(_ option: Visibility) -> String
  func word(_ option: Basis) -> String

  /// What a level of a scale means: `cooperating`, `very high`. The number itself outside the scale.
  func level(_ scale: Scale, _ value: Int) -> String
  /// The same in at most ten columns, for cells and legends.
  func shortLevel(_ scale: Scale, _ value: Int) -> String
  /// What a scale measures, as a question to the room: `How far do they trust them?`
  func question(_ scale: Scale) -> String
}
