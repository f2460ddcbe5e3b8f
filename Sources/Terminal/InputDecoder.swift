import Drawing

/// Turns the bytes a terminal sends into events: UTF-8 text, control characters, the escape sequences of xterm, tmux, rxvt, the Linux
/// console and the VT family, SGR and old mouse reports, and bracketed paste. Whatever it does not know it drops whole; it never waits
/// for the rest of a sequence longer than its caller does.
struct InputDecoder {
  /// A paste longer than this loses its end.
  static let longestPaste = 16 << 20
  /// Two presses on one cell within this time are a double click.
  static let doubleClickNanoseconds: UInt64 = 400_000_000

  /// Whether the terminal sends 0x08 for Backspace; Ctrl+H is then not to be told from it.
  var backspaceIsControlH = false
  /// Sequences of the terminal that the decoder would read otherwise or not at all.
  var ownSequences: [(bytes: [UInt8], key: Key)] = []

  private var bytes: [UInt8] = []
  private var head = 0
  private var paste: [UInt8]?
  private var lastPress: (point: Point, time: UInt64)?

  mutating func feed(_ more: UnsafeRawBufferPointer) {
    if head == bytes.count {
      bytes.removeAll(keepingCapacity: bytes.capacity < 1 << 16)
      head = 0
    }
    bytes.append(contentsOf: more)
  }

  mutating func feed(_ text: String) { Array(text.utf8).withUnsafeBytes { feed($0) } }

  /// Whether bytes wait that are not an event yet: the start of a sequence or of a character, or an open paste.
  var isWaiting: Bool { head < bytes.count || paste != nil }

  /// How long to wait for the rest, in milliseconds: an escape alone is the Escape key, a paste may pause.
  var patience: Int32 { paste != nil ? 1000 : 25 }

  /// The next event; nil when there is none, or its end has not come. With `timedOut` nothing is waited for any longer.
  mutating func next(now: UInt64, timedOut: Bool = false) -> Event? {
    while true {
      if paste != nil {
        guard let text = takePaste(timedOut: timedOut) else { return nil }
        return .paste(text)
      }
      guard head < bytes.count else { return nil }
      switch step(now: now, timedOut: timedOut) {
      case .event(let event): return event
      case .nothing: continue
      case .incomplete: return nil
      }
    }
  }

  enum Step {
    case event(Event)
    /// Bytes were dropped, or a paste began.
    case nothing
    case incomplete
  }

  private mutating func step(now: UInt64, timedOut: Bool) -> Step {
    let first = bytes[head]
    if first == 0x1B { return escape(now: now, timedOut: timedOut) }
    return plain(alt: [], timedOut: timedOut)
  }

