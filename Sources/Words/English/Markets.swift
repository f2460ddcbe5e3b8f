import ChainAnalysis
import SessionModel

extension English: MarketWords {
  public func market(_ text: MarketText) -> String {
    switch text {
    case .evidence: "How sure is it that they buy?"
    case .evidenceTop: "They buy again and again. That is as sure as it gets."
    case .season: "Season"
    case .buys: "They buy"
    case .supply: "We can"
    case .price: "Price"
    case .volume: "Volume"
    case .asked: "asked"
    case .noVolume: "How much do they want? No volume is written down yet."
    case .noSupply: "No stakeholder says yet what it can supply of this."
    case .otherUnits: "supplies in another unit are not counted"
    case .notComparable: "What can be supplied is given in other units, so it cannot be compared."
    case .holdsBack: "Holds back"
    case .blocks: "Tackled by"
    case .blocksNothing: "No initiative tackles it yet. An initiative can name it under its purpose."
    case .causedBy: "Comes from"
    case .causes: "Leads to"
    case .votes: "Votes"
    case .weight: "severity / feasibility"
    case .standards: "What is asked"
    case .toldOnce: "Once is not enough."
    case .toldWhom: "producers; whom was not noted"
    case .someDay: "some day"
    case .neverTold: "Nobody has told producers yet."
    }
  }

  public func next(after evidence: Evidence?) -> String {
    switch evidence {
    case nil: "Ask around: does anybody show interest?"
    case .interest: "Look at the market: a study, a visit, figures of what is sold."
    case .study: "Find out which variety, in which months, at what price."
    case .window: "Find one firm, by name, that wants to buy."
    case .namedFirm: "Check that it can pay: price, volume and specification in writing."
    case .ableToPay: "Agree a contract ahead, best for several seasons."
    case .contract: "Deliver as agreed, and sell to them again."
    case .repeatSales: ""
    }
  }

  public func steps(_ reached: Int, of all: Int) -> String { "\(reached) of \(all)" }

  public func coverage(_ coverage: Coverage, name: (EntityID) -> String) -> String {
    switch coverage {
    case .byOne(let id): "\(name(id)) alone could deliver it."
    case .byTogether(let count): "No one alone can: it takes \(count) of them together."
    case .short(let amount): "Even all together are \(figure(Figure(amount))) short."
    }
  }

  public func dependence(_ dependence: BuyerDependence, name: (EntityRef) -> String) -> [String] {
    let buyer = name(EntityRef(.stakeholder, dependence.buyer))
    let share = dependence.share.map { " (\(Int(($0 * 100).rounded())) % of the volume)" } ?? ""
    let first = dependence.isOnly ? "\(buyer) is the only named buyer." : "Much leans on one buyer, \(buyer)\(share)."
    guard !dependence.mitigations.isEmpty else { return [first, "Nothing softens its loss yet: a contract over years, a second buyer, a plan."] }
    return [first, "Softened by " + listed(dependence.mitigations.prefix(4).map { words(of: $0, name: name) }, of: dependence.mitigations.count) + "."]
  }

  public func toldLast(_ count: Int, on day: String?, whom: String?) -> String {
    "Told \(count == 1 ? "once" : count == 2 ? "twice" : number(count) + " times")"
      + (day == nil && whom == nil ? "" : count == 1 ? ":" : ", last") + (day.map { " " + $0 } ?? "") + (whom.map { " to " + $0 } ?? "") + "."
  }

  public func notTold(_ names: String) -> String { "Not noted as told: \(names)." }

  public func together(_ suppliers: Int) -> String { suppliers == 1 ? "one supplier" : "all \(suppliers) together" }
}
