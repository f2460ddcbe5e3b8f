import SessionModel

extension English: CommandWords {
  public func title(_ command: CommandName) -> String { text(command).title }
  public func hint(_ command: CommandName) -> String { text(command).hint }
  public func explanation(_ command: CommandName) -> String { text(command).explanation }

  private func text(_ command: CommandName) -> (title: String, hint: String, explanation: String) {
    switch command {
    case .up: ("Move up", "up", "Goes to the one above.")
    case .down: ("Move down", "down", "Goes to the one below.")
    case .left: ("Move left", "left", "Goes to the one on the left.")
    case .right: ("Move right", "right", "Goes to the one on the right.")
    case .pageUp: ("Page up", "page up", "Goes one screenful up.")
    case .pageDown: ("Page down", "page down", "Goes one screenful down.")
    case .first: ("Go to the first", "first", "Goes to the first one.")
    case .last: ("Go to the last", "last", "Goes to the last one.")
    case .open: ("Open the selected one", "open", "Opens what is selected, to read and change it.")
    case .back: ("Go back", "back", "Goes back one level. Nothing is lost.")
    case .nextPane: ("Go to the next part", "next part", "Takes the keys to the next list or part of the screen.")
    case .previousPane: ("Go to the part before", "part before", "Takes the keys to the list or part before.")
    case .overview: ("Show the overview", "overview", "Vision, figures, trust over time, what is due, what changed.")
    case .map: ("Show the map", "map", "Who takes part in the chain and how they are tied.")
    case .stakeholders: ("Show the stakeholders", "stakeholders", "Everybody on the map, and their relationships, as lists.")
    case .trust: ("Show trust", "trust", "Who trusts whom, in both directions, and since when.")
    case .markets: ("Show the markets", "markets", "Who would buy, how sure that is, and what holds the chain back.")
    case .initiatives: ("Show the initiatives", "initiatives", "What is done together, from small steps to joint ventures.")
    case .plan: ("Show the plan", "plan", "Who does what by when, and what is measured.")
    case .workshop: ("Show the workshop", "workshop", "The day: agenda, who is here, decisions, parking lot.")
    case .advice: ("Show the advice", "advice", "What does not look right yet, and how to mend it.")
    case .add: ("Add on one line", "add", "Opens a line at the bottom: type a name, a kind, a role, and press Enter. The line stays for the next one.")
    case .addInForm: ("Add in a form", "add in form", "Opens an empty form for a new entry.")
    case .edit: ("Edit the selected one", "edit", "Opens the form. With several marked, changes them all at once.")
    case .remove: ("Delete", "delete", "Deletes what is selected or marked, with what depends on it. Undo brings all of it back.")
    case .connect: ("Connect with another", "connect", "Makes a relationship: the other end, a letter for its kind, a digit.")
    case .setTrust: ("Enter trust", "trust", "Enters how far two trust each other: the other end, then a digit for each direction.")
    case .move: ("Move to another segment", "move", "Puts the selected or marked ones into another segment.")
    case .mark: ("Mark", "mark", "Marks the selected one. Edit, delete and move then act on all that are marked.")
    case .markAll: ("Mark all in the list", "mark all", "Marks everything that the list shows.")
    case .clearMarks: ("Clear the marks", "clear marks", "Takes all marks away.")
    case .undo: ("Undo", "undo", "Takes back the last change. There is no limit.")
    case .redo: ("Redo", "redo", "Does again what was undone.")
    case .increase: ("One more", "more", "Raises the selected level by one.")
    case .decrease: ("One less", "less", "Lowers the selected level by one.")
    case .focus: ("Focus", "focus", "Shows the selected one with its neighbours only; = and - take more or fewer steps, again shows everything.")
    case .previousOverlay: ("Previous overlay", "overlay back", "Goes back to what lay over the picture before.")
    case .onlyMarked: ("Show only the marked ones", "only marked", "Shows only those marked with Space; again shows everything.")
    case .laterDay: ("A day on", "later", "Shows the map on the next day with trust readings; with initiatives over the map, the next initiative.")
    case .earlierDay: ("A day back", "earlier", "Shows the map as it stood on the day of trust readings before; with initiatives over the map, the one before.")
    case .trustWay: ("Chain of trust", "chain of trust", "Lights up the chain of trust between two marked stakeholders, with its weakest link.")
    case .arrange: ("Arrange the network anew", "arrange", "Finds new places for everybody in the network view; pinned ones stay.")
    case .zoomIn: ("Zoom in", "more", "Draws the network larger; while focused, takes one step more.")
    case .zoomOut: ("Zoom out", "less", "Draws the network smaller; while focused, takes one step fewer.")
    case .nextView: ("Next view", "view", "Shows the same things in the next way.")
    case .nextOverlay: ("Next overlay", "overlay", "Lays something else over the picture.")
    case .find: ("Find anything", "find", "Finds any entry by any text in it, from anywhere.")
    case .filter: ("Filter the list", "filter", "Shows only the entries that contain what you type.")
    case .sort: ("Sort the list", "sort", "Sorts the list by a column; the same column again turns the order round.")
    case .columns: ("Choose the columns", "columns", "Chooses which columns the list shows.")
    case .fold: ("Fold or unfold the segment", "fold", "Folds a segment to one box in this view, or opens it again.")
    case .unfoldAll: ("Unfold all segments", "unfold all", "Opens every folded segment.")
    case .inspector: ("Show or hide the details", "details", "Shows or hides the details beside the list.")
    case .history: ("Show the history", "history", "Shows how trust between the two went over time.")
    case .groupTrust: ("Group in the next way", "group", "Puts together those of a segment, of a group, of a size, or who trust each other.")
    case .turnPair: ("Look at it from the other side", "other side", "Goes to the cell of the other direction: how far the column trusts the row.")
    case .trustMore: ("Trusts more", "more", "Raises today's level of trust by one.")
    case .trustLess: ("Trusts less", "less", "Lowers today's level of trust by one.")
    case .clearTrust: ("Clear today's trust", "clear", "Takes away the level that was entered today; earlier ones stay.")
    case .propose: ("Propose small steps", "propose", "Proposes small initiatives that lead to the trust the selected initiative or pair needs; change them, then insert all at once.")
    case .assumptions: ("What the outlook supposes", "outlook", "Shows the figures behind the outlook beside what comes of them. All of them can be changed.")
    case .groupPlan: ("Group by the next thing", "group", "Puts actions together by date, owner, initiative, phase or status.")
    case .dateEarlier: ("Earlier", "earlier", "Moves the date a step earlier; shows what follows and asks whether it moves too.")
    case .dateLater: ("Later", "later", "Moves the date a step later; shows what follows and asks whether it moves too.")
    case .cardLeft: ("Status back", "back", "Puts the action, or all marked, one status back: done, doing, blocked, to do.")
    case .cardRight: ("Status on", "status on", "Puts the action, or all marked, one status on: to do, doing, done.")
    case .planToday: ("Go to today", "today", "Brings today back on the timeline.")
    case .planProgress: ("How far the plan is", "progress", "Progress by initiative, owner and phase, and planned against observed on days you choose.")
    case .editCell: ("Edit in place", "edit here", "Edits the cell under the cursor on one line; dates as “3 weeks” or “friday”.")
    case .agendas: ("Take a ready agenda", "agendas", "Puts a ready agenda behind the one there is: half a day, a day, two days, or one of yours.")
    case .methods: ("Workshop methods", "methods", "What each method is for, its steps, materials, time, and what the documents say of it.")
    case .planTemplates: ("Take a kind of work", "kinds of work", "Adds the actions of a kind of work that comes back, with dates and what waits for what.")
    case .presence: ("Here or not", "here", "Notes the selected or marked people as here, or takes them off.")
    case .headcount: ("Count people", "count", "Notes how many are here whom nobody names: women, men, young ones, and whom they come from.")
    case .ballot: ("Vote", "vote", "Opens a vote: options typed or taken from the session, dots or beans counted by digits, covered until revealed.")
    case .breakouts: ("Make groups", "groups", "Splits the room into mixed groups, or notes the groups that you name.")
    case .replan: ("Plan the rest anew", "replan", "Shares the time that is left among the items that have not begun.")
    case .answers: ("What the analysis says", "why", "Says of the selected one what follows: chain of trust, what would be missing without it, anchor or not, whom to convene.")
    case .mend: ("Mend it", "mend it", "Opens what makes the missing piece, with what is known filled in.")
    case .silence: ("Put aside, or take up again", "put aside", "Puts the advice aside with a reason, or takes it up again. Undo works.")
    case .enterSlips: ("Enter a pile of slips", "slips", "Enters how many slips of a group say each level, and the women’s of them.")
    case .changedSince: ("What changed since", "since", "Shows which directions of trust changed since a date.")
    case .howObtained: ("How trust is obtained", "obtained", "Chooses how what is entered next was obtained: slips, asked apart, one to one, an impression.")
    case .catchAction: ("Note an action", "action", "Notes who does what by when, from any screen.")
    case .catchDecision: ("Note a decision", "decision", "Notes a decision, from any screen.")
    case .catchParked: ("Put into the parking lot", "park", "Keeps a thought for later, from any screen.")
    case .nextAgendaItem: ("Next agenda item", "next item", "Ends the agenda item and starts the next, on the screen it works on; the last one ends the day and saves.")
    case .save: ("Save now", "save", "Writes the session to its file.")
    case .saveAs: ("Save under another name", "save as", "Writes the session to another file and goes on with that one.")
    case .openOther: ("Open another session", "open", "Shows the sessions that were open last, and what a new one can begin with.")
    case .versions: ("Look at earlier versions", "versions", "Shows the latest ten saves: what was different then, and a way back to each.")
    case .reload: ("Read the file again", "reload", "Takes over the file as somebody else has left it on the disk.")
    case .takeOver: ("Take over the file", "take over", "Makes this window the one that writes; the one that had the file follows from then on.")
    case .protect:
      ("Protect with a passphrase", "protect", "Asks for a passphrase; from then on the file, its journal and its earlier versions open with that only.")
    case .unprotect: ("Take the protection away", "unprotect", "Writes the file, its journal and its earlier versions so that they open without a passphrase.")
    case .export: ("Print the summary or export", "export", "Writes the summary to hand out, or the tables.")
    case .compare: ("Compare with a file", "compare", "Shows what changed since an earlier version, trust first.")
    case .settle: ("Settle conflicts", "settle", "Shows what two merged versions say differently, to take one or the other.")
    case .palette: ("All commands", "commands", "Finds any command by its name.")
    case .help: ("Help for this place", "help", "Shows what each key does here.")
    case .roomMode: ("Room mode", "room", "Hides everything confidential, so that the screen can be shown to the room.")
    case .theme: ("Change the colours", "colours", "Chooses another theme and shows it at once.")
    case .session: ("Edit the session", "session", "Title, product, place, vision, phases and words of this session.")
    case .segments: ("Edit the segments", "segments", "The columns of the map and the bands below it.")
    case .quit: ("Quit", "quit", "Saves and leaves.")
    case .redraw: ("Draw the screen again", "redraw", "Draws everything afresh, if something else wrote on the screen.")
    }
  }

