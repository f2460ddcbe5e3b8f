import SessionModel

/// Turns places in the grid into cells: how wide columns and channels are, how high rows, and where bands begin.
struct ChainGeometry {
  /// How boxes and gaps between them are measured, from a line each to airy.
  struct Rhythm: Equatable {
    var box: Int
    var gap: Int
    var pitch: Int { box + gap }
    var hasBorder: Bool { box >= 3 }
    var labelLines: Int { hasBorder ? box - 2 : box }
    /// Lines that a box takes before it grows by a row of the grid, where all are drawn.
    var tiesPerRow: Int { hasBorder ? 4 + 2 * gap : 2 * box }
    /// The narrowest box: one of several lines may be narrower than one of a single line.
    var narrowest: Int { labelLines > 1 ? 10 : 12 }

    static let compact = Rhythm(box: 1, gap: 1)
    static let dense = Rhythm(box: 2, gap: 1)
    static let framed = Rhythm(box: 3, gap: 1)
    static let tall = Rhythm(box: 4, gap: 1)
    static let high = Rhythm(box: 5, gap: 1)
    static let stacked = Rhythm(box: 5, gap: 0)
    static let stackedTall = Rhythm(box: 4, gap: 0)
    static let airyTall = Rhythm(box: 4, gap: 2)
    static let airyHigh = Rhythm(box: 5, gap: 2)
    static let spacious = Rhythm(box: 6, gap: 2)
    static let roomy = Rhythm(box: 5, gap: 3)
  }

  static let widest = 24
  /// Cells between two names in a band.
  private static let bandGap = 2

  let rhythm: Rhythm
  private(set) var x: [Int] = []
  private(set) var widths: [Int] = []
  private(set) var bandX: [Int] = []
  private(set) var bandWidths: [Int] = []
  private(set) var width = 0
  private(set) var bandsWidth = 0
  private(set) var height = 0
  /// Rows of the names of columns.
  private(set) var headerRows = 1
  /// The first row of the grid of columns, below the names.
  private(set) var top = 2
  private(set) var chainBottom = 0
  private(set) var bandTops: [(header: Int, boxes: Int)] = []
  private let bandPitch: Int

  init(_ places: ChainPlaces, rhythm: Rhythm, options: ChainOptions) {
    self.rhythm = rhythm
    // Lines into the bands need rows to run in.
    bandPitch = options.lines == .flow || options.lines == .none ? 1 : 2
    measureColumns(places, options)
    measureBands(places, options)
    measureRows(places, options)
  }

  func rect(_ slot: SceneSlot, column: Int) -> SceneRect {
    SceneRect(x: x[column], y: top + slot.y * rhythm.pitch, width: widths[column], height: slot.span * rhythm.pitch - rhythm.gap)
  }

  func rect(_ slot: SceneSlot, band: Int) -> SceneRect {
    SceneRect(x: bandX[slot.x], y: bandTops[band].boxes + slot.y * bandPitch, width: bandWidths[slot.x], height: 1)
  }

  /// Columns that the name of a column may take: to the next one, a blank short of it.
  func headerRoom(_ column: Int) -> Int {
    column + 1 < x.count ? x[column + 1] - x[column] - 1 : width - x[column]
  }

  // MARK: Across

  private mutating func measureColumns(_ places: ChainPlaces, _ options: ChainOptions) {
    guard !places.columns.isEmpty else { return }
    let text = LabelText(columns: options.columns)
    let count = places.columns.count
    let natural = places.columns.map { group in
      places.content.groups[group].boxes.reduce(rhythm.narrowest) { max($0, widthWanted($1, places, text, options)) }
    }
    // A word that does not fit into its box is broken, which reads worse than a narrow channel.
    let words = places.columns.map { group in
      rhythm.labelLines < 2 ? 0 : places.content.groups[group].boxes.reduce(0) { longest, box in
        text.parts(places.content.nodes[box].name).reduce(longest) { max($0, $1.width + 2) }
      }
    }
    func least(_ column: Int, _ limit: Int) -> Int { min(natural[column], max(limit, min(words[column], 15))) }
    let wanted = Self.channelsWanted(places, count)
    let available = options.available.width - 2
    var channels: [Int]
    if let limits = Self.budgets.first(where: { box, channel in
      natural.indices.reduce(0) { $0 + least($1, box) } + (count - 1) * channel <= available
    }) {
      widths = natural.indices.map { least($0, limits.box) }
      channels = Array(repeating: limits.channel, count: count - 1)
      share(available - widths.reduce(0, +) - channels.reduce(0, +), natural, wanted, &channels)
    } else {
      // Too much for the width: comfortable, and scrolled sideways.
      widths = natural.map { min($0, rhythm.labelLines > 1 ? 16 : 22) }
      channels = wanted.map { min($0, 7) }
    }
    var at = 1
    for column in 0..<count {
      x.append(at)
      at += widths[column] + (column < count - 1 ? channels[column] : 1)
    }
    width = at
    // The last name has no channel to reach into.
    if let group = places.columns.last, let start = x.last {
      let longest = text.parts(places.content.groups[group].name).map(\.width).max() ?? 0
      width = max(width, min(start + longest + 4, options.available.width))
    }
  }

