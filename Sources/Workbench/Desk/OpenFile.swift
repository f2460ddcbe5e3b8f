/// The file that a session came from, as the title line shows it.
public struct OpenFile: Hashable, Sendable {
  /// Without its folder.
  public var name: String
  /// Nil until the session has a file.
  public var path: String?
  public var isReadOnly: Bool
  /// A copy to try things on: nothing of value is lost with it.
  public var isScratch: Bool

  public init(name: String, path: String?, isReadOnly: Bool = false, isScratch: Bool = false) {
    self.name = name
    self.path = path
    self.isReadOnly = isReadOnly
    self.isScratch = isScratch
  }
}
