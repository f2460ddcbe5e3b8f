extension String {
  /// With a capital first letter, as a heading or the start of a sentence has it.
  public var capitalised: String {
    guard let first else { return "" }
    var text = first.uppercased()
    text += String(dropFirst())
    return text
  }
}
