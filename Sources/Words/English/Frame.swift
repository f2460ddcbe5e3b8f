import SessionModel

extension English: FrameWords {
  public func tab(_ screen: WorkScreen) -> String {
    switch screen {
    case .overview: "Overv."
    case .stakeholders: "Stakeh."
    case .initiatives: "Init."
    case .workshop: "Worksh."
    case .map, .trust, .markets, .plan, .advice: word(screen).capitalised
    }
  }

  public func frame(_ text: FrameText) -> String {
    switch text {
    case .saved: "saved"
    case .unsaved: "not saved yet"
    case .scratch: "a copy to try things on"
    case .readOnly: "read only"
    case .untitled: "New session"
    case .roomMode: "ROOM MODE"
    case .tooSmall: "This window is too small. Rapport needs 60 columns and 16 rows."
    case .findTitle: "Find"
    case .findPlaceholder: "any word of any entry"
    case .findEmpty: "Nothing has these words in it."
    case .findGathering: "Reading everything first; what is found comes in a moment…"
    case .paletteTitle: "Commands"
    case .palettePlaceholder: "what do you want to do?"
    case .paletteEmpty: "No command is called that."
    case .helpTitle: "Help"
    case .helpHere: "On this screen"
    case .helpEverywhere: "Everywhere"
    case .helpKeys: "Esc closes this"
    case .helpForms: "In forms and text"
    case .helpDigits: "Alt with a digit changes the screen; Esc gives the digits back to the screens."
    case .newEntry: "New"
    case .editSeveral: "Change all marked: an empty field stays as it is"
    case .more: "more"
    case .yes: "yes"
    case .no: "no"
    case .captureStakeholder: "Add stakeholder"
    case .captureOther: "Add"
    case .connectTo: "Connect with"
    case .trustWith: "Trust with"
    case .kindOfTie: "What kind of tie?"
    case .strengthOfTie: "Strength"
    case .levelHints: "1–5 answer  Enter not asked  Esc back"
    case .filterLabel: "Filter"
    case .filterPlaceholder: "show only entries that contain…"
    case .sortTitle: "Sort by"
    case .columnsTitle: "Columns: Space shows or hides"
    case .themeTitle: "Colours"
    case .moveTitle: "Move to"
    case .exportTitle: "Hand out"
    case .relationships: "Relationships"
    case .trustGives: "gives"
    case .trustGets: "gets"
    case .noneYet: "none yet"
    case .confidential: "not for the room"
    case .quitTitle: "The session could not be saved"
    case .quitUnsaved: "If you quit now, what you did since the last save is lost."
    case .leaveTitle: "This session has no file yet"
    case .leaveSave: "Give it a name and save"
    case .quitTryAgain: "Try again"
    case .quitSaveAs: "Save elsewhere"
    case .quitAnyway: "Quit without saving"
    case .quitStay: "Stay"
    case .roomLeaveTitle: "Leave room mode?"
    case .roomLeaveText: "Trust scores and other confidential things will be on the screen. Can the room see it?"
    case .roomLeave: "Leave it"
    case .roomStay: "Stay"
    case .saveAsLabel: "Save as"
    case .actionLabel: "Action"
    case .decisionLabel: "Decision"
    case .parkedLabel: "Parking lot"
    case .formHints: "↑↓ field  Enter next  Ctrl+Z as it was  Esc done, all is kept"
    case .tickHints: "type to find  Enter takes what was found  Space ticks  Tab next field"
    case .entryLineKeys: "Enter adds it, and the next  Tab completes  Esc closes, the text waits"
    case .noteLineKeys: "Enter takes it  Ctrl+Z as it was  Esc closes, the text waits"
    case .lineKeys: "Enter done  Esc back"
    case .textHints: "Esc done, all is kept  Ctrl+E open in your editor  Ctrl+Z undo"
    case .itemsHints: "a add  e edit  d delete  K J move up and down  Esc done"
    case .listHints: "↑↓ choose  Enter take  Esc back"
    case .menuHints: "↑↓ or a letter  Enter take  Esc back"
    case .notPlaced: "not placed yet"
    case .moreActors: "more"
    }
  }

