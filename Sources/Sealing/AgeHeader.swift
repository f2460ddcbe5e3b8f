/// What stands before the content of a file that is protected with a passphrase: the version, one stanza with the wrapped key of the file,
/// and a code that proves the rest (age-encryption.org/v1, “Textual file key wrapping” and “The scrypt recipient type”).
struct AgeHeader: Sendable {
  static let magic = Array("age-encryption.org/v1\n".utf8)
  private static let anyMagic = Array("age-encryption.org/".utf8)
  /// Longer lines do not occur with a passphrase.
  private static let longestLine = 128

  /// All of it, as it stands in the file.
  let bytes: [UInt8]
  /// So many of them the code proves.
  let provenCount: Int
  let salt: [UInt8]
  /// The power of two of scrypt's cost.
  let workFactor: Int
  /// The key of the file, wrapped by the key that scrypt makes of the passphrase.
  let wrappedKey: [UInt8]
  let code: [UInt8]

  /// Whether the bytes begin as files of any version of age do.
  static func begins(_ bytes: some Sequence<UInt8>) -> Bool { bytes.starts(with: anyMagic) }

  /// A header with everything but its code.
  static func text(salt: [UInt8], workFactor: Int, wrappedKey: [UInt8]) -> [UInt8] {
    magic + Array("-> scrypt ".utf8) + Base64.encode(salt) + Array(" \(workFactor)\n".utf8) + Base64.encode(wrappedKey) + Array("\n---".utf8)
  }

  init(proven: [UInt8], salt: [UInt8], workFactor: Int, wrappedKey: [UInt8], code: [UInt8]) {
    bytes = proven + [0x20] + Base64.encode(code) + [0x0A]
    provenCount = proven.count
    (self.salt, self.workFactor, self.wrappedKey, self.code) = (salt, workFactor, wrappedKey, code)
  }

  /// Reads the header that any bytes begin with.
  init(readFrom file: [UInt8]) throws(SealError) {
    guard file.starts(with: Self.magic) else {
      guard Self.begins(file), file.prefix(Self.longestLine).contains(0x0A) else { throw .badHeader }
      throw .unknownVersion
    }
    var place = Self.magic.count
    let stanza = try Self.line(of: file, at: &place).split(separator: 0x20, omittingEmptySubsequences: false)
    guard stanza.count > 1, stanza[0].elementsEqual("->".utf8) else { throw .badHeader }
    guard stanza[1].elementsEqual("scrypt".utf8) else { throw stanza[1].isEmpty ? .badHeader : .notByPassphrase }
    guard stanza.count == 4, let salt = Base64.decode(stanza[2]), salt.count == 16 else { throw .badHeader }
    workFactor = try Self.number(stanza[3])
    guard let key = Base64.decode(try Self.line(of: file, at: &place)), key.count == 32 else { throw .badHeader }
    // A second stanza would be for somebody else, who then could have made the file.
    let proven = place + 3
    let last = try Self.line(of: file, at: &place)
    guard last.starts(with: "--- ".utf8), let code = Base64.decode(last.dropFirst(4)), code.count == 32 else { throw .badHeader }
    bytes = Array(file[..<place])
    provenCount = proven
    (self.salt, wrappedKey, self.code) = (salt, key, code)
  }

  private static func line(of file: [UInt8], at place: inout Int) throws(SealError) -> ArraySlice<UInt8> {
    let rest = file[place...].prefix(longestLine)
    guard let end = rest.firstIndex(of: 0x0A) else {
      // A stanza of another kind may have a longer line.
      if rest.starts(with: "-> ".utf8), rest.count == longestLine, !rest.starts(with: "-> scrypt ".utf8) { throw .notByPassphrase }
      throw .badHeader
    }
    place = end + 1
    return rest[..<end]
  }

  /// A whole number above 0 in its one spelling; too great ones become the greatest.
  private static func number(_ digits: ArraySlice<UInt8>) throws(SealError) -> Int {
    guard let first = digits.first, first != 0x30, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .badHeader }
    return digits.count > 9 ? Int.max : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
