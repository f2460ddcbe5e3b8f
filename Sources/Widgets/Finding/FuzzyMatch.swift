/// How well a text answers a query, and where.
public struct FuzzyMatch: Hashable, Sendable {
  /// More is better; comparable among candidates of the same query only.
  public let score: Int
  /// The matched characters of the text, ascending, counted in characters.
  public let positions: [Int]
}

/// What a person typed to find something: words that must all occur, in any order, whole or with letters left out.
/// Case and Latin diacritics make no difference. Whole beats scattered, the start of the text beats the start of a word,
/// and that beats the middle of one.
public struct FuzzyQuery: Hashable, Sendable {
  private let words: [[UInt8]]
  private let mask: UInt64

  public init(_ text: String) {
    words = FoldedText(text).bytes.split(separator: 0x20).map(Array.init)
    mask = FoldedTexts.mask(words.joined())
  }

  /// Nothing typed: everything matches alike.
  public var isEmpty: Bool { words.isEmpty }

  /// Nil when the text does not match.
  public func score(_ text: FoldedText) -> Int? { text.bytes.withUnsafeBufferPointer { score($0, visit: nil) } }

  /// The texts of a range in which every word occurs whole: what narrowing a list asks for, where a near match would be a wrong one.
  public func containing(in texts: FoldedTexts, among: Range<Int>) -> [Int] {
    var found: [Int] = []
    texts.forEach(having: mask, among: among) { index, bytes in
      if words.allSatisfy({ FuzzyQuery.occurs($0, in: bytes) }) { found.append(index) }
    }
    return found
  }

  private static func occurs(_ word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first, bytes.count >= word.count else { return word.isEmpty }
    for start in 0...(bytes.count - word.count) where bytes[start] == first {
      if (1..<word.count).allSatisfy({ bytes[start + $0] == word[$0] }) { return true }
    }
    return false
  }

  /// Score and places, for the few texts that are shown.
  public func match(_ text: String) -> FuzzyMatch? {
    let (bytes, origins) = FoldedText.withOrigins(text)
    var places: Set<Int> = []
    let total = bytes.withUnsafeBufferPointer { buffer in
      score(buffer, visit: { place in if place < origins.count { places.insert(origins[place]) } })
    }
    return total.map { FuzzyMatch(score: $0, positions: places.sorted()) }
  }

  /// The texts that match, best first; equals keep their order. An empty query keeps all.
  public func rank(_ texts: FoldedTexts) -> [Int] { rank(texts, among: nil, limit: .max).best }

  /// The same among some of the texts, by default all. `possible` are those that might match this query or one that goes on from it:
  /// while a person types on, no others need be looked at.
  public func rank(_ texts: FoldedTexts, among: [Int32]?, limit: Int) -> (best: [Int], possible: [Int32]?) {
    if isEmpty { return (Array(0..<min(limit, texts.count)), nil) }
    var possible: [Int32] = []
    var found: [(score: Int, index: Int)] = []
    func look(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
      guard words.allSatisfy({ FuzzyQuery.end(of: $0, in: bytes) != nil }) else { return }
      possible.append(Int32(truncatingIfNeeded: index))
      if let score = score(bytes, visit: nil) { found.append((score, index)) }
    }
    if let among {
      texts.forEach(having: mask, among: among.lazy.map { Int($0) }, look)
    } else {
      texts.forEach(having: mask, among: 0..<texts.count, look)
    }
    return (FuzzyQuery.best(found, limit), possible)
  }

  /// The best of what was found, in order; only so many are sorted as are asked for.
  private static func best(_ found: [(score: Int, index: Int)], _ limit: Int) -> [Int] {
    var found = found
    if limit < found.count {
      var counts: [Int: Int] = [:]
      for entry in found { counts[entry.score, default: 0] += 1 }
      var (left, least) = (limit, Int.min)
      for (score, count) in counts.sorted(by: { $0.key > $1.key }) where left > 0 {
        left -= count
        least = score
      }
      found.removeAll { $0.score < least }
    }
    found.sort { $0.score != $1.score ? $0.score > $1.score : $0.index < $1.index }
    return found.prefix(limit).map(\.index)
  }

