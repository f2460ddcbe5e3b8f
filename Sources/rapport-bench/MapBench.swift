import Drawing
import Glibc
import JSON
import MapLayout
import SessionModel
import SessionStore

/// How fast and how well the map is laid out, beside Graphviz where it is installed; and whether it stays where it is when somebody comes or goes.
enum MapBench {
  static let sizes = [50, 200, 1_000, 5_000, 20_000]
  private static let labels = MapLabels(unplaced: "not placed", markets: "markets", more: "more")

  static func run(sizes: [Int]) {
    print("Network view: stress is normalised, overlaps are cells that two marks or names share at 120x36")
    var table = PlainTable(["actors", "ties", "layout ms", "scene ms", "stress", "overlaps", "Graphviz", "its ms", "its stress"])
    for size in sizes { table.add(network(size)) }
    table.print()
    print("""

      Chain view at 200x56: pairs of lines that cross as they are drawn, ours with right angles on the cells of the terminal. dot is given the same boxes and the
      same lines, and draws them from left to right: in the same columns as curves, its best; in the same columns with right angles as ours; and in columns of
      its own choice, which no longer are the segments. Of dot's lines those that share an end are not counted against each other, of ours they are.
      """)
    var chain = PlainTable([
      "actors", "boxes", "lines", "scene ms", "overlaps", "crossings", "dot, same columns", "right angles", "own columns", "dot ms",
    ])
    for size in sizes { chain.add(self.chain(size)) }
    chain.print()
    print("\nThe map stays: cells that boxes move when somebody comes or goes")
    var calm = PlainTable(["session", "view", "changes", "boxes", "median", "moved at all"])
    for file in sampleFiles() { for row in displacement(file) { calm.add(row) } }
    calm.print()
  }

  // MARK: Networks

  private static func network(_ size: Int) -> [String] {
    let session = SessionGenerator.session(stakeholders: size)
    let roster = ChainRoster(session)
    let readings = ReadingIndex(session)
    var plan = NetworkPlan()
    let layout = least(of: size > 2_000 ? 3 : 9) { plan = NetworkPlan(roster) }
    var scene = Scene()
    let options = fieldOptions()
    let drawing = least(of: 5) { scene = NetworkScene.scene(session: session, readings: readings, roster: roster, plan: plan, options: options) }
    let (network, ids, ties) = plain(session)
    var positions = NetworkPositions(count: ids.count)
    for (number, id) in ids.enumerated() {
      guard let place = plan.pinned(id) else { continue }
      positions.x[number] = Float(place.x) / 100
      positions.y[number] = Float(place.y) / 100
    }
    let stress = NetworkLayout.stress(network, positions)
    let peer = size <= 1_000 ? "neato" : "sfdp"
    let other = Graphviz.positions(peer, ids.count, ties)
    return [
      String(size), String(ties.count), fixed(layout), fixed(drawing), fixed(stress, 3), String(overlaps(scene)), other == nil ? "–" : peer,
      other.map { fixed($0.milliseconds) } ?? "–", other.map { fixed(NetworkLayout.stress(network, $0.positions), 3) } ?? "–",
    ]
  }

  private static func plain(_ session: Session) -> (PlainNetwork, [EntityID], [(Int, Int)]) {
    let ids = session.stakeholders.sorted.map(\.id)
    var number: [EntityID: Int] = [:]
    for (place, id) in ids.enumerated() { number[id] = place }
    var ties: [(Int, Int)] = []
    session.relationships.forEach { tie in
      if let from = tie.from.flatMap({ number[$0] }), let to = tie.to.flatMap({ number[$0] }) { ties.append((from, to)) }
    }
    return (PlainNetwork(count: ids.count, ties: ties), ids, ties)
  }

  private static func fieldOptions() -> FieldOptions {
    FieldOptions(labels: FieldLabels(), available: SceneSize(width: 120, height: 36), columns: { TextWidth.columns($0) })
  }

  /// Cells that belong to two boxes.
  private static func overlaps(_ scene: Scene) -> Int {
    var owner: [ScenePoint: SceneBoxID] = [:]
    var count = 0
    for box in scene.boxes {
      for y in box.rect.y..<box.rect.bottom {
        for x in box.rect.x..<box.rect.right where box.covers(ScenePoint(x: x, y: y)) {
          if let other = owner.updateValue(box.id, forKey: ScenePoint(x: x, y: y)), other != box.id { count += 1 }
        }
      }
    }
    return count
  }

  // MARK: The chain

