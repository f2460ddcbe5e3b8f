import SessionModel

extension Desk {
  /// Asks for the file to save to, for a session that has none yet.
  public mutating func askForFile() { openSaveAs() }

  /// The theme in use.
  public var themeName: String { theme }

  /// How the file stands to this window, whose journal keeps what is done to it.
  public mutating func hold(isReadOnly: Bool, standing: OpenFile.Standing) {
    file.isReadOnly = isReadOnly
    file.standing = standing
    file.hasJournal = !isReadOnly
  }

  /// Whether the file opens with a passphrase only.
  public mutating func hold(isProtected: Bool) { file.isProtected = isProtected }

  /// Room mode from the beginning and for good, for a window that the room sees.
  public mutating func showToRoom() {
    file.isOnWall = true
    audience = .room
    layers = layers.filter { !$0.isConfidential }
    prepare()
  }
}
