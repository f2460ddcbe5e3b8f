/// A protected file as it lies on the disk, known by its first bytes whatever its name is.
public struct SealedFile: Sendable {
  let header: AgeHeader
  let payload: ArraySlice<UInt8>

  /// Whether the bytes are those of a protected file, in either form; whole or not.
  public static func recognises(_ bytes: [UInt8]) -> Bool { AgeHeader.begins(bytes) || AgeArmor.begins(bytes) }

  /// Any bytes may be read. Nothing is worked out yet: that takes the passphrase.
  public init(_ bytes: [UInt8]) throws(SealError) {
    let bytes = AgeArmor.begins(bytes) ? try AgeArmor.decode(bytes) : bytes
    header = try AgeHeader(readFrom: bytes)
    guard header.workFactor <= Seal.greatestWorkFactor else {
      throw .tooCostly(workFactor: header.workFactor, limit: Seal.greatestWorkFactor)
    }
    payload = bytes[header.bytes.count...]
  }

  /// The seal that the passphrase opens. Takes as long as the work factor of the file says.
  public func seal(_ passphrase: Passphrase, greatestWorkFactor: Int = Seal.greatestWorkFactor) throws(SealError) -> Seal {
    try Seal(header, passphrase, greatestWorkFactor: greatestWorkFactor)
  }

  /// What it holds.
  public func content(_ seal: Seal) throws(SealError) -> [UInt8] {
    guard seal.header.bytes == header.bytes else { throw .wrongPassphrase }
    return try seal.opened(self)
  }
}
