import Drawing
import SessionModel

struct TrustState: Sendable {
}

struct TrustScreen: Screen {
  func move(_ desk: inout Desk, _ move: Move) {}
  func draw(_ desk: Desk, in rect: Rect, on surface: inout Surface) {}
}