  /// Where the letters of a word end if they stand in a text in their order, however far apart; nil where they do not.
  private static func end(of word: some Collection<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var next = 0
    for byte in word {
      guard let place = place(of: byte, in: bytes, from: next, through: bytes.count - 1) else { return nil }
      next = place + 1
    }
    return next
  }

  // MARK: - One word

  /// - Parameter visit: is told the places that match, where they are asked for.
  private func score(_ bytes: UnsafeBufferPointer<UInt8>, visit: ((Int) -> Void)?) -> Int? {
    var total = 0
    for word in words {
      guard let score = word.withUnsafeBufferPointer({ FuzzyQuery.score($0, bytes, visit) }) else { return nil }
      total += score
    }
    // Of two texts that match alike, the shorter is the nearer.
    return total - min(bytes.count, 200) / 8
  }

  private static func score(
    _ word: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>, _ visit: ((Int) -> Void)?
  ) -> Int? {
    if let (place, score) = whole(word, bytes) {
      if let visit { for offset in 0..<word.count { visit(place + offset) } }
      return score
    }
    return scattered(word, bytes, visit)
  }

  /// The best place where the word stands as it is.
  private static func whole(
    _ word: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (place: Int, score: Int)? {
    guard let first = word.first, word.count <= bytes.count else { return nil }
    var best: (place: Int, score: Int)?
    var next = 0
    while let place = FuzzyQuery.place(of: first, in: bytes, from: next, through: bytes.count - word.count) {
      next = place + 1
      var length = 1
      while length < word.count, bytes[place + length] == word[length] { length += 1 }
      guard length == word.count else { continue }
      var score = 100 + word.count * 4
      if FoldedText.isWordStart(place, bytes) {
        score += place == 0 ? 80 : 50
        if place + length == bytes.count || FoldedText.isWordStart(place + length + 1, bytes) { score += 20 }
      }
      if best.map({ score > $0.score }) ?? true { best = (place, score) }
      if place == 0 { break }
    }
    return best
  }

  /// The first place of a byte from one place through another, looked for eight at a time.
  @inline(__always)
  private static func place(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, through last: Int) -> Int? {
    var place = start
    let pattern = 0x0101_0101_0101_0101 &* UInt64(byte)
    let raw = UnsafeRawBufferPointer(bytes)
    while place + 7 <= last {
      let difference = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)) ^ pattern
      let zeros = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
      if zeros != 0 { return place + zeros.trailingZeroBitCount >> 3 }
      place += 8
    }
    while place <= last {
      if bytes[place] == byte { return place }
      place += 1
    }
    return nil
  }

  /// Letters in order with gaps: initials (`mdm` for Mangos de Matanzas) and words with letters left out.
  private static func scattered(
    _ word: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>, _ visit: ((Int) -> Void)?
  ) -> Int? {
    guard word.count >= 2, word.allSatisfy({ $0 < 0x80 }) else { return nil }
    guard let end = end(of: word, in: bytes) else { return nil }
    // Backwards from the end of the first match, which makes it as short as it can be.
    var start = end
    var left = word.count
    while left > 0 {
      start -= 1
      if bytes[start] == word[left - 1] { left -= 1 }
    }
    var score = 0
    var previous = -2
    var gaps = 0
    var position = start
    var places: [Int] = []
    for byte in word {
      while bytes[position] != byte {
        position += 1
        gaps += 1
      }
      if FoldedText.isWordStart(position, bytes) {
        score += position == 0 ? 14 : 10
      } else if position == previous + 1 {
        score += 6
      } else {
        score -= 2
      }
      previous = position
      if visit != nil { places.append(position) }
      position += 1
    }
    // Letters strewn over the whole text are chance, not meaning.
    guard score > 0, gaps <= word.count * 6 + 6 else { return nil }
    if let visit { for place in places { visit(place) } }
    return min(90, score - gaps / 2 + 10)
  }
}
