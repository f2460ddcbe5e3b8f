import Drawing

/// What lines and borders leave in one cell: an arm in each of four directions, each nothing, light or heavy.
struct LineArms {
  enum Arm: UInt8 { case none, light, heavy }

  var up = Arm.none
  var down = Arm.none
  var left = Arm.none
  var right = Arm.none
  /// Of a straight run: broken, as for low trust, or dotted, as for what is only wished for.
  var isDashed = false
  var isDotted = false

  var isEmpty: Bool { up == .none && down == .none && left == .none && right == .none }

  private var stronger: Arm { Self.stronger(Self.stronger(up, down), Self.stronger(left, right)) }

  mutating func add(across arm: Arm) {
    left = Self.stronger(left, arm)
    right = Self.stronger(right, arm)
  }

  mutating func add(down arm: Arm) {
    up = Self.stronger(up, arm)
    down = Self.stronger(down, arm)
  }

  static func stronger(_ a: Arm, _ b: Arm) -> Arm { a.rawValue >= b.rawValue ? a : b }

  /// The box-drawing character that has exactly these arms.
  var scalar: Unicode.Scalar {
    if isDashed || isDotted {
      let isHeavy = stronger == .heavy
      if up == .none, down == .none { return isDotted ? "┈" : isHeavy ? "╍" : "╌" }
      if left == .none, right == .none { return isDotted ? "┊" : isHeavy ? "╏" : "╎" }
    }
    return Self.characters[Int(up.rawValue) * 27 + Int(right.rawValue) * 9 + Int(down.rawValue) * 3 + Int(left.rawValue)]
  }

  /// By arms up, right, down, left, each 0 none, 1 light, 2 heavy, as digits of base three.
  private static let characters: [Unicode.Scalar] = Array(
    (" ╴╸╷┐┑╻┒┓╶─╾┌┬┭┎┰┱╺╼━┍┮┯┏┲┳"
      + "╵┘┙│┤┥╽┧┪└┴┵├┼┽┟╁╅┕┶┷┝┾┿┢╆╈"
      + "╹┚┛╿┦┩┃┨┫┖┸┹┞╀╃┠╂╉┗┺┻┡╄╇┣╊╋").unicodeScalars)
}
