/// Cuts and breaks names to the columns there are.
struct LabelText: Sendable {
  let columns: @Sendable (Character) -> Int

  func width(_ text: String) -> Int {
    var total = 0
    for character in text { total += columns(character) }
    return total
  }

  /// The text, or as much of it as fits with `…` at its end.
  func cut(_ text: String, to limit: Int) -> String {
    guard limit > 0 else { return "" }
    var taken = ""
    var used = 0
    var room = ""
    for character in text {
      let wide = columns(character)
      if used + wide > limit { return room + "…" }
      taken.append(character)
      used += wide
      if used <= limit - 1 { room = taken }
    }
    return taken
  }

  /// One or two lines; breaks at a blank where there is one.
  func wrap(_ text: String, to limit: Int, lines: Int) -> [String] {
    if lines < 2 || width(text) <= limit { return [cut(text, to: limit)] }
    var best: String.Index?
    var used = 0
    for index in text.indices {
      if text[index] == " ", used <= limit { best = index }
      used += columns(text[index])
      if used > limit + 1 { break }
    }
    if let best, best > text.startIndex {
      return [String(text[..<best]), cut(String(text[text.index(after: best)...]), to: limit)]
    }
    if let blank = text.firstIndex(of: " ") {
      return [cut(String(text[..<blank]), to: limit), cut(String(text[text.index(after: blank)...]), to: limit)]
    }
    var head = ""
    var rest = Substring(text)
    used = 0
    while let next = rest.first, used + columns(next) <= limit {
      head.append(next)
      used += columns(next)
      rest.removeFirst()
    }
    return [head, cut(String(rest), to: limit)]
  }
}
