import Drawing
import Testing

@testable import Terminal

@Suite struct InputDecoderTests {
  /// All events of some bytes, with every wait ended.
  private func events(_ text: String, configure: (inout InputDecoder) -> Void = { _ in }) -> [Event] {
    events(bytes: Array(text.utf8), configure: configure)
  }

  private func events(bytes: [UInt8], configure: (inout InputDecoder) -> Void = { _ in }) -> [Event] {
    var decoder = InputDecoder()
    configure(&decoder)
    bytes.withUnsafeBytes { decoder.feed($0) }
    var result: [Event] = []
    while true {
      if let event = decoder.next(now: 0) { result.append(event) } else if decoder.isWaiting {
        if let event = decoder.next(now: 0, timedOut: true) { result.append(event) }
      } else {
        return result
      }
    }
  }

  private func keys(_ text: String) -> String {
    events(text).map { if case .key(let key) = $0 { KeyNotation.notation(of: key) } else { "\($0)" } }.joined()
  }

  @Test(
    "keys of xterm, tmux, rxvt, the console and the VT family are read",
    arguments: [
      ("aé日", "aé日"), ("\u{13}\u{11}", "<C-s><C-q>"), ("\r\n\t\u{7F}\u{8}\u{0}", "<CR><CR><Tab><BS><C-h><C-Space>"), ("\u{1C}\u{1F}", "<C-\\><C-_>"),
      ("\u{1B}[A\u{1B}OB\u{1B}[C\u{1B}OD", "<Up><Down><Right><Left>"),
      ("\u{1B}[H\u{1B}OH\u{1B}[1~\u{1B}[7~", "<Home><Home><Home><Home>"),
      ("\u{1B}[F\u{1B}OF\u{1B}[4~\u{1B}[8~", "<End><End><End><End>"), ("\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~", "<Ins><Del><PgUp><PgDn>"),
      ("\u{1B}OP\u{1B}[12~\u{1B}[[C\u{1B}[15~\u{1B}[24~", "<F1><F2><F3><F5><F12>"), ("\u{1B}[1;2P\u{1B}[15;5~", "<S-F1><C-F5>"),
      ("\u{1B}[1;5C\u{1B}[1;3D\u{1B}[1;2A\u{1B}[5;5~", "<C-Right><M-Left><S-Up><C-PgUp>"), ("\u{1B}[Z\u{1B}[a\u{1B}Oc", "<S-Tab><S-Up><C-Right>"),
      ("\u{1B}1\u{1B}x\u{1B}é\u{1B}\r\u{1B}\u{1B}[A", "<M-1><M-x><M-é><M-CR><M-Up>"), ("\u{1B}", "<Esc>"), ("\u{1B}\u{1B}", "<Esc><Esc>"),
      ("\u{1B}[", "<M-[>"), ("\u{1B}O", "<M-O>"), ("\u{1B}OM\u{1B}Op", "<CR>0"), ("\u{1B}[97;5u\u{1B}[13;2u\u{1B}[27;5;9~", "<C-a><S-CR><C-Tab>"),
    ])
  func knownKeys(_ bytes: String, _ expected: String) { #expect(keys(bytes) == expected) }

  @Test(
    "what is unknown, broken off or invalid is dropped, and what follows is read",
    arguments: [
      "\u{1B}[99~", "\u{1B}[?1;2c", "\u{1B}[>0;276;0c", "\u{1B}[12;40R", "\u{1B}[I", "\u{1B}[1;2", "\u{1B}[<0;1", "\u{1B}[999999999999999999999~",
      "\u{1B}[;;;~", "\u{85}", "\u{1B}[<65535;0;0M", "\u{1B}[57399u",
    ])
  func dropped(_ bytes: String) {
    #expect(events(bytes) == [])
    #expect(events(bytes + "\u{1B}[Aq").last == .key(Key("q")))
  }

  @Test("invalid UTF-8 is passed over", arguments: [[0x80], [0xC3], [0xE2, 0x82], [0xFF], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80]])
  func invalid(_ bytes: [UInt8]) {
    #expect(events(bytes: bytes) == [])
    #expect(events(bytes: bytes + [0x71]) == [.key(Key("q"))])
  }

