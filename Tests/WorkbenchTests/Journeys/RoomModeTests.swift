import Drawing
import SessionModel
import SessionStore
import Testing

@testable import Workbench

/// What the room must not see does not reach the screen: every screen is the same whatever is confidential in the session.
@Suite struct RoomModeTests {
  /// The session with every confidential value changed: none of it may make a difference.
  private func scrambled(_ session: Session) -> Session {
    var result = session
    session.readings.forEach { reading in
      guard reading.aspect?.option?.isConfidential == true else { return }
      var other = reading
      other.score = other.score.map { $0 == 1 ? 2 : 1 }
      result.put(other)
    }
    for kind in EntityKind.allCases {
      for entity in session.entities(of: kind) {
        var other = entity
        other.common.notes = "SECRET"
        for field in kind.description.fields where field.isConfidential && field.aspect == nil && field.kind == .text {
          other = other.setting(field.key, to: .text("SECRET")) ?? other
        }
        for field in kind.description.fields where field.isConfidential && field.aspect == nil {
          if case .scale = field.kind { other = other.setting(field.key, to: .number(1)) ?? other }
        }
        result.put(other)
      }
    }
    return result
  }

  @Test("no screen in room mode differs when only confidential values do", arguments: WorkScreen.allCases)
  func screens(screen: WorkScreen) throws {
    let session = try ScreenBench.mango().desk.working.session
    let digit = Character(String((WorkScreen.allCases.firstIndex(of: screen) ?? 0) + 1))
    func walk(_ session: Session) -> [[String]] {
      var bench = ScreenBench(session, width: 120, height: 40)
      bench.press(Key(.function(5)), Key(digit))
      var shown = [bench.lines]
      for key in [Key(.down), Key(.down), Key(.right), Key(.tab), Key(.end), Key("s"), Key(.escape), Key("?"), Key(.escape), Key("v"), Key("v"), Key("b"), Key(.escape), Key("p"), Key(.enter), Key(.escape), Key("x"), Key(.escape), Key("e")] {
        bench.press(key)
        shown.append(bench.lines)
      }
      return shown
    }
    let plain = walk(session)
    #expect(plain == walk(scrambled(session)))
    #expect(!plain.joined().contains { $0.contains("SECRET") })
  }

  @Test("undoing in room mode does not tell whose trust was entered")
  func undo() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    let growers = EntityID("s-small") ?? .session
    let exporter = EntityID("s-mdm") ?? .session
    bench.desk.setTrust(growers, exporter, 1)
    bench.press(Key(.function(5)), Key("u"))
    #expect(!bench.lines.contains { $0.contains("Mangos de Matanzas") && $0.contains("Undid") })
  }

  @Test("leaving room mode asks first")
  func leaving() throws {
    var bench = try ScreenBench.mango()
    bench.press(Key(.function(5)), Key(.function(5)))
    #expect(bench.lines.contains { $0.contains("Leave room mode?") })
    bench.press(Key(.escape), Key("4"))
    #expect(bench.desk.audience == .room)
  }
}
