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
    /// Lines that a box takes before it grows by a row of the grid.
    var tiesPerRow: Int { hasBorder ? 4 + 2 * gap : 2 * box }

    static let compact = Rhythm(box: 1, gap: 1)
    static let dense = Rhythm(box: 2, gap: 1)
    static let framed = Rhythm(box: 3, gap: 1)
    static let tall = Rhythm(box: 4, gap: 1)
    static let airy = Rhythm(box: 3, gap: 2)
    static let airyTall = Rhythm(box: 4, gap: 2)
  }

  static let narrowest = 8
  static let widest = 24

  let rhythm: Rhythm
  private(set) var x: [Int] = []
  private(set) var widths: [Int] = []
  private(set) var width = 0
  private(set) var height = 0
  /// The first row of the grid of columns, below the names.
  let top = 2
  private(set) var chainBottom = 0
  private(set) var bandTops: [(header: Int, boxes: Int)] = []

  init(_ places: ChainPlaces, rhythm: Rhythm, options: ChainOptions) {
    self.rhythm = rhythm
    measureColumns(places, options)
    measureRows(places)
  }

  func rect(_ slot: SceneSlot, column: Int) -> SceneRect {
    SceneRect(x: x[column], y: top + slot.y * rhythm.pitch, width: widths[column], height: slot.span * rhythm.pitch - rhythm.gap)
  }

  func rect(_ slot: SceneSlot, band: Int) -> SceneRect {
    SceneRect(x: x[slot.x], y: bandTops[band].boxes + slot.y * rhythm.pitch, width: widths[slot.x], height: rhythm.box)
  }

  // MARK: Across

  private mutating func measureColumns(_ places: ChainPlaces, _ options: ChainOptions) {
    let text = LabelText(columns: options.columns)
    let count = max(1, max(places.columns.count, places.bands.isEmpty ? 0 : places.bandWidth))
    var natural = Array(repeating: Self.narrowest, count: count)
    for (column, group) in places.columns.enumerated() {
      natural[column] = max(natural[column], text.width(places.content.groups[group].name) + 2)
      for box in places.content.groups[group].boxes {
        natural[column] = max(natural[column], Self.widthWanted(places.content.nodes[box], text, options, rhythm))
      }
    }
    for group in places.bands {
      for box in places.content.groups[group].boxes {
        let column = min(places.slots[box].x, count - 1)
        natural[column] = max(natural[column], min(20, Self.widthWanted(places.content.nodes[box], text, options, rhythm)))
      }
    }
    natural = natural.map { min($0, Self.widest) }
    var channels = Self.channelsWanted(places, count, options)
    let margins = channels[0] + channels[count]
    func total(_ box: Int, _ channel: Int) -> Int {
      var sum = margins
      for width in natural { sum += min(width, box) }
      for channel_ in channels[1..<count] { sum += min(channel_, channel) }
      return sum
    }
    var limits = (box: 12, channel: 7)
    for (box, channel) in Self.budgets where total(box, channel) <= options.available.width {
      limits = (box, channel)
      break
    }
    for column in 1..<max(1, count) { channels[column] = min(channels[column], limits.channel) }
    widths = natural.map { min($0, limits.box) }
    shareRest(options.available.width - total(limits.box, limits.channel), natural)
    var at = channels[0]
    for column in 0..<count {
      x.append(at)
      at += widths[column] + channels[column + 1]
    }
    width = at
    // The last name has no channel to reach into.
    if let group = places.columns.last, let start = x.dropFirst(places.columns.count - 1).first {
      let group = places.content.groups[group]
      let wanted = start + min(Self.widest, text.width(group.name)) + options.labels.number(group.count).utf8.count + 1
      width = max(width, min(wanted, options.available.width))
    }
  }

  /// From generous to narrow; the first that fits is taken.
  private static let budgets: [(box: Int, channel: Int)] = {
    var list: [(Int, Int)] = []
    for box in stride(from: widest, through: 14, by: -2) { list.append((box, 16)) }
    for channel in stride(from: 14, through: 8, by: -2) { list.append((14, channel)) }
    list += [(13, 7), (12, 7), (12, 6), (11, 6), (11, 5), (10, 5), (9, 5), (8, 5), (8, 4)]
    return list
  }()

  /// Gives columns that are left over to the boxes whose names are cut.
  private mutating func shareRest(_ rest: Int, _ natural: [Int]) {
    var rest = rest
    var grew = true
    while rest > 0, grew {
      grew = false
      for column in widths.indices where rest > 0 && widths[column] < natural[column] {
        widths[column] += 1
        rest -= 1
        grew = true
      }
    }
  }

  private static func widthWanted(_ node: ChainContent.Node, _ text: LabelText, _ options: ChainOptions, _ rhythm: Rhythm) -> Int {
    if case .more = node.id { return text.width("… \(options.labels.number(node.count)) \(options.labels.more)") + 2 }
    let marks = rhythm.hasBorder ? 0 : node.roles.count + (node.markets > 0 ? 1 : 0) + (node.relatesToItself || node.ownTrust != nil ? 2 : 0)
    var wanted = text.width(node.name) + 2 + marks
    if case .folded = node.id { return wanted + options.labels.number(node.count).utf8.count + 3 }
    // A box of two lines need not be as wide as its name.
    if rhythm.labelLines > 1, wanted > 13 { wanted = max(13, (wanted - 2) * 5 / 8 + 2) }
    return wanted
  }

  /// The cells between columns for the lines that turn there; the first and last are the margins.
  private static func channelsWanted(_ places: ChainPlaces, _ count: Int, _ options: ChainOptions) -> [Int] {
    var turns = Array(repeating: 0, count: count + 1)
    for tie in places.content.ties where options.lines != .none {
      let a = places.column(of: tie.from)
      let b = places.column(of: tie.to)
      let isBand = places.isBand(tie.from) || places.isBand(tie.to)
      if a == b { turns[a + 1] += 2; continue }
      let left = min(a, b)
      let right = max(a, b)
      if right - left == 1, !isBand {
        if places.slots[tie.from].y != places.slots[tie.to].y { turns[right] += 2 }
      } else {
        turns[left + 1] += 1
        turns[right] += 1
      }
    }
    return turns.indices.map { channel in
      if channel == 0 || channel == count { return min(4, 1 + turns[channel] / 2) }
      return min(16, 6 + turns[channel] / 2)
    }
  }

  // MARK: Down

  private mutating func measureRows(_ places: ChainPlaces) {
    let hasColumns = !places.columns.isEmpty
    chainBottom = hasColumns ? top + places.rows * rhythm.pitch - rhythm.gap : 0
    var at = chainBottom
    for (number, group) in places.bands.enumerated() {
      let boxes = places.content.groups[group].boxes
      let lines = places.content.ties.reduce(0) { sum, tie in
        let ends = (places.band(of: tie.from), places.band(of: tie.to))
        return sum + (ends.0 == number || ends.1 == number ? 1 : 0)
      }
      at += (number == 0 && !hasColumns) ? 0 : max(1, min(rhythm.hasBorder ? 5 : 4, (lines + 2) / 3))
      let header = at
      let first = header + (rhythm.hasBorder && lines > 0 ? 2 : 1) + (hasColumns || rhythm.hasBorder ? 0 : 1)
      bandTops.append((header, first))
      let rows = (boxes.map { places.slots[$0].y }.max() ?? -1) + 1
      at = first + rows * rhythm.pitch - (rows > 0 ? rhythm.gap : 0)
    }
    height = at + 1
  }
}

extension ChainPlaces {
  func isBand(_ node: Int) -> Bool { content.groups[content.nodes[node].group].isBand }

  /// The column of the grid, for boxes in bands too.
  func column(of node: Int) -> Int {
    isBand(node) ? slots[node].x : columns.firstIndex(of: content.nodes[node].group) ?? 0
  }

  func band(of node: Int) -> Int? { bands.firstIndex(of: content.nodes[node].group) }
}