  /// The narrowest boxes and channels that are still readable, the roomiest first.
  private static let budgets: [(box: Int, channel: Int)] = [(14, 5), (13, 4), (12, 4), (12, 3), (11, 3), (10, 3)]

  /// Gives what is left over to boxes whose names are cut and channels where many lines turn, then to air.
  private mutating func share(_ rest: Int, _ natural: [Int], _ wanted: [Int], _ channels: inout [Int]) {
    var rest = rest
    func grow(_ list: inout [Int], _ limit: (Int) -> Int) -> Bool {
      var grew = false
      for place in list.indices where rest > 0 && list[place] < limit(place) {
        list[place] += 1
        rest -= 1
        grew = true
      }
      return grew
    }
    while rest > 0 {
      let boxes = grow(&widths) { natural[$0] }
      let gaps = grow(&channels) { wanted[$0] }
      if !boxes, !gaps { break }
    }
    while rest > 0, grow(&channels, { _ in 12 }) || grow(&widths, { min(natural[$0] + 4, Self.widest) }) {}
  }

  private func widthWanted(_ box: Int, _ places: ChainPlaces, _ text: LabelText, _ options: ChainOptions) -> Int {
    let node = places.content.nodes[box]
    let marks = rhythm.hasBorder ? 0 : node.roles.count + (node.markets > 0 ? 1 : 0) + (node.relatesToItself || node.ownTrust != nil ? 2 : 0)
    let most = Self.widest - 2 - marks
    switch node.id {
    case .more, .crowd: return min(Self.widest, text.width("… \(options.labels.number(node.count)) \(options.labels.more)") + 2)
    case .folded, .part: return min(Self.widest, text.width(node.name) + options.labels.number(node.count).utf8.count + 5)
    case .stakeholder, .market:
      let lines = max(1, min(3, rhythm.labelLines) - (node.note.isEmpty || rhythm.labelLines < 3 ? 0 : 1))
      return LabelText.room(for: text.parts(node.name), lines: lines, least: rhythm.narrowest - 2 - marks, most: most) + 2 + marks
    }
  }

  /// The cells between columns for the lines that turn there.
  private static func channelsWanted(_ places: ChainPlaces, _ count: Int) -> [Int] {
    var turns = Array(repeating: 0, count: count)
    for place in places.content.guiding {
      let tie = places.content.ties[place]
      let a = places.column(of: tie.from)
      let b = places.column(of: tie.to)
      if a == b {
        turns[min(a, count - 1)] += 2
        continue
      }
      let left = min(a, b)
      let right = max(a, b)
      if right - left == 1 {
        if places.slots[tie.from].y != places.slots[tie.to].y { turns[left] += 2 }
      } else {
        turns[left] += 1
        turns[right - 1] += 1
      }
    }
    return turns.dropLast().map { min(12, 5 + $0 / 2) }
  }

  // MARK: Bands

  /// Names in columns below one another, each as wide as its longest.
  private mutating func measureBands(_ places: ChainPlaces, _ options: ChainOptions) {
    guard !places.bands.isEmpty else { return }
    let text = LabelText(columns: options.columns)
    bandWidths = Array(repeating: 8, count: places.bandWidth)
    for group in places.bands {
      for box in places.content.groups[group].boxes {
        let column = min(places.slots[box].x, places.bandWidth - 1)
        bandWidths[column] = max(bandWidths[column], Self.bandWidth(places.content.nodes[box], text, options))
      }
    }
    let room = options.roomForBands - 2 - Self.bandGap * (places.bandWidth - 1)
    while bandWidths.reduce(0, +) > room, let widest = bandWidths.indices.max(by: { bandWidths[$0] < bandWidths[$1] }), bandWidths[widest] > 12 {
      bandWidths[widest] -= 1
    }
    var at = 1
    for width in bandWidths {
      bandX.append(at)
      at += width + Self.bandGap
    }
    bandsWidth = at - Self.bandGap + 1
    width = max(width, bandsWidth)
  }

