/// The file that a session came from, as the title line shows it.
public struct OpenFile: Hashable, Sendable {
  /// Whose the file is to write.
  public enum Standing: Hashable, Sendable {
    case own
    /// Somebody else works on it, and this window shows what happens; who, when it is known.
    case following(String?)
    /// It was opened to look on.
    case lookingOn
    /// A newer version wrote it.
    case newer
  }

  /// Without its folder.
  public var name: String
  /// Nil until the session has a file.
  public var path: String?
  public var isReadOnly: Bool
  /// A copy to try things on: nothing of value is lost with it.
  public var isScratch: Bool
  public var standing = Standing.own
  /// The window hangs on the wall: it stays in room mode, and neither writes nor opens anything else.
  public internal(set) var isOnWall = false
  /// Somebody else has changed the file since it was read or written here.
  public var isChangedOnDisk = false
  /// Whether what is done is kept in a journal, so that leaving without saving loses nothing.
  public var hasJournal = false
  /// Whether it opens with a passphrase only.
  public var isProtected = false
  /// Why the journal cannot be written; nil when it can.
  public var journalTrouble: String?

  public init(name: String, path: String?, isReadOnly: Bool = false, isScratch: Bool = false) {
    self.name = name
    self.path = path
    self.isReadOnly = isReadOnly
    self.isScratch = isScratch
  }
}
