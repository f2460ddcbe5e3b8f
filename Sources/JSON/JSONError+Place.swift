extension JSONError {
  /// The same error with line, column and path, found by going through the bytes up to the offset once more.
  func placed(in bytes: [UInt8]) -> JSONError {
    var placed = self
    placed.offset = max(0, min(offset, bytes.count))
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    placed.line = 1
    placed.column = 1
    for byte in bytes[min(hasMark ? 3 : 0, placed.offset)..<placed.offset] {
      if byte == 0x0A {
        placed.line += 1
        placed.column = 1
      } else if byte & 0xC0 != 0x80 {
        placed.column += 1
      }
    }
    var trail = Trail(bytes: bytes, start: hasMark ? 3 : 0)
    trail.follow(to: placed.offset)
    placed.path = trail.path
    return placed
  }
}

/// The way from the root to a place in bytes that are well-formed up to there.
private struct Trail {
  private enum Level {
    case object(key: Range<Int>?)
    case array(index: Int)
  }

  private let bytes: [UInt8]
  private var place: Int
  private var levels: [Level] = []
  /// Whether the innermost member or element is complete, so that what follows belongs to the object or array.
  private var isComplete = false

  init(bytes: [UInt8], start: Int) {
    self.bytes = bytes
    place = start
  }

  mutating func follow(to offset: Int) {
    while place < offset {
      switch bytes[place] {
      case 0x20, 0x09, 0x0A, 0x0D, 0x3A: place += 1
      case 0x22:
        guard let stop = closingQuote(place), stop < offset else { return }
        pass(string: place + 1..<stop)
        place = stop + 1
      case 0x7B: open(.object(key: nil))
      case 0x5B: open(.array(index: 0))
      case 0x7D, 0x5D:
        _ = levels.popLast()
        isComplete = true
        place += 1
      case 0x2C:
        switch levels.popLast() {
        case .object: levels.append(.object(key: nil))
        case .array(let index): levels.append(.array(index: index + 1))
        case nil: break
        }
        isComplete = false
        place += 1
      default:
        let stop = endOfScalar(place)
        guard stop <= offset else { return }
        isComplete = true
        place = stop
      }
    }
    guard !isComplete, offset < bytes.count, let level = levels.last else { return }
    switch level {
    case .object(key: nil):
      // An error at a key concerns its member.
      if bytes[offset] == 0x22, let stop = closingQuote(offset) { pass(string: offset + 1..<stop) }
    case .array: isComplete = bytes[offset] == 0x5D
    case .object: break
    }
  }

  var path: String {
    var path = ""
    for (depth, level) in levels.enumerated() where depth < levels.count - 1 || !isComplete {
      switch level {
      case .array(let index): path += "[\(index)]"
      case .object(let key?):
        let name = text(key)
        if !name.isEmpty, name.utf8.allSatisfy(isPlain) {
          path += path.isEmpty ? name : ".\(name)"
        } else {
          path += "[\(JSONWriter.quoted(name))]"
        }
      case .object(key: nil): break
      }
    }
    return path
  }

  private mutating func open(_ level: Level) {
    levels.append(level)
    isComplete = false
    place += 1
  }

  private mutating func pass(string range: Range<Int>) {
    if case .object(key: nil) = levels.last {
      levels[levels.count - 1] = .object(key: range)
    } else {
      isComplete = true
    }
  }

  private func closingQuote(_ opening: Int) -> Int? {
    var index = opening + 1
    while index < bytes.count {
      if bytes[index] == 0x22 { return index }
      index += bytes[index] == 0x5C ? 2 : 1
    }
    return nil
  }

  private func endOfScalar(_ start: Int) -> Int {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D, 0x22, 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D: return max(index, start + 1)
      default: index += 1
      }
    }
    return index
  }

  /// A key as text; a very long one is cut, for a path is to be read.
  private func text(_ range: Range<Int>) -> String {
    let quoted = Array(bytes[range.lowerBound - 1...range.upperBound])
    let decoded = try? JSONReader.read(quoted) { reader throws(JSONError) in try reader.string() }
    let name = decoded ?? String(decoding: bytes[range], as: UTF8.self)
    let scalars = name.unicodeScalars
    guard let cut = scalars.index(scalars.startIndex, offsetBy: 60, limitedBy: scalars.endIndex), cut < scalars.endIndex
    else { return name }
    return String(scalars[..<cut]) + "…"
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: true
    default: false
    }
  }
}
