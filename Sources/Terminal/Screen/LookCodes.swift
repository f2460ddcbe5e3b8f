import CNcurses
import Drawing

/// How a terminal is told of colours and attributes, from its description.
struct LookCodes {
  /// Everything off, as the description has it.
  let reset: [UInt8]
  /// All of it goes by `ESC [ … m`, so that several can be joined, and each can be switched off alone if `switchesOff`.
  private let isStandard: Bool
  private let switchesOff: Bool
  private let attributes: [(attribute: Attributes, on: [UInt8], off: UInt8)]
  /// Attributes that do not go together with colours.
  private let withoutColour: Attributes
  private let foreground: [UInt8]
  private let background: [UInt8]
  private let ownColours: [UInt8]
  /// Red and blue change places in the oldest way of naming colours.
  private let swapsRedAndBlue: Bool

  /// Of the terminal that is open or described.
  init() {
    func capability(_ name: String) -> [UInt8] { TerminalDriver.capability(name) }
    // Where a look takes a cell of its own, there are none.
    let isUsable = cn_number("xmc") <= 0
    let named: [(Attributes, String, UInt8)] = [(.bold, "bold", 22), (.faint, "dim", 22), (.underlined, "smul", 24), (.reversed, "rev", 27)]
    attributes = named.compactMap { attribute, name, off in
      let on = capability(name)
      return on.isEmpty || !isUsable ? nil : (attribute, on, off)
    }
    let apart = max(0, Int(cn_number("ncv")))
    let bits: [(Int, Attributes)] = [(2, .underlined), (4, .reversed), (16, .faint), (32, .bold)]
    withoutColour = bits.reduce(into: Attributes()) { if apart & $1.0 != 0 { $0.formUnion($1.1) } }
    swapsRedAndBlue = capability("setaf").isEmpty
    foreground = capability(swapsRedAndBlue ? "setf" : "setaf")
    background = capability(swapsRedAndBlue ? "setb" : "setab")
    ownColours = capability("op")
    let off = capability("sgr0")
    reset = off + (Self.parameters(off) == nil ? ownColours : [])
    let plainReset = off.filter { $0 != 0x0E && $0 != 0x0F }
    let standardResets = ["\u{1B}[m", "\u{1B}[0m", "\u{1B}[0;10m", "\u{1B}(B\u{1B}[m", "\u{1B}[m\u{1B}(B"].map { Array($0.utf8) }
    let samples = [ScreenControls.expanded(foreground, 1, 0), ScreenControls.expanded(background, 1, 0)].filter { !$0.isEmpty }
    isStandard = standardResets.contains(plainReset) && (attributes.map(\.on) + samples).allSatisfy { Self.parameters($0) != nil }
    switchesOff = capability("rmul") == Array("\u{1B}[24m".utf8) && (ownColours.isEmpty || ownColours == Array("\u{1B}[39;49m".utf8))
  }

  /// Colours that the terminal shows; 0: none.
  static var colours: Int {
    let canSet = cn_capability("setaf") != nil && cn_capability("setab") != nil || cn_capability("setf") != nil && cn_capability("setb") != nil
    return canSet && cn_number("pairs") > 1 ? max(0, Int(cn_number("colors"))) : 0
  }

  /// What of a look the terminal can show.
  func possible(_ look: QuantisedAppearance) -> QuantisedAppearance {
    var look = look
    let has = attributes.reduce(into: Attributes()) { $0.formUnion($1.attribute) }
    look.attributes.formIntersection(has)
    guard look.foreground != .terminalOwn || look.background != .terminalOwn else { return look }
    if look.attributes.contains(.reversed), withoutColour.contains(.reversed) {
      (look.foreground, look.background) = (look.background, look.foreground)
    }
    look.attributes.subtract(withoutColour)
    return look
  }

  /// The bytes that lead to a look; `from` is nil when nobody knows what is on.
  func change(from: QuantisedAppearance?, to: QuantisedAppearance) -> [UInt8] {
    let whole = wholly(to)
    guard let from, let steps = stepwise(from, to) else { return whole }
    return steps.count < whole.count ? steps : whole
  }

  private func wholly(_ to: QuantisedAppearance) -> [UInt8] {
    let parts = attributes.filter { to.attributes.contains($0.attribute) }.map(\.on) + [bytes(to.foreground, foreground), bytes(to.background, background)]
    guard isStandard else { return parts.reduce(reset, +) }
    let numbers = parts.compactMap { Self.parameters($0) }.filter { !$0.isEmpty }
    return Self.sequence(numbers.isEmpty ? [] : [[0x30]] + numbers)
  }

  /// Only what differs; nil when something of it cannot be switched off alone.
  private func stepwise(_ from: QuantisedAppearance, _ to: QuantisedAppearance) -> [UInt8]? {
    let lost = from.attributes.subtracting(to.attributes)
    var gained = to.attributes.subtracting(from.attributes)
    let losesFront = from.foreground != .terminalOwn && to.foreground == .terminalOwn
    let losesBack = from.background != .terminalOwn && to.background == .terminalOwn
    var parts: [[UInt8]] = []
    if !lost.isEmpty || losesFront || losesBack {
      guard isStandard, switchesOff else { return nil }
      var offs: [UInt8] = []
      for (attribute, _, off) in attributes where lost.contains(attribute) && !offs.contains(off) { offs.append(off) }
      // Bold and faint go together.
      if offs.contains(22) { gained.formUnion(to.attributes.intersection([.bold, .faint])) }
      if losesFront { offs.append(39) }
      if losesBack { offs.append(49) }
      parts = offs.sorted().map { Array("\u{1B}[\($0)m".utf8) }
    }
    parts += attributes.filter { gained.contains($0.attribute) }.map(\.on)
    if from.foreground != to.foreground { parts.append(bytes(to.foreground, foreground)) }
    if from.background != to.background { parts.append(bytes(to.background, background)) }
    guard isStandard else { return parts.reduce([], +) }
    let numbers = parts.compactMap { Self.parameters($0) }.filter { !$0.isEmpty }
    return numbers.isEmpty ? [] : Self.sequence(numbers)
  }

  private func bytes(_ hue: QuantisedAppearance.Hue, _ capability: [UInt8]) -> [UInt8] {
    guard !capability.isEmpty else { return [] }
    switch hue {
    case .terminalOwn: return []
    case .indexed(let index):
      let swapped = index < 8 ? index & 2 | index >> 2 & 1 | index << 2 & 4 : index
      return ScreenControls.expanded(capability, Int(swapsRedAndBlue ? swapped : index), 0)
    // Direct-colour terminals keep 0 to 7 for their palette.
    case .rgb(let value): return ScreenControls.expanded(capability, value > 0 && value < 8 ? 8 : Int(value), 0)
    }
  }

  /// What stands between `ESC [` and `m`; nil when the bytes are anything else.
  private static func parameters(_ bytes: [UInt8]) -> [UInt8]? {
    if bytes.isEmpty { return [] }
    guard bytes.count >= 3, bytes[0] == 0x1B, bytes[1] == 0x5B, bytes[bytes.count - 1] == 0x6D else { return nil }
    let inner = bytes[2..<(bytes.count - 1)]
    return inner.allSatisfy { $0 >= 0x30 && $0 <= 0x3B } ? Array(inner) : nil
  }

  private static func sequence(_ numbers: [[UInt8]]) -> [UInt8] {
    var bytes: [UInt8] = [0x1B, 0x5B]
    for (index, number) in numbers.enumerated() {
      if index > 0 { bytes.append(0x3B) }
      bytes += number
    }
    return bytes + [0x6D]
  }
}
