import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

/// What stands beside the trust matrix: the selected pair with its history, and what trust comes to.
extension Desk {
  func trustName(_ id: EntityID) -> String { name(EntityRef(.stakeholder, id)) }

  /// A level with its word, or that it was never read.
  func trustLevel(_ level: Int?) -> StyledText {
    guard let level else { return StyledText(words.trust(.neverRead), .dim) }
    return StyledText(String(level) + " " + words.level(.trust, level), Style(.trust(level)))
  }

  /// The selected pair, both directions.
  func trustPairLines(_ pair: TrustPair) -> [StyledLine] {
    let history = trust.analysis.history
    if pair.from == pair.to {
      return [
        StyledLine(trustName(pair.from), Style(.heading)),
        StyledLine([StyledText(words.trust(.itself) + "  ", .dim), trustLevel(history.level(pair))]),
      ]
    }
    return [
      StyledLine([StyledText(trustName(pair.from), Style(.heading)), StyledText(" → ", .dim), StyledText(trustName(pair.to), Style(.strong))]),
      StyledLine([trustLevel(history.level(pair))] + splitRuns(pair)),
      StyledLine([StyledText(words.trust(.back) + "  ", .dim), trustLevel(history.level(pair.reversed))] + splitRuns(pair.reversed)),
    ]
  }

  /// That the latest answers are split, where enough answered to show it.
  private func splitRuns(_ pair: TrustPair) -> [StyledText] {
    guard trust.splits.contains(pair), let reading = working.readings.current(ReadingSubject(.trust, pair.from, toward: pair.to)),
      let spread = reading.counts.spread
    else { return [] }
    return [StyledText("  ÷ " + words.split(spread), Style(.warning)), StyledText("  " + reading.counts.counts.map(String.init).joined(separator: "·"), .dim)]
  }

  /// What changed since the chosen day: how many, how far in the mean, and where the most.
  func trustChangeLines(limit: Int) -> [StyledLine] {
    guard let since = trust.since else { return [] }
    let changes = trust.changes
    let read = changes.up + changes.down + changes.same
    let mean = read > 0 ? Double(changes.changes.reduce(0) { $0 + $1.step }) / Double(read) : nil
    return [
      StyledLine([StyledText(words.answer(.changedSince) + " ", Style(.heading)), StyledText(words.date(since), Style(.heading))]),
      StyledLine(words.changes(up: changes.up, down: changes.down, same: changes.same, mean: mean)),
    ]
      + changes.changes.prefix(limit).map { change in
        StyledLine(
          [
            StyledText(String(change.before), Style(.trust(change.before))), StyledText("→", .dim), StyledText(String(change.after), Style(.trust(change.after))),
            StyledText("  " + trustName(change.pair.from) + " → " + trustName(change.pair.to)),
          ], hangingIndent: 5)
      }
  }

  /// Every reading of a pair in both directions, the earliest first: when, how far, how it was obtained, what occasioned it. A split is
  /// shown from five answers on; under that it would tell who said what.
  func trustHistoryLines(_ pair: TrustPair, detailed: Bool) -> [StyledLine] {
    var readings = working.readings.history(ReadingSubject(.trust, pair.from, toward: pair.to)).map { (isThere: true, reading: $0) }
    if pair.from != pair.to {
      readings += working.readings.history(ReadingSubject(.trust, pair.to, toward: pair.from)).map { (isThere: false, reading: $0) }
      readings.sort { Reading.isEarlier($0.reading, $1.reading) }
    }
    guard !readings.isEmpty else { return [] }
    var lines = [StyledLine(words.trust(.history), Style(.heading))]
    var lastDay: PartialDate??
    for (isThere, reading) in readings {
      let day = lastDay == .some(reading.on) ? "" : reading.on.map { words.date($0) } ?? words.trust(.undated)
      lastDay = .some(reading.on)
      var runs = [StyledText(TextWidth.padded(day, to: 12), .dim)]
      runs.append(StyledText(isThere ? "→ " : "← ", .dim))
      runs.append(trustLevel(reading.level))
      if !reading.counts.isEmpty {
        runs.append(StyledText("  " + words.answers(reading.counts.total), .dim))
        if reading.showsSplit { runs.append(StyledText(" " + reading.counts.counts.map(String.init).joined(separator: "·"))) }
      }
      lines.append(StyledLine(runs, hangingIndent: 14))
      guard detailed else { continue }
      if reading.showsSplit, reading.womenCounts.total >= 5 {
        let split = reading.womenCounts.counts.map(String.init).joined(separator: "·")
        lines.append(StyledLine("              " + words.trust(.womenAnswered) + " " + split, .dim))
      }
      let circumstances = [
        reading.obtained.map { words.choice($0) },
        reading.occasion.map { working.session.name(of: $0, as: .entities([.initiative, .workshop])) },
        reading.restsOn.isEmpty ? nil : reading.restsOn.map { words.choice($0) }.joined(separator: ", "),
        reading.common.citation.isEmpty ? nil : reading.common.citation,
      ].compactMap { $0 }
      if !circumstances.isEmpty { lines.append(StyledLine("              " + circumstances.joined(separator: " · "), .dim, hangingIndent: 14)) }
    }
    return lines
  }

