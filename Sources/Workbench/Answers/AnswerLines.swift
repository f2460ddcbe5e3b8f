import ChainAnalysis
import Drawing
import SessionModel
import Widgets
import Words

/// What the analysis says, as paragraphs for inspectors and for the page of answers.
extension Desk {
  private func section(_ text: AnswerText, _ sentences: [String]) -> [StyledLine] {
    sentences.isEmpty ? [] : [StyledLine(words.answer(text), Style(.heading))] + sentences.map { StyledLine($0) } + [.empty]
  }

  /// All that there is to say of one stakeholder.
  func actorAnswers(_ id: EntityID) -> [StyledLine] {
    guard let facts = answers.facts else { return [] }
    return groupAnswers(id) + placeAnswers(id) + anchorAnswers(id, isFull: true)
      + section(.exit, exitSentences(answers.chain?.exits[id] ?? BrokerExit(id, facts, answers.chain?.contributions)))
  }

  /// The short form, for the inspector.
  func actorBrief(_ id: EntityID) -> [StyledLine] {
    guard screen == .stakeholders || screen == .map, showsAnswers, answers.chain != nil else { return [] }
    let lines = groupAnswers(id) + placeAnswers(id) + anchorAnswers(id, isFull: false) + section(.exit, (answers.chain?.exits[id]).map(exitSentences) ?? [])
    return lines.isEmpty ? [] : [.empty] + lines.dropLast()
  }

  private func exitSentences(_ exit: BrokerExit) -> [String] { words.exit(exit, name: name, phase: partName) }

  /// The others of the group that one trusts and is trusted by, directly or over others.
  private func groupAnswers(_ id: EntityID) -> [StyledLine] {
    guard let group = answers.chain?.groups.first(where: { $0.contains(id) }) else { return [] }
    let others = group.filter { $0 != id }
    return section(.group, [words.list(others.prefix(5).map(actorName), of: others.count) + "."])
  }

  private func placeAnswers(_ id: EntityID) -> [StyledLine] {
    guard let network = answers.chain?.network, let place = network.place(of: id) else { return [] }
    let rank = place.betweenness == nil ? nil : network.rank(of: id) { $0.betweenness ?? 0 }
    return section(.place, words.place(place, of: network.network.count, rank: rank))
  }

  private func anchorAnswers(_ id: EntityID, isFull: Bool) -> [StyledLine] {
    guard let candidate = answers.chain?.anchors[id], isFull || candidate.isNamed || candidate.verdict == .yes else { return [] }
    let lines = words.anchor(candidate, name: actorName).map { line -> StyledLine in
      let (mark, style): (String, Style) =
        switch line.mark {
        case .pro: ("+ ", Style(.success))
        case .contra: ("− ", Style(.warning))
        case .unknown: ("? ", .dim)
        case .plain: ("", Style.text)
        }
      return StyledLine([StyledText(mark, style), StyledText(line.text, line.mark == .unknown ? .dim : .text)], hangingIndent: mark.isEmpty ? 0 : 2)
    }
    return [StyledLine(words.answer(.anchor), Style(.heading))] + lines + [.empty]
  }

  /// The widest chain of trust between two, its weakest link, and who could introduce them.
  func chainAnswers(_ pair: TrustPair, _ network: TrustNetwork) -> [StyledLine] {
    guard pair.from != pair.to else { return [] }
    return section(.chain, words.way(network.way(from: pair.from, to: pair.to), name: actorName))
      + section(.introducers, [words.introducers(network.introducers(between: pair.from, and: pair.to), name: actorName)])
  }

  /// How all hang together, support against power, who pays, and whom to convene for everything.
  func sessionAnswers(width: Int) -> [StyledLine] {
    guard let facts = answers.facts, let chain = answers.chain else { return [] }
    let trusting = chain.groups.prefix(4).map { words.list($0.prefix(6).map(actorName), of: $0.count) + "." }
    return section(.network, words.network(chain.network, name: actorName)) + section(.groupsOfTrust, Array(trusting))
      + section(.feasibility, words.feasibility(chain.feasibility, name: actorName)) + contributionAnswers(width: width)
      + section(.convene, words.convening(Convening(facts), name: actorName, segment: partName))
  }

  /// Who is needed for a constraint.
  func conveningAnswers(_ constraint: EntityID?) -> [StyledLine] {
    guard let facts = answers.facts else { return [] }
    return section(.convene, words.convening(Convening(facts, for: constraint), name: actorName, segment: partName))
  }

