/// Looks through TOML for what its reader cannot take: on a table header that does not begin with a key the library stops the whole program.
enum TOMLGuard {
  /// The place of the first such header, from 1, in bytes; nil when there is none.
  static func badHeader(in text: String) -> (line: Int, column: Int)? {
    var scan = Scan(bytes: Array(text.utf8))
    return scan.run()
  }

  private struct Scan {
    let bytes: [UInt8]
    var index = 0
    var line = 1
    var lineStart = 0
    /// Of brackets and braces in a value, which may go on over lines.
    var depth = 0
    var isAtLineStart = true

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func run() -> (line: Int, column: Int)? {
      while index < bytes.count {
        let byte = bytes[index]
        switch byte {
        case 0x0A:
          index += 1
          line += 1
          lineStart = index
          isAtLineStart = true
          continue
        case 0x20, 0x09, 0x0D:
          index += 1
          continue
        case 0x23: while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        case 0x22, 0x27: skipString(byte)
        case 0x5B where isAtLineStart && depth == 0:
          if let column = badHeader() { return (line, column) }
        case 0x5B, 0x7B:
          depth += 1
          index += 1
        case 0x5D, 0x7D:
          depth = max(0, depth - 1)
          index += 1
        default: index += 1
        }
        isAtLineStart = false
      }
      return nil
    }

    /// Passes over a header; its column when it does not begin with a key.
    private mutating func badHeader() -> Int? {
      let column = index - lineStart + 1
      index += 1
      while let byte = current, byte == 0x20 || byte == 0x09 { index += 1 }
      if current == 0x5B {
        index += 1
        while let byte = current, byte == 0x20 || byte == 0x09 { index += 1 }
      }
      // What ends here, or at once, is refused by the reader in a way that can be caught.
      guard let byte = current, byte != 0x5D, byte != 0x22, byte != 0x27 else { return skipHeader() }
      let isKey = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte == 0x2D
      return isKey ? skipHeader() : column
    }

    private mutating func skipHeader() -> Int? {
      while let byte = current, byte != 0x0A { if byte == 0x22 || byte == 0x27 { skipString(byte) } else { index += 1 } }
      return nil
    }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipString(_ quote: UInt8) {
      let isLong = bytes[index...].starts(with: [quote, quote, quote])
      index += isLong ? 3 : 1
      while let byte = current {
        if byte == 0x5C, quote == 0x22 {
          // The escaped byte is passed over, unless it ends the line.
          index += 1
          if current == 0x0A { continue }
          index += 1
        } else if byte == quote, !isLong || bytes[index...].starts(with: [quote, quote, quote]) {
          index += isLong ? 3 : 1
          return
        } else if byte == 0x0A {
          // A short string ends with its line, closed or not.
          guard isLong else { return }
          index += 1
          line += 1
          lineStart = index
        } else {
          index += 1
        }
      }
    }
  }
}