  @Test("a sequence may come in pieces of one byte")
  func pieces() {
    var decoder = InputDecoder()
    var result: [Event] = []
    for byte in Array("\u{1B}[1;5A日\u{1B}[200~a\u{1B}[201~\u{1B}[<0;3;2M".utf8) {
      [byte].withUnsafeBytes { decoder.feed($0) }
      while let event = decoder.next(now: 0) { result.append(event) }
    }
    #expect(
      result == [
        .key(Key(.up, .control)), .key(Key("日")), .paste("a"), .mouse(MouseEvent(.press, at: Point(x: 2, y: 1))),
      ])
    #expect(!decoder.isWaiting)
  }

  @Test("a paste is one event with line feeds, without controls, and ends with the terminal's mark or after a pause")
  func paste() {
    #expect(events("\u{1B}[200~one\r\ntwo\rthree\n\tx\u{1B}[31m\u{7}\u{9B}y\u{1B}[201~q") == [.paste("one\ntwo\nthree\n\tx[31my"), .key(Key("q"))])
    #expect(events("\u{1B}[200~never ends") == [.paste("never ends")])
    #expect(events("\u{1B}[201~q") == [.key(Key("q"))])
    #expect(events(bytes: Array("\u{1B}[200~".utf8) + [0x61, 0xFF, 0x62] + Array("\u{1B}[201~".utf8)) == [.paste("a\u{FFFD}b")])
  }

  @Test("a paste beyond the limit loses its end and nothing else")
  func longPaste() {
    var bytes = Array("\u{1B}[200~".utf8)
    bytes += [UInt8](repeating: 0x61, count: InputDecoder.longestPaste + 1000)
    bytes += Array("\u{1B}[201~q".utf8)
    let result = events(bytes: bytes)
    guard case .paste(let text) = result.first else { return #expect(Bool(false)) }
    #expect(text.utf8.count == InputDecoder.longestPaste)
    #expect(result.last == .key(Key("q")))
  }

  @Test("the mouse presses, drags, releases and turns its wheel; two quick presses are a double click")
  func mouse() {
    var decoder = InputDecoder()
    decoder.feed("\u{1B}[<0;5;3M\u{1B}[<32;6;3M\u{1B}[<0;6;3m\u{1B}[<64;1;1M\u{1B}[<65;1;1M\u{1B}[<2;1;1M\u{1B}[M !!")
    var actions: [MouseEvent.Action] = []
    while case .mouse(let event) = decoder.next(now: 0) { actions.append(event.action) }
    #expect(actions == [.press, .drag, .release, .wheelUp, .wheelDown, .press])
    var clicks: [MouseEvent.Action] = []
    for time: UInt64 in [1_000_000_000, 1_200_000_000, 1_300_000_000, 2_900_000_000, 2_950_000_000] {
      decoder.feed("\u{1B}[<0;9;9M")
      if case .mouse(let event) = decoder.next(now: time) { clicks.append(event.action) }
    }
    #expect(clicks == [.press, .doubleClick, .press, .press, .doubleClick])
  }

  @Test("Ctrl+H is Backspace where the terminal erases with it, and a terminal's own sequences come first")
  func terminalsOwn() {
    #expect(events("\u{8}", configure: { $0.backspaceIsControlH = true }) == [.key(Key(.backspace))])
    #expect(events("\u{1B}A", configure: { $0.ownSequences = [([0x1B, 0x41], Key(.up))] }) == [.key(Key(.up))])
  }

  @Test("no bytes hang it or trap it")
  func anything() {
    var state: UInt64 = 42
    let likely: [UInt8] = [0x1B, 0x5B, 0x4F, 0x3C, 0x3B, 0x30, 0x32, 0x7E, 0x4D, 0x6D, 0x41, 0xC3, 0xE2, 0xF0, 0xFF, 0x0D]
    for _ in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let value = UInt8(truncatingIfNeeded: state >> 33)
        bytes.append(state >> 60 < 12 ? likely[Int(value) % likely.count] : value)
      }
      #expect(events(bytes: bytes).count <= 80)
    }
  }
}
