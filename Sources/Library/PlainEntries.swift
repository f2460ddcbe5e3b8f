/// The entries of a file that holds nothing but comments, `[table]` lines and `key = "text"` lines, as the program's own themes do. Reading
/// them so takes a tenth of the time of the first use of the TOML library, which every start would pay.
struct PlainEntries {
  private(set) var tables: [String: [(String, String)]] = [:]

  /// Nil when there is a line of any other kind, or a backslash.
  init?(_ text: String) {
    var table: String?
    for line in text.utf8.split(separator: 0x0A) {
      guard let first = line.first else { continue }
      if first == UInt8(ascii: "#") { continue }
      if first == UInt8(ascii: "[") {
        guard line.last == UInt8(ascii: "]"), let name = String(line.dropFirst().dropLast()), tables[name] == nil else { return nil }
        tables[name] = []
        table = name
        continue
      }
      let parts = line.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
      guard parts.count == 3, parts[2].isEmpty, !line.contains(UInt8(ascii: "\\")), parts[0].suffix(3).elementsEqual(" = ".utf8),
        let key = String(parts[0].dropLast(3)), let value = String(parts[1]), let table
      else { return nil }
      tables[table, default: []].append((key, value))
    }
  }
}
