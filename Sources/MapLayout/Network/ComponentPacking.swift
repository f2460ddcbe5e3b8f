/// Puts the parts of a network that do not hang together beside one another, so that a stray one does not shrink the scale for all.
enum ComponentPacking {
  /// How much wider than high the whole is to be; a step down counts as much as one across.
  private static let shape: Float = 1.7
  private static let gap: Float = 1

  /// Moves the positions of each part, which lie about anywhere, to shelves of a common width; the largest part first.
  static func pack(_ parts: inout [NetworkPositions]) {
    let sizes = parts.map { part in
      let bounds = part.bounds
      return (width: bounds.right - bounds.left, height: bounds.bottom - bounds.top)
    }
    let area = sizes.reduce(0) { $0 + ($1.width + gap) * ($1.height + gap) }
    let width = max(sizes.map(\.width).max() ?? 0, (area * shape).squareRoot() - gap)
    let order = parts.indices.sorted { (sizes[$0].height, -$0) > (sizes[$1].height, -$1) }
    var left: Float = 0
    var top: Float = 0
    var shelf: Float = 0
    for place in order {
      if left > 0, left + sizes[place].width > width {
        top += shelf + gap
        left = 0
        shelf = 0
      }
      let bounds = parts[place].bounds
      for node in parts[place].x.indices {
        parts[place].x[node] += left - bounds.left
        parts[place].y[node] += top - bounds.top
      }
      left += sizes[place].width + gap
      shelf = max(shelf, sizes[place].height)
    }
  }
}
