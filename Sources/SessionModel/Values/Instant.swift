/// A moment as the wall clock showed it: seconds of UTC and the offset of the place, in minutes.
public struct Instant: Hashable, Sendable {
  /// Seconds after 1970-01-01T00:00:00Z.
  public let seconds: Int64
  /// Minutes that local time was ahead of UTC, −1439…1439.
  public let offset: Int

  public init(seconds: Int64, offset: Int = 0) {
    self.seconds = min(max(seconds, -62_135_596_800), 253_402_300_799)
    self.offset = min(max(offset, -1439), 1439)
  }

  /// Nil if the text is not `YYYY-MM-DDThh:mm:ssZ` or with `+hh:mm`.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A,
      let date = PartialDate(String(decoding: bytes[0..<10], as: UTF8.self)), date.day != nil,
      let hour = Instant.pair(bytes, 11), let minute = Instant.pair(bytes, 14), let second = Instant.pair(bytes, 17),
      hour < 24, minute < 60, second < 60
    else { return nil }
    var offset = 0
    if bytes.count == 20 {
      guard bytes[19] == 0x5A else { return nil }
    } else {
      guard bytes.count == 25, bytes[22] == 0x3A, bytes[19] == 0x2B || bytes[19] == 0x2D,
        let hours = Instant.pair(bytes, 20), let minutes = Instant.pair(bytes, 23), hours < 24, minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (bytes[19] == 0x2D ? -1 : 1)
    }
    let local = Int64(date.firstDay) * 86400 + Int64(hour * 3600 + minute * 60 + second)
    self.init(seconds: local - Int64(offset * 60), offset: offset)
  }

  private static func pair(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard at + 1 < bytes.count, (0x30...0x39).contains(bytes[at]), (0x30...0x39).contains(bytes[at + 1]) else { return nil }
    return Int(bytes[at] - 0x30) * 10 + Int(bytes[at + 1] - 0x30)
  }

  private var local: Int64 { seconds + Int64(offset * 60) }

  /// The day at that place.
  public var date: PartialDate { PartialDate(dayNumber: Int(local >= 0 ? local / 86400 : (local - 86399) / 86400)) }

  /// Minutes after local midnight.
  public var minuteOfDay: Int { Int((local - Int64(date.firstDay) * 86400) / 60) }
}

extension Instant: Comparable {
  public static func < (a: Instant, b: Instant) -> Bool { a.seconds != b.seconds ? a.seconds < b.seconds : a.offset < b.offset }
}

extension Instant: CustomStringConvertible {
  public var description: String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let rest = Int(local - Int64(date.firstDay) * 86400)
    let time = "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
    if offset == 0 { return "\(date)T\(time)Z" }
    let size = abs(offset)
    return "\(date)T\(time)\(offset < 0 ? "-" : "+")\(two(size / 60)):\(two(size % 60))"
  }
}
