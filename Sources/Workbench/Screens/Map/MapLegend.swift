import Drawing
import Exchange
import MapLayout
import SessionModel
import Widgets
import Words

/// The rows below the map: what lines, marks and signs mean, of them those that are on the map.
struct MapLegend {
  private let legend: SceneLegend

  init(_ desk: Desk) {
    var legend = SceneLegend(of: desk.map.scene, showsTrust: desk.showsTrustOnMap && desk.map.signs == nil, words: desk.words)
    if desk.map.signs != nil {
      // What lies over the map has lines of its own.
      legend.entries = desk.map.legend + legend.entries.filter { entry in
        switch entry.sign {
        case .wished, .conflict: false
        default: true
        }
      }
    }
    if desk.map.signs == nil, let box = desk.map.box, !desk.map.scene.ties(of: box).isEmpty {
      let showsTrust = desk.showsTrustOnMap && desk.map.scene.ties(of: box).contains { $0.lowerTrust != nil }
      // After the lines, which are explained first; first where there are none.
      let isFirst = desk.map.scene.view == .circles || desk.map.scene.view == .grid
      legend.entries.insert((.tied(withTrust: showsTrust), desk.words.map(showsTrust ? .tiedWithTrust : .tied)), at: isFirst ? 0 : legend.entries.count)
    }
    self.legend = legend
  }

  /// All of them one below the other, for the help.
  var lines: [StyledLine] {
    legend.described(8).map { StyledLine([StyledText("  "), StyledText($0.sample, $0.style), StyledText("  " + $0.word)], hangingIndent: 12) }
  }

  func draw(on surface: inout Surface, in rect: Rect) { legend.draw(on: &surface, in: rect) }
}