  public func why(_ reason: WhyNot) -> String {
    switch reason {
    case .nothingSelected: "Nothing is selected here. Move to an entry first."
    case .severalSelected: "Several stand together here, and this needs one of them. z opens what is folded."
    case .marketSelected: "This is an end market. Move to a stakeholder first."
    case .withoutSegment: "Who has no segment yet cannot be folded. Put them into one with m."
    case .nothingFolded: "Nothing is folded in this view."
    case .nothingToUndo: "There is nothing to undo."
    case .nothingToRedo: "There is nothing to redo."
    case .notOnThisScreen: "This does not work on this screen."
    case .noWorkshop: "There is no workshop yet. Add one on screen 8 first."
    case .noAgendaLeft: "The agenda has no further item."
    case .needsStakeholder: "Select a stakeholder first, on the map or in the list."
    case .needsTwoStakeholders: "It takes at least two stakeholders. Add another one first."
    case .noSegments: "This session has no segments yet. The command “Edit the segments” makes them."
    case .readOnly: "This file is open for reading only."
    case .onWall: "This window is the one that the room sees: it stays in room mode and follows. Work in the other one."
    case .hiddenInRoom: "Not in room mode: the room would see it. F5 leaves room mode."
    case .nothingMarked: "Nothing is marked. Space marks an entry."
    case .noConflicts: "There are no conflicts: nothing is said differently by two versions."
    case .notFollowing: "This window has the file already."
    case .notChangedOnDisk: "The file on the disk is as this window wrote or read it last."
    case .notProtected: "This session is not protected."
    case .noFileYet: "This session has no file yet. Ctrl+S gives it one."
    case .nothingToPropose: "Select an initiative that is not over yet, or two stakeholders in the trust matrix."
    case .needsAction: "Select an action first."
    case .needsParticipant: "Select somebody in the list of participants first; Tab goes there."
    case .needsDate: "It has no date yet. e opens it, and a date can be typed as “3 weeks”."
    case .onlyOnTimeline: "This works on the timeline. v changes how the plan is shown."
    case .nothingToMend: "There is nothing to mend here that a key could open."
    case .noRoomForDetails: "The details need a window of 100 columns."
    case .noScale: "Digits set a scale, and no scale is selected here."
    }
  }
}
