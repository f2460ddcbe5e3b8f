import SessionModel

extension English: SafetyWords {
  public func safety(_ text: SafetyText) -> String {
    switch text {
    case .recoveredTitle: "Work that was not saved is here again"
    case .recoveredQuestion: "Keep it and go on, or go back to the file as it was saved?"
    case .recoveredUnsavedQuestion: "It was in no file yet. Keep it and go on, or let it go?"
    case .keep: "Keep it"
    case .compare: "Compare"
    case .discard: "Go back"
    case .letGo: "Let it go"
    case .whatWasDone: "What was done"
    case .whatIsDifferent: "What is different from the saved file"
    case .halfTypedTitle: "What was half-typed"
    case .versionsTitle: "Earlier versions"
    case .versionsEmpty: "No earlier version is kept yet. Each save keeps the one before it, ten in all."
    case .versionHints: "r takes this version back  ↑↓ scroll  Esc back"
    case .pageHints: "↑↓ scroll  Esc back"
    case .changedTitle: "Someone else has changed the file"
    case .changedQuestion:
      "Someone else has changed or removed this file since it was opened here. Nothing has been overwritten, and nothing that you did is lost."
    case .reload: "Take theirs"
    case .merge: "Bring both together"
    case .saveElsewhere: "Save elsewhere"
    case .stay: "Decide later"
    case .leaveInJournal: "Leave, keep mine for next time"
    case .takeOverTitle: "Take over the file?"
    case .takeOver: "Take it over"
    case .fileChanged: "changed on disk"
    case .journalNotWritten: "JOURNAL NOT WRITTEN"
    case .following: "following"
    case .openElsewhere: "open elsewhere"
    case .newer: "of a newer version"
    case .isProtected: "protected"
    case .quitKept: "If you quit now, what you did since the last save stays in the journal and is here again when you open the file."
    case .leaveKept: "If you leave it like this, what you did waits in a journal and is offered the next time you start Rapport."
    case .unprotectTitle: "Take the protection away?"
    case .unprotectQuestion: "Whoever gets hold of the file, its journal or its earlier versions can then read them without a passphrase."
    case .unprotect: "Take it away"
    case .staysProtected: "Keep it protected"
    case .beginTitle: "Open a session"
    case .beginPlaceholder: "type to find, Esc begins with an empty one"
    case .beginSample: "Try things on the sample: mangoes of the Dominican Republic"
    case .beginSampleNote: "sample"
    case .beginFileNote: "open last"
    case .beginTemplateNote: "new"
    case .beginNewNote: "new"
    }
  }

  public func safety(_ message: SafetyMessage) -> String {
    switch message {
    case .recovered(let steps, let until, let draft, let isPartial):
      var text = ""
      if steps > 0 {
        text = (steps == 1 ? "One change" : number(steps) + " changes") + " that had not been saved " + (steps == 1 ? "is" : "are") + " here again"
        text += until.map { ", up to \(moment($0))." } ?? "."
      }
      if draft { text += text.isEmpty ? "What was half-typed is here again." : " What was half-typed is here again too." }
      if isPartial { text += (text.isEmpty ? "" : " ") + "The end of the journal could not be read; it is kept as it was." }
      return text
    case .kept: return "Kept. Ctrl+S writes it into the file."
    case .discarded(let aside, let hasFile):
      return (hasFile ? "This is the file as it was saved." : "This is a new session.") + (aside.map { " What was let go is kept in \($0)." } ?? "") + "  u brings it back"
    case .foreignJournal(let steps, let aside):
      let what = steps == 1 ? "One change that was" : number(steps) + " changes that were"
      return "\(what) not saved belong\(steps == 1 ? "s" : "") to another version of this file, so nothing was applied. Kept in \(aside)."
    case .damagedJournal(let aside): return "A journal that could not be read was found beside the file. It is kept as \(aside)."
    case .journalFault(let why): return "The journal cannot be written, so save often: \(why)"
    case .journalAgain: return "The journal is written again; nothing is missing in it."
    case .following(let user, let host, let since):
      return "\(user) has this file open on \(host) since \(moment(since)). You see what happens there; : and “take over” lets you write."
    case .followingUnknown: return "This file is open in another window. You see what happens there; : and “take over” lets you write."
    case .followingOnPurpose: return "This window follows the file and changes nothing."
    case .takeOverQuestion(let user, let host, let since):
      return "\(user) has it open on \(host) since \(moment(since)). Nothing of theirs is lost: their window follows yours from then on."
    case .takeOverUnknown: return "It is open in another window. Nothing of theirs is lost: their window follows yours from then on."
    case .tookOver: return "The file is yours now. The other window follows."
    case .takenOver(let user, let host): return "\(user) has taken the file over on \(host). This window follows from now on; nothing is lost."
    case .takenOverUnknown: return "Another window has taken the file over. This one follows from now on; nothing is lost."
    case .ownerLeft: return "The other window has closed the file. : and “take over” lets you write here."
    case .changedOnDisk: return "Someone else has changed the file on the disk. Save to choose what becomes of both, or : and “read the file again”."
    case .merged: return "Both are brought together. Ctrl+S writes it into the file.  u takes it back"
    case .reloaded(let count):
      return count == 0 ? "The file says what is shown here." : "Someone else changed the file; it is shown as it is now.  u takes that back"
    case .restored(let at): return "This is the version of \(moment(at)).  u takes that back"
    case .newerVersion: return "A newer version of Rapport wrote this file, so it can be looked at and copied here, but not changed."
    case .backupFailed(let why): return "Saved, but the version before could not be kept as a backup: \(why)"
    case .version(let at, let kilobytes): return moment(at) + "   \(number(max(1, kilobytes))) KB"
    case .versionTitle(let at): return "What has changed since the version of \(moment(at))"
    case .versionRestored(let at): return "The file is the version of \(moment(at)) again. What it was before is now version 1."
    case .begin(.blank): return "An empty session"
    case .begin(.valueChain): return "A value chain: its stages and phases"
    case .begin(.cluster): return "A cluster: its parts, and the agenda of a first workshop"
    case .begin(.cooperative): return "A cooperative with its members"
    case .saveFirst: return "Save this session first, or undo what is not saved; then open another."
    case .protected(let left):
      return "From now on the session, its journal and earlier versions open with the passphrase only."
        + (left == 0 ? "" : copiesLeft(left))
    case .unprotected(let left):
      return "This session, its journal and earlier versions open without a passphrase now." + (left == 0 ? "" : copiesLeft(left))
    case .locked: return "The file takes another passphrase now, so what is shown here is what was there before. Close it and open it again."
    case .rescued: return "Rapport was asked to stop. What was not saved yet is in its journal, and is offered the next time."
    case .moreUnsaved(let count):
      return count == 1 ? "There is one more session that was not saved; it is offered next time."
        : "There are \(number(count)) more sessions that were not saved; they are offered next."
    }
  }

  private func copiesLeft(_ count: Int) -> String {
    count == 1 ? " One earlier version could not be written anew, and is as it was." : " \(number(count)) earlier versions could not be written anew, and are as they were."
  }

  public func step(_ step: RecordedStep) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    let time = two(step.at.minuteOfDay / 60) + ":" + two(step.at.minuteOfDay % 60)
    let what =
      switch step.act {
      case .did: sentence(step.title)
      case .undid: undid(step.title)
      case .redid: redid(step.title)
      }
    return time + "  " + what
  }
}
