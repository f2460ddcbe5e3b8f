import Drawing
import SessionModel
import Words

extension Registry {
  static let map: [Command] = [
    Command(.nextView, [Key("v")], .screens([.map]), hinted: true) { desk in desk.nextMapView() },
    Command(.nextOverlay, [Key("o")], .screens([.map]), hinted: true) { desk in desk.turnOverlay(1) },
    Command(.previousOverlay, [Key("O")], .screens([.map])) { desk in desk.turnOverlay(-1) },
    Command(.focus, [Key("f")], .screens([.map]), hinted: true, unless: { $0.map.focus == nil && $0.map.selected == nil ? .nothingSelected : nil }) { desk in
      desk.toggleMapFocus()
    },
    Command(.filter, [Key("F")], .screens([.map])) { desk in desk.openMapFilter() },
    Command(
      .onlyMarked, [Key("M")], .screens([.map]),
      unless: { !$0.map.showsOnlyMarked && $0.lists[.stakeholder]?.marks.isEmpty != false ? .nothingMarked : nil }
    ) { desk in
      desk.map.showsOnlyMarked.toggle()
      desk.prepare()
    },
    Command(.trustWay, [Key("w")], .screens([.map]), unless: { $0.audience == .facilitator ? nil : .hiddenInRoom }) { desk in desk.toggleTrustWay() },
    Command(.earlierDay, [Key("[")], .screens([.map]), unless: { $0.whyNoSlide }) { desk in desk.slideMap(-1) },
    Command(.laterDay, [Key("]")], .screens([.map]), unless: { $0.whyNoSlide }) { desk in desk.slideMap(1) },
    Command(.zoomIn, [Key("=")], .screens([.map]), unless: { $0.whyNoZoom }) { desk in desk.zoomMap(1) },
    Command(.zoomOut, [Key("-")], .screens([.map]), unless: { $0.whyNoZoom }) { desk in desk.zoomMap(-1) },
    Command(.arrange, [], .screens([.map]), unless: { $0.map.view == .network ? nil : .notOnThisScreen }) { desk in desk.arrangeNetwork() },
    Command(
      .fold, [Key("z")], .screens([.map]), hinted: true,
      unless: { $0.map.view != .chain || $0.segmentOnMap == nil ? .nothingSelected : $0.readOnlyReason }
    ) { desk in desk.foldSegment() },
    Command(.unfoldAll, [Key("Z")], .screens([.map]), unless: { $0.hasFoldedSegments ? $0.readOnlyReason : .nothingSelected }) { desk in
      desk.unfoldAllSegments()
    },
  ]
}

extension Desk {
  /// Days with trust are the facilitator's; initiatives are everybody's.
  fileprivate var whyNoSlide: WhyNot? { audience == .facilitator || map.overlay == .initiative ? nil : .hiddenInRoom }
  fileprivate var whyNoZoom: WhyNot? { map.focus != nil || map.view == .network ? nil : .noScale }
}
