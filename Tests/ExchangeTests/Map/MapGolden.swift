/// The map of `MapFixture` as it is meant to look; look at it before changing it.
enum MapGolden {
  static let chain: [String] = []
}
