/// A moment as the wall clock showed it: seconds of UTC and the offset of the place, in minutes.
public struct Instant: Hashable, Sendable {
  /// Seconds after 1970-01-01T00:00:00Z.
  public let seconds: Int64
  /// Minutes that local time was ahead of UTC, −1439…1439.
  public let offset: Int

  public init(seconds: Int64, offset: Int = 0) {
    let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799
    self.seconds = min(max(seconds, range.lowerBound), range.upperBound)
    let offset = min(max(offset, -1439), 1439)
    // At the calendar's ends local time may have no date.
    self.offset = range.contains(self.seconds + Int64(offset * 60)) ? offset : 0
  }

  /// Nil if the text is not `YYYY-MM-DDThh:mm:ssZ` or with `+hh:mm`.
  public init?(_ text: String) {
    var text = text
    guard let instant = text.withUTF8({ Instant(bytes: $0) }) else { return nil }
    self = instant
  }

  /// The same from bytes.
  init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 20, bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A,
      let date = PartialDate(bytes: UnsafeBufferPointer(rebasing: bytes[..<10])),
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
    let seconds = local - Int64(offset * 60)
    self.init(seconds: seconds, offset: offset)
    // Past the calendar's ends the moment would be another one.
    guard self.seconds == seconds, self.offset == offset else { return nil }
  }

  private static func pair(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
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
  public var description: String { String(unsafeUninitializedCapacity: 25) { $0.baseAddress.map { spell(at: $0) } ?? 0 } }

  /// Writes its at most 25 bytes and gives how many they are.
  func spell(at text: UnsafeMutablePointer<UInt8>) -> Int {
    let day = date
    let rest = Int(local - Int64(day.firstDay) * 86400)
    var count = day.spell(at: text)
    for (mark, part) in [(0x54 as UInt8, rest / 3600), (0x3A, rest / 60 % 60), (0x3A, rest % 60)] {
      text[count] = mark
      putTwoDigits(part, text + count + 1)
      count += 3
    }
    guard offset != 0 else {
      text[count] = 0x5A
      return count + 1
    }
    text[count] = offset < 0 ? 0x2D : 0x2B
    putTwoDigits(abs(offset) / 60, text + count + 1)
    text[count + 3] = 0x3A
    putTwoDigits(abs(offset) % 60, text + count + 4)
    return count + 6
  }
}
