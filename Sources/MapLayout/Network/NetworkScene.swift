import SessionModel

/// The map by the closeness of ties: a mark for every stakeholder, its name beside it where there is room, straight lines between.
///
/// No two marks and no two names ever share a cell. Where more stand than there are cells, the weightier keep their marks, and each of the others is counted in
/// the nearest of them; zooming in parts them.
public enum NetworkScene {
  /// Columns left free at either side and rows above and below.
  private static let margin = 1

  /// Pure: the same session, plan and options give the same scene. `plan` has a place for everybody in the roster.
  public static func scene(session: Session, readings: ReadingIndex, roster: ChainRoster, plan: NetworkPlan, options: FieldOptions) -> Scene {
    var scene = Scene()
    scene.view = .network
    scene.showsTrust = options.showTrust
    scene.madeFor = options.available
    let folded = ChainRoster.folded(in: .network, session)
    let plan = folded.isEmpty ? plan : plan.folding(folded, roster)
    let roster = roster.folding(folded).roster
    let members = roster.actors.indices.filter { plan.places[roster.actors[$0].id] != nil }
    guard !members.isEmpty, options.available.width > 8, options.available.height > 3 else { return scene }
    let frame = frame(members.compactMap { plan.places[roster.actors[$0].id] }, options)
    scene.frame = frame
    scene.size = SceneSize(width: options.available.width * frame.zoom / 2, height: options.available.height * frame.zoom / 2)
    let shown = place(members, roster, plan, frame, options, &scene)
    let content = FieldContent(session, roster, members: shown.map(\.actor), readings: readings, showTrust: options.showTrust)
    let view = session.mapViews.sorted.first { $0.view == .network }
    let pinned = Set(view?.pinned.compactMap(\.stakeholder) ?? [])
    for (number, one) in shown.enumerated() where number < content.nodes.count {
      var box = content.box(number, mark: one.cell)
      box.count += one.count - 1
      box.isPinned = box.id.stakeholder.map(pinned.contains) ?? false
      scene.places[box.id] = scene.boxes.count
      scene.boxes.append(box)
    }
    name(&scene, content, options)
    content.addTies(to: &scene, shown: Array(scene.boxes.indices))
    drawLines(&scene, content, options)
    scene.index = SceneIndex(size: scene.size, boxes: scene.boxes, lines: scene.lines)
    return scene
  }

  // MARK: Marks

  private static func frame(_ places: [(x: Float, y: Float)], _ options: FieldOptions) -> NetworkFrame {
    let zoom = max(2, min(options.zoom, 32))
    if let previous = options.previous, previous.view == .network, previous.madeFor == options.available, let frame = previous.frame, frame.zoom == zoom {
      return frame
    }
    let width = Float(max(1, options.available.width * zoom / 2 - 1 - 2 * margin))
    let height = Float(max(1, options.available.height * zoom / 2 - 1 - 2 * margin))
    let left = places.map(\.x)
    let top = places.map(\.y)
    let wide = max(0.5, (left.max() ?? 0) - (left.min() ?? 0))
    let high = max(0.5, (top.max() ?? 0) - (top.min() ?? 0))
    // A row is as high as two columns are wide. The room is filled by stretching a little; a step keeps nearly its length in every direction.
    let fit = min(width / wide, 2 * height / high)
    return NetworkFrame(
      across: .init(left, first: Float(margin), length: width, most: min(fit * 1.7, 9 * Float(zoom))),
      down: .init(top, first: Float(margin), length: height, most: min(fit / 2 * 1.7, 4 * Float(zoom))), zoom: zoom)
  }

  private struct Shown {
    var actor: Int
    var cell: ScenePoint
    var count = 1
  }

