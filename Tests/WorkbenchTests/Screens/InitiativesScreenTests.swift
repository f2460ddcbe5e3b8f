import ChainAnalysis
import Drawing
import SessionModel
import Testing

@testable import Workbench

@Suite struct InitiativesScreenTests {
  private func initiative(_ id: String, _ from: String, _ to: String, step: Int?) -> Initiative {
    var initiative = Initiative(id: EntityID(id) ?? .session)
    initiative.name = id
    initiative.from = PartialDate(from)
    initiative.to = PartialDate(to)
    initiative.step = step
    return initiative
  }

  private func crescendo(_ initiatives: [Initiative], width: Int = 80) -> Crescendo {
    Crescendo(initiatives, width: width, today: PartialDate("2008-07-01")?.firstDay ?? 0, month: { String($0) }, label: { _ in 10 })
  }

  @Test("bars and their names never lie on one another, however many there are")
  func packing() {
    var dice = SeededGenerator(seed: 7)
    let many = (0..<400).map { index in
      let year = Int.random(in: 2000...2012, using: &dice)
      let later = year + Int.random(in: 0...3, using: &dice)
      return initiative("i-\(index)", String(year), String(later), step: Int.random(in: 0...5, using: &dice))
    }
    let picture = crescendo(many)
    #expect(picture.bars.count == 400)
    for line in 0..<picture.height {
      var taken = Set<Int>()
      for bar in picture.bars(on: line) {
        let columns = Set(bar.from..<bar.to).union(bar.labelAt..<(bar.labelAt + bar.labelWidth))
        #expect(taken.isDisjoint(with: columns))
        #expect(columns.allSatisfy { (0..<80).contains($0) })
        taken.formUnion(columns)
      }
    }
  }

  @Test("higher steps stand higher, and time goes from left to right")
  func shape() throws {
    let picture = crescendo([
      initiative("i-a", "2004", "2004", step: 1), initiative("i-b", "2006", "2006", step: 3), initiative("i-c", "2008", "2008", step: 5),
    ])
    let bars = try ["i-a", "i-b", "i-c"].map { try #require(picture.bar(of: EntityID($0))) }
    #expect(bars[0].line > bars[1].line && bars[1].line > bars[2].line)
    #expect(bars[0].from < bars[1].from && bars[1].from < bars[2].from)
    #expect(picture.neighbour(of: bars[0].id, .up) == bars[1].id)
    #expect(picture.neighbour(of: bars[0].id, .down) == nil)
    #expect(picture.neighbour(of: bars[1].id, .last) == bars[2].id)
  }

  @Test("without dates, steps or even initiatives there is still a picture")
  func empty() {
    #expect(crescendo([]).bars.isEmpty)
    let bare = crescendo([Initiative(id: EntityID("i-x") ?? .session)], width: 1)
    #expect(bare.bars.count == 1)
    #expect(bare.lanes.last?.step == 0)
  }

  @Test("list and crescendo have one cursor, and v goes from one to the other")
  func views() throws {
    var test = try ScreenBench.mango(width: 80, height: 24, now: ScreenBench.july)
    test.press(Key("6"), Key("v"), Key(.home))
    #expect(test.text.contains("Crescendo"))
    let selected = test.desk.selection
    test.press(Key("v"))
    #expect(!test.text.contains("Crescendo"))
    #expect(test.desk.selection == selected)
  }

  @Test("in room mode neither the trust that is needed nor how trust went is on the screen")
  func room() throws {
    var test = try ScreenBench.mango(width: 120, height: 40, now: ScreenBench.july)
    test.press(Key("6"), Key(.tab), Key(.end))
    #expect(test.text.contains("trust 4:") && test.text.contains("M Plan something small"))
    #expect(test.text.contains("small ⇄ large"))
    test.press(Key(.function(5)))
    #expect(!test.text.contains("trust 4") && !test.text.contains("waits"))
    #expect(!test.text.contains("small ⇄ large"))
  }

  @Test("trust between small and large is compared over the directions that were read from the start")
  func trust() {
    var session = Session()
    for (id, size) in [("s-a", EnterpriseSize.small), ("s-b", .small), ("s-l", .large)] {
      var stakeholder = Stakeholder(id: EntityID(id) ?? .session)
      stakeholder.type = .known(.trader)
      stakeholder.size = .known(size)
      session.put(stakeholder)
    }
    func read(_ from: String, _ to: String, _ on: String, _ level: Int) {
      var reading = Reading(id: EntityID("t" + from.dropFirst(2) + to.dropFirst(2) + on.suffix(4)) ?? .session)
      reading.aspect = .known(.trust)
      reading.subject = EntityID(from)
      reading.toward = EntityID(to)
      reading.on = PartialDate(on)
      reading.score = level
      session.put(reading)
    }
    read("s-a", "s-l", "2003", 2)
    read("s-l", "s-a", "2003", 4)
    read("s-a", "s-l", "2006", 3)
    // Read later for the first time: it must not lower what was gained.
    read("s-b", "s-l", "2006", 1)
    read("s-l", "s-b", "2006", 1)
    let course = TrustCourse(TrustHistory(session), Grouping(session))
    #expect(course.count(.betweenSizes) == 1)
    #expect(course.values(.betweenSizes).first == 2)
    #expect(course.values(.betweenSizes).last == 3)
  }
}
