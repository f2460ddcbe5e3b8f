import ChainAnalysis
import Drawing
import SessionModel
import Testing

@testable import Workbench

/// The outlook and what is proposed: the facilitator's planning aids.
@Suite struct LookingAheadTests {
  private func id(_ text: String) -> EntityID { EntityID(text) ?? .session }

  private func bench(_ initiative: String, width: Int = 120, height: Int = 40) throws -> ScreenBench {
    var bench = try ScreenBench.mango(width: width, height: height)
    bench.press(Key("6"))
    bench.desk.selectInList(EntityRef(.initiative, id(initiative)))
    return bench
  }

  /// On the trust screen, with a pair selected that is far from trusting each other.
  private func growersAndExporter() throws -> ScreenBench {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.press(Key("4"))
    let members = bench.desk.trust.matrix.members
    bench.desk.trust.row = try #require(members.firstIndex(of: id("s-pickers")))
    bench.desk.trust.column = try #require(members.firstIndex(of: id("s-mdm")))
    return bench
  }

  @Test("the crescendo has a band of trust below it, and the selected initiative says how it stands and what must happen first")
  func band() throws {
    let bench = try bench("i-contract")
    let counts = try #require(bench.lines.first { $0.contains("outlook") && $0.contains("unlikely") })
    #expect(counts.contains("likely,") && counts.contains("–"))
    #expect(bench.shows("Outlook  ") && bench.shows("It can begin on its date in") && bench.shows("First  "))
    // A small screen says it too.
    #expect(try self.bench("i-contract", width: 80, height: 24).shows("outlook "))
  }

  @Test("the room sees neither outlook nor band, and can neither change what it supposes nor propose")
  func room() throws {
    var bench = try bench("i-contract")
    bench.press(Key(.function(5)))
    #expect(!bench.text.lowercased().contains("outlook") && bench.desk.outlookJob == nil && bench.desk.outlook.current == nil)
    bench.press(Key("p"))
    #expect(bench.desk.layers.isEmpty && bench.shows("Not in room mode"))
    bench.press(Key("O"))
    #expect(bench.desk.layers.isEmpty)
    var open = try self.bench("i-contract")
    open.press(Key("O"), Key(.function(5)))
    open.press(Key(.escape), Key(.function(5)))
    #expect(!open.text.lowercased().contains("outlook"))
  }

  @Test("what the outlook supposes is changed beside what comes of it, kept as one step, and said to be ours until it is")
  func assumptions() throws {
    var bench = try bench("i-contract")
    bench.press(Key("O"))
    #expect(bench.shows("goes well at risk 1") && bench.shows("ours") && !bench.lines.contains { $0.contains("%") && $0.contains("yours") } && bench.shows("None of these figures is a finding"))
    let before = try #require(bench.desk.outlook.current)
    for _ in 0..<5 { bench.press(Key("0"), Key(.down)) }
    #expect(bench.lines.contains { $0.contains(" 0 %") && $0.contains("yours") })
    let after = try #require(bench.desk.outlook.current)
    #expect(after != before && after.standings.allSatisfy { $0.goesWell == 0 })
    #expect(bench.desk.working.session.profile.assumptions.isEmpty)
    bench.press(Key(.enter))
    #expect(bench.desk.working.session.profile.assumptions.map(\.about) == (1...5).map { "success-\($0)" } && bench.desk.working.stepCount == 1)
    bench.press(Key("u"))
    #expect(bench.desk.working.session.profile.assumptions.isEmpty && bench.desk.outlook.current == before)
    // Opened and closed without a change there is nothing to undo.
    bench.press(Key("O"), Key("="), Key(.delete), Key(.escape))
    #expect(bench.desk.working.stepCount == 0)
    bench.press(Key("O"), Key("7"), Key("5"), Key(.enter))
    #expect(bench.desk.working.session.profile.assumptions.first?.value == 75)
  }

  @Test("in a file that is only read another figure shows until the screen is left, and not after the file is one's own")
  func trial() throws {
    var bench = try bench("i-contract")
    let before = try #require(bench.desk.outlook.current)
    bench.desk.receive(.following(nil))
    let tries = [Key("O"), Key("0"), Key(.escape)]
    for key in tries { bench.press(key) }
    #expect(bench.desk.outlook.current != before)
    // What is shown and what is computed are the same.
    bench.press(Key("O"))
    #expect(bench.lines.contains { $0.contains(" 0 %") && $0.contains("yours") })
    bench.press(Key(.escape), Key("1"), Key("6"))
    #expect(bench.desk.outlook.current == before)
    for key in tries { bench.press(key) }
    let session = bench.desk.working.session
    bench.desk.receive(.tookOver(session, saved: session, draft: .null))
    bench.press(Key("j"), Key("k"))
    #expect(bench.desk.outlook.current == before && bench.desk.working.stepCount == 0)
  }

