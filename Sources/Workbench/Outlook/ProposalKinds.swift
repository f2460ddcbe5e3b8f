import ChainAnalysis
import Library
import SessionModel
import Widgets
import Words

extension Desk {
  /// Takes in the kinds of initiative and opens the proposal that was asked for.
  mutating func takeKinds(_ entries: [InitiativeKindEntry], of file: String) {
    for entry in entries where InitiativeKind(rawValue: entry.type) == nil {
      message = MessageLine(words.unknownKind(entry.type, file: file, line: entry.line), .error)
      return
    }
    openProposal(
      entries.map { entry in
        ProposalKind(
          name: entry.name, type: Choice(code: entry.type), step: entry.step, risk: entry.risk, cost: Amount(entry.cost), weeks: entry.weeks,
          weeksToBenefit: entry.benefit, gain: entry.gain, why: entry.why, source: entry.source)
      })
  }

  /// The kinds that come with the program, where no file of the user's is looked for.
  public mutating func receiveBuiltInKinds() {
    do throws(LibraryError) {
      takeKinds(try InitiativeKindLibrary.builtIn(), of: InitiativeKindLibrary.fileName)
    } catch {
      say(.failed(error.description), .error)
    }
  }
}
