import CNcurses
import Drawing
import Testing

@testable import Terminal

extension TerminalDriverTests {
  /// A painter and the terminal that its bytes go to.
  private struct Bench {
    var painter: FramePainter
    var screen: ScreenEmulator
    let theme: Theme
    let depth: ColourDepth
    let isUTF8: Bool
    private let codes: LookCodes
    private var looks: [Style: ScreenEmulator.Look] = [:]

    init(_ term: String, _ size: Size, theme: Theme, isUTF8: Bool = true) {
      #expect(cn_set_locale())
      #expect(cn_describe(term))
      self.theme = theme
      self.isUTF8 = isUTF8
      let colours = LookCodes.colours
      depth = colours >= 256 ? .of256 : colours >= 8 ? .of8 : .none
      codes = LookCodes()
      painter = FramePainter(theme: theme, depth: depth, isUTF8: isUTF8)
      screen = ScreenEmulator(size, erasesInColour: cn_flag("bce"), waitsAtEdge: cn_flag("xenl"))
    }

    /// Paints and returns how many bytes that took.
    @discardableResult
    mutating func show(_ surface: Surface, location: SourceLocation = #_sourceLocation) -> Int {
      let bytes = painter.paint(surface, on: screen.size)
      screen.apply(bytes)
      check(surface, location)
      return bytes.count
    }

    /// That the terminal shows the surface and nothing else.
    mutating func check(_ surface: Surface, _ location: SourceLocation) {
      #expect(screen.unknown.isEmpty, sourceLocation: location)
      for y in 0..<screen.size.height {
        for x in 0..<screen.size.width {
          if x == screen.size.width - 1, y == screen.size.height - 1, !screen.waitsAtEdge { continue }
          let seen = screen.cells[y][x]
          let cell = surface[x, y]
          guard x < surface.size.width, y < surface.size.height else {
            if seen.scalars != [" "] { Issue.record("beyond the surface at \(x), \(y)", sourceLocation: location) }
            continue
          }
          // Half of a wide character at the edge cannot be shown.
          if surface[x + 1, y].isContinuation, x + 1 >= screen.size.width { continue }
          var expected = surface.scalars(of: cell)
          if !isUTF8 { expected = expected.prefix(1).map { ASCIIFallback.character(for: $0) } + (cell.isContinuation ? [" "] : []) }
          let owner = cell.isContinuation ? surface[x - 1, y] : cell
          let look = look(owner.style)
          let isSame = seen.scalars == expected && Self.visible(seen.look, expected) == Self.visible(look, expected)
          if !isSame {
            Issue.record("\(x), \(y): \(seen), not \(expected) in \(look)", sourceLocation: location)
            return
          }
        }
      }
      let cursor = surface.cursor.flatMap { Rect(screen.size).contains($0) ? $0 : nil }
      if let cursor { #expect(screen.cursor == cursor, sourceLocation: location) }
      if cn_capability("civis") != nil { #expect(screen.isCursorShown == (cursor != nil), sourceLocation: location) }
    }

    private mutating func look(_ style: Style) -> ScreenEmulator.Look {
      if let known = looks[style] { return known }
      let look = codes.possible(theme.resolve(style).quantised(to: depth))
      let made = ScreenEmulator.Look(foreground: look.foreground, background: look.background, attributes: look.attributes)
      looks[style] = made
      return made
    }

    /// What of a look is seen: in a blank not the colour of the text.
    private static func visible(_ look: ScreenEmulator.Look, _ scalars: [Unicode.Scalar]) -> ScreenEmulator.Look {
      guard scalars == [" "], look.attributes.isDisjoint(with: [.underlined, .reversed]) else { return look }
      return ScreenEmulator.Look(background: look.background)
    }
  }

  private static let coloured: Theme = {
    func paint(_ front: UInt32?, _ back: UInt32?, _ attributes: Attributes = []) -> Paint {
      func ink(_ value: UInt32) -> Paint.Ink { .colour(Colour(red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))) }
      return Paint(foreground: front.map(ink), background: back.map(ink), attributes: attributes)
    }
    return Theme(
      name: "coloured",
      roles: [
        .text: paint(0xD6DAE0, 0x15181C), .dim: paint(0x8F98A3, nil), .strong: paint(0xFFFFFF, nil, .bold), .title: paint(0xFFFFFF, 0x20262E),
        .error: paint(0xFF7B72, nil, [.bold, .reversed]), .field: paint(nil, nil, .underlined), .placeholder: paint(nil, nil, .faint),
      ], emphases: [.selected: paint(nil, 0x1D3A5F), .marked: paint(0xE5B567, nil)])
  }()

  private static let themes = [coloured, .plain]