  @Test("a proposal is looked over, changed and inserted as one step that one undo takes back")
  func proposes() throws {
    var bench = try bench("i-packhouse")
    let before = bench.desk.working.session
    let goal = try #require(before.initiatives[id("i-packhouse")])
    bench.press(Key("p"))
    guard case .proposal(let layer)? = bench.desk.layers.last else {
      Issue.record("no proposal lies open: \(bench.text)")
      return
    }
    #expect(layer.proposal.goal == .initiative(goal.id) && layer.drafts.count >= 1 && bench.shows(layer.drafts[0].name) && bench.shows("Why"))
    bench.press(Key("e"))
    bench.type(" in June")
    bench.press(Key(.escape))
    let dates = layer.drafts.map(\.from)
    bench.press(Key("]"))
    guard case .proposal(let changed)? = bench.desk.layers.last else {
      Issue.record("the proposal is gone")
      return
    }
    #expect(changed.drafts[0].name == layer.drafts[0].name + " in June")
    #expect(changed.drafts[0].from?.firstDay == dates[0].map { $0.firstDay + 7 })
    bench.press(Key(.enter))
    let after = bench.desk.working.session
    #expect(after.initiatives.count == before.initiatives.count + layer.drafts.count && bench.desk.working.stepCount == 1)
    #expect(after.initiatives[goal.id]?.needs.contains(layer.drafts[layer.drafts.count - 1].id) == true)
    bench.press(Key("u"))
    #expect(bench.desk.working.session == before)
  }

  @Test("a moved row keeps its trust and how well its dates are known, and a proposal that does not fit any more is kept")
  func moves() throws {
    var bench = try growersAndExporter()
    let kinds = (1...2).map { ProposalKind(name: "Visit \($0)", type: .known(.observationTrip), step: 1, risk: 1, weeks: 2, weeksToBenefit: 1, gain: 40 * $0) }
    bench.desk.openProposal(kinds)
    func layer() throws -> ProposalLayer {
      guard case .proposal(let layer)? = bench.desk.layers.last else { throw Missing() }
      return layer
    }
    struct Missing: Error {}
    func trust(_ name: String) -> [Substring] {
      let parts = bench.lines.first { $0.contains(name) }?.split(separator: " → ") ?? []
      return parts.count == 2 ? [parts[0].suffix(3), parts[1].prefix(3)] : []
    }
    let first = try layer()
    let before = ["Visit 1", "Visit 2"].map { trust($0) }
    try #require(first.rows.count == 2 && before[0] != before[1])
    bench.press(Key(.down), Key("]"), Key("]"))
    #expect(["Visit 1", "Visit 2"].map { trust($0) } == before )
    guard case .proposal(var edited)? = bench.desk.layers.popLast() else { return }
    edited.rows[1].draft.to = PartialDate("2008-12")
    bench.desk.layers.append(.proposal(edited))
    for _ in 1...9 { bench.press(Key("]")) }
    let moved = try layer().drafts[1]
    #expect(moved.to == PartialDate("2009-02") && moved.from?.firstDay == first.drafts[1].from.map { $0.firstDay + 77 })
    // Another window took those who would take part away meanwhile.
    var elsewhere = bench.desk.working
    try elsewhere.perform(Transaction(Title(.remove), elsewhere.removal(of: first.drafts[0].participants.map { EntityRef(.stakeholder, $0) })))
    bench.desk.receive(.reloaded(elsewhere.session))
    bench.press(Key(.enter))
    #expect(try layer().drafts.map(\.to) == [first.drafts[0].to, moved.to] && bench.desk.working.stepCount == 1)
  }

  @Test("rows can be left out, limits of time and money propose anew, and a closed proposal waits")
  func limits() throws {
    var bench = try growersAndExporter()
    func layer() -> ProposalLayer? {
      for case .proposal(let layer) in bench.desk.layers { return layer }
      return nil
    }
    bench.press(Key("p"))
    let whole = try #require(layer())
    #expect(whole.proposal.goal == .pair(TrustPair(id("s-pickers"), id("s-mdm"))) && whole.drafts.count > 2)
    bench.press(Key("d"))
    #expect(layer()?.drafts.map(\.id) == Array(whole.drafts.map(\.id).dropFirst()))
    bench.press(Key(.escape), Key("p"))
    #expect(layer()?.drafts.count == whole.drafts.count - 1)
    bench.press(Key("m"))
    bench.type("nothing much")
    bench.press(Key(.enter))
    #expect(bench.shows("is not an amount"))
    bench.press(Key(.escape), Key("m"))
    bench.type("4000")
    bench.press(Key(.enter))
    #expect(layer()?.limits.money == Amount(4000, "USD") && layer()?.proposal.end == .outOfMoney && bench.shows("for at most"))
    bench.press(Key("t"))
    bench.type("2008-07")
    bench.press(Key(.enter))
    #expect(layer()?.limits.until == PartialDate("2008-07") && (layer()?.drafts.count ?? 9) <= 1)
    for _ in 0..<5 { bench.press(Key("d")) }
    bench.press(Key(.enter))
    #expect(bench.shows("Nothing to insert.") && bench.desk.working.stepCount == 0)
  }

  @Test("what cannot be proposed for is said, and a layer fits the smallest screen")
  func edges() throws {
    var bench = try bench("i-export")
    bench.press(Key("p"))
    #expect(bench.desk.layers.isEmpty && bench.shows("not over yet"))
    bench.desk.selectInList(EntityRef(.initiative, id("i-contract")))
    bench.resize(60, 16)
    bench.press(Key("p"))
    #expect(bench.lines.allSatisfy { TextWidth.columns($0) <= 60 } && bench.shows("Propose"))
    bench.press(Key(.escape), Key("O"))
    #expect(bench.shows("goes well at risk"))
  }
}
