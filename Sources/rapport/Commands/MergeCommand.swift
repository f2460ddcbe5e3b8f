import ArgumentParser
import Exchange
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

  func run() throws {
    // Git hands an empty file, or nothing at all, to two sides that each added one.
    let start = try isEmpty(base) ? Session() : session(base)
    let merge = SessionMerge(base: start, ours: try session(ours), theirs: try session(theirs))
    try FileOutput.write(SessionFormat.encode(merge.session), to: output ?? ours, force: true, isPrivate: true)
    guard !merge.conflicts.isEmpty else { return }
    for conflict in merge.conflicts { StandardStreams.complain(ConflictText(conflict, in: merge.session, words: words).line(words)) }
    throw Refusal(.mergedWithConflicts(name ?? output ?? ours, merge.conflicts.count), .failure)
  }

  private func isEmpty(_ path: String) throws(Refusal) -> Bool {
    if path == "/dev/null" { return true }
    guard path != "-", case .success(let status) = SystemFiles().status(path, followsLinks: true) else { return false }
    return status.kind == .regular && status.size == 0
  }

  private func session(_ path: String) throws(Refusal) -> Session {
    let read = try SessionInput.open(path)
    guard !read.isNewer else { throw Refusal("\(path): \(words.program(.newerVersion))", .data) }
    return read.session
  }
}