  /// Who is missing from a workshop, for the constraint that it may be about.
  func missingAnswers(_ workshop: Workshop) -> [StyledLine] {
    guard let facts = answers.facts else { return [] }
    let attendance = Attendance(workshop, facts.session)
    let present = Set(attendance.groups.compactMap(\.stakeholder))
    guard !present.isEmpty else { return conveningAnswers(nil) }
    return section(.missing, words.missing(RoomGaps(facts, Convening(facts), present: present), name: actorName, segment: partName))
  }

  /// Who pays, phase by phase: bars of the project's share against the members'.
  func contributionAnswers(width: Int) -> [StyledLine] {
    guard let money = answers.chain?.contributions, !money.payers.isEmpty else { return [] }
    var lines = [
      StyledLine([
        StyledText(words.answer(.contributions), Style(.heading)), StyledText("  █ " + words.answer(.project), Style(.warning)),
        StyledText("  █ " + words.answer(.members), Style(.progress)),
      ])
    ]
    let names = money.phases.map { $0.map(partName) ?? words.answer(.phaseless) }
    let labelWidth = min(names.map { TextWidth.columns($0) }.max() ?? 0, max(12, width / 3))
    let barWidth = max(6, min(24, width - labelWidth - 22))
    for (phase, name) in names.enumerated() {
      guard let outside = money.share(of: phase) else { continue }
      let project = Int((outside * Double(barWidth)).rounded())
      lines.append(
        StyledLine([
          StyledText(TextWidth.padded(TextWidth.truncated(name, to: labelWidth), to: labelWidth) + " ", .dim), StyledText(String(repeating: "█", count: project), Style(.warning)),
          StyledText(String(repeating: "█", count: barWidth - project), Style(.progress)),
          StyledText(" " + words.figure(Figure(money.sum(of: phase)))), StyledText("  \(Int((outside * 100).rounded())) %", Style(.warning)),
        ]))
    }
    for payer in money.payers.prefix(5) {
      lines.append(
        StyledLine([
          StyledText("  " + TextWidth.padded(TextWidth.truncated(actorName(payer.id), to: max(12, width - 22)), to: max(12, min(40, width - 22)))),
          StyledText(words.figure(Figure(payer.total)), payer.isProject ? Style(.warning) : .text),
        ]))
    }
    if money.payers.count > 5 { lines.append(StyledLine("  " + words.andMore(money.payers.count - 5), .dim)) }
    return lines + [.empty]
  }

  /// Whether an initiative can begin and what it waits for; the trust it was to build, and what came.
  func initiativeAnswers(_ id: EntityID) -> [StyledLine] {
    guard audience == .facilitator, let initiative = view.session.initiatives[id] else { return [] }
    let readiness = Readiness(initiative, view.session, view.readings)
    var lines: [StyledLine] = []
    if readiness.state != .over {
      let style: Style = readiness.state == .waiting ? Style(.warning) : Style(.success)
      lines.append(StyledLine([StyledText(words.answer(.readiness) + "  ", .dim), StyledText(words.state(readiness.state), style)]))
      for wait in readiness.waits { lines.append(StyledLine([StyledText("◦ ", Style(.warning)), StyledText(words.wait(wait, name: name))], hangingIndent: 2)) }
      if let mend = readiness.waits.first?.mend(for: initiative) {
        lines.append(StyledLine([StyledText("M ", Style(.hintKey)), StyledText(mendText(mend), Style(.hintText))], hangingIndent: 2))
      }
    }
    let gains = TrustGain.all(initiative, trust.analysis.history)
    if !gains.isEmpty {
      lines.append(StyledLine(words.answer(.gains), .dim))
      for gain in gains {
        let style: Style = gain.isMet == true ? Style(.success) : gain.isMet == false ? Style(.warning) : .dim
        lines.append(StyledLine([StyledText(gain.isMet == true ? "✓ " : gain.isMet == false ? "▽ " : "· ", style), StyledText(words.gain(gain, name: actorName))], hangingIndent: 2))
      }
    }
    return lines
  }

  /// Support against power among those who take part in an initiative and gain from it.
  func forceLines(_ id: EntityID) -> [StyledLine] {
    guard audience == .facilitator, let facts = answers.facts, let initiative = view.session.initiatives[id], initiative.isOpen else { return [] }
    let people = Set(initiative.people + initiative.beneficiaries.compactMap(\.stakeholder)).sorted()
    let forces = Feasibility(facts, among: people)
    guard forces.share != nil else { return [] }
    return [StyledLine([StyledText(words.answer(.feasibility) + "  ", .dim), StyledText(words.feasibility(forces, name: actorName).joined(separator: " "))], hangingIndent: 2)]
  }

  func mendText(_ mend: Mend) -> String {
    words.mend(mend, name: name) { ref, field in ref.kind.description.field(field).map { words.label($0) } ?? field }
  }
}
