import ChainAnalysis
import SessionModel

extension English: AnswerWords {
  public func answer(_ text: AnswerText) -> String {
    switch text {
    case .chain: "Chain of trust"
    case .introducers: "Who could introduce them"
    case .exit: "If it left today"
    case .anchor: "As an anchor firm"
    case .place: "Among the ties"
    case .convene: "Whom to convene"
    case .missing: "Missing from the room"
    case .feasibility: "Support against power"
    case .network: "How all hang together"
    case .contributions: "Who pays"
    case .project: "project and donors"
    case .members: "members"
    case .readiness: "Can it begin?"
    case .gains: "Trust it was to build"
    case .groupsOfTrust: "Circles of trust, projects aside"
    case .changedSince: "Changed since"
    case .nothingChanged: "Nothing was read again since then."
    case .phaseless: "no phase"
    case .standing: "Support and money"
    case .support: "support"
    case .outsideMoney: "outside money"
    case .whoPays: "who pays"
    case .outside: "outside"
    case .group: "In a circle of trust with"
    }
  }

  public func way(_ way: TrustWay, name: (EntityID) -> String) -> [String] {
    switch way {
    case .chain(let chain):
      guard let weakest = chain.weakest else { return [] }
      let pair = weakest.weaker
      let link = "\(name(pair.from)) → \(name(pair.to))"
      if chain.goBetweens.isEmpty { return ["No way is wider than their own, at \(chain.level) of 5; the weaker direction is \(link)."] }
      return [
        chain.members.map(name).joined(separator: " – "),
        "Through \(listed(chain.goBetweens.map(name))) it holds at \(chain.level) of 5; the weakest link is \(link)"
          + (chain.level < TrustLevel.path ? ", which is suspicion and no trust." : "."),
      ]
    case .unknown(let ask):
      let asked = ask.prefix(3).map { "\(name($0.from)) about \(name($0.to))" }
      return ["Not known. Ask " + listed(asked, of: ask.count) + "."]
    case .none: return ["No way with two go-betweens or fewer: nobody tied to both stands between them."]
    }
  }

  public func introducers(_ introducers: [Introducer], name: (EntityID) -> String) -> String {
    if introducers.isEmpty { return "Nobody yet whom both trust (4 or more)." }
    return listed(introducers.prefix(3).map { "\(name($0.id)) (\($0.first) and \($0.second))" }, of: introducers.count) + ": both trust them."
  }

  public func exit(_ exit: BrokerExit, name: (EntityRef) -> String, phase: (EntityID) -> String) -> [String] {
    func actor(_ id: EntityID) -> String { name(EntityRef(.stakeholder, id)) }
    func initiatives(_ ids: [EntityID]) -> String { listed(ids.prefix(2).map { "“\(name(EntityRef(.initiative, $0)))”" }, of: ids.count) }
    var lines: [String] = []
    if exit.canLeave { lines.append("The others could carry on: nobody’s last way of trust, no open lead and no lone money would go.") }
    for obstacle in exit.obstacles {
      switch obstacle {
      case .losesPairs(let count):
        let examples = exit.pairs.prefix(2).map { "\(actor($0.from)) and \(actor($0.to))" }
        lines.append("\(number(count)) \(count == 1 ? "pair" : "pairs") would lose the last way of trust: \(listed(examples, of: count)).")
      case .losesLead(let ids): lines.append("\(initiatives(ids)) would have no lead.")
      case .losesMoney(let ids): lines.append("\(initiatives(ids)) would have no money.")
      case .shareNotFalling(let share): lines.append("Outside money is not falling: \(percent(share)) of the latest phase.")
      case .noHandOver: lines.append("Nobody is named who takes over.")
      case .handOverUndated(let id): lines.append("\(actor(id)) is to take over; no date is set.")
      case .successorNotTrusted(let id): lines.append("\(actor(id)) is to take over, and small and large do not both trust it.")
      case .successorNotRead(let id): lines.append("\(actor(id)) is to take over; small or large were not asked whether they trust it.")
      case .trustNotRead: lines.append("Nobody was asked how far they trust it, so what its leaving would break is not known.")
      }
    }
    if exit.canLeave, let hand = exit.handOvers.first {
      lines.append("\(actor(hand.successor)) takes over" + (hand.on.map { " from " + date($0) } ?? "") + ", trusted by small and large.")
    }
    if exit.shares.contains(where: { $0.own > 0 }) {
      lines.append("Its share of the money: " + exit.shares.map { "\($0.phase.map(phase) ?? answer(.phaseless)) \(percent($0.own))" }.joined(separator: ", ") + ".")
    }
    return lines
  }

  private func percent(_ share: Double) -> String { "\(Int((min(max(0, share), 1) * 100).rounded())) %" }

