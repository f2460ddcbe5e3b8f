/// Cuts and breaks names to the columns there are.
struct LabelText: Sendable {
  let columns: @Sendable (Character) -> Int

  func width(_ text: some StringProtocol) -> Int {
    var total = 0
    for character in text { total += columns(character) }
    return total
  }

  /// The text, or as much of it as fits with `…` at its end; no stump of a word is left.
  func cut(_ text: String, to limit: Int) -> String {
    guard limit > 0 else { return "" }
    var taken = ""
    var used = 0
    var room = ""
    for character in text {
      let wide = columns(character)
      if used + wide > limit { return Self.withoutStump(room) + "…" }
      taken.append(character)
      used += wide
      if used <= limit - 1 { room = taken }
    }
    return taken
  }

  private static func withoutStump(_ text: String) -> String {
    guard let blank = text.lastIndex(of: " "), text.distance(from: blank, to: text.endIndex) <= 4 else { return text }
    return String(text[..<blank])
  }

  /// What a name is broken into: words, and the parts of a word with a hyphen.
  struct Part {
    var text: Substring
    var width: Int
    /// A blank stands before it unless it begins a line.
    var followsBlank: Bool
  }

  func parts(_ text: String) -> [Part] {
    var parts: [Part] = []
    var start = text.startIndex
    var followsBlank = false
    func end(_ at: String.Index) {
      if start < at { parts.append(Part(text: text[start..<at], width: width(text[start..<at]), followsBlank: followsBlank)) }
    }
    for index in text.indices {
      if text[index] == " " {
        end(index)
        start = text.index(after: index)
        followsBlank = true
      } else if text[index] == "-", start < index {
        end(text.index(after: index))
        start = text.index(after: index)
        followsBlank = false
      }
    }
    end(text.endIndex)
    return parts
  }

  /// The narrowest room, from `least` to `most` columns, in which the parts need no more than so many lines.
  static func room(for parts: [Part], lines: Int, least: Int, most: Int) -> Int {
    guard least < most else { return least }
    for limit in least..<most {
      var used = 0
      var line = 1
      var fits = true
      for part in parts {
        let wanted = part.width + (part.followsBlank && used > 0 ? 1 : 0)
        if used + wanted <= limit {
          used += wanted
        } else {
          line += 1
          used = part.width
          if line > lines { fits = false }
        }
        if used > limit { fits = false }
        if !fits { break }
      }
      if fits { return limit }
    }
    return most
  }

  /// One or more lines; breaks at blanks and hyphens where there are any, within a word that is wider than the room where not.
  func wrap(_ text: String, to limit: Int, lines: Int) -> [String] {
    guard lines > 1, limit > 1 else { return [cut(text, to: limit)] }
    var done: [String] = []
    var line = ""
    var used = 0
    let parts = parts(text)
    for (place, part) in parts.enumerated() {
      let blank = part.followsBlank && !line.isEmpty ? 1 : 0
      if used + blank + part.width <= limit {
        line += (blank > 0 ? " " : "") + part.text
        used += blank + part.width
        continue
      }
      if done.count + 1 < lines, !line.isEmpty {
        done.append(line)
        line = ""
        used = 0
      }
      if done.count + 1 == lines || part.width > limit {
        var rest = line
        for left in parts[place...] { rest += (left.followsBlank && !rest.isEmpty ? " " : "") + left.text }
        return done + broken(rest, to: limit, lines: lines - done.count)
      }
      line = String(part.text)
      used = part.width
    }
    return line.isEmpty && !done.isEmpty ? done : done + [line]
  }

  /// Fills lines to their end, whatever word that breaks; the last is cut.
  private func broken(_ text: String, to limit: Int, lines: Int) -> [String] {
    var done: [String] = []
    var rest = Substring(text)
    while done.count + 1 < lines, width(rest) > limit {
      var head = ""
      var used = 0
      while let next = rest.first, used + columns(next) <= limit {
        head.append(next)
        used += columns(next)
        rest.removeFirst()
      }
      if head.isEmpty { break }
      done.append(head)
      if rest.first == " " { rest.removeFirst() }
    }
    return rest.isEmpty ? done : done + [cut(String(rest), to: limit)]
  }
}
