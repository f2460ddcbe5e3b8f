import Drawing
import Exchange
import MapLayout
import SessionModel

/// Where the facilitator is on the map, and the scene that is drawn.
struct MapState: Sendable {
  /// What stands over the boxes: the flow of the chain with trust, all ties with trust, the flow without trust.
  enum Overlay: CaseIterable, Sendable { case flow, all, plain }

  var box: SceneBoxID?
  /// Only the ties of the selected one are drawn.
  var isFocused = false
  var overlay = Overlay.flow
  /// Whether the inspector stands beside the map; nil leaves it to the width of the screen.
  var wantsInspector: Bool?
  var scroll = Point(x: 0, y: 0)
  private(set) var scene = Scene()
  private var key: Key?
  private var roster: (revisions: [Int], audience: Audience, roster: ChainRoster)?

  struct Key: Hashable {
    var revisions: [Int]
    var audience: Audience
    var size: Size
    var focus: EntityID?
    var overlay: Overlay
  }

  /// The stakeholder under the cursor.
  var selected: EntityID? {
    get { box?.stakeholder }
    set { box = newValue.map { .stakeholder($0) } }
  }

  /// Lays the scene out unless it is there. The scene before keeps everybody in place when only the session changed.
  mutating func refresh(_ key: Key, _ session: Session, layOut: (_ previous: Scene?, _ roster: ChainRoster) -> Scene) {
    guard key != self.key else { return }
    // All ties want other room than the flow alone.
    let keepsPlaces = self.key?.audience == key.audience && self.key?.size == key.size && (self.key?.overlay == .all) == (key.overlay == .all)
    let revisions = [session.revision(of: .stakeholder), session.revision(of: .relationship)]
    let kept = roster.flatMap { $0.revisions == revisions && $0.audience == key.audience ? $0.roster : nil } ?? ChainRoster(session)
    roster = (revisions, key.audience, kept)
    scene = layOut(keepsPlaces ? scene : nil, kept)
    self.key = key
  }

  /// Scrolls just far enough that the selected box is seen with a margin.
  mutating func follow(in view: Size) {
    guard let box, let rect = scene.box(box)?.rect else {
      clampScroll(view)
      return
    }
    let margin = 2
    if rect.y < scene.bandTop || !ScenePainter.bandsStandStill(scene, in: view) {
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
