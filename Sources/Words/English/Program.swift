extension English: ProgramWords {
  public func program(_ message: ProgramMessage) -> String {
    switch message {
    case .created(let file): "Made \(file). Open it with: rapport \(file)"
    case .written(let file): "Written: \(file)"
    case .fileExists: "There is already a file of this name. Choose another, or write over it with --force."
    case .folderExists: "There are already such tables in this folder. Choose another with -o, or write over them with --force."
    case .clean(let file): "\(file): nothing looks wrong."
    case .noTerminal(let file):
      "There is no terminal to show the session on. Start Rapport in a terminal window, or print the summary with: rapport report "
        + (file ?? "FILE")
    case .howToOpenSample: "This is the summary of the sample session. To open it in the workbench, run this in a terminal: rapport demo"
    case .badTheme(let problem, let instead): "\(problem) The colours “\(instead)” are used instead."
    case .scriptOrKeys: "Give either a script and a session, or --keys '…' and a session."
    case .newerVersion: "A newer version of Rapport wrote this file. This version can show and copy it, but not change it."
    case .importRefused(let count):
      "Nothing was imported, for \(count == 1 ? "one place needs" : "\(count) places need") another look. Mend them, or leave those rows out with --skip-bad-rows."
    case .gridIsConfidential: "Influence and interest are confidential, and the grid shows nothing else. Add --confidential to draw it for yourself."
    case .importNothing: "The tables say what the session says already; nothing was changed."
    case .rescued(let file): "Rapport was asked to stop. What was not saved yet is in \(file)."
    case .rescueFailed(let why): "Rapport was asked to stop, and what was not saved yet could not be kept: \(why)"
    case .demoKept(let file): "Your copy of the sample is kept in \(file)"
    case .demoHandedOut(let folder): "What you exported is kept in \(folder)"
    case .noEditor: "No editor was found. Set EDITOR to the name of one, for example: export EDITOR=nano"
    case .editorExit(let command, let status): "“\(command)” ended with status \(status). The text is as it was."
    case .editorNotText: "The editor left something that is not UTF-8 text. The text is as it was."
    case .editorMissing(let command): "There is no program “\(command)”. Set EDITOR to the name of your editor."
    case .noWorkshop: "This session has no workshop yet, and so no minutes."
    case .noSuchWorkshop(let typed, let known): "There is no workshop “\(typed)”. There are: \(known.joined(separator: "; "))."
    case .noSuchOwner(let typed, let known):
      known.isEmpty ? "Nobody answers for anything open in this plan." : "Nobody called “\(typed)” answers for anything. Those who do: \(known.joined(separator: "; "))."
    case .needsConfidential(let kind): "\(kind) holds what people said in confidence. If it is for you alone, add --confidential."
    case .onlyHTML(let kind): "\(kind) can be had as a web page for printing only: leave --format out."
    case .notWhilePlaying: "No editor is started while a script is played."
    case .standardOutput(let why): "standard output: \(why)"
    case .cannotMakeFolder(let why): "No folder for temporary files could be made: \(why)"
    case .newSessionIsUnknown(let file): "\(file): There is no such file. To begin a new session: rapport new \(file)"
    case .oneOfThese: "Give only one of --show, --compare and --restore."
    case .noSuchVersion(let number, let count):
      count == 0 ? "No earlier version of this file is kept yet." : "There is no version \(number): they are numbered from 1, the latest, to \(count)."
    case .handoverAlone: "A hand-over holds nothing confidential and keeps names; give --handover without --confidential and --pseudonyms."
    case .keyWritten(let file): "Which name stands for whom is in \(file). Keep it to yourself, apart from what you hand out."
    case .badKey: "This is not a key that an export with --pseudonyms wrote. Mend the line, or name another file with --key."
    case .noParticipant(let text): "No participant is called “\(text)”, here or in the backups. Give the name as on screen 8, or the id."
    case .severalParticipants(let text, let ids): "Several are called “\(text)”. Give one of these ids instead: \(ids)"
    case .forgotten(let name, let backups):
      "\(name) is gone from the session"
        + (backups == 0 ? "." : backups == 1 ? " and from one backup." : " and from \(backups) backups.")
    case .forgottenInAsides(let count):
      (count == 1 ? "One journal that had been put aside has" : "\(count) journals that had been put aside have") + " lost the lines that named this person."
    case .tookJournalIn: "What had been done and not saved was saved with it."
    case .forgetReach:
      "What was handed out, copied or put under version control is out of reach from here: a git history still has the name, and so have pictures and paper."
    case .backupUnreadable: "This copy cannot be read or rewritten, so it may still hold the name. Delete it if you do not need it."
    case .askPassphrase(let file, let again): (again ? "That is not it. " : "") + "Passphrase of \(file): "
    case .askNewPassphrase: "New passphrase: "
    case .askSamePassphrase: "The same again: "
    case .passphrasesDiffer: "Those were two different ones."
    case .passphraseFileEmpty: "The first line of this file is no passphrase: it is empty, or longer than 1024 bytes."
    case .protected(let file, let copies): "\(file) opens with the passphrase only now" + also(copies)
    case .unprotected(let file, let copies): "\(file) opens without a passphrase now" + also(copies)
    case .notProtected(let file): "\(file) is not protected."
    case .forgottenPassphrase: "Keep the passphrase where you will find it: nobody can open the session without it, and nobody can recover it. Enter alone gives up."
    case .protectReach:
      "What was exported, copied or put under version control before can be read as ever, and what the disk held before can perhaps be found on it for a while."
    case .copyNotRewritten: "This copy could not be written anew, and is as it was. Delete it, or try again."
    case .withdrawnName: "(name withdrawn)"
    case .mergedWithConflicts(let file, let count):
      "\(file): \(count == 1 ? "one thing is" : "\(count) things are") said differently by the two versions. The merged file says what yours said and remembers the other: open it and choose “Settle conflicts”."
    case .crashed:
      "Rapport came upon a fault of its own and had to stop. What was saved is safe in its file, and what was not is offered when you open it again. Please report what you did last, with the lines below."
    }
  }

  private func also(_ copies: Int) -> String {
    copies == 0 ? "." : copies == 1 ? ", and so does the one copy beside it." : ", and so do \(copies) copies beside it."
  }

  public func severity(_ level: Int) -> String { level >= 2 ? "error" : level == 1 ? "warning" : "note" }
}
