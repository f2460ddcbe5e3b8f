/// Measures Rapport against its promises. `--echo` and `--desk` are the program's own helpers: the floor under every key, and a loop
/// without a terminal for a profiler to look at.
@main
struct Bench {
  /// The sizes that the design names, in stakeholders.
  static let sizes = [50, 1_000, 20_000]

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "--echo": Echo.run()
    case "--desk": DeskBench.run(arguments.dropFirst().map { $0 })
    case "--file": FileBench.run(sizes: chosen(arguments.dropFirst()))
    case "--keys": TerminalBench.run(sizes: chosen(arguments.dropFirst()))
    case "--storm": StormBench.run(arguments.dropFirst().compactMap { Int($0) })
    case "--map":
      let sizes = arguments.dropFirst().compactMap { Int($0) }
      MapBench.run(sizes: sizes.isEmpty ? MapBench.sizes : sizes)
    case nil:
      TerminalBench.run(sizes: sizes)
      FileBench.run(sizes: sizes)
      MapBench.run(sizes: MapBench.sizes)
    default: print("rapport-bench [--keys [SIZE…] | --file [SIZE…] | --map [SIZE…] | --desk SIZE SCREEN KEYS | --storm COUNT [SEED]]")
    }
  }

  private static func chosen(_ arguments: some Sequence<String>) -> [Int] {
    let sizes = arguments.compactMap { Int($0) }
    return sizes.isEmpty ? self.sizes : sizes
  }
}
