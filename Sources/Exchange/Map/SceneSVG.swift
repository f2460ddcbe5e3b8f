import Drawing
import MapLayout
import SessionModel

/// A scene as an SVG picture: real text, a title and a description for those who listen, no scripts, nothing loaded from elsewhere.
public struct SceneSVG: Sendable {
  public var title: String
  public var description: String
  public var palette = SVGPalette.printable
  public var showTrust = true
  /// Stands behind the title: what the picture leaves out.
  public var remark = ""
  /// Stands below the map; nothing when empty.
  public var legend = SceneLegend([])
  /// Begins the ids in the picture, so that a page can hold several; letters, digits and hyphens.
  public var idPrefix = "map"

  public init(title: String, description: String) {
    self.title = title
    self.description = description
  }

  /// Pixels of a cell; a letter of the picture's font is narrower than a cell, so what fits in cells fits in pixels.
  static let cell = (width: 8, height: 20)
  private static let margin = 20
  private static let titleHeight = 36

  public func text(_ scene: Scene) -> String {
    let width = scene.size.width * Self.cell.width + 2 * Self.margin
    let below = LegendSVG(picture: self, legend: legend)
    let inner = scene.size.width * Self.cell.width
    let height = scene.size.height * Self.cell.height + 2 * Self.margin + Self.titleHeight + below.height(inner)
    let prefix = SVGText.id(idPrefix)
    var out = ""
    out += "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" role=\"img\""
    out += " aria-labelledby=\"\(prefix)-title \(prefix)-desc\" font-family=\"'Noto Sans', 'DejaVu Sans', Helvetica, Arial, sans-serif\" font-size=\"13\">\n"
    out += "<title id=\"\(prefix)-title\">\(SVGText.escaped(title))</title>\n"
    out += "<desc id=\"\(prefix)-desc\">\(SVGText.escaped(description))</desc>\n"
    out += "<rect width=\"\(width)\" height=\"\(height)\" fill=\"\(color(palette.paper))\"/>\n"
    out += "<text x=\"\(Self.margin)\" y=\"\(Self.margin + 10)\" font-size=\"18\" font-weight=\"bold\" fill=\"\(color(palette.ink))\">\(SVGText.escaped(title))"
    if !remark.isEmpty { out += "<tspan dx=\"16\" font-size=\"13\" font-weight=\"normal\" fill=\"\(color(palette.faint))\">\(SVGText.escaped(remark))</tspan>" }
    out += "</text>\n"
    out += "<g transform=\"translate(\(Self.margin) \(Self.margin + Self.titleHeight))\">\n"
    if scene.view != .chain { out += FieldSVG(picture: self).body(scene) }
    for column in scene.columns {
      for (row, text) in column.label.enumerated() {
        let isLast = row == column.label.count - 1
        out += heading(text, isLast ? column.countLabel : "", SceneRect(x: column.header.x, y: column.header.y + row, width: column.header.width, height: 1))
      }
    }
    for band in scene.bands { out += bandRule(band, scene) }
    if scene.view == .chain {
      for line in scene.lines { out += self.line(line, scene) }
      for box in scene.boxes { out += self.box(box) }
      for line in scene.lines { out += labels(line) }
    }
    out += below.body(inner, top: scene.size.height * Self.cell.height)
    out += "</g>\n</svg>\n"
    return out
  }

  static let wishedDash = " stroke-dasharray=\"2 4\""

  /// How a line of a level is drawn, so that it reads without colour too.
  static func stroke(trust level: Int?) -> (dash: String, width: Int) {
    switch level {
    case .some(...2): (" stroke-dasharray=\"7 4\"", 2)
    case .some(5...): ("", 5)
    case 4: ("", 4)
    default: ("", 2)
    }
  }

  func color(_ value: String) -> String { SVGText.escaped(value) }

  // MARK: Names of columns and bands

  private func heading(_ name: String, _ count: String, _ rect: SceneRect) -> String {
    let x = rect.x * Self.cell.width + Self.cell.width / 2
    let y = rect.y * Self.cell.height + 14
    return "<text x=\"\(x)\" y=\"\(y)\" font-weight=\"bold\" fill=\"\(color(palette.ink))\">\(SVGText.escaped(name))"
      + (count.isEmpty ? "" : " <tspan font-weight=\"normal\" fill=\"\(color(palette.faint))\">\(SVGText.escaped(count))</tspan>") + "</text>\n"
  }

  private func bandRule(_ band: SceneBand, _ scene: Scene) -> String {
    let y = band.header.y * Self.cell.height + Self.cell.height / 2
    let end = scene.size.width * Self.cell.width
    let left = band.header.x * Self.cell.width
    let right = min(end, band.header.right * Self.cell.width)
    return heading(band.name, band.countLabel, SceneRect(x: band.header.x, y: band.header.y, width: band.header.width, height: 1))
      + "<path d=\"M0 \(y)H\(left)M\(right) \(y)H\(end)\" stroke=\"\(color(palette.rule))\"/>\n"
  }

