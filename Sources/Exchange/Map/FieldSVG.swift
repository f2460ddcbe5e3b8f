import Drawing
import MapLayout
import SessionModel

/// The views other than the chain as the body of an SVG picture.
struct FieldSVG {
  let picture: SceneSVG

  private var palette: SVGPalette { picture.palette }
  private var cell: (width: Int, height: Int) { SceneSVG.cell }

  func body(_ scene: Scene) -> String {
    var out = ""
    for ring in scene.rings { out += self.ring(ring) }
    for rule in scene.rules { out += self.rule(rule, isSpoke: !scene.rings.isEmpty) }
    for line in scene.lines { out += picture.line(line, scene) }
    for box in scene.boxes { out += self.box(box) }
    for line in scene.lines { out += picture.labels(line) }
    for caption in scene.captions { out += self.caption(caption) }
    return out
  }

  private func centre(_ point: ScenePoint) -> (x: Int, y: Int) { (point.x * cell.width + cell.width / 2, point.y * cell.height + cell.height / 2) }

  private func ring(_ ring: SceneRing) -> String {
    let middle = centre(ring.centre)
    return "<ellipse cx=\"\(middle.x)\" cy=\"\(middle.y)\" rx=\"\(ring.across * cell.width)\" ry=\"\(ring.down * cell.height)\" fill=\"none\""
      + " stroke=\"\(picture.color(palette.rule))\" stroke-width=\"2\"/>\n"
  }

  private func rule(_ rule: SceneRule, isSpoke: Bool) -> String {
    let (a, b) = (centre(rule.from), centre(rule.to))
    let look = rule.isStrong ? " stroke-width=\"2\"" : isSpoke ? " stroke-dasharray=\"3 6\"" : " stroke-dasharray=\"2 5\""
    return "<path d=\"M\(a.x) \(a.y)L\(b.x) \(b.y)\" stroke=\"\(picture.color(palette.rule))\"\(look)/>\n"
  }

  /// On a plate of the paper's colour, so that no rule runs through it.
  private func caption(_ caption: SceneCaption) -> String {
    let x = caption.at.x * cell.width
    let y = caption.at.y * cell.height
    let width = caption.width * cell.width
    let isHeading = caption.kind == .area || caption.kind == .wedge || caption.kind == .ring
    let plate = caption.kind == .aside ? "" : "<rect x=\"\(x)\" y=\"\(y + 2)\" width=\"\(width)\" height=\"\(cell.height - 4)\" fill=\"\(picture.color(palette.paper))\"/>"
    return plate + "<text x=\"\(x + width / 2)\" y=\"\(y + 15)\" text-anchor=\"middle\"\(isHeading ? " font-weight=\"bold\"" : "")"
      + " fill=\"\(picture.color(isHeading ? palette.ink : palette.faint))\">\(SVGText.escaped(caption.text.trimmingBlanks))</text>\n"
  }

  private func box(_ box: SceneBox) -> String {
    guard let mark = box.mark else { return "" }
    let middle = centre(mark)
    let fill = picture.color(palette.color(box.sector))
    let isSegment = box.id.foldedSegment != nil
    let radius = box.isFolded ? 0 : SceneStyle.isHub(box) ? 8 : box.degree >= 3 ? 6 : 4
    var out = "<g><title>\(SVGText.escaped(box.name.isEmpty ? box.label.joined(separator: " ") : box.name))</title>"
    if isSegment { out += "<path d=\"M\(middle.x - 4) \(middle.y - 6)l9 6l-9 6Z\" fill=\"\(fill)\"/>" }
    if radius > 0 { out += "<circle cx=\"\(middle.x)\" cy=\"\(middle.y)\" r=\"\(radius)\" fill=\"\(fill)\"/>" }
    if box.roles.contains(.anchorFirm) { out += "<circle cx=\"\(middle.x)\" cy=\"\(middle.y)\" r=\"\(radius + 3)\" fill=\"none\" stroke=\"\(fill)\" stroke-width=\"2\"/>" }
    if let label = box.label.first, !box.nameRect.isEmpty {
      let y = box.nameRect.y * cell.height + 15
      let isLeft = box.nameRect.right <= mark.x
      let x = isLeft ? box.nameRect.right * cell.width : box.nameRect.x * cell.width
      let marks = String(SceneStyle.fieldMarks(box))
      let more = String(SceneStyle.crowd(box).drop { $0 == " " })
      let isBold = box.roles.contains(.anchorFirm)
      // A thin edge of paper keeps lines off the letters.
      out += "<text x=\"\(x)\" y=\"\(y)\"\(isLeft ? " text-anchor=\"end\"" : "")\(isBold ? " font-weight=\"bold\"" : "")"
      out += " fill=\"\(picture.color(box.isFolded && !isSegment ? palette.faint : palette.ink))\" stroke=\"\(picture.color(palette.paper))\" stroke-width=\"3\" paint-order=\"stroke\""
      out += " stroke-linejoin=\"round\">\(SVGText.escaped(label))"
      for tail in [more, marks] where !tail.isEmpty { out += " <tspan font-size=\"12\" font-weight=\"normal\" fill=\"\(fill)\">\(SVGText.escaped(tail))</tspan>" }
      out += "</text>"
    }
    return out + "</g>\n"
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
