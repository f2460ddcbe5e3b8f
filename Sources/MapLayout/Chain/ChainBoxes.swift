import SessionModel

/// Fills a scene with columns, bands and boxes; lines come after.
struct ChainBoxes {
  let places: ChainPlaces
  let geometry: ChainGeometry
  let options: ChainOptions

  func scene() -> Scene {
    var scene = Scene()
    scene.size = SceneSize(width: geometry.width, height: geometry.height)
    scene.showsTrust = options.showTrust
    scene.madeFor = options.available
    scene.boxRows = geometry.rhythm.box
    scene.gapRows = geometry.rhythm.gap
    scene.bandColumns = places.bandWidth
    scene.bandsWidth = geometry.bandsWidth
    for (number, group) in places.columns.enumerated() { addColumn(number, places.content.groups[group], to: &scene) }
    for (number, group) in places.bands.enumerated() { addBand(number, places.content.groups[group], to: &scene) }
    for (number, node) in places.content.nodes.enumerated() {
      let slot = places.slots[number]
      let rect = places.band(of: number).map { geometry.rect(slot, band: $0) } ?? geometry.rect(slot, column: places.column(of: number))
      scene.places[node.id] = number
      scene.boxes.append(box(node, slot, rect))
    }
    scene.tellNamesApart(text)
    scene.lanes.columns = places.columns.map { group in
      places.content.groups[group].boxes.sorted { places.slots[$0].y < places.slots[$1].y }
    }.filter { !$0.isEmpty }
    for group in places.bands {
      let boxes = places.content.groups[group].boxes.sorted { (places.slots[$0].y, places.slots[$0].x) < (places.slots[$1].y, places.slots[$1].x) }
      var row: [Int] = []
      for box in boxes {
        if let before = row.last, places.slots[before].y != places.slots[box].y {
          scene.lanes.rows.append(row)
          row = []
        }
        row.append(box)
      }
      if !row.isEmpty { scene.lanes.rows.append(row) }
    }
    return scene
  }

  private func countLabel(_ group: ChainContent.Group) -> String { group.hidesSome ? options.labels.number(group.count) : "" }

  private var text: LabelText { LabelText(columns: options.columns) }

  private func addColumn(_ number: Int, _ group: ChainContent.Group, to scene: inout Scene) {
    let x = geometry.x[number]
    let count = countLabel(group)
    let behind = count.isEmpty ? 0 : 1 + count.utf8.count
    let room = max(1, geometry.headerRoom(number))
    var label = text.wrap(group.name, to: room, lines: geometry.headerRows)
    if let last = label.last, text.width(last) + behind > room { label[label.count - 1] = text.cut(last, to: max(1, room - behind)) }
    let used = label.enumerated().map { text.width($1) + ($0 == label.count - 1 ? behind : 0) }.max() ?? 0
    scene.columns.append(SceneColumn(
      kind: group.kind, segment: group.segment, name: group.name, label: label, count: group.count, countLabel: count, isFolded: group.isFolded,
      header: SceneRect(x: x, y: geometry.headerRows - label.count, width: used, height: label.count),
      area: SceneRect(x: x, y: geometry.top, width: geometry.widths[number], height: geometry.chainBottom - geometry.top)))
  }

  private func addBand(_ number: Int, _ group: ChainContent.Group, to scene: inout Scene) {
    let tops = geometry.bandTops[number]
    let label = countLabel(group)
    let count = label.isEmpty ? "" : " " + label
    let name = text.cut(group.name, to: max(1, max(geometry.bandsWidth, min(geometry.width, options.available.width)) - 4 - count.utf8.count))
    let bottom = number + 1 < geometry.bandTops.count ? geometry.bandTops[number + 1].header : geometry.height
    scene.bands.append(SceneBand(
      segment: group.segment, name: name, count: group.count, countLabel: label, isFolded: group.isFolded,
      header: SceneRect(x: 1, y: tops.header, width: text.width(name) + count.utf8.count + 2, height: 1),
      area: SceneRect(x: 0, y: tops.boxes, width: geometry.width, height: bottom - tops.boxes)))
  }

  private func box(_ node: ChainContent.Node, _ slot: SceneSlot, _ rect: SceneRect) -> SceneBox {
    let isInBand = places.content.groups[node.group].isBand
    var box = SceneBox(
      id: node.id, rect: rect, name: node.name, label: [], isInBand: isInBand, sector: node.sector, roles: node.roles, count: node.count,
      markets: node.markets, ownTrust: node.ownTrust, relatesToItself: node.relatesToItself, isPinned: node.pin != nil, slot: slot)
    let inner = isInBand ? rect.width - SceneBox.bandIndent - (box.marks > 0 ? box.marks + 1 : 0) : rect.width - 2 - (box.hasBorder ? 0 : box.marks + box.ownMarks)
    let lines = box.hasBorder ? rect.height - 2 : rect.height
    switch node.id {
    case .more, .crowd: box.label = text.wrap("… \(options.labels.number(node.count)) \(options.labels.more)", to: inner, lines: min(2, lines))
    case .folded, .part:
      let count = " \(options.labels.number(node.count))"
      box.label = [text.cut(node.name, to: max(1, inner - count.utf8.count - 2)) + count]
    case .stakeholder, .market:
      box.label = text.wrap(node.name, to: inner, lines: min(3, lines))
      // The whole name comes first.
      if box.hasBorder, box.label.count < lines { box.note = text.cut(node.note, to: inner) }
      // No row stays empty, so that lines have the more room between boxes.
      if box.hasBorder, slot.span == 1 { box.rect.height = min(rect.height, box.label.count + (box.note.isEmpty ? 0 : 1) + 2) }
    }
    // A line that ends at a name in a band ends beside it, not where its column does.
    if isInBand {
      let words = box.label.map { text.width($0) }.max() ?? 0
      box.rect.width = min(rect.width, SceneBox.bandIndent + words + 1 + (box.marks > 0 ? box.marks + 1 : 0) + SceneBox.badgeRoom)
    }
    return box
  }
}

extension SceneBox {
  /// Cells that the marks of roles and end markets take: on the upper border, or before the name of a box without one.
  public var marks: Int { min(isInBand ? 3 : rect.width - 4, roles.count + (markets > 0 ? 1 : 0)) }
  /// Cells that the mark of what a group holds of itself takes: on the lower border, or behind the name.
  public var ownMarks: Int { ownTrust != nil ? 2 : relatesToItself ? 1 : 0 }
}
