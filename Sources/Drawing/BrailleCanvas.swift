/// A picture of dots, two by four to a cell, drawn with braille characters.
public struct BrailleCanvas: Sendable {
  /// In cells.
  public let size: Size
  private var dots: [UInt8]

  public init(_ size: Size) {
    self.size = size
    self.dots = Array(repeating: 0, count: size.width * size.height)
  }

  /// Dots from side to side.
  public var width: Int { size.width * 2 }
  /// Dots from top to bottom.
  public var height: Int { size.height * 4 }

  /// Sets one dot, counted from the top left; outside the canvas nothing happens.
  public mutating func set(_ x: Int, _ y: Int) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    // The eighth and seventh dot were added below the first six, hence their numbers.
    let bit: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    dots[y / 4 * size.width + x / 2] |= bit[y % 4 * 2 + x % 2]
  }

  /// Sets the dots of a straight line, both ends included. Parts outside the canvas are cut.
  public mutating func line(from start: Point, to end: Point) {
    // Beyond this the line cannot be told from its direction, and arithmetic stays far from its limits.
    let far = 1 << 20
    var (x, y) = (min(max(start.x, -far), far), min(max(start.y, -far), far))
    let (endX, endY) = (min(max(end.x, -far), far), min(max(end.y, -far), far))
    let (dx, dy) = (abs(endX - x), -abs(endY - y))
    let (stepX, stepY) = (x < endX ? 1 : -1, y < endY ? 1 : -1)
    var error = dx + dy
    while true {
      set(x, y)
      if x == endX, y == endY { return }
      let twice = 2 * error
      if twice >= dy {
        error += dy
        x += stepX
      }
      if twice <= dx {
        error += dx
        y += stepY
      }
    }
  }

  /// Sets of every `on + off` dots of a straight line the first `on`.
  public mutating func line(from start: Point, to end: Point, dash: (on: Int, off: Int)) {
    let length = max(abs(end.x - start.x), abs(end.y - start.y))
    guard length > 0, length < 1 << 20 else { return set(start.x, start.y) }
    let period = max(1, dash.on + dash.off)
    for step in 0...length where step % period < dash.on {
      set(start.x + (2 * (end.x - start.x) * step / length).half, start.y + (2 * (end.y - start.y) * step / length).half)
    }
  }

  /// Sets the dots of an ellipse of these radii, in dots.
  public mutating func ellipse(centre: Point, across: Int, down: Int) {
    guard across > 0, down > 0, across < 1 << 14, down < 1 << 14 else { return }
    func root(_ value: Double) -> Int { Int(max(0, value).squareRoot().rounded()) }
    let (a, b) = (Double(across), Double(down))
    for dx in 0...across {
      let dy = root(b * b * (1 - Double(dx) * Double(dx) / (a * a)))
      for (x, y) in [(dx, dy), (-dx, dy), (dx, -dy), (-dx, -dy)] { set(centre.x + x, centre.y + y) }
    }
    for dy in 0...down {
      let dx = root(a * a * (1 - Double(dy) * Double(dy) / (b * b)))
      for (x, y) in [(dx, dy), (-dx, dy), (dx, -dy), (-dx, -dy)] { set(centre.x + x, centre.y + y) }
    }
  }

  /// The character of a cell; nil where no dot is set, so that what lies below can stay.
  public func character(x: Int, y: Int) -> Character? {
    guard x >= 0, y >= 0, x < size.width, y < size.height else { return nil }
    let set = dots[y * size.width + x]
    return set == 0 ? nil : Unicode.Scalar(0x2800 + UInt32(set)).map(Character.init)
  }
}

extension Surface {
  /// Draws the cells of a canvas that have dots.
  public mutating func put(_ canvas: BrailleCanvas, x: Int, y: Int, _ style: Style) {
    for row in 0..<canvas.size.height {
      for column in 0..<canvas.size.width {
        if let character = canvas.character(x: column, y: row) { put(character, x: x + column, y: y + row, style) }
      }
    }
  }
}

extension Int {
  /// A half, rounded away from nothing.
  fileprivate var half: Int { (self + signum()) / 2 }
}