  public func message(_ message: Message) -> String {
    switch message {
    case .done(let title): sentence(title) + "."
    case .doneWithUndo(let title): ended(sentence(title)) + "  u undoes it"
    case .undone(let title): undid(title) + "  Ctrl+Y does it again"
    case .redone(let title): redid(title)
    case .removed(let name, let kind, let count, let took):
      "Deleted " + (count == 1 && !name.isEmpty ? name : counted(count, kind))
        + (took.isEmpty ? "" : " with " + list(took.sorted { $0.key.order < $1.key.order }.map { counted($0.value, $0.key) }))
        + ".  u brings " + (count == 1 && took.isEmpty ? "it" : "all of it") + " back"
    case .saved(let file): "Saved to \(file)."
    case .saveFailed(let why): "Not saved: \(why)"
    case .exported(let file): "Written: \(file)"
    case .failed(let why): why
    case .draftWaits(let name): "Half-typed. Mend it, or Ctrl+Q again leaves without it: \(name)"
    case .mendFirst(let field): "\(field) is not understood yet. Mend it, or empty it with Ctrl+U."
    case .draftKept(let fields):
      "Kept, but not in force yet: " + fields.joined(separator: ", ") + ".  e goes on with it, Ctrl+Z there drops it"
    case .folded(let name, let isFolded): (isFolded ? "Folded " : "Unfolded ") + name + ".  u undoes it"
    case .nothingChanged: "Nothing changed."
    case .advicePutAside: "The advice is put aside, with your reason.  u undoes it"
    case .adviceTakenUp: "The advice is taken up again.  u undoes it"
    case .marked(let count): count == 0 ? "No marks." : "\(count) marked. Edit, delete and move act on all of them."
    case .filtered(let shown, let all): "Showing \(shown) of \(all).  f then Esc shows all"
    case .sameName(let name): "There is already one called \(name). Both are kept."
    case .connected(let from, let to): "Connected \(from) with \(to).  u undoes it"
    case .trustSet(let from, let to, let level, let before):
      "\(from) → \(to) set to \(level)" + (before.map { " (was \($0))" } ?? "") + ".  u undoes it"
    case .welcome: "Welcome. ? shows the keys, : finds any command, u undoes anything."
    case .roomOn: "Room mode: nothing confidential is on the screen. F5 leaves it."
    case .roomOff: "Room mode is off. Trust is on the screen again."
    case .unknownInLine(let title, let words):
      "Not known here, so kept in the notes: " + words.map { "“\($0)”" }.joined(separator: ", ") + ".  " + sentence(title)
    case .cannotApply: "That does not fit what is there now; nothing was changed."
    case .editorFailed(let why): "The editor did not work: \(why)"
    case .opened(let name): "Opened \(name)."
    case .conflictsWait(let count): "\(count == 1 ? "One conflict waits" : "\(count) conflicts wait") to be settled:  : and “settle”."
    case .cannotSettle: "What the other version says does not fit any more. Keep what is there now."
    case .allSettled: "All conflicts are settled.  u undoes the last."
    case .safe(let message): safety(message)
    case .movedTo(let name, let place, let count): (count == 1 ? name : number(count) + " actions") + " → " + place + ".  u undoes it"
    case .planLook(.table): "The plan as tables.  b groups  r edits a cell  v next view"
    case .planLook(.timeline): "In time.  ←→ earlier, later  + - zoom  . today  [ ] move the date  v next view"
    case .planLook(.board): "The plan as a board.  < > move the card  v next view"
    case .workshopEnded: "The agenda is through.  x prints the minutes and what to give away  F5 leaves room mode"
    case .workshopGoesOn: "A workshop is running and goes on. Room mode is on; F5 leaves it."
    case .nothingToReplan: "No time is left to share out. Leave items out, or make the day longer: e on the workshop."
    case .clockChanged: "The clock of this computer was changed; the timer goes on as before."
    case .replanned(let count): (count == 1 ? "The last item has" : "\(number(count)) items have") + " new minutes, so that the day ends as planned.  u undoes it"
    case .presence(let name, let count, let isHere, let people):
      (count == 1 ? name : number(count) + " people") + (isHere ? (count == 1 ? " is here." : " are here.") : " taken off.") + "  \(number(people)) in the room"
    case .agendaTaken(let items, let minutes): "\(number(items)) agenda item\(items == 1 ? "" : "s") added, \(number(minutes)) minutes.  e changes them  u undoes it"
    case .counted(let people): "Counted: \(number(people)) in the room.  u undoes it"
    case .noted(let text, let isDecision, let item):
      ended((isDecision ? "Decided: " : "Put aside: ") + text) + (item.map { "  (\($0))" } ?? "") + "  u undoes it"
    case .agendaStarted(let title, let minutes): "Now: \(title)" + (minutes.map { ", \($0) minutes" } ?? "") + "."
    }
  }

