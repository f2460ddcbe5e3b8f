import Drawing
import SessionModel
import Testing

@testable import Workbench

@Suite struct LargeSessionTests {
  @Test("walking among twenty thousand computes nothing anew")
  func walking() {
    var session = Session()
    for index in 0..<20_000 {
      var initiative = Initiative(id: EntityID("i-\(index)") ?? .session)
      initiative.name = "Initiative \(index)"
      initiative.step = index % 6
      initiative.from = PartialDate(year: 2000 + index % 15, month: index % 12 + 1)
      initiative.to = PartialDate(year: 2001 + index % 15)
      session.put(initiative)
      var action = ActionItem(id: EntityID("a-\(index)") ?? .session)
      action.what = "Action \(index)"
      action.due = PartialDate(year: 2000 + index % 15, month: index % 12 + 1)
      action.initiative = initiative.id
      session.put(action)
    }
    var test = TestDesk(session)
    let clock = ContinuousClock()
    func worst(_ keys: [Key]) -> Duration {
      var worst = Duration.zero
      for key in keys { worst = max(worst, clock.measure { _ = (test.press(key), test.text) }) }
      return worst
    }
    let opened = worst([Key("6")])
    let walked = worst([Key(.tab), Key(.down), Key(.up), Key(.left), Key(.right), Key(.end), Key(.up)])
    #expect(walked * 4 < opened)
    let listed = worst([Key("7")])
    let stepped = worst(Array(repeating: Key(.down), count: 30) + [Key(.end), Key(.pageUp)])
    #expect(stepped * 4 < listed)
  }
}
