import SessionModel
import Widgets
import Words

/// What a facilitator can begin or go on with.
enum Beginning: Hashable, Sendable {
  case file(String)
  case sample
  case template(SessionTemplate)
}

extension Desk {
  /// Offers the sessions that were open last, the sample, and new sessions.
  mutating func openBeginning(_ paths: [String]) {
    var beginnings: [Beginning] = []
    var items: [FinderItem] = []
    func offer(_ beginning: Beginning, _ title: String, _ note: SafetyText, detail: String = "") {
      beginnings.append(beginning)
      items.append(FinderItem(title, detail: detail, note: words.safety(note)))
    }
    for path in paths {
      let parts = path.split(separator: "/")
      offer(.file(path), parts.last.map(String.init) ?? path, .beginFileNote, detail: "/" + parts.dropLast().joined(separator: "/"))
    }
    // A session that has a file goes on; only in place of an empty one another can begin.
    if file.path == nil, !isChanged {
      for template in [SessionTemplate.cluster, .valueChain, .cooperative] {
        offer(.template(template), words.safety(.begin(template)), .beginTemplateNote)
      }
      offer(.sample, words.safety(.beginSample), .beginSampleNote)
      offer(.template(.blank), words.safety(.begin(.blank)), .beginNewNote)
    }
    layers.append(
      .finder(
        FinderLayer(
          purpose: .beginning(beginnings), finder: Finder(items), title: words.safety(.beginTitle),
          placeholder: file.path == nil ? words.safety(.beginPlaceholder) : "", empty: words.frame(.findEmpty))))
  }

  mutating func begin(_ beginning: Beginning) -> [Effect] {
    switch beginning {
    case .sample: return [.sample]
    case .template(let template):
      let words = words
      let session = template.session({ words.template($0) }, using: &random)
      let changes = SessionComparison(working.session, session).changes
      if !changes.isEmpty { perform(Title(.template, name: words.safety(.begin(template))), changes) }
      return []
    case .file(let path):
      if !isChanged || file.isReadOnly { return [.open(path: path)] }
      // What was done here is saved before it is left.
      return [.save(path: nil), .open(path: path)]
    }
  }
}
