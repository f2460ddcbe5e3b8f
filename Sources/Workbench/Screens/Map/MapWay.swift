import ChainAnalysis
import SessionModel
import Widgets
import Words

extension Desk {
  /// The chain of trust between two, as far as it is known; nil where no chain leads across.
  func trustWay(_ way: MapState.Way, _ view: SessionView) -> TrustChain? {
    guard case .chain(let chain) = TrustNetwork(TrustHistory(view.session)).way(from: way.from, to: way.to) else { return nil }
    return chain
  }

  /// The two marked ones, or the marked one and the selected one; fewer or more where it is not plain whom to choose.
  private var endsOfWay: [EntityID] {
    let marks = lists[.stakeholder]?.marks ?? []
    guard !marks.isEmpty, marks.count <= 2 else { return [] }
    var ends = marks.filter { view.session.stakeholders.contains($0) }.sorted()
    if ends.count == 1, let selected = map.selected, selected != ends[0] { ends.append(selected) }
    return ends
  }

  /// Whether two are chosen between whom a chain of trust could lead.
  var hasEndsOfWay: Bool { endsOfWay.count == 2 }

  /// Lights up the chain of trust between two marked ones, or between the marked one and the selected one; again takes it away.
  mutating func toggleTrustWay() {
    if map.way != nil {
      map.way = nil
      prepare()
      return
    }
    let ends = endsOfWay
    guard ends.count == 2 else {
      message = MessageLine(words.map(.wayNeedsTwo), .warning)
      return
    }
    let way = MapState.Way(from: ends[0], to: ends[1])
    let found = trustWay(way, map.view(of: derived.view))
    if found != nil { map.way = way }
    prepare()
    func named(_ id: EntityID) -> String { name(EntityRef(.stakeholder, id)) }
    let weakest = found?.weakest.map { (named($0.from), named($0.to), $0.level) }
    message = MessageLine(words.trustWay((found?.members ?? []).map(named), weakest: weakest))
  }
}
