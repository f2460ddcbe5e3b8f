import Drawing
import SessionModel
import Testing
import Words

@testable import Workbench

@Suite struct MarketsScreenTests {
  @Test("the screen says which evidence to get next, on a wide screen and on a small one")
  func next() throws {
    for (width, height) in [(120, 40), (80, 24)] {
      var test = try ScreenBench.mango(width: width, height: height, now: ScreenBench.july)
      test.press(Key("5"))
      #expect(test.text.contains("Agree a contract ahead"))
      #expect(test.text.contains("it takes 2 of them together"))
    }
  }

  @Test("constraints stand by votes, and among equals the graver and easier first")
  func order() throws {
    var test = try ScreenBench.mango(width: 120, height: 40, now: ScreenBench.july)
    test.press(Key("5"), Key(.tab))
    let rows = test.desk.lists[.constraint]?.rows.compactMap { test.desk.view.session.constraints[$0] } ?? []
    #expect(rows.first?.votes == 21)
    for (a, b) in zip(rows, rows.dropFirst()) where a.votes == b.votes { #expect((a.severity ?? 0) >= (b.severity ?? 0)) }
    #expect(test.text.contains("Tackled by"))
  }
}
