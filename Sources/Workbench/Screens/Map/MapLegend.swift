import Drawing
import Exchange
import MapLayout
import SessionModel
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
    self.legend = legend
  }

  func draw(on surface: inout Surface, in rect: Rect) { legend.draw(on: &surface, in: rect) }
}