  /// Changes a surface as screens do: texts, fills, selections, rows that move, a new picture.
  private func change(_ surface: inout Surface, _ random: inout SplitMix) {
    let roles: [Role] = [.text, .dim, .strong, .title, .error, .field, .placeholder]
    let texts = [
      "Mangos de Matanzas", "Asociación de productores", "日本語の団体", "n\u{303}andu\u{301}", "●●●○○", "x", "", "a  b      c", "한국 e\u{301}", "──────┬──",
      "👍🏽 ok", "\u{301}", "                        end",
    ]
    func number(_ limit: Int) -> Int { Int(random.next() % UInt64(max(1, limit))) }
    let size = surface.size
    for _ in 0..<(1 + number(6)) {
      let style = Style(roles[number(roles.count)], number(3) == 0 ? Emphasis(rawValue: UInt8(number(64))) : [])
      let place = Point(x: number(size.width + 4) - 2, y: number(size.height))
      let rect = Rect(x: place.x, y: place.y, width: number(size.width), height: 1 + number(3))
      switch number(9) {
      case 0: surface.fill(rect, style)
      case 1: surface.emphasise(rect, [.selected])
      case 2: surface.raise(style.role, to: roles[number(roles.count)])
      case 3: scroll(&surface, by: number(7) - 3, from: number(size.height), to: number(size.height))
      case 4: if number(4) == 0 { surface.reset(size) }
      case 5: surface.cursor = number(2) == 0 ? nil : Point(x: number(size.width + 1), y: number(size.height))
      default: surface.put(texts[number(texts.count)], x: place.x, y: place.y, style)
      }
    }
  }

  /// Moves rows of a surface, as a list does.
  private func scroll(_ surface: inout Surface, by distance: Int, from: Int, to: Int) {
    let old = surface
    for y in min(from, to)...max(from, to) {
      surface.fill(Rect(x: 0, y: y, width: surface.size.width, height: 1))
      var x = 0
      while x < surface.size.width {
        let cell = old[x, y + distance]
        var text = String.UnicodeScalarView()
        text.append(contentsOf: old.scalars(of: cell))
        if !cell.isContinuation, y + distance >= 0, y + distance < old.size.height { surface.put(String(text), x: x, y: y, cell.style) }
        x += 1
      }
    }
  }

  private struct SplitMix {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z >> 31
    }
  }

  @Test(
    "whatever frames follow one another, the terminal shows the last one",
    arguments: ["xterm-256color", "screen-256color", "linux", "vt100", "ansi", "vt220", "rxvt", "xterm"])
  func anyFrames(_ term: String) {
    for seed in 1...6 as ClosedRange<UInt64> {
      var random = SplitMix(state: seed)
      let size = [Size(width: 30, height: 10), Size(width: 1, height: 1), Size(width: 61, height: 17), Size(width: 2, height: 5)][Int(seed % 4)]
      var bench = Bench(term, size, theme: Self.themes[Int(seed % 2)], isUTF8: term != "vt100")
      var surface = Surface(size)
      for step in 0..<40 {
        if step % 20 == 19 { surface = Surface(Size(width: size.width + step % 3 - 1, height: size.height + step % 2)) }
        change(&surface, &random)
        bench.show(surface)
        if step % 15 == 7 {
          bench.screen.apply(Array("\u{1B}[1;3H\u{1B}[1mrubbish\u{1B}[m".utf8))
          bench.screen.apply(bench.painter.paintAgain())
          bench.check(surface, #_sourceLocation)
        }
      }
    }
  }

  @Test("a list that scrolls beside a text that changes costs less than its rows")
  func scrolling() {
    let size = Size(width: 100, height: 30)
    var bench = Bench("xterm-256color", size, theme: Self.coloured)
    func frame(_ top: Int) -> Surface {
      var surface = Surface(size)
      surface.put("The title", x: 0, y: 0, Style(.title))
      for y in 1..<29 { surface.put("Growers of the valley number \((top + y) * 7919 % 1000)", x: 2, y: y) }
      surface.put("The text beside it: \(top)", x: 60, y: 3, .dim)
      return surface
    }
    bench.show(frame(0))
    #expect(bench.show(frame(1)) < 140)
    #expect(bench.show(frame(0)) < 140)
    #expect(bench.show(frame(4)) < 260)
  }

  @Test("the selection of a list moves in few bytes, and nothing is sent for nothing")
  func selecting() {
    let size = Size(width: 60, height: 20)
    var bench = Bench("xterm-256color", size, theme: Self.coloured)
    func frame(_ selected: Int) -> Surface {
      var surface = Surface(size)
      for y in 0..<20 { surface.put("Growers of the valley", x: 2, y: y) }
      surface.emphasise(Rect(x: 0, y: selected, width: 60, height: 1), .selected)
      return surface
    }
    bench.show(frame(3))
    #expect(bench.show(frame(4)) < 90)
    #expect(bench.show(frame(4)) == 0)
  }
}
