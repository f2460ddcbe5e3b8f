import Drawing
import MapLayout
import SessionModel
import Words

extension Registry {
  static let map: [Command] = [
    Command(.nextView, [Key("v")], .screens([.map]), hinted: true) { desk in desk.nextMapView() },
    Command(.nextOverlay, [Key("o")], .screens([.map]), hinted: true) { desk in desk.turnOverlay(1) },
    Command(.previousOverlay, [Key("O")], .screens([.map])) { desk in desk.turnOverlay(-1) },
    .hinted(
      .onlyMarked, [Key("M")], .screens([.map]), when: { _ in true },
      unless: { !$0.map.showsOnlyMarked && $0.lists[.stakeholder]?.marks.isEmpty != false ? .nothingMarked : nil }
    ) { desk in
      desk.map.showsOnlyMarked.toggle()
      desk.prepare()
    },
    .hinted(.trustWay, [Key("w")], .screens([.map]), when: { $0.map.way != nil || $0.hasEndsOfWay }, unless: { $0.audience == .facilitator ? nil : .hiddenInRoom }) { desk in
      desk.toggleTrustWay()
    },
    .hinted(.earlierDay, [Key("[")], .screens([.map]), when: { $0.slides || $0.hasRoomForHints }, unless: { $0.whyNoSlide }) { desk in desk.slideMap(-1) },
    .hinted(.laterDay, [Key("]")], .screens([.map]), when: { $0.slides }, unless: { $0.whyNoSlide }) { desk in desk.slideMap(1) },
    Command(.focus, [Key("f")], .screens([.map]), hinted: true, unless: { $0.whyNoFocus }) { desk in
      desk.toggleMapFocus()
    },
    .hinted(.zoomIn, [Key("=")], .screens([.map]), when: { $0.map.focus != nil || $0.map.zoom > 2 || $0.map.scene.crowded > 0 }, unless: { $0.whyNoZoom }) { desk in
      desk.zoomMap(1)
    },
    .hinted(.zoomOut, [Key("-")], .screens([.map]), when: { $0.map.focus != nil || $0.map.zoom > 2 }, unless: { $0.whyNoZoom }) { desk in desk.zoomMap(-1) },
    .hinted(.filter, [Key("F")], .screens([.map]), when: { !$0.map.filter.isEmpty || $0.hasRoomForHints }) { desk in desk.openMapFilter() },
    Command(.arrange, [], .screens([.map]), unless: { $0.map.view == .network ? nil : .notOnThisScreen }) { desk in desk.arrangeNetwork() },
    Command(.fold, [Key("z")], .screens([.map]), hinted: true, unless: { $0.whyNoFold }) { desk in
      desk.foldSegment()
    },
    .hinted(.unfoldAll, [Key("Z")], .screens([.map]), when: { _ in true }, unless: { $0.hasFoldedSegments ? $0.readOnlyReason : .nothingFolded }) { desk in
      desk.unfoldAllSegments()
    },
  ]
}

extension Desk {
  fileprivate var whyNoFocus: WhyNot? { map.focus != nil || map.selected != nil ? nil : whyNoStakeholderOnMap }
  fileprivate var whyNoFold: WhyNot? { segmentOnMap != nil ? readOnlyReason : map.selected != nil ? .withoutSegment : whyNoStakeholderOnMap }

  /// What stands under the cursor in place of a stakeholder.
  private var whyNoStakeholderOnMap: WhyNot {
    switch map.box {
    case nil: .nothingSelected
    case .market: .marketSelected
    default: .severalSelected
    }
  }

  /// Days with trust are the facilitator's; initiatives are everybody's.
  fileprivate var whyNoSlide: WhyNot? { audience == .facilitator || map.overlay == .initiative ? nil : .hiddenInRoom }
  /// Whether days or initiatives are what one looks at, so that the next is wanted.
  fileprivate var slides: Bool { map.day != nil || map.overlay == .changed || map.overlay == .initiative }
  /// Whether the hint line has room for more than what is needed here and now.
  fileprivate var hasRoomForHints: Bool { size.width >= 150 }
  fileprivate var whyNoZoom: WhyNot? { map.focus != nil || map.view == .network ? nil : .noScale }
}
