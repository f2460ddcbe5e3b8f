import ArgumentParser
import Exchange
import Sealing
import SessionModel
import SessionStore
import Words

/// `rapport merge BASE OURS THEIRS`
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration("merge", .merge, .mergeMore)

  @Argument(help: ArgumentHelp(.baseFile), completion: .file()) var base: String
  @Argument(help: ArgumentHelp(.ourFile), completion: .file()) var ours: String
  @Argument(help: ArgumentHelp(.theirFile), completion: .file()) var theirs: String
  @Option(name: .shortAndLong, help: ArgumentHelp(.mergeOutput), completion: .file()) var output: String?
  @Option(help: ArgumentHelp(.mergeName)) var name: String?
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    // Git hands an empty file, or nothing at all, to two sides that each added one.
    let keys = try passphrase.keys
    let start = try isEmpty(base) ? Session() : read(base, keys).session
    let mine = try read(ours, keys), other = try read(theirs, keys)
    let merge = SessionMerge(base: start, ours: mine.session, theirs: other.session)
    // What one side has protected is not laid open by the other.
    let bytes = try (mine.protected == nil ? other : mine).file(merge.session)
    try FileOutput.write(bytes, to: output ?? ours, force: true, isPrivate: true)
    guard !merge.conflicts.isEmpty else { return }
    for conflict in merge.conflicts { StandardStreams.complain(ConflictText(conflict, in: merge.session, words: words).line(words)) }
    throw Refusal(.mergedWithConflicts(name ?? output ?? ours, merge.conflicts.count), .failure)
  }

  private func isEmpty(_ path: String) throws(Refusal) -> Bool {
    if path == "/dev/null" { return true }
    guard path != "-", case .success(let status) = SystemFiles().status(path, followsLinks: true) else { return false }
    return status.kind == .regular && status.size == 0
  }

  private func read(_ path: String, _ keys: Keyring) throws(Refusal) -> ReadSession {
    let read = try SessionInput.open(path, keys)
    guard !read.isNewer else { throw Refusal("\(path): \(words.program(.newerVersion))", .data) }
    return read
  }
}
