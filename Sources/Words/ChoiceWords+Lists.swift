import SessionModel

extension ChoiceWords {
  /// The word for a code of the list with this name. A code or list that this version does not know is shown as itself.
  public func choice(_ list: String, _ code: String) -> String {
    switch list {
    case Approach.list: known(code) { (option: Approach) in word(option) }
    case ClusterTest.list: known(code) { (option: ClusterTest) in word(option) }
    case Gender.list: known(code) { (option: Gender) in word(option) }
    case AgeGroup.list: known(code) { (option: AgeGroup) in word(option) }
    case MapViewKind.list: known(code) { (option: MapViewKind) in word(option) }
    case WorkScreen.list: known(code) { (option: WorkScreen) in word(option) }
    case BallotCount.list: known(code) { (option: BallotCount) in word(option) }
    case ConflictType.list: known(code) { (option: ConflictType) in word(option) }
    case ConstraintPlace.list: known(code) { (option: ConstraintPlace) in word(option) }
    case ConstraintType.list: known(code) { (option: ConstraintType) in word(option) }
    case ConstraintStatus.list: known(code) { (option: ConstraintStatus) in word(option) }
    case Evidence.list: known(code) { (option: Evidence) in word(option) }
    case MarketGrowth.list: known(code) { (option: MarketGrowth) in word(option) }
    case ChosenFor.list: known(code) { (option: ChosenFor) in word(option) }
    case MarketChannel.list: known(code) { (option: MarketChannel) in word(option) }
    case InitiativeKind.list: known(code) { (option: InitiativeKind) in word(option) }
    case Intent.list: known(code) { (option: Intent) in word(option) }
    case Upgrading.list: known(code) { (option: Upgrading) in word(option) }
    case UpgradingDriver.list: known(code) { (option: UpgradingDriver) in word(option) }
    case InitiativeLevel.list: known(code) { (option: InitiativeLevel) in word(option) }
    case InitiativeStatus.list: known(code) { (option: InitiativeStatus) in word(option) }
    case Contribution.list: known(code) { (option: Contribution) in word(option) }
    case FundingAnswer.list: known(code) { (option: FundingAnswer) in word(option) }
    case ActionStatus.list: known(code) { (option: ActionStatus) in word(option) }
    case IndicatorKind.list: known(code) { (option: IndicatorKind) in word(option) }
    case IndicatorSplit.list: known(code) { (option: IndicatorSplit) in word(option) }
    case StakeholderKind.list: known(code) { (option: StakeholderKind) in word(option) }
    case Sector.list: known(code) { (option: Sector) in word(option) }
    case EnterpriseSize.list: known(code) { (option: EnterpriseSize) in word(option) }
    case StakeholderRole.list: known(code) { (option: StakeholderRole) in word(option) }
    case Engagement.list: known(code) { (option: Engagement) in word(option) }
    case Stage.list: known(code) { (option: Stage) in word(option) }
    case FoundedBy.list: known(code) { (option: FoundedBy) in word(option) }
    case ServiceKind.list: known(code) { (option: ServiceKind) in word(option) }
    case RelationshipKind.list: known(code) { (option: RelationshipKind) in word(option) }
    case Linkage.list: known(code) { (option: Linkage) in word(option) }
    case RelationshipStatus.list: known(code) { (option: RelationshipStatus) in word(option) }
    case Flow.list: known(code) { (option: Flow) in word(option) }
    case Contract.list: known(code) { (option: Contract) in word(option) }
    case Aspect.list: known(code) { (option: Aspect) in word(option) }
    case HowObtained.list: known(code) { (option: HowObtained) in word(option) }
    case TrustBasis.list: known(code) { (option: TrustBasis) in word(option) }
    case Visibility.list: known(code) { (option: Visibility) in word(option) }
    case Basis.list: known(code) { (option: Basis) in word(option) }
    default: code
    }
  }

  /// The same for a value of the model.
  public func choice<Option: ChoiceOption>(_ choice: Choice<Option>) -> String { self.choice(Option.list, choice.code) }

  private func known<Option: ChoiceOption>(_ code: String, _ word: (Option) -> String) -> String {
    Option(rawValue: code).map(word) ?? code
  }
}
