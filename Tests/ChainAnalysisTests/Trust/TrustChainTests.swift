import ChainAnalysis
import SessionModel
import Testing

@Suite struct TrustChainTests {
  private func id(_ text: String) -> EntityID { TrustSample.id(text) }

  /// Readings as `a>b 3`, both directions as `a=b 3`, ties as `a-b`.
  private func network(_ parts: String...) -> TrustNetwork {
    var session = Session()
    var ties: [TrustPair] = []
    var count = 0
    func read(_ from: String, _ to: String, _ level: Int?) {
      count += 1
      session.put(TrustSample.reading(count, from, to, PartialDate("2005"), level))
    }
    for part in parts {
      let words = part.split(separator: " ")
      let level = words.count > 1 ? Int(words[1]) : nil
      let ends = words[0].split(whereSeparator: { ">=-".contains($0) }).map(String.init)
      if words[0].contains("-") { ties.append(TrustPair(id(ends[0]), id(ends[1]))) } else { read(ends[0], ends[1], level) }
      if words[0].contains("=") { read(ends[1], ends[0], level) }
    }
    return TrustNetwork(TrustHistory(session), ties: ties)
  }

  private func chain(_ network: TrustNetwork, _ from: String, _ to: String) -> TrustChain? {
    guard case .chain(let chain) = network.way(from: id(from), to: id(to)) else { return nil }
    return chain
  }

  @Test("the widest chain wins over a shorter one, and its weakest link is named with the direction that holds it back")
  func widest() throws {
    let network = network("a=z 2", "a=m 4", "m>z 3", "z>m 5")
    let found = try #require(chain(network, "a", "z"))
    #expect(found.members.map(\.text) == ["a", "m", "z"] && found.level == 3)
    #expect(found.weakest?.weaker == TrustPair(id("m"), id("z")))
    #expect(chain(network, "z", "a")?.weakest?.weaker == TrustPair(id("m"), id("z")))
  }

  @Test("of equally wide chains the shorter is taken, then the one with more trust, then the order of ids")
  func ties() {
    #expect(chain(network("a=z 3", "a=m 3", "m=z 3"), "a", "z")?.members.count == 2)
    #expect(chain(network("a=m 3", "m=z 3", "a=n 3", "n=z 5"), "a", "z")?.goBetweens == [id("n")])
    #expect(chain(network("a=n 3", "n=z 3", "a=m 3", "m=z 3"), "a", "z")?.goBetweens == [id("m")])
  }

  @Test("trust goes through two people and no further")
  func length() {
    #expect(chain(network("a=b 4", "b=c 4", "c=z 4"), "a", "z")?.goBetweens.count == 2)
    #expect(network("a=b 4", "b=c 4", "c=d 4", "d=z 4").way(from: id("a"), to: id("z")) == .none)
  }

  @Test("what was never read is unknown, not absent: it says whom to ask, the fewest questions there are")
  func unread() {
    let network = network("a=b 4", "b>z 4", "a-c", "c-z")
    #expect(network.way(from: id("a"), to: id("z")) == .unknown(ask: [TrustPair(id("z"), id("b"))]))
    #expect(self.network("a-z").way(from: id("a"), to: id("z")) == .unknown(ask: [TrustPair(id("a"), id("z")), TrustPair(id("z"), id("a"))]))
  }

  @Test("nothing read, one actor, itself and disconnected people have no way and no trouble")
  func nothing() {
    #expect(network().way(from: id("a"), to: id("z")) == .none)
    #expect(network("a=a 5").way(from: id("a"), to: id("a")) == .none)
    #expect(network("a=b 5", "y=z 5").way(from: id("a"), to: id("z")) == .none)
    #expect(network("a=b 5").pairs(leaningOn: id("b")).isEmpty)
    #expect(network().introducers(between: id("a"), and: id("z")).isEmpty)
  }

  @Test("an introducer is one whom both ends trust, whatever the introducer thinks of them")
  func introducers() {
    let network = network("a>m 4", "z>m 5", "a>n 5", "z>n 5", "n>a 1", "a>p 4", "z>p 3")
    let found = network.introducers(between: id("a"), and: id("z"))
    #expect(found.map { "\($0.id) \($0.first) \($0.second)" } == ["n 5 5", "m 4 5"])
    #expect(network.introducers(between: id("a"), and: id("z"), from: 3).map(\.id).contains(id("p")))
  }

  @Test("a pair leans on an actor when every chain between the two goes through it")
  func leaning() {
    let star = network("a=m 4", "b=m 4", "c=m 4", "a=b 3")
    #expect(star.pairs(leaningOn: id("m")) == [TrustPair(id("a"), id("c")), TrustPair(id("b"), id("c"))])
    #expect(star.pairs(leaningOn: id("m"), level: 4).count == 3)
    #expect(star.pairs(leaningOn: id("a")).isEmpty)
    #expect(network("a=m 4", "m=n 4", "n=z 4", "a=o 3", "o=p 3", "p=z 3").pairs(leaningOn: id("m")).map(\.to.text) == ["n"])
  }

  @Test("in the mango cluster nobody loses the last chain of trust when the honest broker goes, as they would without the exporter")
  func mango() throws {
    let session = try TrustSample.mango()
    let network = TrustNetwork(session, TrustHistory(session))
    #expect(network.pairs(leaningOn: id("s-cpp")).isEmpty)
    #expect(!network.pairs(leaningOn: id("s-mdm")).isEmpty)
    #expect(chain(network, "s-small", "s-westfalia")?.goBetweens == [id("s-cluster")])
  }
}
