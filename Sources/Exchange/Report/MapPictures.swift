import Drawing
import MapLayout
import SessionModel
import Words

/// The chain as a picture for each format, of the session that the audience may see.
struct MapPictures {
  /// An `<svg>` element; every name in it is escaped.
  var svg = ""
  /// Lines of characters, as wide as the text summary.
  var text = ""

  init(_ session: Session, _ readings: ReadingIndex, for audience: Audience, words: some ExchangeWords) {
    guard !session.stakeholders.isEmpty else { return }
    let labels = MapLabels(unplaced: words.report(.withoutSegment), markets: words.report(.mapMarkets), more: words.report(.mapMore))
    let showsTrust = audience == .facilitator
    func scene(_ width: Int, _ height: Int, bands: Int? = nil) -> Scene {
      var options = ChainOptions(labels: labels, available: SceneSize(width: width, height: height), columns: { TextWidth.columns($0) })
      options.showTrust = showsTrust
      options.bandsWidth = bands
      options.note = { $0.people.first.map { $0.qualifier.rawValue + words.figure(Figure($0.amount)) } ?? "" }
      return ChainLayout.scene(session: session, readings: readings, options: options)
    }
    var picture = SceneSVG(title: session.profile.title, description: words.report(.mapDescription))
    picture.showTrust = showsTrust
    let wide = scene(150, 44)
    picture.legend = SceneLegend(of: wide, showsTrust: showsTrust, asPicture: true, words: words)
    svg = picture.text(wide)
    // Names on the map went through no escaper yet.
    let narrow = scene(2 * TextLayout.columns, 44, bands: TextLayout.columns)
    let legend = SceneLegend(of: narrow, showsTrust: showsTrust, words: words).lines(width: TextLayout.columns)
    text = (SceneText.lines(narrow, width: TextLayout.columns, showTrust: showsTrust) + (legend.isEmpty ? [] : [""] + legend))
      .map(ReportEscaping.plain).joined(separator: "\n")
  }
}
