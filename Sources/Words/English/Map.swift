import SessionModel

extension English: MapWords {
  public func map(_ text: MapText) -> String {
    switch text {
    case .highInfluenceLowInterest: "Keep satisfied"
    case .highBoth: "Work closely with"
    case .lowBoth: "Keep in view"
    case .lowInfluenceHighInterest: "Keep informed"
    case .strongOpposed: "Win over"
    case .strongUndecided: "Sound out"
    case .strongSupporting: "Build on"
    case .weakOpposed: "Hear out"
    case .weakUndecided: "Keep in view"
    case .weakSupporting: "Strengthen"
    case .influence: "influence"
    case .interest: "interest"
    case .support: "support"
    case .unassessed: "not assessed"
    case .core: "core"
    case .involved: "involved"
    case .outer: "outer"
    case .noSector: "no sector"
    case .tied: "tied to the selected one"
    case .tiedWithTrust: "tied to the selected one: trusts, is trusted"
    case .signsTitle: "Signs on the map now"
    case .nothingNoted: "nothing noted yet"
    case .nothingChanged: "nothing changed"
    case .gridHidden: "This view is not shown in room mode: how much influence, interest and support somebody has is the facilitator's alone.\nv shows the next view."
    case .wayNeedsTwo: "Mark two stakeholders with Space first, or mark one and go to the other."
    case .noWay: "No chain of trust joins them, even over two go-betweens."
    case .filterLabel: "Show only"
    case .filterPlaceholder: "any word of any field, such as a kind, a place or a role"
    case .noDays: "There are no days with trust readings to go through."
    case .nobodyShown: "Nobody fits.  Esc shows all again"
    case .noInitiative: "There are no initiatives yet."
    case .pinned: "Pinned here.  u undoes it"
    case .pasteTitle: "Make these"
    case .pasteHint: "Enter makes them all  Space leaves one out  Esc makes none"
    case .pasteTwin: "there is already"
    case .description: "A map of stakeholders and their ties."
    }
  }

  public func overlay(_ overlay: MapOverlay) -> String {
    switch overlay {
    case .flow: "trust"
    case .all: "all ties"
    case .plain: "without trust"
    case .power: "power"
    case .contracts: "contracts"
    case .product: "product"
    case .money: "money"
    case .information: "information"
    case .stance: "stance"
    case .changed: "what changed"
    case .initiative: "initiative"
    case .present: "who is present"
    }
  }

  public func sign(_ sign: MapSign) -> String {
    switch sign {
    case .strongerSide: "points to the stronger side"
    case .muchStronger: "much stronger"
    case .evenSides: "even"
    case .flowsThisWay: "flows this way"
    case .ties: "ties of this kind"
    case .trustRose: "trusts more"
    case .trustFell: "trusts less"
    case .newTie: "new tie"
    case .leads: "leads"
    case .takesPart: "takes part"
    case .hosts: "hosts"
    case .benefits: "benefits"
    case .buildsTrust: "is to build trust"
    case .present: "people present"
    case .onTheWay: "on the way"
    case .weakestLink: "weakest link"
    }
  }

  public func mapTitle(_ view: MapViewKind, _ overlay: MapOverlay, trust: Bool) -> String {
    var parts = [word(view).capitalised]
    switch (view, overlay) {
    case (.chain, .flow), (.chain, .plain): parts.append("flow")
    case (_, .flow), (_, .plain): break
    default: parts.append(self.overlay(overlay))
    }
    if trust, overlay == .flow || overlay == .all { parts.append("trust") }
    return parts.joined(separator: " · ")
  }

  public func mapFocus(_ name: String, steps: Int) -> String { "\(name) and \(steps == 1 ? "1 step" : "\(steps) steps") around" }
  public func mapFilter(_ text: String) -> String { "only “\(text)”" }
  public func mapSince(_ date: PartialDate) -> String { "since " + self.date(date) }
  public func mapOn(_ date: PartialDate) -> String { "as of " + self.date(date) }
  public func mapCrowded(_ count: Int) -> String { "\(number(count)) more within the marks: = zooms in" }
  public func mapProgress(_ count: Int, percent: Int) -> String { "Finding places for \(number(count)) stakeholders: \(percent) %.  Esc takes what there is" }
  public func mapShowing(_ shown: Int, of all: Int) -> String { "Showing \(number(shown)) of \(number(all)).  Enter keeps it, Esc shows all" }
  public func mapDistrust(_ count: Int) -> String { "Low trust \(number(count))" }

  public func trustWay(_ names: [String], weakest: (String, String, Int)?) -> String {
    guard let weakest else { return map(.noWay) }
    return "Weakest: \(weakest.0) – \(weakest.1), \(weakest.2).  " + names.joined(separator: " → ")
  }
}
