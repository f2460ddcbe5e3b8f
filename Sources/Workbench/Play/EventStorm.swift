import Drawing
import JSON
import SessionModel
import Words

/// Random keys, pastes, clicks and sizes against a desk, the same for the same seed: what soak tests and the fuzzer press.
public struct EventStorm: Sendable {
  public private(set) var desk: Desk
  private var random: SeededGenerator
  private var now: Instant
  private var surface = Surface(Size(width: 80, height: 24))
  /// Other versions to compare with when asked to.
  private let opened: Session

  public init(_ session: Session, seed: UInt64, now: Instant = Instant(seconds: 1_214_900_000)) {
    self.now = now
    random = SeededGenerator(seed: seed)
    opened = session
    desk = Desk(
      session, file: OpenFile(name: "storm.json", path: "storm.json"), size: Size(width: 80, height: 24), now: now, seed: seed,
      themes: ["dark", "light"], theme: "dark")
  }

  /// So many events, with a frame drawn after each `drawEvery`.
  public mutating func run(_ count: Int, drawEvery interval: Int = 5) {
    for number in 0..<count {
      take(event())
      if number % max(1, interval) == 0 { desk.draw(on: &surface) }
    }
  }

  /// Takes one event and answers what the desk asks for, not always kindly.
  public mutating func take(_ event: Event) {
    if below(20) == 0 { now = Instant(seconds: now.seconds + Int64(below(4000)), offset: now.offset) }
    for effect in desk.update(event, now: now) {
      switch effect {
      case .save(let path, _):
        if below(3) == 0 {
          desk.receive(.saveFailed("no", wasQuitting: below(2) == 0))
        } else {
          desk.receive(.saved(name: "storm.json", path: path ?? "storm.json", revision: desk.working.session.revision))
        }
      case .edit(let text): desk.receive(below(4) == 0 ? .editorFailed("no") : .edited(below(2) == 0 ? text + Self.texts[below(Self.texts.count)] : nil))
      case .export: desk.receive(.exported("out.html"))
      case .compare: desk.receive(below(4) == 0 ? .failed("no") : .otherVersion(opened, name: "other.json"))
      case .discardRecovered: desk.receive(.discarded(opened, aside: below(2) == 0 ? "storm.journal" : nil))
      case .takeOver: desk.receive(.tookOver(opened, saved: opened, draft: .null))
      case .reload: desk.receive(.reloaded(opened))
      case .merge: desk.receive(.merged(opened, saved: opened, conflicts: below(3)))
      case .protect, .unprotect: desk.receive(.protected(effect == .protect, left: below(2)))
      case .versions: desk.receive(.versions([FileVersion(number: 1, savedAt: now, size: 1_000)]))
      case .readVersion: desk.receive(.version(opened, savedAt: now))
      case .recentFiles: desk.receive(.recentFiles(below(2) == 0 ? [] : ["storm.json"]))
      case .sample: desk.receive(.sample(opened))
      case .quit, .useTheme, .redraw, .open, .readMethods: break
      case .readKinds: desk.receiveBuiltInKinds()
      }
    }
  }

  private mutating func event() -> Event {
    switch below(100) {
    case 0..<62: return .key(key())
    case 62..<80: return .key(Self.named[below(Self.named.count)])
    case 80..<84: return .key(Key.control(Self.letters[below(26)]))
    case 84..<87: return .key(Key.alt(Character(String(1 + below(9)))))
    case 87..<89: return .paste(Self.texts[below(Self.texts.count)] + "\n" + Self.texts[below(Self.texts.count)])
    case 89..<95:
      let actions: [MouseEvent.Action] = [.press, .release, .drag, .doubleClick, .wheelUp, .wheelDown]
      return .mouse(MouseEvent(actions[below(actions.count)], at: Point(x: below(130) - 5, y: below(50) - 5)))
    case 95..<97:
      let sizes = [(80, 24), (120, 40), (60, 16), (1, 1), (200, 60), (61, 17), (400, 200), (0, 0)]
      let size = sizes[below(sizes.count)]
      return .resize(Size(width: size.0, height: size.1))
    default: return .tick
    }
  }

  private mutating func key() -> Key {
    switch below(8) {
    case 0: Key(Character(String(below(10))))
    case 1: Key(Self.odd[below(Self.odd.count)])
    default: Key(below(3) == 0 ? Character(Self.letters[below(26)].uppercased()) : Self.letters[below(26)])
    }
  }

  private mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(max(1, bound))) }

  private static let letters = Array("abcdefghijklmnopqrstuvwxyz")
  private static let odd = Array("/:?+-=|, .;<>'\"{}()*&^%$#@!~`é日👩‍🌾\u{301}\u{202E}\u{0}\u{1B}\u{9B}")
  private static let named: [Key] = [
    Key(.up), Key(.down), Key(.left), Key(.right), Key(.home), Key(.end), Key(.pageUp), Key(.pageDown), Key(.insert), Key(.delete),
    Key(.backspace), Key(.enter), Key(.enter), Key(.enter), Key(.escape), Key(.escape), Key(.tab), Key(.tab), Key(.tab, .shift), Key(" "),
    Key(.function(1)), Key(.function(5)), Key(.up, .shift), Key(.down, .alt), Key(.left, .control), Key(.function(40)),
  ]
  private static let texts = [
    "River Traders, trader, leader", "99999999999999999999", "-1", "2005-02-31", "2005", "1e400 t", "\u{1B}[2J\u{7}", "=1+1", "a\r\nb\tc", "",
    "👩‍🌾 日本 e\u{301} \u{202E}abc\u{0}", String(repeating: "long ", count: 200), "1 2 3 4 5", "yes", "s-1; s-2", "\"quoted\" <b> | `x`",
  ]
}