  /// The trust index within and between groups.
  func trustIndexLines(width: Int) -> [StyledLine] {
    let scopes: [(TrustScope, TrustText)] = [
      (.all, .all), (.smallToLarge, .smallToLarge), (.largeToSmall, .largeToSmall), (.withinSmall, .withinSmall),
      (.withinLarge, .withinLarge), (.acrossSegments, .acrossSegments), (.withinSegments, .withinSegments),
    ]
    let index = trust.analysis.index
    let barWidth = width < 40 ? 0 : min(20, width - 32)
    return [StyledLine(words.trust(.index), Style(.heading))]
      + scopes.compactMap { scope, text in
        guard let value = index[scope].value else { return nil }
        let bar = TextWidth.padded(Desk.thinBar((value - 1) / 4, width: barWidth), to: barWidth)
        return StyledLine([
          StyledText(TextWidth.padded(words.trust(text), to: 17), .dim), StyledText(words.mean(value) + "  ", Style(.trust(Int(value.rounded())))),
          StyledText(bar, Style(.chart)), StyledText(" " + TextWidth.padded(words.number(index[scope].count), to: 6, .right), .dim),
        ])
      }
  }

  func trustPlotLines(width: Int, height: Int) -> [StyledLine] {
    let course = trust.analysis.course
    let rows = TrustPlot(course, words).rows(width: width, height: height)
    guard !rows.isEmpty else { return [] }
    return [
      StyledLine([StyledText(words.trust(.indexOverTime), Style(.heading)), StyledText("  " + words.sameDirections(course.count(.all)), .dim)])
    ] + rows
  }

  func trustGapLines(limit: Int) -> [StyledLine] {
    let gaps = trust.analysis.gaps.prefix(limit)
    guard !trust.analysis.history.isEmpty else { return [] }
    if gaps.isEmpty { return [StyledLine(words.trust(.noGaps), .dim)] }
    return [StyledLine(words.trust(.gaps), Style(.heading))]
      + gaps.map { gap in
        StyledLine(
          [
            StyledText(String(gap.level), Style(.trust(gap.level))), StyledText("›", .dim), StyledText("‹", .dim),
            StyledText(String(gap.back), Style(.trust(gap.back))), StyledText("  " + trustName(gap.pair.from) + " → " + trustName(gap.pair.to)),
          ], hangingIndent: 6)
      }
  }

  /// Everything for the pane beside the matrix.
  func trustSideLines(width: Int, height: Int) -> [StyledLine] {
    guard let pair = trust.pair else { return [] }
    let history = trustHistoryLines(pair, detailed: trust.showsHistory)
    if trust.showsHistory { return trustPairLines(pair) + (history.isEmpty ? [] : [.empty] + history) }
    // The pair takes the same room whoever it is, so that what is below stands still. Of a longer history the latest are shown; H shows all.
    let chain = trust.network.map { chainAnswers(pair, $0).flatMap { $0.wrapped(width: max(1, width)) } } ?? []
    let chainRows = trust.network == nil ? 0 : 9
    let rows = chainRows > 0 ? 11 : 14
    var lines = Array(trustPairLines(pair).flatMap { $0.wrapped(width: max(1, width)) }.prefix(rows))
    let room = rows - lines.count - 2
    if let heading = history.first, room > 0 {
      let entries = history.dropFirst().flatMap { $0.wrapped(width: max(1, width)) }
      let isCut = entries.count > room
      lines += [.empty, isCut ? StyledLine(heading.runs + [StyledText(" …", .dim)]) : heading] + entries.suffix(room)
    }
    lines += Array(repeating: .empty, count: max(0, rows - lines.count)) + [.empty]
    if chainRows > 0 { lines += chain.prefix(chainRows) + Array(repeating: .empty, count: max(0, chainRows - chain.count)) }
    if trust.since != nil { return lines + trustChangeLines(limit: max(3, height - lines.count - 3)) }
    lines += trustIndexLines(width: width) + [.empty]
    // What is left goes to the picture and the gaps, as far as each fits whole.
    let gaps = trustGapLines(limit: 5)
    let left = height - lines.count
    let plot = trustPlotLines(width: width, height: min(8, left - 2))
    lines += plot.isEmpty || left < 6 ? gaps : plot + [.empty] + gaps
    let groups = trustGroupLines(width: width)
    return lines.count + groups.count + 1 <= height && !groups.isEmpty ? lines + [.empty] + groups : lines
  }

  /// Who trust each other, directly or over others.
  private func trustGroupLines(width: Int) -> [StyledLine] {
    guard let groups = trust.network?.groups(of: working.session), !groups.isEmpty else { return [] }
    let lines = groups.prefix(3).map { StyledLine("· " + words.list($0.prefix(4).map(trustName), of: $0.count), hangingIndent: 2) }
    return [StyledLine(words.answer(.groupsOfTrust), Style(.heading))] + lines.flatMap { $0.wrapped(width: max(1, width)) }
  }
}
