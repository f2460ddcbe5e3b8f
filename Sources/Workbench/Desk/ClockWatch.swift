/// Notices when the wall clock is put forward or back, by a clock that only ever goes on and counts a suspended computer's time too.
public struct ClockWatch: Sendable {
  /// What the wall clock was ahead of the other one.
  private var ahead: Int64?

  /// Less than this is the clock being trimmed.
  static let least: Int64 = 20

  public init() {}

  /// By how many seconds the wall clock jumped since this was asked last; 0 when it did not.
  public mutating func jump(wall: Int64, steady: Int64) -> Int {
    let now = wall - steady
    defer { ahead = now }
    guard let ahead, abs(now - ahead) >= Self.least else { return 0 }
    return Int(now - ahead)
  }
}
