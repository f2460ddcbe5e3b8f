import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

/// A pile of slips as it is typed: five counts, from level 1 to level 5, as `0 2 5 3 1` or `02531`; after a comma the women's of them.
struct SlipCounts: Hashable {
  let counts: Levels
  let women: Levels

  init?(_ text: String) {
    let parts = text.split(whereSeparator: { $0 == "," || $0 == "/" || $0 == ";" }).map { SlipCounts.levels(String($0)) }
    guard (1...2).contains(parts.count), let counts = parts[0], !counts.isEmpty else { return nil }
    var women = Levels()
    if parts.count == 2 {
      guard let given = parts[1], zip(given.counts, counts.counts).allSatisfy({ $0 <= $1 }) else { return nil }
      women = given
    }
    self.counts = counts
    self.women = women
  }

  private static func levels(_ text: String) -> Levels? {
    let words = text.split(whereSeparator: \.isWhitespace)
    return Levels(words: words.count == 1 && words[0].count == 5 ? words[0].map { String($0) } : words.map { String($0) })
  }
}

extension Desk {
  mutating func openSlips() {
    guard let pair = trust.pair else { return }
    let whom = trustName(pair.from) + (pair.from == pair.to ? "" : " → " + trustName(pair.to))
    var line = CaptureLine(label: words.trust(.slipsLabel), placeholder: words.trust(.slipsHint), separator: nil)
    line.note = MessageLine(whom)
    ask(
      line,
      CaptureLayer.Purpose(
        isConfidential: true,
        changed: { desk, text, line in
          let slips = SlipCounts(text)
          let read = slips.map { desk.words.slips($0.counts.total, median: $0.counts.median) } ?? desk.words.trust(.slipsHint)
          line.note = MessageLine(read + "  ·  " + whom)
        },
        finished: { desk, text in
          guard let slips = SlipCounts(text) else { return .stay(MessageLine(desk.words.trust(.slipsWrong), .warning)) }
          desk.enter(slips, for: pair)
          return .close()
        }))
  }

  mutating func enter(_ slips: SlipCounts, for pair: TrustPair) {
    let id = newID(.reading)
    let change = working.readings.change(
      ReadingSubject(.trust, pair.from, toward: pair.to), to: .levels(slips.counts), on: today, at: now, occasion: working.session.workshop(at: now)?.id,
      obtained: .secretSlips, newID: { id })
    let changes: [Change] = [change].compactMap { change in
      guard let change, var reading = change.entity as? Reading else { return nil }
      reading.womenCounts = slips.women
      if case .insert = change { return .insert(reading) }
      return .replace(reading)
    }
    let names = (trustName(pair.from), trustName(pair.to))
    let before = working.readings.trust(pair.from, pair.to)
    perform(
      Title(.setTrust, .reading, name: names.0 + " → " + names.1), changes, saying: .trustSet(names.0, names.1, slips.counts.median ?? 0, before: before))
  }

  mutating func openSince() {
    let suggested = trust.since?.description ?? trust.analysis.course.years.first.map(String.init) ?? ""
    ask(
      CaptureLine(label: words.trust(.sinceLabel), text: suggested, isOffered: true, placeholder: words.trust(.sinceHint), separator: nil),
      CaptureLayer.Purpose(
        isConfidential: true, takesNothing: true,
        finished: { desk, text in
          let day = desk.typedDate(text)
          if day == nil, !text.isEmpty { return .stay(MessageLine(desk.words.trust(.sinceWrong), .warning)) }
          desk.trust.since = day
          desk.prepare()
          return .close()
        }))
  }

  /// Goes on to the next way in which trust may have been obtained.
  mutating func nextHowObtained() {
    let all = HowObtained.allCases
    trust.obtained = all[((all.firstIndex(of: trust.obtained) ?? 0) + 1) % all.count]
    message = MessageLine(words.enteredAs(trust.obtained))
  }
}