  private static func chain(_ size: Int) -> [String] {
    let session = SessionGenerator.session(stakeholders: size)
    let readings = ReadingIndex(session)
    let options = ChainOptions(labels: labels, available: SceneSize(width: 200, height: 56), columns: { TextWidth.columns($0) })
    var scene = Scene()
    let roster = ChainRoster(session)
    let time = least(of: 5) { scene = ChainLayout.scene(session: session, readings: readings, options: options, roster: roster) }
    let boxes = scene.boxes.filter { !scene.lines(of: $0.id).isEmpty }
    var number: [SceneBoxID: Int] = [:]
    for (place, box) in boxes.enumerated() { number[box.id] = place }
    let lines = scene.lines.map { (number[$0.from] ?? 0, number[$0.to] ?? 0) }
    let columns = boxes.map { box in scene.columns.firstIndex { $0.area.x == box.rect.x } ?? 0 }
    let curves = Graphviz.crossings(boxes.count, lines, columns: columns)
    let angles = Graphviz.crossings(boxes.count, lines, columns: columns, rightAngles: true)
    let free = Graphviz.crossings(boxes.count, lines, columns: nil)
    return [
      String(size), String(boxes.count), String(lines.count), fixed(time), String(overlaps(scene)), String(crossings(scene)),
      curves.map { String($0.count) } ?? "–", angles.map { String($0.count) } ?? "–", free.map { String($0.count) } ?? "–",
      curves.map { fixed($0.milliseconds) } ?? "–",
    ]
  }

  /// Pairs of lines that cross in a cell.
  private static func crossings(_ scene: Scene) -> Int {
    var across: [ScenePoint: Int] = [:]
    var pairs: Set<[Int]> = []
    for isSecond in [false, true] {
      for (number, line) in scene.lines.enumerated() {
        for (a, b) in zip(line.points, line.points.dropFirst()) where (a.x == b.x) == isSecond {
          for y in min(a.y, b.y)...max(a.y, b.y) {
            for x in min(a.x, b.x)...max(a.x, b.x) {
              let cell = ScenePoint(x: x, y: y)
              if !isSecond { across[cell] = number } else if let other = across[cell], other != number { pairs.insert([min(other, number), max(other, number)]) }
            }
          }
        }
      }
    }
    return pairs.count
  }

  // MARK: Calm

  private static func sampleFiles() -> [String] {
    folderNames("sample-data").filter { $0.hasSuffix(".json") }.sorted().map { "sample-data/" + $0 }
  }

  /// One comes into each segment and one goes out of each, each time from the session as it is.
  private static func displacement(_ file: String) -> [[String]] {
    guard let session = try? SessionFile().open(file).session else { return [] }
    var changed: [Session] = []
    for (number, segment) in session.profile.segments.enumerated() {
      guard let id = EntityID("sbench\(number)"), let first = session.stakeholders.sorted.first(where: { $0.segment == segment.id }) else { continue }
      var more = session
      var new = Stakeholder(id: id)
      new.name = "Somebody who has just come"
      new.segment = segment.id
      more.put(new)
      changed.append(more)
      var fewer = WorkingSession(session)
      let removal = fewer.removal(of: [first.ref])
      if (try? fewer.perform(Transaction(Title(.remove), removal))) != nil { changed.append(fewer.session) }
    }
    let views: [(String, (Session, Scene?) -> Scene)] = [
      ("chain", { session, previous in
        var options = ChainOptions(labels: labels, available: SceneSize(width: 120, height: 33), columns: { TextWidth.columns($0) })
        options.previous = previous
        return ChainLayout.scene(session: session, readings: ReadingIndex(session), options: options)
      }),
      ("network", { changed, previous in
        var options = fieldOptions()
        options.previous = previous
        let plan = NetworkPlan(ChainRoster(session)).following(ChainRoster(changed))
        return NetworkScene.scene(session: changed, readings: ReadingIndex(changed), roster: ChainRoster(changed), plan: plan, options: options)
      }),
    ]
    return views.map { name, make in
      let before = make(session, nil)
      var moves: [Int] = []
      for other in changed {
        let after = make(other, before)
        for box in before.boxes {
          guard let now = after.box(box.id) else { continue }
          let (a, b) = (box.mark ?? ScenePoint(x: box.rect.x, y: box.rect.y), now.mark ?? ScenePoint(x: now.rect.x, y: now.rect.y))
          moves.append(abs(a.x - b.x) + abs(a.y - b.y))
        }
      }
      moves.sort()
      let share = moves.isEmpty ? 0 : 100 * moves.count { $0 > 0 } / moves.count
      let short = file.split(separator: "/").last.map { String($0.dropLast(5)) } ?? file
      return [short, name, String(changed.count), String(before.boxes.count), moves.isEmpty ? "–" : String(moves[moves.count / 2]), "\(share) %"]
    }
  }

  // MARK: Figures

  private static func least(of times: Int, _ body: () -> Void) -> Double {
    (0..<times).map { _ in
      let start = Nanoseconds.now
      body()
      return Double(Nanoseconds.now - start) / 1e6
    }.min() ?? 0
  }

  private static func fixed(_ value: Double, _ digits: Int = 1) -> String { value.text(digits) }
}