  public func anchor(_ candidate: AnchorCandidate, name: (EntityID) -> String) -> [AnswerLine] {
    let verdict: String =
      switch candidate.verdict {
      case .yes: candidate.isNamed ? "It is an anchor firm." : "It could be an anchor firm."
      case .no: candidate.isNamed ? "It is named an anchor firm and cannot be one yet." : "It cannot be an anchor firm yet."
      case .unknown: "Whether it can be an anchor firm is not known yet."
      }
    return [AnswerLine(.plain, verdict)] + candidate.reasons.map { reason in
      let mark: AnswerLine.Mark = reason.weight == .pro ? .pro : reason.weight == .contra ? .contra : .unknown
      return AnswerLine(mark, words(of: reason.point, name: name))
    }
  }

  private func words(of point: AnchorReason.Point, name: (EntityID) -> String) -> String {
    func level(_ what: String, _ level: Int?) -> String { level.map { "\(what) \($0) of 5" } ?? "\(what) not assessed" }
    switch point {
    case .capacity(let value): return level("capacity", value)
    case .interest(let value): return level("interest", value)
    case .vision(let value): return level("vision", value)
    case .cooperation(let value): return level("wish to cooperate", value)
    case .buyer(let buyer): return buyer.map { "a stake in an end market: \(name($0))" } ?? "sells to no buyer of an end market"
    case .trustOfSmall(let value): return value.map { "trusted by small ones at \(mean($0)) of 5" } ?? "small ones were not asked whether they trust it"
    case .initiatives(let count): return "takes part in \(count == 1 ? "one initiative" : "\(number(count)) initiatives")"
    case .opposes: return "opposes what is planned"
    case .leadsMost(let count, let all): return "leads \(number(count)) of \(number(all)) initiatives: others may feel it takes control"
    }
  }

  public func place(_ place: KeyActors.Place, of count: Int, rank: Int?) -> [String] {
    guard place.degree > 0 else { return ["Tied to nobody yet."] }
    var lines = ["Tied to \(number(place.degree)) of \(number(count - 1))" + (place.suppliers >= 3 ? "; takes in from \(number(place.suppliers)) of them." : ".")]
    if let rank, let share = place.betweenness, share > 0.05, rank <= 3 {
      let order = ["most", "second most", "third most"][rank - 1]
      lines.append("Stands between others \(order) often: on \(percent(share)) of the shortest ways between two.")
    }
    if place.isCut { lines.append("Some have no way to the rest but through it.") }
    return lines
  }

  public func network(_ key: KeyActors, name: (EntityID) -> String) -> [String] {
    guard key.network.count > 1 else { return [] }
    var lines = ["\(percent(key.network.density)) of all pairs are tied."]
    if key.groups.count > 1 { lines.append("\(number(key.groups.count)) groups have no tie to each other, of " + listed(key.groups.prefix(4).map { number($0.count) }, of: key.groups.count) + ".") }
    if !key.untied.isEmpty { lines.append("Tied to nobody: " + listed(key.untied.prefix(3).map(name), of: key.untied.count) + ".") }
    let cut = key.places.filter(\.isCut).sorted { $0.degree != $1.degree ? $0.degree > $1.degree : $0.id < $1.id }
    if !cut.isEmpty { lines.append("Without \(listed(cut.prefix(3).map { name($0.id) }, of: cut.count)) some would be cut off.") }
    let points = key.aggregationPoints(limit: 3)
    if !points.isEmpty { lines.append("Many come together at " + listed(points.map { "\(name($0.id)) (\(number($0.suppliers)))" }) + ".") }
    return lines
  }

  public func need(_ need: Convening.Need, segment: (EntityID) -> String) -> String {
    switch need {
    case .segment(let id): segment(id)
    case .sector(let sector): word(sector)
    case .size(.small): "small ones"
    case .size(.large): "large ones"
    }
  }

  public func convening(_ convening: Convening, name: (EntityID) -> String, segment: (EntityID) -> String) -> [String] {
    guard !convening.needs.isEmpty else { return [] }
    var lines: [String] = []
    if !convening.list.isEmpty {
      lines.append(listed(convening.list.map(name).sorted()) + ".")
      lines.append(
        "They cover \(convening.uncovered.isEmpty ? "all \(number(convening.needs.count))" : "\(number(convening.needs.count - convening.uncovered.count)) of \(number(convening.needs.count))") segments, sectors and sizes needed; "
          + (convening.isExact ? "no shorter list does." : "a shorter list may exist: there are too many needs to try all."))
    }
    if !convening.affected.isEmpty { lines.append("It touches " + listed(Array(convening.affected.map(name).sorted().prefix(4)), of: convening.affected.count) + " as well.") }
    if !convening.mistrusted.isEmpty {
      lines.append(listed(Array(convening.mistrusted.map(name).sorted().prefix(3)), of: convening.mistrusted.count) + " \(convening.mistrusted.count == 1 ? "is" : "are") needed and hardly trusted: let somebody bring \(convening.mistrusted.count == 1 ? "it" : "them") whom both sides trust.")
    }
    if !convening.uncovered.isEmpty { lines.append("Nobody trusted stands for " + listed(convening.uncovered.prefix(5).map { need($0, segment: segment) }, of: convening.uncovered.count) + ".") }
    if !convening.unread.isEmpty { lines.append("How far \(listed(Array(convening.unread.map(name).sorted().prefix(3)), of: convening.unread.count)) \(convening.unread.count == 1 ? "is" : "are") trusted was not asked.") }
    return lines
  }

