/// A file operation that did not succeed. Words are made by the catalogue.
public struct FileFault: Error, Hashable, Sendable {
  public enum Operation: String, Sendable {
    case look, open, read, createTemporary, write, sync, close, keepMode, rename, syncFolder, resolveLink
  }

  public enum Reason: Hashable, Sendable {
    /// What the system said.
    case system(errno: Int32)
    /// Not a regular file.
    case notRegular(FileKind)
    /// Larger than may be read, in bytes.
    case tooLarge(limit: Int)
    /// More symbolic links after one another than are followed.
    case tooManyLinks
  }

  public var operation: Operation
  public var reason: Reason
  public var path: String

  public init(_ operation: Operation, _ reason: Reason, _ path: String) {
    self.operation = operation
    self.reason = reason
    self.path = path
  }

  /// The system's error number, when it was the system that refused.
  public var errno: Int32? {
    if case .system(let errno) = reason { return errno }
    return nil
  }
}

public enum FileKind: String, Hashable, Sendable {
  case regular, folder, link, pipe, socket, device, unknown
}
