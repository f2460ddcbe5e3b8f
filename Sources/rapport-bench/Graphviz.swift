import Glibc
import MapLayout

/// Lays out networks by the programs of Graphviz, where they are installed.
enum Graphviz {
  /// Positions by one of the programs; nil where it is not installed or needs more than two minutes.
  static func positions(_ program: String, _ count: Int, _ ties: [(Int, Int)]) -> (positions: NetworkPositions, milliseconds: Double)? {
    var text = "digraph g {\n"
    for node in 0..<count { text += "n\(node);\n" }
    for (a, b) in ties { text += "n\(a) -> n\(b);\n" }
    guard let answer = run("\(program) -Tplain -Gsplines=false -Goverlap=true -Gstart=1", text + "}\n") else { return nil }
    var positions = NetworkPositions(count: count)
    var found = 0
    for parts in answer.lines where parts.count > 3 && parts[0] == "node" {
      guard let node = Int(parts[1].dropFirst()), node < count, let x = Float(parts[2]), let y = Float(parts[3]) else { continue }
      positions.x[node] = x
      positions.y[node] = y
      found += 1
    }
    return found == count ? (positions, answer.milliseconds) : nil
  }

  /// How many pairs of lines without a common end cross as dot draws them from left to right.
  ///
  /// - Parameter columns: the column of each node, which becomes its rank; nil leaves ranks to dot.
  static func crossings(_ count: Int, _ lines: [(Int, Int)], columns: [Int]?, rightAngles: Bool = false) -> (count: Int, milliseconds: Double)? {
    var text = "digraph g { rankdir=LR; node [shape=box, label=\"\"];\n"
    if let columns {
      let used = Set(columns).sorted()
      text += "node [style=invis];\n" + used.map { "c\($0)" }.joined(separator: " -> ") + " [style=invis];\nnode [style=solid];\n"
      for column in used {
        text += "{ rank=same; c\(column); " + columns.indices.filter { columns[$0] == column }.map { "n\($0); " }.joined() + "}\n"
      }
    }
    // A line that leads back would make dot turn the columns round.
    for (a, b) in lines {
      text += columns.map { $0[a] > $0[b] } ?? false ? "n\(b) -> n\(a) [dir=back];\n" : "n\(a) -> n\(b);\n"
    }
    guard let answer = run("dot -Tplain" + (rightAngles ? " -Gsplines=ortho" : ""), text + "}\n") else { return nil }
    var drawn: [Curve] = []
    for parts in answer.lines where parts.count > 4 && parts[0] == "edge" && parts[1].first == "n" {
      guard let from = Int(parts[1].dropFirst()), let to = Int(parts[2].dropFirst()), let points = Int(parts[3]), parts.count >= 4 + 2 * points else { continue }
      drawn.append(Curve(from, to, parts[4..<(4 + 2 * points)].compactMap { Double($0) }))
    }
    guard drawn.count == lines.count else { return nil }
    var pairs = 0
    for (place, one) in drawn.enumerated() { for other in drawn[(place + 1)...] where one.crosses(other) { pairs += 1 } }
    return (pairs, answer.milliseconds)
  }

  /// A line as Graphviz draws it: Bézier curves, followed in short straight steps.
  private struct Curve {
    private let ends: [Int]
    private var steps: [(x: Double, y: Double)] = []

    init(_ from: Int, _ to: Int, _ numbers: [Double]) {
      ends = [from, to]
      let points = stride(from: 0, to: numbers.count - 1, by: 2).map { (x: numbers[$0], y: numbers[$0 + 1]) }
      steps = Array(points.prefix(1))
      for start in stride(from: 0, to: points.count - 3, by: 3) {
        for step in 1...12 {
          let (t, u) = (Double(step) / 12, 1 - Double(step) / 12)
          let shares = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
          steps.append(zip(shares, points[start...]).reduce((x: 0, y: 0)) { ($0.x + $1.0 * $1.1.x, $0.y + $1.0 * $1.1.y) })
        }
      }
    }

    func crosses(_ other: Curve) -> Bool {
      guard !ends.contains(where: other.ends.contains) else { return false }
      func side(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double), _ c: (x: Double, y: Double)) -> Double {
        (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
      }
      for (a, b) in zip(steps, steps.dropFirst()) {
        for (c, d) in zip(other.steps, other.steps.dropFirst()) where side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0 { return true }
      }
      return false
    }
  }

  /// What a program answers to a text, in words by line; nil when it says nothing within two minutes.
  private static func run(_ command: String, _ text: String) -> (lines: [[Substring]], milliseconds: Double)? {
    let path = "/tmp/rapport-bench-\(getpid()).dot"
    guard let file = fopen(path, "w") else { return nil }
    fputs(text, file)
    fclose(file)
    defer { unlink(path) }
    let start = Nanoseconds.now
    guard let pipe = popen("timeout 120 \(command) \(path) 2>/dev/null", "r") else { return nil }
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { bytes += buffer[..<count] }
    // A backslash at the end of a line joins it to the next.
    var lines: [[Substring]] = []
    var open = ""
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      open += line.last == "\\" ? line.dropLast() : line
      if line.last == "\\" { continue }
      lines.append(open.split(separator: " "))
      open = ""
    }
    return lines.isEmpty ? nil : (lines, Double(Nanoseconds.now - start) / 1e6)
  }
}