  public func missing(_ gaps: RoomGaps, name: (EntityID) -> String, segment: (EntityID) -> String) -> [String] {
    var lines: [String] = []
    if !gaps.uncovered.isEmpty { lines.append("Nobody here stands for " + listed(gaps.uncovered.prefix(5).map { need($0, segment: segment) }, of: gaps.uncovered.count) + ".") }
    if !gaps.absent.isEmpty { lines.append("To be asked: " + listed(gaps.absent.prefix(6).map(name), of: gaps.absent.count) + ".") }
    return lines.isEmpty ? ["All who are needed are here."] : lines
  }

  public func feasibility(_ feasibility: Feasibility, name: (EntityID) -> String) -> [String] {
    guard let share = feasibility.share else { return ["Nobody’s influence and stance are both known."] }
    var lines = ["\(percent(share)) of the influence that pulls either way is for it (\(number(feasibility.support)) against \(number(feasibility.resistance)))."]
    let against = feasibility.forces.filter { $0.weight < 0 }
    if !against.isEmpty { lines.append("Against: " + listed(against.prefix(3).map { name($0.id) }, of: against.count) + ".") }
    if let planned = feasibility.plannedShare, planned != share { lines.append("\(percent(planned)) once those in what is planned have come round by a step.") }
    if !feasibility.unknown.isEmpty { lines.append("Not known of \(number(feasibility.unknown.count)).") }
    return lines
  }

  public func support(now: Double, planned: Double) -> String {
    percent(now) + " now" + (percent(planned) == percent(now) ? "" : ", \(percent(planned)) as planned")
  }

  public func courseOfShares(_ shares: [Double]) -> String { shares.map(percent).joined(separator: " → ") }

  public func wait(_ wait: Readiness.Wait, name: (EntityRef) -> String) -> String {
    func actor(_ id: EntityID) -> String { name(EntityRef(.stakeholder, id)) }
    switch wait {
    case .lead: return "somebody to lead it"
    case .participants: return "two or more to take part"
    case .trust(let needed, let pair, let level, let count):
      return "trust \(needed): \(actor(pair.from)) → \(actor(pair.to)) stands at \(level)" + (count > 1 ? ", and \(number(count - 1)) more fall short" : "")
    case .trustUnread(let needed, let pair, let count):
      return "trust \(needed): not asked in \(number(count)) directions, the first \(actor(pair.from)) → \(actor(pair.to))"
    case .earlier(let id): return "“\(name(EntityRef(.initiative, id)))” to succeed"
    case .earlierFailed(let id): return "“\(name(EntityRef(.initiative, id)))”, which failed or was dropped"
    case .buyer(let id): return "a named buyer in \(name(EntityRef(.endMarket, id)))"
    case .money(let asked): return asked ? "money that was asked for and not promised" : "money"
    }
  }

  public func state(_ state: Readiness.State) -> String {
    switch state {
    case .over: "over"
    case .running: "going on"
    case .ready: "ready to begin"
    case .waiting: "waits"
    }
  }

  public func gain(_ gain: TrustGain, name: (EntityID) -> String) -> String {
    let pair = "\(name(gain.pair.from)) → \(name(gain.pair.to))"
    let expected = gain.expected.map { "expected +\($0)" } ?? "no gain stated"
    guard let before = gain.before else { return "\(pair): \(expected), not read before" }
    guard let after = gain.after, let observed = gain.observed else { return "\(pair): \(expected) from \(before), not read again" }
    return "\(pair): \(before) → \(after), \(expected), came \(observed > 0 ? "+" : "")\(observed)"
  }

  public func list(_ names: [String], of count: Int) -> String { listed(names, of: count) }

  public func changes(up: Int, down: Int, same: Int, mean: Double?) -> String {
    guard up + down + same > 0 else { return answer(.nothingChanged) }
    let sign = mean.map { ($0 >= 0 ? "+" : "−") + self.mean(abs($0)) } ?? ""
    return "Of \(number(up + down + same)) read again, \(number(up)) rose and \(number(down)) fell; \(sign) in the mean."
  }
}
