import Drawing
import SessionModel
import Testing
import Words

@testable import Workbench

@Suite(.timeLimit(.minutes(2))) struct HostileScriptTests {
  @Test("a damaged script is a script or an error with its place", arguments: 0..<10 as Range<UInt64>)
  func damaged(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func below(_ bound: Int) -> Int { Int(random.next() % UInt64(max(1, bound))) }
    let whole = Array("# day 1\n3 a \"Ana, trader\" <CR>*2 <C-s> (j k*3)*4 <paste:a b> <resize:80x24> <tick:12m> <snap:x> <expect:a> 'é' <lt>".unicodeScalars)
    let telling = Array("<>()*\"'#:-\n 9xC\u{0}\u{1B}é\u{301}".unicodeScalars)
    for _ in 0..<200 {
      var scalars = whole
      for _ in 0...below(4) {
        let place = below(scalars.count)
        switch below(3) {
        case 0: scalars[place] = telling[below(telling.count)]
        case 1: scalars.insert(telling[below(telling.count)], at: place)
        default: scalars.removeSubrange(place..<min(scalars.count, place + 1 + below(9)))
        }
      }
      do throws(KeyScriptError) {
        _ = try KeyScript(String(String.UnicodeScalarView(scalars)))
      } catch {
        #expect(error.line > 0 && error.column > 0)
        #expect(!English().scriptProblem(error.problem).isEmpty)
      }
    }
  }

  @Test("repetitions of repetitions are refused before they fill the memory")
  func repetition() {
    let text = String(repeating: "(", count: 40) + "j" + String(repeating: ")*999", count: 40)
    #expect(throws: KeyScriptError.self) { try KeyScript(text) }
    #expect(throws: KeyScriptError.self) { try KeyScript("j*99999999999999999999") }
    #expect(throws: KeyScriptError.self) { try KeyScript(String(repeating: "(", count: 100_000) + ")") }
    // Nothing but opening brackets are keys like any others.
    #expect(throws: Never.self) { try KeyScript(String(repeating: "(<", count: 100_000)) }
  }
}
