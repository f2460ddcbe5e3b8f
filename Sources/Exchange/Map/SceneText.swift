import Drawing
import MapLayout

/// A whole scene as lines of plain text, for the text report.
public enum SceneText {
  /// The map in characters, trailing blanks cut. A scene wider than `width` is cut at channels between columns into strips, one below the other.
  public static func lines(_ scene: Scene, width: Int? = nil, showTrust: Bool = true) -> [String] {
    var painter = ScenePainter()
    painter.showTrust = showTrust
    var all: [String] = []
    for strip in strips(scene, width) {
      // Rows at a time, so that a very long map does not need a surface of its size.
      for top in stride(from: 0, to: scene.size.height, by: 64) {
        let rows = min(64, scene.size.height - top)
        var surface = Surface(Size(width: strip.count, height: rows))
        painter.draw(scene, on: &surface, in: surface.bounds, scrolledBy: Point(x: strip.lowerBound, y: top))
        all += surface.lines
      }
      if strip.upperBound < scene.size.width { all.append("") }
    }
    while all.last == "" { all.removeLast() }
    return all
  }

  private static func strips(_ scene: Scene, _ width: Int?) -> [Range<Int>] {
    guard let width, width > 0, scene.size.width > width else { return [0..<scene.size.width] }
    var strips: [Range<Int>] = []
    var start = 0
    while start < scene.size.width {
      var end = min(scene.size.width, start + width)
      if end < scene.size.width {
        // Cut before the last column that does not fit whole.
        let cut = scene.columns.filter { $0.area.x > start && $0.area.x < end && $0.area.right > end }.map { $0.area.x - 1 }.first
        if let cut, cut > start + width / 3 { end = cut }
      }
      strips.append(start..<end)
      start = end
    }
    return strips
  }
}