  private static func bandWidth(_ node: ChainContent.Node, _ text: LabelText, _ options: ChainOptions) -> Int {
    let own = SceneBox.bandIndent + SceneBox.badgeRoom
    switch node.id {
    case .more, .crowd: return text.width("… \(options.labels.number(node.count)) \(options.labels.more)") + own
    case .folded, .part: return text.width(node.name) + options.labels.number(node.count).utf8.count + 3 + own
    case .stakeholder, .market: return text.width(node.name) + min(3, node.roles.count) + own + (node.roles.isEmpty ? 0 : 1)
    }
  }

  /// How many names stand beside one another: as many as the width allows.
  static func bandColumns(_ content: ChainContent, _ options: ChainOptions) -> Int {
    if let previous = options.previous, previous.madeFor == options.available, previous.bandColumns > 0 { return previous.bandColumns }
    let text = LabelText(columns: options.columns)
    let wanted = content.bands.map { content.groups[$0].boxes.map { bandWidth(content.nodes[$0], text, options) } }
    let available = options.roomForBands - 2
    // A name of this length is known when its end is cut.
    let enough = options.available.height >= 44 ? 34 : 26
    let pinned = content.nodes.reduce(0) { max($0, content.groups[$1.group].isBand ? ($1.pin?.x ?? -1) + 1 : 0) }
    let most = max(pinned, wanted.map(\.count).max() ?? 1)
    for count in stride(from: max(1, min(most, available / 14)), to: 1, by: -1) {
      if (available + bandGap) / count - bandGap >= enough { return count }
      var widths = Array(repeating: 0, count: count)
      for band in wanted { for (place, width) in band.enumerated() { widths[place % count] = max(widths[place % count], width) } }
      if widths.reduce(0, +) + bandGap * (count - 1) <= available { return count }
    }
    return 1
  }

  // MARK: Down

  private mutating func measureRows(_ places: ChainPlaces, _ options: ChainOptions) {
    let text = LabelText(columns: options.columns)
    let hasColumns = !places.columns.isEmpty
    for (column, group) in places.columns.enumerated() {
      let group = places.content.groups[group]
      if text.width(group.name) + (group.hidesSome ? 6 : 0) > headerRoom(column) { headerRows = 2 }
    }
    top = headerRows + (rhythm.gap > 1 || headerRows == 1 ? 1 : 0)
    chainBottom = hasColumns ? top + places.rows * rhythm.pitch - rhythm.gap : 0
    var at = chainBottom
    for (number, group) in places.bands.enumerated() {
      let boxes = places.content.groups[group].boxes
      if number == 0, hasColumns { at += rhythm.gap > 1 || bandPitch > 1 ? 2 : 1 }
      if number > 0, rhythm.gap > 1 || bandPitch > 1 { at += 1 }
      let header = at
      let first = header + bandPitch
      bandTops.append((header, first))
      let rows = (boxes.map { places.slots[$0].y }.max() ?? -1) + 1
      at = first + rows * bandPitch - (rows > 0 ? bandPitch - 1 : 0)
    }
    height = at + (places.bands.isEmpty || bandPitch > 1 ? 1 : 0)
  }
}

extension ChainPlaces {
  func isBand(_ node: Int) -> Bool { content.groups[content.nodes[node].group].isBand }

  /// The column of the grid; of boxes in bands the one above them.
  func column(of node: Int) -> Int {
    isBand(node) ? slots[node].x * max(1, columns.count) / bandWidth : columns.firstIndex(of: content.nodes[node].group) ?? 0
  }

  func band(of node: Int) -> Int? { bands.firstIndex(of: content.nodes[node].group) }
}

extension ChainContent.Group {
  /// Whether not everybody in it has a box.
  var hidesSome: Bool { isFolded || boxes.count < count }
}