  /// Gives everybody a cell of its own, those who had one first, then by weight; who finds none nearby is counted in whoever has it.
  private static func place(
    _ members: [Int], _ roster: ChainRoster, _ plan: NetworkPlan, _ frame: NetworkFrame, _ options: FieldOptions, _ scene: inout Scene
  ) -> [Shown] {
    let isFollowing = options.previous?.frame == frame && options.previous?.size == scene.size
    var order: [(rank: Int, actor: Int)] = members.map { number in
      let actor = roster.actors[number]
      var rank = actor.importance << 24 + min(actor.degree, 1 << 20)
      if isFollowing, options.previous?.places[actor.fold == nil ? .stakeholder(actor.id) : .folded(actor.id)] != nil { rank += 1 << 50 }
      if actor.id == options.highlight { rank += 1 << 56 }
      return (rank, number)
    }
    order.sort { $0.rank != $1.rank ? $0.rank > $1.rank : roster.actors[$0.actor].id < roster.actors[$1.actor].id }
    // As many as can be told apart: a mark every dozen cells.
    let cells = scene.size.width * scene.size.height
    let most = max(24, cells / 12)
    var board = CellBoard(scene.size)
    var shown: [Shown] = []
    var marks = NearestMark(scene.size)
    var others: [ScenePoint] = []
    for (_, number) in order {
      guard let place = plan.places[roster.actors[number].id] else { continue }
      var wanted = frame.cell(place)
      wanted.x = max(0, min(wanted.x, scene.size.width - 1))
      wanted.y = max(0, min(wanted.y, scene.size.height - 1))
      if shown.count < most, let cell = board.free(near: wanted, within: members.count > most ? 2 : 8) {
        // The cell beside a mark stays free as well, so that two marks never run together.
        board.take(SceneRect(x: cell.x - 1, y: cell.y, width: 3, height: 1))
        marks.add(shown.count, at: cell)
        shown.append(Shown(actor: number, cell: cell))
      } else {
        others.append(wanted)
      }
    }
    scene.crowded = others.count
    for wanted in others { if let near = marks.nearest(to: wanted) { shown[near].count += 1 } }
    return shown
  }

  // MARK: Names

  private static func name(_ scene: inout Scene, _ content: FieldContent, _ options: FieldOptions) {
    var board = CellBoard(scene.size)
    for box in scene.boxes { board.take(box.rect) }
    var placing = NamePlacing(board, LabelText(columns: options.columns))
    var left: [Int] = []
    for (number, box) in scene.boxes.enumerated() {
      let before = options.previous?.frame == scene.frame ? options.previous?.box(box.id) : nil
      if let before, before.mark == box.mark, before.name == box.name, before.count == box.count, before.roles == box.roles, let mark = box.mark,
        placing.keep(before.label, before.nameRect, at: mark, &scene.boxes[number])
      {
        continue
      }
      left.append(number)
    }
    let order = left.sorted { (-content.rank($0, highlight: options.highlight), $0) < (-content.rank($1, highlight: options.highlight), $1) }
    for number in order {
      guard let mark = scene.boxes[number].mark else { continue }
      let count = scene.boxes[number].count
      let tail = scene.boxes[number].tailWidth(options.labels.number(count))
      if !placing.place(scene.boxes[number].name, tail: tail, at: mark, most: 30, &scene.boxes[number]) { scene.nameless += 1 }
    }
    scene.tellNamesApart(placing.text)
  }

  // MARK: Lines

