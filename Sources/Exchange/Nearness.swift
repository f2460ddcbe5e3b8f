/// Which known name somebody probably meant.
enum Nearness {
  /// The name that takes the fewest changes, if they are few for its length.
  static func nearest(to text: String, among names: some Collection<String>) -> String? {
    guard text.utf8.count <= 64 else { return nil }
    let wanted = Array(text.lowercased().unicodeScalars)
    var best: (name: String, distance: Int)?
    for name in names.sorted() {
      let distance = distance(wanted, Array(name.lowercased().unicodeScalars))
      if distance <= max(wanted.count < 4 ? 1 : 2, wanted.count / 3), distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }

  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var diagonal = row[0]
      row[0] = i + 1
      for j in 0..<b.count {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
