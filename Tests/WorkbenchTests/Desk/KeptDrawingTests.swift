import Drawing
import SessionModel
import Testing

@testable import Workbench

/// What is kept of earlier frames saves work and changes nothing.
@Suite struct KeptDrawingTests {
  private func drawn(_ desk: Desk) -> Surface {
    var surface = Surface(desk.size)
    desk.draw(on: &surface)
    return surface
  }

  private static let keys: [Key] = [
    Key(.down), Key(.down), Key(.up), Key(.right), Key(.down), Key(.left), Key(" "), Key(.down), Key("s"), Key(.up), Key(.tab), Key(.down), Key(.down),
    Key(.up), Key(.pageDown), Key(.pageUp), Key("4"), Key(.down), Key("u"), Key(.function(5)), Key(.down), Key(.up), Key(.function(5)), Key(.up),
  ]

  @Test("a screen that was drawn after every key looks as if it had never been drawn before", arguments: WorkScreen.allCases, [120, 200])
  func kept(screen: WorkScreen, width: Int) throws {
    var session = try ScreenBench.mango().desk.working.session
    // Workshops that differ in who was there.
    for (index, workshop) in session.workshops.sorted.enumerated() {
      var other = workshop
      other.present = index % 2 == 0 ? session.participants.ids : []
      session.put(other)
    }
    let digit = Character(String((WorkScreen.allCases.firstIndex(of: screen) ?? 0) + 1))
    var often = ScreenBench(session, width: width, height: 40)
    often.press(Key.alt(digit))
    for count in Self.keys.indices {
      often.press(Self.keys[count])
      let known = drawn(often.desk)
      guard count % 5 == 3 || count == Self.keys.count - 1 else { continue }
      var once = ScreenBench(session, width: width, height: 40)
      once.press(Key.alt(digit))
      for key in Self.keys[...count] { once.press(key) }
      #expect(known == drawn(once.desk), "after \(Self.keys[...count].map { KeyNotation.label(of: $0) }.joined(separator: " "))")
    }
  }

  /// The session with every entity of a kind saying what the next one says, as changes.
  private func exchanged(_ session: Session, _ kind: EntityKind) -> [Change] {
    if kind == .session {
      var profile = session.profile
      for index in profile.segments.indices { profile.segments[index].name += " elsewhere" }
      return [.replace(profile)]
    }
    let all = session.entities(of: kind)
    return zip(all, all.dropFirst()).map { entity, next in
      var other: any Entity = entity
      for field in Swift.type(of: entity).description.fields where field.aspect == nil {
        other = other.setting(field.key, to: next.value(at: field.index)) ?? other
      }
      return .replace(other)
    }
  }

  /// The map keeps its places, and the overview tells of the changes.
  private static let comparable = WorkScreen.allCases.filter { $0 != .map && $0 != .overview }

  @Test("a screen that was shown before something changed elsewhere shows what one does that was not", arguments: comparable)
  func changedElsewhere(screen: WorkScreen) throws {
    let session = try ScreenBench.mango().desk.working.session
    let digit = Key.alt(Character(String((WorkScreen.allCases.firstIndex(of: screen) ?? 0) + 1)))
    for kind in EntityKind.allCases {
      func shown(isBefore: Bool) -> String {
        var bench = ScreenBench(session, width: 160, height: 50, now: ScreenBench.july)
        if isBefore { bench.press(digit, .alt("1")) }
        bench.desk.perform(Title(.edit, kind), exchanged(session, kind))
        bench.press(digit, Key(.home), Key(.tab), Key(.home))
        return bench.body.joined(separator: "\n")
      }
      #expect(shown(isBefore: true) == shown(isBefore: false), "after \(kind)")
    }
  }

  @Test("while keys follow one another fast the text beside a list stays, and is right when they pause")
  func hurried() throws {
    var bench = try ScreenBench.mango(width: 120, height: 40)
    bench.press(Key("3"))
    let before = drawn(bench.desk)
    bench.press(Key(.down))
    #expect(bench.desk.isWalking)
    bench.desk.isHurried = true
    let fast = drawn(bench.desk)
    bench.desk.isHurried = false
    let slow = drawn(bench.desk)
    let half = Rect(x: 80, y: 3, width: 40, height: 30)
    #expect(part(fast, half) == part(before, half) && part(fast, half) != part(slow, half))
    let list = Rect(x: 0, y: 0, width: 70, height: 40)
    #expect(part(fast, list) == part(slow, list) && part(fast, list) != part(before, list))
    bench.press(Key("4"))
    #expect(!bench.desk.isWalking)
  }

  private func part(_ surface: Surface, _ rect: Rect) -> [[Cell]] {
    (rect.y..<rect.bottom).map { y in (rect.x..<rect.right).map { surface[$0, y] } }
  }
}