  private static func drawLines(_ scene: inout Scene, _ content: FieldContent, _ options: FieldOptions) {
    var wanted = options.drawsLines ? content.ties.indices.filter { content.ties[$0].deservesLine } : []
    if let id = options.linesOf {
      wanted = wanted.filter { content.nodes[content.ties[$0].from].id.entity == id || content.nodes[content.ties[$0].to].id.entity == id }
    }
    if wanted.count > options.mostLines {
      func length(_ tie: MapTie) -> Int {
        let a = scene.boxes[tie.from].rect
        let b = scene.boxes[tie.to].rect
        return abs(a.x - b.x) + 2 * abs(a.y - b.y)
      }
      // Low trust first, then the shortest, which cover least.
      let ranks = wanted.map { number in
        let tie = content.ties[number]
        let low = [tie.trust, tie.trustBack].compactMap { $0 }.min() ?? (tie.isConflict ? 1 : 9)
        return (low <= 2 ? low : 9, length(tie), number)
      }
      wanted = ranks.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.prefix(options.mostLines).map(\.2)
    }
    var board = CellBoard(scene.size)
    for box in scene.boxes {
      // The blank between a mark and its name belongs to them.
      if let mark = box.mark { board.take(box.nameRect.isEmpty || box.nameRect.y == mark.y ? box.rect : SceneRect(x: mark.x, y: mark.y, width: 1, height: 1)) }
      board.take(box.nameRect)
    }
    var lines: [(tie: Int, line: SceneLine)] = []
    for number in wanted {
      let tie = content.ties[number]
      guard let from = scene.boxes[tie.from].mark, let to = scene.boxes[tie.to].mark else { continue }
      lines.append((number, SceneLine(
        relationships: tie.relationships, from: content.nodes[tie.from].id, to: content.nodes[tie.to].id, kind: tie.kind,
        linkage: tie.kind?.linkage ?? .horizontal, points: [from, to], trust: tie.trust, trustBack: tie.trustBack, isOneWay: tie.isOneWay,
        isWished: tie.isWished, isConflict: tie.isConflict, labels: [])))
      scene.ties[number].hasLine = true
    }
    let order = lines.indices.sorted { a, b in
      let low = (lines[a].line.lowerTrust ?? 9, lines[b].line.lowerTrust ?? 9)
      return low.0 != low.1 ? low.0 < low.1 : lines[a].tie < lines[b].tie
    }
    for place in order { lines[place].line.labels = label(lines[place].line, &board) }
    scene.lines = lines.sorted { $0.tie < $1.tie }.map(\.line)
    scene.hiddenLines = content.ties.count { $0.deservesLine } - lines.count
  }

  /// The digits of trust near the middle of a line, the left one for the left end.
  private static func label(_ line: SceneLine, _ board: inout CellBoard) -> [SceneLabel] {
    guard line.points.count == 2 else { return [] }
    let leftward = line.points[1].x < line.points[0].x
    let left = leftward ? line.trustBack : line.trust
    let right = leftward ? line.trust : line.trustBack
    var text = line.isConflict ? "×" : ""
    if let left, left == right { text += String(left) } else { text += (left.map { "\($0)›" } ?? "") + (right.map { "‹\($0)" } ?? "") }
    guard !text.isEmpty else { return [] }
    let (a, b) = (line.points[0], line.points[1])
    for share in [8, 7, 9, 6, 10, 5, 11] {
      let middle = ScenePoint(x: a.x + (b.x - a.x) * share / 16, y: a.y + (b.y - a.y) * share / 16)
      let rect = SceneRect(x: middle.x - text.count / 2, y: middle.y, width: text.count, height: 1)
      guard abs(middle.x - a.x) + 2 * abs(middle.y - a.y) > 2, abs(middle.x - b.x) + 2 * abs(middle.y - b.y) > 2 else { continue }
      // A blank at either side keeps it apart from names.
      let withAir = SceneRect(x: rect.x - 1, y: rect.y, width: rect.width + 2, height: 1)
      if board.isFree(withAir) {
        board.take(withAir)
        return [SceneLabel(at: ScenePoint(x: rect.x, y: rect.y), text: text, runsDown: false)]
      }
    }
    return []
  }
}

extension SceneBox {
  /// Columns behind a name for the marks of its roles and for how many stand in it.
  func tailWidth(_ number: String) -> Int {
    let marks = min(3, roles.count + (markets > 0 ? 1 : 0))
    return (marks > 0 ? marks + 1 : 0) + (id.foldedSegment != nil ? number.utf8.count + 1 : count > 1 ? number.utf8.count + 2 : 0)
  }
}
