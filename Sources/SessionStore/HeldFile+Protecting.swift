import JSON
import Sealing
import SessionModel

extension HeldFile {
  /// Protects the file, its backups and what was put aside with another seal, or with none. The journal goes on, protected like the file.
  ///
  /// Everything must be saved before. The file is written first; it is the old one or the new one at every moment. No backup is taken: the
  /// session is the same. What the old files held may be found on the disk until the system writes over it.
  ///
  /// Returns the paths of those copies that could not be written anew, and are as they were.
  public func protect(with new: Seal?, at now: Instant) throws(SessionFileFault) -> [String] {
    guard !isNewer else { throw .readOnly(path: path) }
    guard following == nil, lock?.isOurs != false else { throw .heldByOther(path: path) }
    guard journal?.hasLines != true else { throw .unsavedWork(path: path) }
    let bytes = try SessionFile.bytes(SessionFormat.encode(saved), new, for: path)
    let draft = journal?.draft ?? .null
    // What is half-typed must stand in no journal of the old kind beside a file of the new one.
    journal?.note(.null, at: now)
    let old = seal
    do throws(SessionFileFault) {
      fingerprint = try SessionFile(system, keys: keys).save(bytes, to: path, expecting: fingerprint, overwrite: false)
    } catch {
      guard case .unconfirmed(_, let written) = error else {
        journal?.note(draft, at: now)
        throw error
      }
      fingerprint = written
    }
    seal = new
    if let new { keys.add(new) }
    journal?.change(new)
    journal?.saved(fingerprint.hash, at: now)
    journal?.note(draft, at: now)
    return protectCopies(from: old)
  }

  /// How many backups and journals that were put aside there are.
  public var copyCount: Int { copies.backups.count + copies.asides.count }

  private var copies: SessionCopies { SessionCopies(of: places, otherJournal: otherJournal, system) }

  /// Writes backups and journals that were put aside anew, protected as the file is now. Those that could not be.
  private func protectCopies(from old: Seal?) -> [String] {
    let copies = copies
    let file = SessionFile(system, keys: keys)
    return (copies.backups + copies.asides).filter { copy in
      do throws(SessionFileFault) {
        let (held, sealedBy) = try file.contents(of: copy)
        var content = held
        // A journal that was put aside as it was has its lines sealed, and the new seal would not open them.
        if sealedBy == nil, let old, copies.asides.contains(copy) { content = SealedLines.opened(held, old) }
        if sealedBy != seal || content != held { try rewrite(copy, try SessionFile.bytes(content, seal, for: copy)) }
        return false
      } catch {
        return true
      }
    }
  }

  private func rewrite(_ path: String, _ bytes: [UInt8]) throws(SessionFileFault) {
    do throws(FileFault) { try PosixFile(system).write(bytes, to: path) } catch { throw .file(error) }
  }
}
