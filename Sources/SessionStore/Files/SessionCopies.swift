/// What is kept of a session file besides the file itself.
public struct SessionCopies: Sendable {
  /// Its earlier versions.
  public let backups: [String]
  /// Journals that were put aside because they were damaged or somebody let go of them.
  public let asides: [String]

  /// - Parameter otherJournal: where its journal is when nothing can be written beside the file.
  public init(of places: SessionPlaces, otherJournal: String? = nil, _ system: any FileSystem = SystemFiles()) {
    func names(_ folder: String) -> [String] {
      if case .success(let names) = system.names(in: folder) { return names.sorted() }
      return []
    }
    backups = names(places.backups).filter { $0.hasSuffix(".json") }.map { "\(places.backups)/\($0)" }
    asides = ([places.journal] + (otherJournal.map { [$0] } ?? [])).flatMap { journal in
      let slash = journal.utf8.lastIndex(of: 0x2F).map { journal.utf8.index(after: $0) } ?? journal.startIndex
      let aside = String(journal[slash...]) + "-"
      return names(PosixFile(system).folder(of: journal)).filter { $0.hasPrefix(aside) }.map { String(journal[..<slash]) + $0 }
    }
  }
}