  /// A character or a control character.
  private mutating func plain(alt: Key.Modifiers, timedOut: Bool) -> Step {
    let first = bytes[head]
    if first < 0x20 || first == 0x7F {
      head += 1
      return .event(.key(control(first, alt)))
    }
    if first < 0x80 {
      head += 1
      return .event(.key(Key(.character(Character(Unicode.Scalar(first))), alt)))
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4 else {
      head += 1
      return .nothing
    }
    var end = head + 1
    while end < bytes.count, end < head + length, bytes[end] & 0xC0 == 0x80 { end += 1 }
    if end < head + length {
      if end == bytes.count, !timedOut { return .incomplete }
      head = end
      return .nothing
    }
    let scalars = String(decoding: bytes[head..<end], as: UTF8.self).unicodeScalars
    head = end
    guard scalars.count == 1, let scalar = scalars.first, scalar != "\u{FFFD}", scalar.value >= 0xA0 else { return .nothing }
    return .event(.key(Key(.character(Character(scalar)), alt)))
  }

  private func control(_ byte: UInt8, _ modifiers: Key.Modifiers) -> Key {
    switch byte {
    case 0x00: Key(.character(" "), modifiers.union(.control))
    case 0x08 where backspaceIsControlH: Key(.backspace, modifiers)
    case 0x09: Key(.tab, modifiers)
    case 0x0A, 0x0D: Key(.enter, modifiers)
    case 0x1B: Key(.escape, modifiers)
    case 0x7F: Key(.backspace, modifiers)
    case 0x01...0x1A: Key(.character(Character(Unicode.Scalar(byte + 0x60))), modifiers.union(.control))
    default: Key(.character(Character(Unicode.Scalar(byte + 0x40))), modifiers.union(.control))
    }
  }

  private mutating func escape(now: UInt64, timedOut: Bool) -> Step {
    for (sequence, key) in ownSequences where bytes[head...].starts(with: sequence) {
      head += sequence.count
      return .event(.key(key))
    }
    let left = bytes.count - head
    guard left > 1 else {
      if !timedOut { return .incomplete }
      head += 1
      return .event(.key(Key(.escape)))
    }
    switch bytes[head + 1] {
    case 0x5B:
      if left == 2 {
        if !timedOut { return .incomplete }
        head += 2
        return .event(.key(.alt("[")))
      }
      return csi(at: head + 2, alt: [], now: now, timedOut: timedOut)
    case 0x4F:
      if left == 2 {
        if !timedOut { return .incomplete }
        head += 2
        return .event(.key(.alt("O")))
      }
      return ss3(at: head + 2, alt: [])
    case 0x1B:
      // Escape before a sequence is Alt with that key; twice Escape is Escape and what comes then.
      if left == 2, !timedOut { return .incomplete }
      if left > 3, bytes[head + 2] == 0x5B { return csi(at: head + 3, alt: .alt, now: now, timedOut: timedOut) }
      if left > 3, bytes[head + 2] == 0x4F { return ss3(at: head + 3, alt: .alt) }
      if left == 3, bytes[head + 2] == 0x5B || bytes[head + 2] == 0x4F, !timedOut { return .incomplete }
      head += 1
      return .event(.key(Key(.escape)))
    default:
      head += 1
      let step = plain(alt: .alt, timedOut: timedOut)
      if case .incomplete = step { head -= 1 }
      return step
    }
  }

  private mutating func ss3(at start: Int, alt: Key.Modifiers) -> Step {
    var index = start
    var modifiers = alt
    // Some terminals put the modifier's digit before the final byte.
    if bytes[index] >= 0x32, bytes[index] <= 0x38, index + 1 < bytes.count {
      modifiers.formUnion(Self.modifiers(Int(bytes[index] - 0x30)))
      index += 1
    }
    let final = bytes[index]
    head = index + 1
    if let code = Self.letterKeys[final] { return .event(.key(Key(code, modifiers))) }
    switch final {
    case 0x61...0x64: return .event(.key(Key(Self.letterKeys[final - 0x20] ?? .up, modifiers.union(.control))))
    case 0x4D: return .event(.key(Key(.enter, modifiers)))
    case 0x49: return .event(.key(Key(.tab, modifiers)))
    case 0x6A...0x79:
      return .event(.key(Key(.character(Character(Unicode.Scalar(final - 0x40))), modifiers)))
    default:
      // Not a sequence but Alt+O and a character of its own.
      head = start
      return .event(.key(.alt("O")))
    }
  }

  private mutating func csi(at start: Int, alt: Key.Modifiers, now: UInt64, timedOut: Bool) -> Step {
    // The Linux console sends F1 to F5 as ESC [ [ A to E.
    if bytes[start] == 0x5B {
      guard start + 1 < bytes.count else { return incomplete(timedOut, dropTo: bytes.count) }
      head = start + 2
      let letter = bytes[start + 1]
      return letter >= 0x41 && letter <= 0x45 ? .event(.key(Key(.function(Int(letter) - 0x40), alt))) : .nothing
    }
    var end = start
    while end < bytes.count, bytes[end] >= 0x20, bytes[end] < 0x40, end - start < 64 { end += 1 }
    guard end < bytes.count else { return incomplete(timedOut, dropTo: end) }
    let final = bytes[end]
    // An interrupted sequence: drop its beginning, read on with what cut it.
    guard final >= 0x40, final < 0x7F else {
      head = end
      return .nothing
    }
    if final == 0x4D, end == start {
      guard end + 3 < bytes.count else { return incomplete(timedOut, dropTo: bytes.count) }
      let report = (Int(bytes[end + 1]) - 32, Int(bytes[end + 2]) - 33, Int(bytes[end + 3]) - 33)
      head = end + 4
      return mouse(button: report.0 & ~3 | (report.0 & 3 == 3 ? 0 : report.0 & 3), x: report.1, y: report.2,
        released: report.0 & 3 == 3 && report.0 & 64 == 0, now: now)
    }
    head = end + 1
    let isMouse = bytes[start] == 0x3C
    let parameters = Self.numbers(bytes[(isMouse ? start + 1 : start)..<end])
    if isMouse {
      guard parameters.count >= 3, final == 0x4D || final == 0x6D else { return .nothing }
      return mouse(
        button: parameters[0], x: parameters[1] - 1, y: parameters[2] - 1, released: final == 0x6D, now: now)
    }
    // Answers of the terminal begin with a private mark.
    if start < end, bytes[start] >= 0x3C { return .nothing }
    return key(final: final, parameters, alt)
  }

  private mutating func key(final: UInt8, _ parameters: [Int], _ alt: Key.Modifiers) -> Step {
    var modifiers = alt
    if parameters.count > 1 { modifiers.formUnion(Self.modifiers(parameters[1])) }
    switch final {
    case 0x7E, 0x5E, 0x40:
      guard let number = parameters.first else { return .nothing }
      if final == 0x5E || final == 0x40 { modifiers.insert(.control) }
      if final == 0x40 { modifiers.insert(.shift) }
      if number == 200 {
        paste = []
        return .nothing
      }
      if number == 27, parameters.count > 2 { return unicodeKey(parameters[2], modifiers) }
      guard let code = Self.numberedKey(number) else { return .nothing }
      return .event(.key(Key(code, modifiers)))
    case 0x75:
      guard let number = parameters.first else { return .nothing }
      return unicodeKey(number, modifiers)
    case 0x5A: return .event(.key(Key(.tab, modifiers.union(.shift))))
    case 0x61...0x64: return .event(.key(Key(Self.letterKeys[final - 0x20] ?? .up, modifiers.union(.shift))))
    default:
      // A report of the cursor's place also ends in R, with a row before it.
      if final == 0x52, let first = parameters.first, first != 1 { return .nothing }
      guard let code = Self.letterKeys[final] else { return .nothing }
      return .event(.key(Key(code, modifiers)))
    }
  }

  /// A key named by its character's number, as terminals send it that tell all chords apart.
  private func unicodeKey(_ number: Int, _ modifiers: Key.Modifiers) -> Step {
    guard let value = UInt32(exactly: number), let scalar = Unicode.Scalar(value) else { return .nothing }
    if value < 0x20 || value == 0x7F {
      let key = control(UInt8(value), [])
      return .event(.key(Key(key.code, key.modifiers.union(modifiers))))
    }
    guard value >= 0xA0 || value < 0x7F, value < 0xE000 || value > 0xF8FF else { return .nothing }
    let character = Character(scalar)
    if modifiers == .shift { return .event(.key(Key(character.uppercased().first ?? character))) }
    return .event(.key(Key(.character(character), modifiers)))
  }

  private mutating func mouse(button: Int, x: Int, y: Int, released: Bool, now: UInt64) -> Step {
    guard x >= 0, y >= 0 else { return .nothing }
    let point = Point(x: x, y: y)
    if button & 64 != 0 {
      switch button & 3 {
      case 0: return .event(.mouse(MouseEvent(.wheelUp, at: point)))
      case 1: return .event(.mouse(MouseEvent(.wheelDown, at: point)))
      default: return .nothing
      }
    }
    guard button & 3 == 0, button < 64 else { return .nothing }
    if released { return .event(.mouse(MouseEvent(.release, at: point))) }
    if button & 32 != 0 { return .event(.mouse(MouseEvent(.drag, at: point))) }
    if let last = lastPress, last.point == point, now &- last.time <= Self.doubleClickNanoseconds {
      lastPress = nil
      return .event(.mouse(MouseEvent(.doubleClick, at: point)))
    }
    lastPress = (point, now)
    return .event(.mouse(MouseEvent(.press, at: point)))
  }

  private mutating func incomplete(_ timedOut: Bool, dropTo end: Int) -> Step {
    if !timedOut { return .incomplete }
    head = end
    return .nothing
  }

  private static func modifiers(_ parameter: Int) -> Key.Modifiers {
    guard parameter > 1, parameter <= 256 else { return [] }
    let bits = parameter - 1
    var result: Key.Modifiers = []
    if bits & 1 != 0 { result.insert(.shift) }
    if bits & 2 != 0 { result.insert(.alt) }
    if bits & 4 != 0 { result.insert(.control) }
    return result
  }

  /// Numbers between semicolons, of each only what stands before a colon; what is no number is 0, what is too large is cut.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    var result: [Int] = []
    var value = 0
    var skipping = false
    for byte in bytes {
      switch byte {
      case 0x30...0x39 where !skipping: value = min(value * 10 + Int(byte - 0x30), 1_000_000)
      case 0x3A: skipping = true
      case 0x3B:
        result.append(value)
        value = 0
        skipping = false
      default: break
      }
    }
    if !bytes.isEmpty { result.append(value) }
    return result
  }

