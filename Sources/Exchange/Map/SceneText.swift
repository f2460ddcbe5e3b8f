import Drawing
import MapLayout

/// A whole scene as lines of plain text, for the text report.
public enum SceneText {
  /// The map in characters, trailing blanks cut. A chain wider than `width` is cut at channels between columns into strips, one below the other; the
  /// bands follow once where they fit the width.
  public static func lines(_ scene: Scene, width: Int? = nil, showTrust: Bool = true) -> [String] {
    var painter = ScenePainter()
    painter.showTrust = showTrust
    let strips = strips(scene, width)
    let bandsStandApart = strips.count > 1 && scene.bandsStandApart && scene.bandsWidth <= width ?? 0
    let end = bandsStandApart ? scene.bandTop : scene.size.height
    var all: [String] = []
    for strip in strips {
      all += rows(0..<end, strip, scene, painter)
      while all.last == "" { all.removeLast() }
      if strip.upperBound < scene.size.width { all.append("") }
    }
    if bandsStandApart { all += rows(end..<scene.size.height, 0..<min(scene.size.width, width ?? 0), scene, painter) }
    while all.last == "" { all.removeLast() }
    return all
  }

  /// Rows at a time, so that a very long map does not need a surface of its size.
  private static func rows(_ range: Range<Int>, _ strip: Range<Int>, _ scene: Scene, _ painter: ScenePainter) -> [String] {
    var all: [String] = []
    for top in stride(from: range.lowerBound, to: range.upperBound, by: 64) {
      var surface = Surface(Size(width: strip.count, height: min(64, range.upperBound - top)))
      painter.draw(scene, on: &surface, in: surface.bounds, scrolledBy: Point(x: strip.lowerBound, y: top))
      all += surface.lines
    }
    return all
  }

  private static func strips(_ scene: Scene, _ width: Int?) -> [Range<Int>] {
    guard let width, width > 0, scene.size.width > width else { return [0..<scene.size.width] }
    var strips: [Range<Int>] = []
    var start = 0
    while start < scene.size.width {
      var end = min(scene.size.width, start + width)
      if end < scene.size.width {
        // Cut before the first column that does not fit whole, its name included.
        let cut = scene.columns.first { $0.area.x > start && $0.area.x <= end && max($0.area.right, $0.header.right) > end }.map { $0.area.x - 1 }
        if let cut, cut > start, cut < end { end = cut }
      }
      strips.append(start..<end)
      start = end
    }
    return strips
  }
}
