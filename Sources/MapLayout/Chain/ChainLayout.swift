import SessionModel

/// The map as a chain: segments as columns from left to right, the two bands below, every tie a line between.
public enum ChainLayout {
  /// Lays out the chain. Pure: the same session and options give the same scene.
  ///
  /// `roster` saves most of the time for a large session when one is kept; it has to be of this session.
  public static func scene(session: Session, readings: ReadingIndex, options: ChainOptions, roster: ChainRoster? = nil) -> Scene {
    let content = ChainContent(session, roster ?? ChainRoster(session), readings, options)
    // Who stays where they are need not be put in order.
    let followsOn = options.previous.map { before in content.nodes.contains { before.box($0.id) != nil } } ?? false
    let order = ChainOrder(content, most: followsOn ? 0 : options.mostLines)
    let bandWidth = ChainGeometry.bandColumns(content, options)
    var tried: [(scene: Scene, places: ChainPlaces, cut: Int)] = []
    var placed: [Int: ChainPlaces] = [:]
    for rhythm in rhythms(options) {
      let tiesPerRow = options.lines == .all ? rhythm.tiesPerRow : 16
      let places = placed[tiesPerRow]
        ?? ChainPlaces(content, order: order, tiesPerRow: tiesPerRow, bandWidth: bandWidth, previous: options.previous)
      placed[tiesPerRow] = places
      let geometry = ChainGeometry(places, rhythm: rhythm, options: options)
      let scene = ChainBoxes(places: places, geometry: geometry, options: options).scene()
      // Room for another line is wasted where no name needs it.
      if rhythm.labelLines > 1, !scene.boxes.contains(where: { $0.label.count + ($0.note.isEmpty ? 0 : 1) >= rhythm.labelLines }) { continue }
      let cut = scene.boxes.count { !$0.isFolded && !$0.isInBand && $0.label.last?.last == "…" }
      tried.append((scene, places, cut))
    }
    // The airiest that fits and cuts hardly more names than any. Where bands have to be scrolled to, the chain above them still fits if it can.
    let height = options.available.height
    var candidates = tried.filter { $0.scene.size.height <= height }
    if candidates.isEmpty { candidates = tried.filter { $0.scene.bandTop <= height } }
    if candidates.isEmpty { candidates = tried.reversed() }
    guard let fewest = candidates.map(\.cut).min(),
      let best = candidates.first(where: { $0.cut <= fewest + $0.scene.boxes.count / 10 })
    else { return Scene() }
    var scene = best.scene
    ChainLines(places: best.places, options: options).draw(into: &scene)
    scene.index = SceneIndex(size: scene.size, boxes: scene.boxes, lines: scene.lines)
    return scene
  }

  /// From roomy to dense; the first that fits the height and leaves the names readable is taken.
  private static func rhythms(_ options: ChainOptions) -> [ChainGeometry.Rhythm] {
    let all: [ChainGeometry.Rhythm] =
      switch options.density {
      case .automatic: [.spacious, .roomy, .airyHigh, .airyTall, .high, .tall, .stacked, .stackedTall, .framed, .dense, .compact]
      case .framed: [.tall, .framed]
      case .compact: [.dense, .compact]
      }
    // As long as the window keeps its size, one stakeholder more or less does not change how all are drawn.
    guard let previous = options.previous, previous.madeFor == options.available,
      let before = all.first(where: { $0.box == previous.boxRows && $0.gap == previous.gapRows })
    else { return all }
    return [before]
  }
}
