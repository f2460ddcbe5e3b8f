import SessionModel

extension English: TitleWords {
  public func sentence(_ title: Title) -> String {
    let what = subject(of: title)
    switch title.verb {
    case .add: return "Added " + what
    case .edit: return changed(title, what)
    case .remove: return "Removed " + what
    case .connect: return "Connected " + what
    case .setTrust: return "Set trust" + of(title)
    case .setReading: return "Set " + (fieldLabel(title)?.loweringFirst ?? "a value") + of(title)
    case .move: return "Moved " + what
    case .paste: return "Pasted " + what
    case .importFile: return "Imported " + what
    case .capture: return "Noted " + what
    case .template: return title.name.isEmpty ? "Used a template" : "Used the template " + title.name
    case .fold: return title.name.isEmpty ? "Unfolded all segments" : "Changed the fold of " + what
    case .vote: return "Counted votes" + of(title)
    case .reload: return "Took over the file as it is on the disk"
    case .restore: return "Took back the version of " + title.name
    case .goBack: return "Went back to the file as it was saved"
    case .merge: return "Merged " + what
    case .settle: return "Settled a conflict" + of(title)
    case .workshop: return title.name.isEmpty ? "Changed the workshop" : "Workshop: " + title.name
    }
  }

  public func undid(_ title: Title) -> String { "Undid: " + sentence(title).loweringFirst }
  public func redid(_ title: Title) -> String { "Redid: " + sentence(title).loweringFirst }

  /// A name for one thing that has one, otherwise how many of which kind.
  private func subject(of title: Title) -> String {
    if title.count == 1, !title.name.isEmpty { return title.name }
    guard let kind = title.kind else {
      if !title.name.isEmpty { return title.name }
      return title.count == 1 ? "one thing" : number(title.count) + " things"
    }
    if kind == .session { return "the session" }
    return title.count == 1 ? withArticle(kind) : counted(title.count, kind)
  }

  private func changed(_ title: Title, _ what: String) -> String {
    guard let label = fieldLabel(title) else { return "Changed " + what }
    return "Changed " + what + ": " + label.loweringFirst
  }

  private func of(_ title: Title) -> String {
    if title.count == 1 { return title.name.isEmpty ? "" : ": " + title.name }
    return title.kind.map { " of " + counted(title.count, $0) } ?? ": " + number(title.count)
  }

  private func fieldLabel(_ title: Title) -> String? {
    guard let key = title.field else { return nil }
    return title.kind?.description.field(key).map { label($0) }
  }
}

extension String {
  /// The first letter small, unless the word is written in capitals (`EU`).
  fileprivate var loweringFirst: String {
    guard let first, !(dropFirst().first?.isUppercase ?? false) else { return self }
    return first.lowercased() + dropFirst()
  }
}
