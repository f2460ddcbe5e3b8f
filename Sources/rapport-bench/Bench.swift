@main
struct Bench {
  static func main() {
    SessionBench.run()
  }
}
