/// A colour as a theme writes it: red, green and blue, and, where the nearest would not do, the numbers to use in smaller palettes.
public struct Colour: Hashable, Sendable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8
  /// 16...255 of the 256-colour palette; nil: the nearest.
  public var of256: UInt8?
  /// 0...15 of the 16-colour palette; nil: the nearest.
  public var of16: UInt8?

  public init(red: UInt8, green: UInt8, blue: UInt8, of256: UInt8? = nil, of16: UInt8? = nil) {
    self.red = red
    self.green = green
    self.blue = blue
    self.of256 = of256
    self.of16 = of16
  }

  /// `#rrggbb` or `rrggbb`; nil when it is neither.
  public init?(hex: String) {
    var value: UInt32 = 0
    var count = 0
    for (index, byte) in hex.utf8.enumerated() {
      switch byte {
      case 0x23 where index == 0: continue
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
      default: return nil
      }
      count += 1
      guard count <= 6 else { return nil }
    }
    guard count == 6 else { return nil }
    self.init(red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }

  /// `#rrggbb`.
  public var hex: String {
    let value = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// Relative luminance, 0...1, as WCAG 2 defines it.
  public var luminance: Double {
    func linear(_ part: UInt8) -> Double {
      let value = Double(part) / 255
      // The exponent 2.4 by a square and a root of a square root would be dearer than this near fit.
      return value <= 0.04045 ? value / 12.92 : value * value * (0.682171111 + 0.305306011 * value) + 0.012522878 * value
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Contrast with another colour, 1...21, as WCAG 2 defines it; 4.5 is enough for text.
  public func contrast(with other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// The colour of a number in the 256-colour palette, its first 16 as xterm has them.
  public static func palette(_ number: UInt8) -> Colour {
    if number < 16 {
      let value = first16[Int(number)]
      return Colour(red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    }
    if number >= 232 {
      let level = 8 + 10 * (number - 232)
      return Colour(red: level, green: level, blue: level)
    }
    let index = number - 16
    func level(_ step: UInt8) -> UInt8 { step == 0 ? 0 : 55 + 40 * step }
    return Colour(red: level(index / 36), green: level(index / 6 % 6), blue: level(index % 6))
  }

  private static let first16: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]

  /// The number in the 256-colour palette: the one written, else the nearest of the cube and the greys.
  public var indexed256: UInt8 {
    if let of256 { return of256 }
    func step(_ part: UInt8) -> UInt8 { part < 48 ? 0 : part < 115 ? 1 : min(5, (part - 35) / 40) }
    let cube = 16 + 36 * step(red) + 6 * step(green) + step(blue)
    let mean = (Int(red) + Int(green) + Int(blue)) / 3
    let grey = UInt8(232 + min(23, max(0, (mean - 3) / 10)))
    return distance(to: .palette(grey)) < distance(to: .palette(cube)) ? grey : cube
  }

  /// The number in the 16-colour palette: the one written, else the nearest.
  public var indexed16: UInt8 {
    if let of16 { return of16 }
    return (0..<16).min { distance(to: .palette($0)) < distance(to: .palette($1)) } ?? 7
  }

  private func distance(to other: Colour) -> Int {
    let (r, g, b) = (Int(red) - Int(other.red), Int(green) - Int(other.green), Int(blue) - Int(other.blue))
    return 3 * r * r + 6 * g * g + b * b
  }
}

/// How many colours a terminal shows.
public enum ColourDepth: Int, Comparable, Sendable {
  case none, of8, of16, of256, trueColour

  public static func < (one: ColourDepth, other: ColourDepth) -> Bool { one.rawValue < other.rawValue }
}

/// How a style looks at one colour depth: what is sent to the terminal.
public struct QuantisedAppearance: Hashable, Sendable {
  public enum Hue: Hashable, Sendable {
    case terminalOwn
    /// A number in the terminal's palette.
    case indexed(UInt8)
    /// `0xRRGGBB`.
    case rgb(UInt32)
  }

  public var foreground: Hue
  public var background: Hue
  public var attributes: Attributes

  public init(foreground: Hue = .terminalOwn, background: Hue = .terminalOwn, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

extension Appearance {
  /// The appearance in a smaller palette. Text that would vanish in its background there becomes black or white;
  /// where there are no colours, a cell whose background stands out is reversed.
  public func quantised(to depth: ColourDepth) -> QuantisedAppearance {
    var attributes = attributes
    switch depth {
    case .none:
      if standsOut { attributes.insert(.reversed) }
      return QuantisedAppearance(foreground: .terminalOwn, background: .terminalOwn, attributes: attributes)
    case .trueColour:
      func hue(_ colour: Colour?) -> QuantisedAppearance.Hue {
        guard let colour else { return .terminalOwn }
        return .rgb(UInt32(colour.red) << 16 | UInt32(colour.green) << 8 | UInt32(colour.blue))
      }
      return QuantisedAppearance(foreground: hue(foreground), background: hue(background), attributes: attributes)
    case .of256:
      return QuantisedAppearance(
        foreground: foreground.map { .indexed($0.indexed256) } ?? .terminalOwn,
        background: background.map { .indexed($0.indexed256) } ?? .terminalOwn, attributes: attributes)
    case .of16, .of8:
      var ink = foreground?.indexed16
      var paper = background?.indexed16
      if depth == .of8 {
        if let bright = paper, bright >= 8 {
          paper = bright - 8
          // Dark grey is black there: the cell must stand out in another way.
          if bright == 8 { attributes.insert(.underlined) }
        }
        if ink == 8 {
          // Dark grey: bold black is invisible on many consoles.
          ink = paper.map { Self.isLight($0) } == true ? 0 : 7
          attributes.insert(.faint)
        } else if let bright = ink, bright > 8 {
          ink = bright - 8
          attributes.insert(.bold)
        }
        // Such terminals show bold as brighter, which on a light background is paler.
        if paper.map({ Self.isLight($0) }) == true { attributes.remove(.bold) }
      }
      if let paper, let front = ink, Colour.palette(front).contrast(with: .palette(paper)) < 1.6 {
        ink = Self.isLight(paper) ? 0 : depth == .of8 ? 7 : 15
      }
      return QuantisedAppearance(
        foreground: ink.map { .indexed($0) } ?? .terminalOwn, background: paper.map { .indexed($0) } ?? .terminalOwn,
        attributes: attributes)
    }
  }

  private static func isLight(_ number: UInt8) -> Bool { Colour.palette(number).luminance > 0.4 }
}
