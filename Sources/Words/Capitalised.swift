extension String {
  /// With a capital first letter, as a heading or the start of a sentence has it.
  public var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
