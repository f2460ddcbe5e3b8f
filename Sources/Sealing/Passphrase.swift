import Crypto

/// What a person protects a session with. It never describes itself, and its memory is wiped when nobody holds it any more.
public struct Passphrase: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
  /// In bytes; what a terminal takes as one line is longer still.
  public static let greatestLength = 1024

  private let bytes: SymmetricKey

  /// Nil when there is nothing, or more than `greatestLength`. The bytes count as they are.
  public init?(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    guard !bytes.isEmpty, bytes.count <= Self.greatestLength else { return nil }
    self.bytes = SymmetricKey(data: bytes)
  }

  /// The first line of a text; a file that holds a passphrase may end its line.
  public init?(firstLineOf text: [UInt8]) {
    var line = text.prefix { $0 != 0x0A }
    if line.last == 0x0D { line.removeLast() }
    self.init(line)
  }

  func withBytes<Result>(_ body: ([UInt8]) throws -> Result) rethrows -> Result { try bytes.withUnsafeBytes { try body(Array($0)) } }

  public var description: String { "a passphrase" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