  // MARK: Lines

  private static func centre(_ point: ScenePoint) -> (x: Int, y: Int) {
    (point.x * cell.width + cell.width / 2, point.y * cell.height + cell.height / 2)
  }

  private func trust(_ line: SceneLine) -> Int? { showTrust ? line.lowerTrust : nil }

  func line(_ line: SceneLine, _ scene: Scene) -> String {
    let path = Self.path(line.points)
    let stroke = color(palette.color(trust: trust(line)))
    let (dash, width) = line.isWished ? (Self.wishedDash, 2) : Self.stroke(trust: trust(line))
    var name = "\(scene.box(line.from)?.name ?? "") \(line.isOneWay ? "→" : "–") \(scene.box(line.to)?.name ?? "")"
    if showTrust, line.trust != nil || line.trustBack != nil {
      name += " · \(line.trust.map(String.init) ?? "?")›‹\(line.trustBack.map(String.init) ?? "?")"
    }
    // The paper shows beside each line, so that at a crossing one passes under the other.
    return "<g fill=\"none\" stroke-linejoin=\"round\"><title>\(SVGText.escaped(name))</title>"
      + "<path d=\"\(path)\" stroke=\"\(color(palette.paper))\" stroke-width=\"\(width + 4)\"/>"
      + "<path d=\"\(path)\" stroke=\"\(stroke)\" stroke-width=\"\(width)\"\(dash)/>"
      + (line.isOneWay ? arrow(line, stroke) : "") + "</g>\n"
  }

  /// Straight runs with rounded bends.
  private static func path(_ points: [ScenePoint]) -> String {
    guard let first = points.first else { return "" }
    var path = "M\(centre(first).x) \(centre(first).y)"
    for place in points.indices.dropFirst() {
      let here = centre(points[place])
      guard place + 1 < points.count else {
        path += "L\(here.x) \(here.y)"
        break
      }
      let before = centre(points[place - 1])
      let after = centre(points[place + 1])
      let entry = toward(here, before, 5)
      let exit = toward(here, after, 5)
      path += "L\(entry.x) \(entry.y)Q\(here.x) \(here.y) \(exit.x) \(exit.y)"
    }
    return path
  }

  private static func toward(_ a: (x: Int, y: Int), _ b: (x: Int, y: Int), _ length: Int) -> (x: Int, y: Int) {
    (a.x + (b.x - a.x).signum() * min(length, abs(b.x - a.x) / 2), a.y + (b.y - a.y).signum() * min(length, abs(b.y - a.y) / 2))
  }

  private func arrow(_ line: SceneLine, _ fill: String) -> String {
    guard line.points.count >= 2 else { return "" }
    let tip = Self.centre(line.points[line.points.count - 1])
    let back = Self.toward(tip, Self.centre(line.points[line.points.count - 2]), 10)
    let isAcross = tip.y == back.y
    let side = isAcross ? (x: 0, y: 5) : (x: 5, y: 0)
    return "<path d=\"M\(tip.x) \(tip.y)L\(back.x + side.x) \(back.y + side.y)L\(back.x - side.x) \(back.y - side.y)Z\" fill=\"\(fill)\"/>"
  }

  func labels(_ line: SceneLine) -> String {
    guard showTrust || line.isConflict else { return "" }
    var out = ""
    for label in line.labels {
      let text = showTrust ? label.text : label.text.filter { $0 == "×" }
      guard !text.isEmpty else { continue }
      let rect = label.rect
      let x = rect.x * Self.cell.width
      let y = rect.y * Self.cell.height
      out += "<rect x=\"\(x)\" y=\"\(y + 2)\" width=\"\(rect.width * Self.cell.width)\" height=\"\(rect.height * Self.cell.height - 4)\""
        + " rx=\"3\" fill=\"\(color(palette.paper))\"/>"
      let style = "text-anchor=\"middle\" font-weight=\"bold\" fill=\"\(color(showTrust ? palette.color(trust: trust(line)) : palette.faint))\""
      if label.runsDown {
        for (row, character) in text.enumerated() {
          out += "<text x=\"\(x + Self.cell.width / 2)\" y=\"\(y + row * Self.cell.height + 15)\" \(style)>\(SVGText.escaped(String(character)))</text>"
        }
      } else {
        out += "<text x=\"\(x + rect.width * Self.cell.width / 2)\" y=\"\(y + 15)\" \(style)>\(SVGText.escaped(text))</text>"
      }
      out += "\n"
    }
    return out
  }