  private static let letterKeys: [UInt8: Key.Code] = [
    0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home,
    0x50: .function(1), 0x51: .function(2), 0x52: .function(3), 0x53: .function(4),
  ]

  private static func numberedKey(_ number: Int) -> Key.Code? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  /// Moves what has come to the paste; its text when the end has come, or `timedOut`.
  private mutating func takePaste(timedOut: Bool) -> String? {
    guard var text = paste else { return nil }
    let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    // Moved out, so that appending does not copy it.
    paste = []
    while head < bytes.count {
      let stop = bytes[head...].firstIndex(of: 0x1B) ?? bytes.count
      if text.count < Self.longestPaste { text.append(contentsOf: bytes[head..<min(stop, head + Self.longestPaste - text.count)]) }
      head = stop
      if head == bytes.count { break }
      let left = bytes[head...].prefix(end.count)
      if left.elementsEqual(end) {
        head += end.count
        paste = nil
        return Self.cleaned(text)
      }
      if left.count < end.count, end.starts(with: left), !timedOut { break }
      head += 1
    }
    if timedOut {
      paste = nil
      return Self.cleaned(text)
    }
    paste = text
    return nil
  }

  /// Line ends become line feeds; controls other than these and tabs are dropped.
  private static func cleaned(_ bytes: [UInt8]) -> String {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D {
        kept.append(0x0A)
        if index < bytes.count, bytes[index] == 0x0A { index += 1 }
      } else if byte == 0xC2, index < bytes.count, bytes[index] < 0xA0, bytes[index] >= 0x80 {
        index += 1
      } else if byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0A {
        kept.append(byte)
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
