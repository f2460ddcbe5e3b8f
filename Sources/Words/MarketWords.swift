import ChainAnalysis
import SessionModel

/// What the markets screen says of demand, supply and what holds the chain back.
public protocol MarketWords: Sendable {
  func market(_ text: MarketText) -> String
  /// What to get next for the evidence that somebody will buy; `nil` is before the first step, empty after the last.
  func next(after evidence: Evidence?) -> String
  /// `5 of 7`
  func steps(_ reached: Int, of all: Int) -> String
  /// Whether the suppliers can meet what is asked: by one alone, by so many together, or not yet.
  func coverage(_ coverage: Coverage, name: (EntityID) -> String) -> String
  /// That the chain leans on one buyer, then what makes that bearable or that nothing does.
  func dependence(_ dependence: BuyerDependence, name: (EntityRef) -> String) -> [String]
  /// How often producers were told what is asked, and of the last time when and whom; nil where that was not noted.
  func toldLast(_ count: Int, on day: String?, whom: String?) -> String
  /// That nobody noted having told these suppliers.
  func notTold(_ names: String) -> String
  /// `all 5 together`
  func together(_ suppliers: Int) -> String
}

public enum MarketText: String, CaseIterable, Sendable {
  case evidence, evidenceTop
  case season, buys, supply, price
  case volume, asked, noVolume, noSupply, otherUnits, notComparable
  case blocks, blocksNothing, holdsBack, causedBy, causes, votes, weight
  case standards, neverTold, toldOnce, toldWhom, someDay
}
