import Drawing
import SessionModel

struct MapState: Sendable {
  var selected: EntityID?
}

struct MapScreen: Screen {
  func move(_ desk: inout Desk, _ move: Move) {}
  func draw(_ desk: Desk, in rect: Rect, on surface: inout Surface) {}
}
