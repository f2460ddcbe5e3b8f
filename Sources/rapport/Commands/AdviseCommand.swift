import ArgumentParser
import ChainAnalysis
import JSON
import SessionModel
import Words

/// `rapport advise FILE`
struct AdviseCommand: ParsableCommand {
  static let configuration = CommandConfiguration("advise", .advise, .adviseMore)

  @Argument(help: ArgumentHelp(.sessionFile), completion: .file(extensions: ["json"])) var file: String
  @Flag(help: ArgumentHelp(.adviseJSON)) var json = false
  @OptionGroup var repeatable: RepeatableOptions
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    let session = try SessionInput.open(file, try passphrase.keys).session
    let list = AdviceList(ChainFacts(session, today: repeatable.workClock.now.date))
    if json { return try StandardStreams.print(document(list, session)) }
    for advice in list.open {
      try StandardStreams.printLine("\(words.severity(advice.severity)): \(sentence(advice, session))")
      try StandardStreams.printLine("    \(words.why(advice.rule))")
      if let mend = advice.mend { try StandardStreams.printLine("    → \(text(of: mend, session))") }
      if let rule = AdviceRule.named(advice.rule) { try StandardStreams.printLine("    \(words.source(rule.source)) · \(advice.rule.rawValue)") }
    }
    for (advice, by) in list.silenced { try StandardStreams.printLine("\(words.advice(.silencedBecause)): \(sentence(advice, session)) (\(by.reason))") }
    if list.open.isEmpty, list.silenced.isEmpty { try StandardStreams.printLine(words.advice(.nothing)) }
  }

  private func sentence(_ advice: Advice, _ session: Session) -> String {
    words.advice(advice, name: { name($0, session) }, part: { session.segment($0)?.name ?? session.phase($0)?.name ?? $0.text })
  }

  private func text(of mend: Mend, _ session: Session) -> String {
    words.mend(mend, name: { name($0, session) }, label: { ref, field in ref.kind.description.field(field).map { words.label($0) } ?? field })
  }

  private func name(_ ref: EntityRef, _ session: Session) -> String {
    let name = session.name(of: ref)
    return name.isEmpty ? words.withArticle(ref.kind) : name
  }

  /// The same for other programs: one object a piece of advice, those put aside with the reason.
  private func document(_ list: AdviceList, _ session: Session) -> [UInt8] {
    func object(_ advice: Advice, _ by: SilencedAdvice?) -> JSONValue {
      var members = [
        JSONMember(key: "rule", value: .string(advice.rule.rawValue)), JSONMember(key: "severity", value: .string(words.severity(advice.severity))),
        JSONMember(key: "text", value: .string(sentence(advice, session))), JSONMember(key: "why", value: .string(words.why(advice.rule))),
      ]
      if let rule = AdviceRule.named(advice.rule) { members.append(JSONMember(key: "source", value: .string(words.source(rule.source)))) }
      members.append(
        JSONMember(
          key: "about",
          value: .array(
            advice.about.map { ref in
              .object([JSONMember(key: "kind", value: .string(ref.kind.rawValue)), JSONMember(key: "id", value: .string(ref.id.text)), JSONMember(key: "name", value: .string(name(ref, session)))])
            })))
      if let mend = advice.mend { members.append(JSONMember(key: "mend", value: .string(text(of: mend, session)))) }
      if let by { members.append(JSONMember(key: "silenced", value: .string(by.reason))) }
      return .object(members)
    }
    var writer = JSONWriter()
    writer.value(.array(list.open.map { object($0, nil) } + list.silenced.map { object($0.advice, $0.by) }))
    return writer.finish()
  }
}
