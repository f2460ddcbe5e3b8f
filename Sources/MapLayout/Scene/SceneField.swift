/// Words that stand on the map itself.
public struct SceneCaption: Sendable, Equatable {
  public enum Kind: Sendable { case area, axis, ring, wedge, aside }

  public var at: ScenePoint
  public var text: String
  /// Columns that it takes.
  public var width: Int
  public var kind: Kind

  public var rect: SceneRect { SceneRect(x: at.x, y: at.y, width: width, height: 1) }
}

/// A straight rule between areas, both ends included; across or down, but for the spokes of the circles, which may run askew.
public struct SceneRule: Sendable, Equatable {
  public var from: ScenePoint
  public var to: ScenePoint
  /// Between quadrants rather than between the levels within them.
  public var isStrong: Bool

  /// Whether a cell lies on a rule that runs across or down.
  public func covers(_ cell: ScenePoint) -> Bool {
    (min(from.x, to.x)...max(from.x, to.x)).contains(cell.x) && (min(from.y, to.y)...max(from.y, to.y)).contains(cell.y)
  }
}

/// A ring of the circles: an ellipse, for the screen is wider than high. Its radii in cells.
public struct SceneRing: Sendable, Equatable {
  public var centre: ScenePoint
  public var across: Int
  public var down: Int
}

extension Scene {
  /// The mark that an arrow key leads to where marks stand anywhere: the nearest in the quarter of the plane that the key points to, else the nearest on that
  /// side. A row counts as two columns, as it looks.
  func nearest(to number: Int, _ direction: SceneDirection) -> SceneBoxID? {
    let here = boxes[number].walkingPlace
    var best: (cost: Int, number: Int)?
    for (other, box) in boxes.enumerated() where other != number {
      let there = box.walkingPlace
      let dx = there.x - here.x
      let dy = 2 * (there.y - here.y)
      let (along, aside) =
        switch direction {
        case .up: (-dy, abs(dx))
        case .down: (dy, abs(dx))
        case .left: (-dx, abs(dy))
        case .right: (dx, abs(dy))
        }
      guard along > 0 else { continue }
      let cost = along * along + aside * aside + (aside > along ? 1 << 40 : 0)
      if best.map({ cost < $0.cost }) ?? true { best = (cost, other) }
    }
    return best.map { boxes[$0.number].id }
  }
}

extension SceneBox {
  var walkingPlace: ScenePoint { mark ?? rect.centre }
}
