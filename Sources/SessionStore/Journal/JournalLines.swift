import JSON
import Sealing

/// How records stand in a journal's file: one a line, `1`, a blank, sixteen digits of a checksum, a blank, the record as JSON. The journal of
/// a protected session has each of these lines sealed, see `SealedLines`.
///
/// The first character tells the version; a line of another one is not read.
enum JournalLines {
  private static let version: UInt8 = 0x31
  /// Of the bytes before the record.
  private static let lead = 19
  /// Lines are read up to this length, so that a file of anything is read in bounded time.
  static let greatestSize = 128 << 20

  static func encode(_ record: JournalRecord) -> [UInt8] {
    var writer = JSONWriter(reserving: 1024)
    record.write(to: &writer)
    // It ends with a line feed.
    let payload = writer.finish()
    var line = [version, 0x20]
    line.reserveCapacity(lead + payload.count)
    line += HexNumber.text(checksum(payload[...].dropLast())).utf8
    line.append(0x20)
    line += payload
    return line
  }

  /// What of the bytes is whole: any bytes may be read.
  ///
  /// A line that is damaged is passed over when the ones after it go on with the count as if it were not there: a write that failed half-way
  /// was then repeated. After a gap nothing counts any more. What was half-typed counts as it stands last.
  ///
  /// - Parameter seal: of the session's file. With one, lines that it has not sealed are not read; without, sealed ones are not.
  static func read(_ bytes: [UInt8], _ seal: Seal? = nil) -> JournalReading {
    var reading = JournalReading()
    var sealed = seal.map { SealedLines($0) }
    var next = 1
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      defer { start = end + 1 }
      if end < bytes.count, sealed?.takeSalt(bytes[start..<end]) == true { continue }
      let line = seal == nil ? bytes[start..<end] : sealed?.opened(bytes[start..<end])
      guard end < bytes.count, let line, let record = decode(line) else {
        reading.damagedLines += 1
        continue
      }
      switch record.event {
      case .draft:
        if record.sequence < next { reading.records.append(record) } else { reading.damagedLines += 1 }
      default:
        if record.sequence == next {
          reading.records.append(record)
          next += 1
        } else if record.sequence > next {
          reading.hasGap = true
          return reading
        }
        // One with a number that was there already was written twice.
      }
    }
    return reading
  }

  private static func decode(_ line: ArraySlice<UInt8>) -> JournalRecord? {
    let first = line.startIndex
    guard line.count > lead, line[first] == version, line[first + 1] == 0x20, line[first + 18] == 0x20 else { return nil }
    guard let sum = HexNumber.value(String(decoding: line[(first + 2)..<(first + 18)], as: UTF8.self)) else { return nil }
    let payload = line[(first + lead)...]
    guard sum == checksum(payload) else { return nil }
    return try? JSONReader.read(Array(payload)) { reader throws(JSONError) in try JournalRecord(from: &reader) }
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 { Fingerprint.hash(Array(bytes)) }
}

/// What could be read of a journal.
public struct JournalReading: Sendable, Equatable {
  public var records: [JournalRecord] = []
  /// Lines that could not be read.
  public var damagedLines = 0
  /// Whether lines follow that stand on ones that are missing.
  public var hasGap = false

  public init() {}

  public var isWhole: Bool { damagedLines == 0 && !hasGap }
  /// How many steps it holds.
  public var stepCount: Int {
    records.count { if case .step = $0.event { true } else { false } }
  }
}