  public func entryExample(_ kind: EntityKind) -> String {
    let example = switch kind {
    case .stakeholder: "River Traders, trader, leader"
    case .constraint: "No cold store, vertical linkages, severity 4"
    case .endMarket: "Fresh fruit for the town, local, market study"
    case .initiative: "Visit to a packing plant, observation trip, step 2"
    case .action: "Train growers @Agronomist due 3 weeks #Pruning"
    case .indicator: "Sold to exporters, sales, 60000 USD"
    case .workshop: "Second meeting, 12 June, place Town hall"
    case .participant: "Ana, Small growers, woman, may be named"
    case .relationship, .reading, .session, .mapView: ""
    }
    return example.isEmpty ? "name, then anything else after a comma" : "for example: " + example
  }

  public func empty(_ kind: EntityKind) -> String {
    switch kind {
    case .stakeholder: "Nobody is on the map yet.\nPress a and type a name, a kind and a role, for example: River Traders, trader, leader"
    case .relationship: "No relationships yet. Select a stakeholder and press c to connect it with another."
    case .reading: "No readings yet."
    case .constraint: "No constraints yet. What holds the chain back? Press a to write it down."
    case .endMarket: "No end market yet. Who would buy, and how sure is that? Press a to add one."
    case .initiative: "No initiatives yet. What small thing could people do together soon? Press a to add it."
    case .action: "No actions yet. Who does what by when? Press a to add one, or A from any screen."
    case .indicator: "Nothing is measured yet. Sales is a good first one: press a."
    case .workshop: "No workshop yet. Press a and type its name, then e for the agenda."
    case .participant: "Nobody is listed yet. Press a and type a name."
    case .session, .mapView: ""
    }
  }

  public func capitalisedPlural(_ kind: EntityKind) -> String { plural(kind).capitalised }

  public func setting(_ name: String) -> String { "set " + name.lowercased() }

  public func unit(_ field: FieldDescription) -> String {
    switch field.kind {
    case .number(_, let unit?): unit == "percent" ? "%" : unit
    default: ""
    }
  }

  public func problem(_ problem: NotationProblem, _ field: FieldDescription) -> String {
    switch problem {
    case .notANumber: "Please type a whole number."
    case .outOfRange(let range): "Please type a number from \(range.lowerBound) to \(range.upperBound)."
    case .notADate: "Please type a date as 2026, Jun 2026 or 12 Jun 2026; 2026-06-12 will do too."
    case .notAMoment: "Please type a day and time as 2026-06-12T09:30:00Z."
    case .notAnAmount(let text): "“\(text)” has no amount in it. Type for example 350 t, ~400,000 USD or >150 people."
    case .notYesOrNo: "Please type yes or no."
    case .notCounts: "Please type five numbers: how many answered 1, 2, 3, 4 and 5."
    case .unknownChoice(let text, _): "“\(text)” is not in the list. Type a few letters and choose."
    case .unknownReference(let text): "There is no \(label(field).lowercased()) called “\(text)” yet. Add it first, or choose another."
    case .ambiguousReference(let text): "More than one is called “\(text)”. Choose from the list."
    case .notTyped: "Press Enter to open this list."
    case .controlCharacter: "There is a character in it that cannot be shown. Please type it again."
    }
  }

