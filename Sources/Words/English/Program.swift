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
    case .importNothing: "The tables say what the session says already; nothing was changed."
    case .rescued(let file): "Rapport was asked to stop. What was not saved yet is in \(file)."
    case .rescueFailed(let why): "Rapport was asked to stop, and what was not saved yet could not be kept: \(why)"
    case .demoKept(let file): "Your copy of the sample is kept in \(file)"
    case .noFileName: "This session has no file yet. Give it a name."
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
    case .crashed:
      "Rapport came upon a fault of its own and had to stop. What was saved is safe in its file. Please report what you did last, with the lines below."
    }
  }

  public func severity(_ level: Int) -> String { level >= 2 ? "error" : level == 1 ? "warning" : "note" }
}
