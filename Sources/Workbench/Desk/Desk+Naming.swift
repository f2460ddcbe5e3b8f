extension Desk {
  /// Asks for the file to save to, for a session that has none yet.
  public mutating func askForFile() { openSaveAs() }
}
