import Drawing
import SessionModel
import Words

extension Registry {
  static let map: [Command] = [
    Command(.focus, [Key("f")], .screens([.map]), hinted: true, unless: { $0.map.selected == nil ? .nothingSelected : nil }) { desk in
      desk.map.isFocused.toggle()
      desk.prepare()
    },
    Command(.nextOverlay, [Key("o")], .screens([.map]), hinted: true) { desk in
      let all = desk.overlaysOnMap
      desk.map.overlay = all[((all.firstIndex(of: desk.map.overlay) ?? 0) + 1) % all.count]
      desk.map.isFocused = false
      desk.prepare()
    },
    Command(.fold, [Key("z")], .screens([.map]), hinted: true, unless: { $0.segmentOnMap == nil ? .nothingSelected : $0.readOnlyReason }) { desk in
      desk.foldSegment()
    },
    Command(.unfoldAll, [Key("Z")], .screens([.map]), unless: { $0.hasFoldedSegments ? $0.readOnlyReason : .nothingSelected }) { desk in
      desk.unfoldAllSegments()
    },
  ]
}
