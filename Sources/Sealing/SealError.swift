/// Why a protected file cannot be opened, or a file cannot be protected. Words are made by the catalogue.
public enum SealError: Error, Hashable, Sendable {
  /// What stands before the content is not as the format has it, or ends too early.
  case badHeader
  /// Of a later format than age's first.
  case unknownVersion
  /// Made for the keys of certain people, not with a passphrase.
  case notByPassphrase
  /// To try one passphrase would take more time and memory than is allowed: twice as much with every step.
  case tooCostly(workFactor: Int, limit: Int)
  case wrongPassphrase
  /// The passphrase is right, but somebody has changed what stands before the content.
  case changedHeader
  /// The content ends too early.
  case cutOff
  /// The content is not what was written.
  case damaged
  /// A passphrase is needed, and there is nobody who could be asked.
  case nobodyToAsk
  /// Somebody was asked, and gave none.
  case notGiven
  /// The system does not give the memory that it takes.
  case noMemory
}
