import Sealing

/// How lines of a journal stand in the file of a protected session: `2`, a blank, the number of the record, a blank, and the sealed line in
/// base 64. A line `2 salt …` goes before those of each run of the program, and after each time that the file was written anew: with its
/// salt begins another key, and the numbers begin at 1 again.
struct SealedLines {
  private static let lead = Array("2 ".utf8)
  private static let saltLead = Array("2 salt ".utf8)

  private let seal: Seal
  private var opener: RecordOpener?
  /// Of the line that was read last.
  private var number: UInt64 = 0

  init(_ seal: Seal) { self.seal = seal }

  // MARK: - Reading

  /// Whether the line says with what salt the next ones are sealed.
  mutating func takeSalt(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: Self.saltLead), let salt = Base64.decode(line.dropFirst(Self.saltLead.count)),
      let opener = RecordOpener(seal, salt: salt)
    else { return false }
    self.opener = opener
    number = 0
    return true
  }

  /// The line that was sealed; nil unless it stands where it was written, behind the ones that were written before it.
  mutating func opened(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let parts = line.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].elementsEqual("2".utf8), parts[1].count <= 19,
      let number = UInt64(String(decoding: parts[1], as: UTF8.self)), number > self.number,
      let sealed = Base64.decode(parts[2]), let plain = opener?.opened(sealed, number: number)
    else { return nil }
    self.number = number
    return plain[...]
  }

  /// Whether a line looks as a sealed one does.
  static func isSealed(_ line: ArraySlice<UInt8>) -> Bool { line.starts(with: lead) }

  // MARK: - Writing

  /// What goes before the lines of a sealer.
  static func salt(of sealer: borrowing RecordSealer) -> [UInt8] { saltLead + Base64.encode(sealer.salt) + [0x0A] }

  /// Whole lines, each sealed by itself.
  static func sealed(_ lines: ArraySlice<UInt8>, _ sealer: inout RecordSealer) -> [UInt8]? {
    var result: [UInt8] = []
    for line in lines.split(separator: 0x0A) {
      guard let record = sealer.sealed(line) else { return nil }
      result += lead
      result += String(sealer.number).utf8
      result.append(0x20)
      result += Base64.encode(record)
      result.append(0x0A)
    }
    return result
  }

  /// The bytes of a journal with every line opened that the seal has sealed, and all others as they are.
  static func opened(_ journal: [UInt8], _ seal: Seal) -> [UInt8] {
    var lines = SealedLines(seal)
    var result: [UInt8] = []
    var rest = journal[...]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0A }
      let hasEnd = line.count < rest.count
      rest = rest.dropFirst(line.count + 1)
      if lines.takeSalt(line) { continue }
      result += lines.opened(line) ?? line
      if hasEnd { result.append(0x0A) }
    }
    return result
  }
}
