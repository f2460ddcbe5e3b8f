import Drawing

/// How a figure went, against the course it was meant to take.
public struct CoursePlot: Hashable, Sendable {
  public struct Place: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// What was observed, from left to right.
  public var course: [Place]
  /// The straight line that was planned, if there is one.
  public var planned: (from: Place, to: Place)? {
    get { plannedEnds.count == 2 ? (plannedEnds[0], plannedEnds[1]) : nil }
    set { plannedEnds = newValue.map { [$0.from, $0.to] } ?? [] }
  }
  private var plannedEnds: [Place] = []

  public init(course: [Place], planned: (from: Place, to: Place)? = nil) {
    self.course = course
    self.planned = planned
  }

  /// The picture as lines of text: the observed course over the planned one.
  public func lines(_ size: Size) -> [StyledLine] {
    let all = course + plannedEnds
    guard let first = all.first, size.width > 0, size.height > 0, all.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return [] }
    var (low, high) = (first, first)
    for place in all {
      low = Place(min(low.x, place.x), min(low.y, place.y))
      high = Place(max(high.x, place.x), max(high.y, place.y))
    }
    var observed = BrailleCanvas(size)
    var guide = BrailleCanvas(size)
    func dot(_ place: Place) -> Point {
      let across = high.x > low.x ? (place.x - low.x) / (high.x - low.x) : 0.5
      let up = high.y > low.y ? (place.y - low.y) / (high.y - low.y) : 0.5
      return Point(x: Int(across * Double(observed.width - 1)), y: Int((1 - up) * Double(observed.height - 1)))
    }
    if plannedEnds.count == 2 {
      let (start, end) = (dot(plannedEnds[0]), dot(plannedEnds[1]))
      let steps = max(1, max(abs(end.x - start.x), abs(end.y - start.y)))
      for step in stride(from: 0, through: steps, by: 3) {
        guide.set(start.x + (end.x - start.x) * step / steps, start.y + (end.y - start.y) * step / steps)
      }
    }
    for (from, to) in zip(course, course.dropFirst()) { observed.line(from: dot(from), to: dot(to)) }
    var marks: [Point: Character] = [:]
    for place in course {
      let point = dot(place)
      marks[Point(x: point.x / 2, y: point.y / 4)] = "●"
    }
    return (0..<size.height).map { y in
      StyledLine(
        (0..<size.width).map { x in
          if let mark = marks[Point(x: x, y: y)] { return StyledText(String(mark), Style(.chart)) }
          if let character = observed.character(x: x, y: y) { return StyledText(String(character), Style(.chart)) }
          if let character = guide.character(x: x, y: y) { return StyledText(String(character), .dim) }
          return StyledText(" ")
        })
    }
  }
}