  // MARK: Boxes

  private func box(_ box: SceneBox) -> String {
    if box.isInBand { return bandName(box) }
    let x = box.rect.x * Self.cell.width + Self.cell.width / 2
    let width = (box.rect.width - 1) * Self.cell.width
    let y = box.rect.y * Self.cell.height + (box.hasBorder ? Self.cell.height / 2 : 1)
    let height = box.hasBorder ? (box.rect.height - 1) * Self.cell.height : box.rect.height * Self.cell.height - 2
    let isAnchor = box.roles.contains(.anchorFirm)
    let stroke = color(palette.color(box.sector))
    var out = "<g><title>\(SVGText.escaped(box.name.isEmpty ? box.label.joined(separator: " ") : box.name))</title>"
    out += "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" rx=\"4\" fill=\"\(color(isAnchor ? palette.anchor : palette.paper))\""
    out += " stroke=\"\(stroke)\" stroke-width=\"\(isAnchor ? 3 : 2)\"\(box.isFolded ? " stroke-dasharray=\"4 3\"" : "")/>"
    let marks = String(SceneStyle.marks(box))
    if !marks.isEmpty {
      let top = box.hasBorder ? y + 5 : y + 14
      let start = x + (box.hasBorder ? 8 : 5)
      let room = marks.count * Self.cell.width + 4
      if box.hasBorder { out += "<rect x=\"\(start - 2)\" y=\"\(y - 2)\" width=\"\(room)\" height=\"4\" fill=\"\(color(palette.paper))\"/>" }
      out += "<text x=\"\(start)\" y=\"\(top)\" font-size=\"12\" fill=\"\(stroke)\">\(SVGText.escaped(marks))</text>"
    }
    let own = showTrust ? SceneStyle.ownMark(box) : box.relatesToItself ? String(SceneStyle.own) : ""
    if !own.isEmpty {
      let baseline = y + height + (box.hasBorder ? 5 : -5)
      let start = box.hasBorder ? x + 8 : x + width - own.count * Self.cell.width
      if box.hasBorder {
        out += "<rect x=\"\(start - 2)\" y=\"\(y + height - 2)\" width=\"\(own.count * Self.cell.width + 4)\" height=\"4\" fill=\"\(color(palette.paper))\"/>"
      }
      let fill = color(showTrust ? palette.color(trust: box.ownTrust) : palette.faint)
      out += "<text x=\"\(start)\" y=\"\(baseline)\" font-size=\"12\" font-weight=\"bold\" fill=\"\(fill)\">\(SVGText.escaped(own))</text>"
    }
    let shift = box.hasBorder ? 0 : (box.marks - box.ownMarks) * Self.cell.width / 2
    let middle = y + height / 2 - (box.label.count - (box.note.isEmpty ? 1 : 0)) * 8 + 5
    for (row, text) in box.label.enumerated() {
      let line = box.isFolded && row == 0 && box.id.entity != nil && !box.name.isEmpty ? "\(SceneStyle.folded) \(text)" : text
      out += "<text x=\"\(x + width / 2 + (row == 0 ? shift : 0))\" y=\"\(middle + row * 16)\" text-anchor=\"middle\" fill=\"\(color(palette.ink))\""
      out += "\(isAnchor ? " font-weight=\"bold\"" : "")>\(SVGText.escaped(line))</text>"
    }
    if !box.note.isEmpty {
      out += "<text x=\"\(x + width / 2)\" y=\"\(middle + box.label.count * 16)\" text-anchor=\"middle\" font-size=\"11\""
      out += " fill=\"\(color(palette.faint))\">\(SVGText.escaped(box.note))</text>"
    }
    return out + "</g>\n"
  }

  /// In a band a name with a small square in the colour of its sector.
  private func bandName(_ box: SceneBox) -> String {
    let x = box.rect.x * Self.cell.width
    let y = box.rect.y * Self.cell.height
    let stroke = color(palette.color(box.sector))
    let name = box.label.joined(separator: " ")
    let marks = String(SceneStyle.marks(box))
    var out = "<g><title>\(SVGText.escaped(box.name.isEmpty ? name : box.name))</title>"
    out += "<rect x=\"\(x)\" y=\"\(y + 6)\" width=\"8\" height=\"8\" rx=\"1\" fill=\"\(stroke)\"/>"
    out += "<text x=\"\(x + SceneBox.bandIndent * Self.cell.width)\" y=\"\(y + 15)\" fill=\"\(color(palette.ink))\">\(SVGText.escaped(name))"
    if !marks.isEmpty { out += " <tspan font-size=\"12\" fill=\"\(stroke)\">\(SVGText.escaped(marks))</tspan>" }
    return out + "</text></g>\n"
  }
}
