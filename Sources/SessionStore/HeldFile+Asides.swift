import Sealing

extension HeldFile {
  /// Takes lines out of the journals that were put aside, and leaves the others as they are. Such a journal is no longer whole, so that what
  /// was done after the first of them cannot be done again from it; it can still be read.
  ///
  /// Returns the paths of those that lost lines, and of those that could not be looked into or written.
  public func removeLines(fromAsides isToGo: (String) -> Bool) -> (changed: [String], unreadable: [String]) {
    var changed: [String] = [], unreadable: [String] = []
    for aside in SessionCopies(of: places, otherJournal: otherJournal, system).asides {
      do throws(SessionFileFault) {
        var content = try SessionFile(system, keys: keys).contents(of: aside).content
        if let seal { content = SealedLines.opened(content, seal) }
        let lines = content.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.contains(where: SealedLines.isSealed) { unreadable.append(aside) }
        let kept = lines.filter { !isToGo(String(decoding: $0, as: UTF8.self)) }
        guard kept.count < lines.count else { continue }
        let bytes = try SessionFile.bytes(Array(kept.joined(separator: [0x0A])), seal, for: aside)
        do throws(FileFault) { try PosixFile(system).write(bytes, to: aside) } catch { throw .file(error) }
        changed.append(aside)
      } catch {
        unreadable.append(aside)
      }
    }
    return (changed, unreadable)
  }
}
