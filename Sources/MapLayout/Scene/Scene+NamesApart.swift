import SessionModel

extension Scene {
  /// Where names were cut so that several read the same, cuts them in the middle instead: `Small grow…of Azua` beside `Small grow…of Baní`. Each keeps its
  /// lines and its columns, so that nothing else moves.
  mutating func tellNamesApart(_ text: LabelText) {
    var alike: [String: [Int]] = [:]
    for (number, box) in boxes.enumerated() where box.id.entity != nil && box.label.last?.hasSuffix("…") == true {
      alike[box.label.joined(separator: "\n"), default: []].append(number)
    }
    for group in alike.values where group.count > 1 {
      let sorted = group.sorted { boxes[$0].name < boxes[$1].name }
      let names = sorted.map { Array(boxes[$0].name) }
      for (place, number) in sorted.enumerated() {
        let neighbours = [place - 1, place + 1].filter(names.indices.contains).map { names[$0] }
        let shared = neighbours.map { Self.shared(names[place], $0) }.max() ?? 0
        boxes[number].label = text.cut(names[place], where: shared, to: room(for: boxes[number], text), lines: boxes[number].label.count) ?? boxes[number].label
      }
    }
  }

  /// Columns of each line of a box's label.
  private func room(for box: SceneBox, _ text: LabelText) -> Int {
    let written = box.label.map { text.width($0) }.max() ?? 0
    guard !box.isInBand, box.mark == nil else { return written }
    return max(written, box.rect.width - 2 - (box.hasBorder ? 0 : box.marks + box.ownMarks))
  }

  /// How many characters two names have in common from their beginning.
  private static func shared(_ a: [Character], _ b: [Character]) -> Int { zip(a, b).prefix { $0 == $1 }.count }
}

extension LabelText {
  /// A name cut in the middle, so that what stands behind its first `shared` characters is read: on one line behind the `…`, on several on the last of them.
  /// Nil where the name ends there, or there is no room for both its parts.
  func cut(_ name: [Character], where shared: Int, to limit: Int, lines: Int) -> [String]? {
    guard shared < name.count, limit > 5 else { return nil }
    // From the beginning of the word, unless that is far away, as where a script writes no blanks.
    var start = shared
    while start > 0, name[start - 1] != " ", shared - start < 8 { start -= 1 }
    if start == 0 || name[start - 1] != " " { start = shared }
    let end = String(name[start...])
    if lines > 1 {
      let last = width(end) <= limit ? lengthened(name, from: start, to: limit) : start
      return wrap(String(name[..<last]).trimmed, to: limit, lines: lines - 1) + [cut(String(name[last...]), to: limit)]
    }
    let last = cut(end, to: max(limit / 2, limit - 9))
    var first = ""
    var left = limit - 1 - width(last)
    for character in name[..<start] {
      left -= columns(character)
      guard left >= 0 else { break }
      first.append(character)
    }
    first = first.trimmed
    return first.isEmpty ? nil : [first + "…" + last]
  }

  /// The place before `start` where the words begin that still fit on a line with what follows.
  private func lengthened(_ name: [Character], from start: Int, to limit: Int) -> Int {
    var start = start
    while start > 1, let blank = name[..<(start - 1)].lastIndex(of: " "), width(String(name[(blank + 1)...])) <= limit { start = blank + 1 }
    return start
  }
}
