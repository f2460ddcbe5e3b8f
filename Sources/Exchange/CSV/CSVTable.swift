import Words

/// One table of comma-separated values: rows of cells with the line each row begins on.
struct CSVTable {
  struct Row {
    /// From 1; a row with line breaks inside cells takes several lines.
    var line: Int
    var cells: [String]
  }

  var rows: [Row] = []

  /// Writes RFC 4180: CRLF after every row, quotes where needed and doubled inside, UTF-8.
  static func bytes(_ rows: [[String]]) -> [UInt8] {
    var result: [UInt8] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { result.append(0x2C) }
        let isBare = cell.utf8.allSatisfy { $0 != 0x22 && $0 != 0x2C && $0 != 0x3B && $0 >= 0x20 }
          && cell.utf8.first != 0x20 && cell.utf8.last != 0x20 && cell.utf8.first != 0xEF && !(cell.isEmpty && row.count == 1)
        if isBare {
          result.append(contentsOf: cell.utf8)
        } else {
          result.append(0x22)
          for byte in cell.utf8 {
            if byte == 0x22 { result.append(0x22) }
            result.append(byte)
          }
          result.append(0x22)
        }
      }
      result.append(0x0D)
      result.append(0x0A)
    }
    return result
  }
}

/// Where and why bytes are no table.
struct CSVError: Error {
  var problem: ImportProblem
  var line: Int
}

extension CSVTable {
  static let largest = 256 << 20

  /// Reads RFC 4180 and what spreadsheets make of it: a byte order mark, commas, semicolons or tabs between cells, any kind of line end. Empty lines are skipped.
  ///
  /// Works on bytes: a library that walks over characters takes a quote and a following accent for one character that is no quote, and so cannot read every text back.
  init(reading bytes: [UInt8]) throws(CSVError) {
    guard bytes.count <= Self.largest else { throw CSVError(problem: .tooLarge, line: 1) }
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard String(validating: bytes, as: UTF8.self) != nil else {
      let valid = TemplateSource.firstInvalid(bytes)
      throw CSVError(problem: .notUTF8, line: bytes[..<valid].count { $0 == 0x0A } + 1)
    }
    let separator = Self.separator(bytes[index...])
    var line = 1
    var row = Row(line: 1, cells: [])
    var cell: [UInt8] = []

    func endOfLine(_ at: Int) -> Int { bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1 }
    while index < bytes.count {
      // One cell and what ends it.
      cell.removeAll(keepingCapacity: true)
      if bytes[index] == 0x22 {
        let start = line
        index += 1
        var isOpen = true
        while index < bytes.count {
          let byte = bytes[index]
          if byte == 0x22 {
            if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
              index += 1
            } else {
              isOpen = false
              index += 1
              break
            }
          }
          if byte == 0x0A || (byte == 0x0D && endOfLine(index) == 1) { line += 1 }
          cell.append(byte)
          index += 1
        }
        guard !isOpen else { throw CSVError(problem: .unclosedQuote, line: start) }
        guard index == bytes.count || bytes[index] == separator || bytes[index] == 0x0D || bytes[index] == 0x0A else {
          throw CSVError(problem: .textAfterQuote, line: line)
        }
      } else {
        while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0D, bytes[index] != 0x0A {
          guard bytes[index] != 0x22 else { throw CSVError(problem: .quoteInsideCell, line: line) }
          cell.append(bytes[index])
          index += 1
        }
      }
      row.cells.append(String(decoding: cell, as: UTF8.self))
      if index < bytes.count, bytes[index] == separator {
        index += 1
        // A separator at the very end is followed by one more, empty cell.
        if index == bytes.count { row.cells.append("") }
      } else if index < bytes.count {
        index += endOfLine(index)
        finish(&row)
        line += 1
        row = Row(line: line, cells: [])
      }
    }
    finish(&row)
  }

  private mutating func finish(_ row: inout Row) {
    guard row.cells.contains(where: { !$0.isEmpty }) else { return }
    rows.append(row)
  }

  /// Whichever of comma, semicolon and tab the first line has most of, outside quotation marks.
  private static func separator(_ bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [0x2C: 0, 0x3B: 0, 0x09: 0]
    var isQuoted = false
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      counts[byte]? += 1
    }
    return [0x2C, 0x3B, 0x09].max { (counts[$0] ?? 0, $1) < (counts[$1] ?? 0, $0) } ?? 0x2C
  }
}
