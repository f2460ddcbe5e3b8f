import Drawing

/// What a screen shows: its text, and which style every cell has by role and emphasis, never by colour.
public struct Screenshot: Hashable, Sendable {
  /// The rows as text, trailing blanks cut.
  public let lines: [String]
  /// The rows again with the letter of its role for every cell, trailing plain ones cut.
  public let roles: [String]
  /// The rows again with the letter of its emphasis for every cell; a row without any is empty.
  public let emphases: [String]

  public init(_ surface: Surface) {
    lines = surface.lines
    roles = Self.grid(surface) { Self.letter(of: $0.role) }
    emphases = Self.grid(surface) { Self.letter(of: $0.emphasis) }
  }

  public var text: String { lines.joined(separator: "\n") + "\n" }

  /// Text, roles and emphases below each other, with the legend of the letters that occur: what a golden file holds.
  public var textWithStyles: String {
    let used = Set(roles.joined()).union(emphases.joined()).subtracting(["."])
    let roleNames = Role.allCases.filter { used.contains(Self.letter(of: $0)) }.map { "\(Self.letter(of: $0)) \($0)" }
    let legend = roleNames.joined(separator: "  ")
    return text + "--- roles: \(legend)\n" + roles.joined(separator: "\n") + "\n--- emphasis: \(Self.emphasisLegend)\n"
      + emphases.joined(separator: "\n") + "\n"
  }

  private static func grid(_ surface: Surface, _ letter: (Cell) -> Character) -> [String] {
    (0..<surface.size.height).map { y in
      var row = ""
      for x in 0..<surface.size.width { row.append(letter(surface[x, y])) }
      while row.last == "." { row.removeLast() }
      return row
    }
  }

  private static let letters = Array(".abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

  /// Trust is its digit; every other role has the letter of its place in the list, text a dot.
  private static func letter(of role: Role) -> Character {
    switch role {
    case .trust1: "1"
    case .trust2: "2"
    case .trust3: "3"
    case .trust4: "4"
    case .trust5: "5"
    default: letters[min(Int(role.rawValue), letters.count - 1)]
    }
  }

  private static let emphasisLegend =
    "b bold  f faint  u underlined  s selected  e selectedElsewhere  m marked  capital: bold too  x selected and marked  + other"

  private static func letter(of emphasis: Emphasis) -> Character {
    switch emphasis {
    case []: "."
    case .bold: "b"
    case .faint: "f"
    case .underlined: "u"
    case .selected: "s"
    case .selectedElsewhere: "e"
    case .marked: "m"
    case [.selected, .bold]: "S"
    case [.selectedElsewhere, .bold]: "E"
    case [.marked, .bold]: "M"
    case [.underlined, .bold]: "U"
    case [.selected, .marked]: "x"
    case [.selected, .marked, .bold]: "X"
    default: "+"
    }
  }
}