  public func mapHidden(_ count: Int, _ shown: MapShown) -> String {
    switch (shown, count) {
    case (.flow, 1): "1 more tie: select an end"
    case (.flow, _): "\(count) more ties: select an end"
    case (_, 1): "1 tie without a line"
    case (_, _): "\(count) ties without a line"
    }
  }

  /// With a full stop, unless it ends in something of the kind.
  private func ended(_ text: String) -> String { text.last.map { ".!?…".contains($0) } ?? true ? text : text + "." }

  public func export(_ kind: String) -> String {
    switch kind {
    case "html": "Summary for printing (web page)"
    case "markdown": "Summary as Markdown"
    case "text": "Summary as plain text"
    case "csv": "Tables for a spreadsheet (CSV)"
    case "minutes-html": "Minutes for printing (web page)"
    case "minutes-markdown": "Minutes as Markdown"
    case "minutes-text": "Minutes as plain text"
    case "plan-calendar": "Plan for a calendar (iCalendar)"
    case "plan-table": "Plan as one table (CSV)"
    case "map": "Handout: the map on A3, without trust"
    case "attendance": "Handout: attendance sheet"
    case "commitments": "Handout: commitments to sign"
    case "actions": "Handout: actions as short messages"
    case "pictures": "Handout: a sheet of pictures only"
    case "read-aloud": "Handout: a text to read aloud"
    case "buyer-card": "Handout: what buyers ask for, as cards"
    case "trust-slips": "Handout: trust slips with five faces"
    case "trust-sheet": "For you alone: trust, pair by pair (confidential)"
    default: kind
    }
  }

  public func finding(_ finding: Finding, name: String, label: String) -> String {
    let who = name.isEmpty ? withArticle(finding.about.kind) : name
    let arguments = finding.arguments + ["", "", ""]
    return switch finding.rule {
    case .missingName: "\(withArticle(finding.about.kind).capitalised) has no name."
    case .missingEnd: "\(who): one end is missing."
    case .missingValue: "\(who): the reading has no value."
    case .missingDate: "\(who): the reading has no date, so it cannot be put in order."
    case .unknownChoice: "\(who): “\(arguments[0])” is not a \(label.lowercased()) that this version knows. It is kept as it is."
    case .outOfRange: "\(who): \(label.lowercased()) is \(arguments[0]); it goes from \(arguments[1]) to \(arguments[2])."
    case .endsBeforeStart: "\(who): it ends (\(arguments[1])) before it begins (\(arguments[0]))."
    case .womenExceedPeople: "\(who): more women (\(arguments[0])) than people (\(arguments[1]))."
    case .womenExceedAnswers: "\(who): more women's answers than answers at one level."
    case .scoreAndCounts: "\(who): there is one answer and also counted answers; the one answer is taken."
    case .sameName: "Two are called \(arguments[0]). If it is one and the same, keep one."
    case .towardsItself: "\(who): both ends are the same. That is fine for rivals within one group."
    case .withoutSegment: "\(who) is in no segment, so the map shows it aside."
    case .circular: "These wait for each other in a circle: \(arguments[0])."
    case .unsettled:
      "\(finding.arguments.first ?? "") things that two versions say differently are not settled yet. The command “Settle conflicts” shows them."
    case .severalProfiles: "\(who) has more than one organisation profile; only the first is used."
    case .badMonths: "\(who): “\(arguments[0])” is not months. Write 6-9 or 3, 4, 10."
    }
  }


  private func list(_ parts: [String]) -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
}
