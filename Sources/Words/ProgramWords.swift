/// The fixed texts of the command line: what the help says of each command, argument and option.
public enum ProgramText: String, CaseIterable, Sendable {
  // The program
  case abstract, usage, discussion, manualName
  // Commands: one line each, and what their help says besides
  case minutes, minutesMore, handout, handoutMore, plan, planMore, agenda, agendaMore, remind, remindMore
  case open, openMore, new, newMore, demo, demoMore, check, checkMore, format, formatMore, report, reportMore, export, exportMore
  case advise, adviseMore, adviseJSON
  case importing, importMore, schema, schemaMore, play, playMore, man
  // Arguments and options
  case sessionFile, sessionFiles, newFile, demoFile, output, outputFolder, force, title, template, theme, readOnly, clock, seed
  case reportFormat, reportTemplate, confidential, exportFormat, csvFiles, skipRows, fromNothing, schemaMarkdown
  case workshopOption, handoutKind, handoutFormat, planFormat, ownerOption
  case script, keys, playFile, size, save, styles
  // The manual page
  case manualKeys, manualEverywhere, manualScreen, manualFiles, manualFilesText, manualEnvironment, manualEnvironmentText
  case manualExit, manualExitText, manualCommands, manualDescription
}

/// What a command of the command line reports or refuses.
public enum ProgramMessage: Hashable, Sendable {
  case created(String)
  case written(String)
  case fileExists
  case folderExists
  case clean(String)
  case noTerminal(file: String?)
  case howToOpenSample
  case badTheme(String, usingInstead: String)
  case scriptOrKeys
  case newerVersion
  case importRefused(Int)
  case importNothing
  case rescued(String)
  case rescueFailed(String)
  case demoKept(String)
  case noFileName
  case noEditor
  case editorExit(String, Int)
  case editorNotText
  case editorMissing(String)
  case notWhilePlaying
  case noWorkshop
  case noSuchWorkshop(String, known: [String])
  case noSuchOwner(String, known: [String])
  case needsConfidential(String)
  case onlyHTML(String)
  case standardOutput(String)
  case cannotMakeFolder(String)
  case newSessionIsUnknown(String)
  case crashed
}

public protocol ProgramWords: Sendable {
  func program(_ text: ProgramText) -> String
  func program(_ message: ProgramMessage) -> String
  /// The sentence with its severity before it: `warning: …`.
  func severity(_ level: Int) -> String
}
