import Drawing
import MapLayout
import SessionModel
import Words

/// The map of a session as a picture or as characters, in any of its views, of what an audience may see.
public struct MapDrawing: Sendable {
  private let session: Session
  private let readings: ReadingIndex
  private let showsTrust: Bool
  private let words: any ExchangeWords & MapWords & FrameWords

  public init(_ session: Session, for audience: Audience, words: some ExchangeWords & MapWords & FrameWords) {
    self.session = session.redacted(for: audience)
    readings = ReadingIndex(self.session)
    showsTrust = audience == .facilitator
    self.words = words
  }

  /// A scene in a room of so many cells. Without trust the grid is empty, since it shows nothing else.
  public func scene(_ view: MapViewKind, width: Int, height: Int) -> Scene { scene(view, width, height, plan(for: view)) }

  /// Where everybody stands in the network, which takes longer to find than anything else; nil for the other views.
  private func plan(for view: MapViewKind) -> NetworkPlan? {
    guard view == .network else { return nil }
    var plan = NetworkPlan(ChainRoster(session))
    for pin in session.mapViews.sorted.first(where: { $0.view == .known(.network) })?.pinned ?? [] {
      if let id = pin.stakeholder, session.stakeholders.contains(id), let x = pin.x, let y = pin.y { plan.pin(id, x: x, y: y) }
    }
    return plan
  }

  private func scene(_ view: MapViewKind, _ width: Int, _ height: Int, _ plan: NetworkPlan?) -> Scene {
    let size = SceneSize(width: width, height: height)
    if view == .chain {
      let labels = MapLabels(unplaced: words.report(.withoutSegment), markets: words.report(.mapMarkets), more: words.report(.mapMore))
      var options = ChainOptions(labels: labels, available: size, columns: { TextWidth.columns($0) })
      options.showTrust = showsTrust
      options.mostPerSegment = max(options.mostPerSegment, height / 3)
      options.note = { [words] in $0.people.first.map { $0.qualifier.rawValue + words.figure(Figure($0.amount)) } ?? "" }
      return ChainLayout.scene(session: session, readings: readings, options: options)
    }
    var options = FieldOptions(labels: Self.labels(words), available: size, columns: { TextWidth.columns($0) })
    options.showTrust = showsTrust
    let roster = ChainRoster(session)
    switch view {
    case .network:
      return NetworkScene.scene(session: session, readings: readings, roster: roster, plan: plan ?? NetworkPlan(), options: options)
    case .grid: return GridLayout.scene(session: session, readings: readings, roster: roster, axis: .interest, options: options)
    case .circles, .chain: return CirclesLayout.scene(session: session, readings: readings, roster: roster, options: options)
    }
  }

  public static func labels(_ words: some MapWords & FrameWords & ChoiceWords) -> FieldLabels {
    FieldLabels(
      more: words.frame(.moreActors),
      powerQuadrants: [MapText.highInfluenceLowInterest, .highBoth, .lowBoth, .lowInfluenceHighInterest].map { words.map($0) },
      supportQuadrants: [MapText.strongOpposed, .strongUndecided, .strongSupporting, .weakOpposed, .weakUndecided, .weakSupporting].map { words.map($0) },
      influence: words.map(.influence), interest: words.map(.interest), support: words.map(.support), unassessed: words.map(.unassessed),
      rings: [words.map(.core), words.map(.involved), words.map(.outer)],
      sectors: Dictionary(uniqueKeysWithValues: Sector.allCases.map { ($0, words.word($0)) }), noSector: words.map(.noSector))
  }

  public func lines(_ view: MapViewKind, width: Int, height: Int) -> [String] {
    let scene = scene(view, width: width, height: height)
    let legend = SceneLegend(of: scene, showsTrust: showsTrust, words: words).lines(width: width)
    let remark = remark(scene)
    return SceneText.lines(scene, width: view == .chain ? width : nil, showTrust: showsTrust) + (legend.isEmpty ? [] : [""] + legend)
      + (remark.isEmpty ? [] : ["", remark])
  }

  /// How many ties have no line, so that nobody who has one is taken to stand alone.
  private func remark(_ scene: Scene) -> String {
    let hidden = scene.ties.count { $0.isRelated && !$0.hasLine }
    return hidden > 0 && (scene.view == .chain || scene.view == .network) ? words.mapHidden(hidden, .all) : ""
  }

  /// The rooms that a picture may take, from that of a page to that of a poster.
  private static let rooms = [(width: 150, height: 44), (width: 190, height: 60), (width: 230, height: 84), (width: 280, height: 110), (width: 340, height: 150)]

  /// The view in the least of them in which as many as can be stand with a name that is known.
  private func roomyScene(_ view: MapViewKind, _ plan: NetworkPlan?) -> Scene {
    var best = Scene()
    var least = Int.max
    for room in Self.rooms where least > 0 {
      let next = scene(view, room.width, room.height, plan)
      let lacking = next.lacking
      if lacking < least { (best, least) = (next, lacking) }
    }
    return best
  }

  /// An SVG picture in the colours of a theme, or in those for paper.
  ///
  /// - Parameter size: columns and rows; nil for as many as it takes.
  public func svg(_ view: MapViewKind, size: (width: Int, height: Int)? = nil, theme: Theme? = nil) -> String {
    let plan = plan(for: view)
    let scene = size.map { self.scene(view, $0.width, $0.height, plan) } ?? roomyScene(view, plan)
    let title = session.profile.title.isEmpty ? words.frame(.untitled) : session.profile.title
    var picture = SceneSVG(title: title + " · " + words.word(view), description: view == .chain ? words.report(.mapDescription) : words.map(.description))
    picture.showTrust = showsTrust
    if let theme { picture.palette = SVGPalette(theme) }
    picture.remark = remark(scene)
    picture.legend = SceneLegend(of: scene, showsTrust: showsTrust, asPicture: true, words: words)
    return picture.text(scene)
  }
}

extension SVGPalette {
  /// The colours of a theme; where it leaves one to the terminal, that of the printable palette, dark or light as the theme's paper is.
  public init(_ theme: Theme) {
    self.init()
    func colour(_ role: Role) -> Colour? { theme.resolve(Style(role)).foreground }
    let back = theme.resolve(.text).background
    if let back { paper = back.hex }
    ink = colour(.text)?.hex ?? (back.map { $0.luminance < 0.4 } ?? false ? "#e6e6e6" : ink)
    faint = colour(.dim)?.hex ?? faint
    rule = colour(.border)?.hex ?? rule
    business = colour(.business)?.hex ?? business
    publicSector = colour(.publicSector)?.hex ?? publicSector
    civilSociety = colour(.civilSociety)?.hex ?? civilSociety
    knowledge = colour(.knowledge)?.hex ?? knowledge
    donor = colour(.donor)?.hex ?? donor
    otherSector = colour(.box)?.hex ?? otherSector
    trust = zip([Role.trust1, .trust2, .trust3, .trust4, .trust5], trust).map { colour($0)?.hex ?? $1 }
    trustUnknown = colour(.trustUnknown)?.hex ?? trustUnknown
    // Anchor firms have a heavier edge; another ground would need a colour of its own to be read on.
    if let back { anchor = back.hex }
  }
}
