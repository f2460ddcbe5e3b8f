import Drawing

/// Columns of a character, with the common case first: what one byte of UTF-8 holds takes one column.
enum CharacterWidth {
  static func columns(_ character: Character) -> Int {
    character.utf8.count == 1 ? 1 : TextWidth.columns(character)
  }
}
