import Drawing
import Exchange
import MapLayout
import SessionModel
import Words

/// Where the facilitator is on the map, and the scene that is drawn.
struct MapState: Sendable {
  var view = MapViewKind.chain
  var box: SceneBoxID?
  var overlay = MapOverlay.flow
  /// The one whose neighbours alone are shown, and how many steps around it.
  var focus: Focus?
  /// Only those in whose fields these words are.
  var filter = ""
  var showsOnlyMarked = false
  /// The day of which the map is; nil for today.
  var day: PartialDate?
  /// Which of the initiatives lies over the map.
  var initiative: EntityID?
  /// The ends of the chain of trust that is lit up.
  var way: Way?
  var axis = GridLayout.Axis.interest
  /// Of the network; 2 is once.
  var zoom = 2
  /// Whether the inspector stands beside the map; nil leaves it to the width of the screen.
  var wantsInspector: Bool?
  var scroll = Point(x: 0, y: 0)
  /// Where the mouse was pressed, while it is held.
  var grip: Grip?
  /// What is drawn: with the texts of an overlay on its lines.
  private(set) var scene = Scene()
  /// What lies over it; nil for trust or nothing.
  private(set) var signs: SceneSigns?
  private(set) var legend: [(sign: SceneLegend.Sign, word: String)] = []
  /// The lowest trust on the map, lowest first.
  private(set) var distrust: [LowTrust] = []
  /// Where everybody stands in the network view, for each audience.
  var plan = NetworkPlan()
  /// A layout that is being made behind.
  var job: LayoutJob?
  /// The last scene with everybody on it.
  private var wide = Scene()
  private var wideKey: Key?
  private var key: Key?
  /// The scene before anything was laid over it.
  private var bare: (key: Key, highlight: EntityID?, scene: Scene)?
  /// Whom the scene shows although the others of their kind are thinned out.
  private(set) var highlight: EntityID?
  private var roster: (revisions: [Int], audience: Audience, day: PartialDate?, roster: ChainRoster)?
  private var lowTrust: (revisions: [Int], day: PartialDate?, shown: Set<EntityID>?, pairs: [LowTrust])?
  private var moment: (revision: Int, day: PartialDate, view: SessionView)?

  struct Focus: Hashable, Sendable {
    var id: EntityID
    var steps: Int
  }

  struct Way: Hashable, Sendable {
    var from: EntityID
    var to: EntityID
  }

  struct Grip: Hashable, Sendable {
    var box: SceneBoxID
    var at: Point
    var now: Point
  }

  struct Key: Hashable {
    var revisions: [Int]
    var audience: Audience
    var size: Size
    var view: MapViewKind
    var overlay: MapOverlay
    var focus: Focus?
    var filter: String
    var only: Set<EntityID>?
    var day: PartialDate?
    var initiative: EntityID?
    var way: Way?
    var axis: GridLayout.Axis
    var zoom: Int

    /// The same whatever lies over the scene: most overlays leave it as it is.
    var ofScene: Key {
      var key = self
      if overlay != .plain, overlay != .all { key.overlay = .flow }
      (key.initiative, key.way) = (nil, nil)
      return key
    }
  }

  /// The stakeholder under the cursor.
  var selected: EntityID? {
    get { box?.stakeholder }
    set { box = newValue.map { .stakeholder($0) } }
  }

  /// Whether not everybody is shown.
  var isNarrowed: Bool { focus != nil || !filter.isEmpty || showsOnlyMarked }

  /// Has the scene made anew, whatever it stands on.
  mutating func forget() { (key, bare) = (nil, nil) }

  func isDrawn(_ key: Key) -> Bool { key == self.key }

  /// Who is on the map and who is related to whom, kept while that stays the same.
  mutating func roster(of session: Session, _ audience: Audience) -> ChainRoster {
    let revisions = [session.revision(of: .stakeholder), session.revision(of: .relationship)]
    if let roster, roster.revisions == revisions, roster.audience == audience, roster.day == day { return roster.roster }
    let made = ChainRoster(session)
    roster = (revisions, audience, day, made)
    return made
  }

  /// Who trusts whom little among some, or all, kept while that stays the same.
  mutating func lowTrust(in view: SessionView, among shown: Set<EntityID>?) -> [LowTrust] {
    let revisions = [EntityKind.stakeholder, .relationship, .reading].map { view.session.revision(of: $0) }
    if let lowTrust, lowTrust.revisions == revisions, lowTrust.day == day, lowTrust.shown == shown { return lowTrust.pairs }
    let pairs = LowTrust.all(in: view, among: shown)
    lowTrust = (revisions, day, shown, pairs)
    return pairs
  }

  /// The session as it stood on the day that is shown.
  mutating func view(of view: SessionView) -> SessionView {
    guard let day else { return view }
    if let moment, moment.revision == view.session.revision, moment.day == day { return moment.view }
    let made = SessionView(WorkingSession(view.session.asItStood(on: day)))
    moment = (view.session.revision, day, made)
    return made
  }

  /// The scene that a new one follows on: everybody stays in place when only the session changed, or who is shown of it.
  func previous(for key: Key) -> Scene? {
    // Where only some are shown they stand as they like; who comes back finds everybody where they were.
    guard !isNarrowed, let before = wideKey, before.audience == key.audience, before.size == key.size, before.view == key.view, before.axis == key.axis, before.zoom == key.zoom,
      (before.overlay == .all) == (key.overlay == .all)
    else { return nil }
    return wide
  }

  /// The scene that is there already for all but what lies over it.
  func bareScene(for key: Key, _ highlight: EntityID?) -> Scene? {
    guard let bare, bare.key == key.ofScene, bare.highlight == highlight else { return nil }
    return bare.scene
  }

  mutating func show(
    _ scene: Scene, signs: SceneSigns?, legend: [(sign: SceneLegend.Sign, word: String)], distrust: [LowTrust], for key: Key, highlight: EntityID?
  ) {
    if !isNarrowed {
      wide = scene
      wideKey = key
    }
    bare = (key.ofScene, highlight, scene)
    self.signs = signs
    self.legend = legend
    self.scene = signs.map { scene.labelled($0) } ?? scene
    self.distrust = distrust
    self.key = key
    self.highlight = highlight
  }

  /// Scrolls just far enough that the selected box is seen with a margin.
  mutating func follow(in view: Size) {
    guard let box, let rect = scene.box(box)?.rect else {
      clampScroll(view)
      return
    }
    let margin = 2
    if scene.view != .chain || rect.y < scene.bandTop || !ScenePainter.bandsStandStill(scene, in: view) {
      if rect.x - margin < scroll.x { scroll.x = rect.x - margin }
      if rect.right + margin > scroll.x + view.width { scroll.x = rect.right + margin - view.width }
    }
    let above = max(margin, scene.headerRows)
    if rect.y - above < scroll.y { scroll.y = rect.y - above }
    if rect.bottom + margin > scroll.y + view.height { scroll.y = rect.bottom + margin - view.height }
    clampScroll(view)
  }

  mutating func clampScroll(_ view: Size) {
    scroll.x = max(0, min(scroll.x, scene.size.width - view.width))
    scroll.y = max(0, min(scroll.y, scene.size.height - view.height))
  }
}
