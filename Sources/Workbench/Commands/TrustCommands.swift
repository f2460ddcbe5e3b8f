import ChainAnalysis
import Drawing
import SessionModel
import Words

extension Registry {
  /// What can be done in the trust matrix only.
  static let trust: [Command] = [
    Command(.history, [Key("H")], .screens([.trust]), hinted: true, unless: { $0.whyNoTrustPair }) { desk in desk.toggleTrustHistory() },
    Command(.groupTrust, [Key("v")], .screens([.trust]), hinted: true, unless: { $0.whyNoTrustPair }) { desk in
      let next = TrustMatrix.Order(rawValue: desk.trust.order.rawValue + 1) ?? .segment
      // In a session too large for it at every key, who trust each other is left out.
      desk.trust.order = next == .trust && desk.trust.network == nil ? .segment : next
      desk.prepare()
    },
    Command(.trustMore, [Key("+"), Key("=")], .screens([.trust]), unless: { $0.whyNoTrustChange }) { desk in
      TrustScreen().nudge(&desk, 1)
    },
    Command(.trustLess, [Key("-")], .screens([.trust]), unless: { $0.whyNoTrustChange }) { desk in TrustScreen().nudge(&desk, -1) },
    Command(.clearTrust, [Key(.delete), Key("0")], .screens([.trust]), unless: { $0.whyNoTrustChange }) { desk in desk.clearTrust() },
    Command(.enterSlips, [Key("s")], .screens([.trust]), hinted: true, unless: { $0.whyNoTrustChange }) { desk in desk.openSlips() },
    Command(.changedSince, [Key("w")], .screens([.trust]), hinted: true, unless: { $0.whyNoTrustPair }) { desk in desk.openSince() },
    Command(.howObtained, [Key("o")], .screens([.trust]), unless: { $0.whyNoTrustChange }) { desk in desk.nextHowObtained() },
    Command(.turnPair, [Key("r")], .screens([.trust]), hinted: true, unless: { $0.whyNoTrustPair }) { desk in
      (desk.trust.row, desk.trust.column) = (desk.trust.column, desk.trust.row)
      desk.prepare()
    },
  ]
}

extension Desk {
  var whyNoTrustPair: WhyNot? {
    if audience != .facilitator { return .hiddenInRoom }
    return trust.pair == nil ? .nothingSelected : nil
  }

  var whyNoTrustChange: WhyNot? { whyNoTrustPair ?? readOnlyReason }

  mutating func toggleTrustHistory() {
    trust.showsHistory.toggle()
    prepare()
  }

  /// The two whose cell of the matrix is chosen.
  var chosenPair: TrustPair? {
    guard screen == .trust, audience == .facilitator, trust.isCellChosen, let pair = trust.pair, pair.from != pair.to else { return nil }
    return pair
  }

  /// Takes away what was entered today for the selected direction.
  mutating func clearTrust() {
    guard let pair = trust.pair else { return }
    setTrust(pair.from, pair.to, nil)
  }
}
