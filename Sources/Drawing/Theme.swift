/// Attributes of a cell beside its colours.
public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let bold = Attributes(rawValue: 1)
  public static let faint = Attributes(rawValue: 2)
  public static let underlined = Attributes(rawValue: 4)
  public static let reversed = Attributes(rawValue: 8)
}

/// What a theme says of a role, or of an emphasis added to it. A colour that it does not name stays as it was.
public struct Paint: Hashable, Sendable {
  /// A named colour, or the terminal's own.
  public enum Ink: Hashable, Sendable {
    case colour(Colour)
    case terminalOwn
  }

  public var foreground: Ink?
  public var background: Ink?
  public var attributes: Attributes

  public init(foreground: Ink? = nil, background: Ink? = nil, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// How a style looks: the colours as a theme wrote them (nil: the terminal's own) and the attributes.
public struct Appearance: Hashable, Sendable {
  public var foreground: Colour?
  public var background: Colour?
  public var attributes: Attributes
  /// Whether the background is another than that of plain text: without colour such a cell is reversed.
  public var standsOut: Bool

  public init(foreground: Colour? = nil, background: Colour? = nil, attributes: Attributes = [], standsOut: Bool = false) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
    self.standsOut = standsOut
  }
}

/// Which colours and attributes every role has, and how each emphasis changes them.
public struct Theme: Sendable {
  public var name: String
  /// By `Role.rawValue`; a role beyond the end looks like text.
  private var roles: [Paint]
  private var emphases: [(emphasis: Emphasis, paint: Paint)]

  /// `roles` that are missing look like `text`. An emphasis that is missing gets a plain look of its own: bold, faint and underlined as
  /// they say, `selected` and `marked` reversed and bold, `selectedElsewhere` underlined.
  public init(name: String, roles: [Role: Paint], emphases: [Emphasis: Paint] = [:]) {
    self.init(name: name, roles: Role.allCases.map { roles[$0] }, emphases: emphases.map { ($0.key, $0.value) })
  }

  /// The same with the roles by their raw value.
  public init(name: String, roles: [Paint?], emphases: [(Emphasis, Paint)]) {
    self.name = name
    let text = roles.first.flatMap { $0 } ?? Paint()
    self.roles = Role.allCases.map { Int($0.rawValue) < roles.count ? roles[Int($0.rawValue)] ?? text : text }
    // What is selected covers what is marked, and both cover the rest.
    let order: [(Emphasis, Attributes)] = [
      (.faint, .faint), (.bold, .bold), (.underlined, .underlined), (.marked, .bold), (.selectedElsewhere, .underlined),
      (.selected, .reversed),
    ]
    self.emphases = order.map { own, attributes in (own, emphases.last { $0.0 == own }?.1 ?? Paint(attributes: attributes)) }
  }

  /// A theme of attributes alone, for where no theme file was read.
  public static let plain = Theme(
    name: "plain",
    roles: [
      .dim: Paint(attributes: .faint), .strong: Paint(attributes: .bold), .heading: Paint(attributes: .bold),
      .tabActive: Paint(attributes: .reversed), .hintKey: Paint(attributes: .bold), .error: Paint(attributes: [.bold, .reversed]),
      .fieldActive: Paint(attributes: .underlined), .boxSelected: Paint(attributes: .reversed),
    ])

  /// How a style looks in this theme.
  public func resolve(_ style: Style) -> Appearance {
    let plain = roles[Int(Role.text.rawValue)]
    var paint = Int(style.role.rawValue) < roles.count ? roles[Int(style.role.rawValue)] : plain
    paint.foreground = paint.foreground ?? plain.foreground
    paint.background = paint.background ?? plain.background
    let own = paint
    for (emphasis, change) in emphases where style.emphasis.contains(emphasis) {
      paint.foreground = change.foreground ?? paint.foreground
      paint.background = change.background ?? paint.background
      paint.attributes.formUnion(change.attributes)
    }
    if paint.background != own.background || paint.foreground != own.foreground {
      paint.foreground = Self.readable(paint, own: own, plain: plain)
    }
    return Appearance(
      foreground: Self.colour(paint.foreground), background: Self.colour(paint.background), attributes: paint.attributes,
      standsOut: Self.colour(paint.background) != Self.colour(plain.background))
  }

  /// The foreground, unless an emphasis that changed only one of the two colours has made it vanish: then the role's own or that of plain
  /// text, whichever is read better.
  private static func readable(_ paint: Paint, own: Paint, plain: Paint) -> Paint.Ink? {
    guard let back = colour(paint.background), let front = colour(paint.foreground) else { return paint.foreground }
    let contrast = front.contrast(with: back)
    let before = colour(own.foreground).flatMap { ink in colour(own.background).map { ink.contrast(with: $0) } } ?? 21
    if contrast >= 2.7 || contrast * 2 >= before { return paint.foreground }
    func contrastOf(_ ink: Paint.Ink?) -> Double { colour(ink)?.contrast(with: back) ?? 0 }
    return contrastOf(own.foreground) >= contrastOf(plain.foreground) ? own.foreground : plain.foreground
  }

  private static func colour(_ ink: Paint.Ink?) -> Colour? {
    if case .colour(let colour) = ink { return colour }
    return nil
  }
}
