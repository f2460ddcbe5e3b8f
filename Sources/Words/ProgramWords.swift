/// The fixed texts of the command line: what the help says of each command, argument and option.
public enum ProgramText: String, CaseIterable, Sendable {
  // The program
  case abstract, usage, discussion, manualName
  // Commands: one line each, and what their help says besides
  case map, mapMore, layout, layoutMore
  case follow, followMore, history, historyMore
  case minutes, minutesMore, handout, handoutMore, plan, planMore, agenda, agendaMore, remind, remindMore, methods, methodsMore
  case open, openMore, new, newMore, demo, demoMore, check, checkMore, format, formatMore, report, reportMore, export, exportMore
  case advise, adviseMore, adviseJSON
  case importing, importMore, schema, schemaMore, play, playMore, man
  case diff, diffMore, merge, mergeMore, forget, forgetMore
  case protect, protectMore, unprotect, unprotectMore
  // Arguments and options
  case sessionFile, sessionFiles, newFile, demoFile, output, force, title, template, theme, readOnly, clock, seed
  case showVersion, compareVersion, restoreVersion
  case reportFormat, reportTemplate, confidential, exportFormat, csvFiles, skipRows, fromNothing, schemaMarkdown
  case mapView, mapSize, networkFile
  case workshopOption, handoutKind, handoutFormat, planFormat, ownerOption
  case script, keys, playFile, size, save, styles
  case oldFile, newVersionFile, baseFile, ourFile, theirFile, mergeOutput, mergeName
  case passphraseFile, newPassphraseFile, newProtected
  case exportOutput, pseudonyms, pseudonymKey, handover, participant
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
  case gridIsConfidential
  case rescued(String)
  case rescueFailed(String)
  case demoKept(String)
  case demoHandedOut(String)
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
  case oneOfThese
  case noSuchVersion(Int, of: Int)
  case mergedWithConflicts(String, Int)
  case handoverAlone
  case keyWritten(String)
  case badKey
  case noParticipant(String)
  /// With the ids of all that are called so.
  case severalParticipants(String, String)
  case forgotten(String, backups: Int)
  /// From so many journals that were put aside.
  case forgottenInAsides(Int)
  case tookJournalIn
  case forgetReach
  case backupUnreadable
  /// Asks for the passphrase of a file; again when the last one was wrong.
  case askPassphrase(file: String, again: Bool)
  case askNewPassphrase
  case askSamePassphrase
  case passphrasesDiffer
  case passphraseFileEmpty
  /// With how many copies.
  case protected(String, copies: Int)
  case unprotected(String, copies: Int)
  case notProtected(String)
  case forgottenPassphrase
  case protectReach
  case copyNotRewritten
  /// Stands in texts for the name of somebody who withdrew consent.
  case withdrawnName
}

public protocol ProgramWords: Sendable {
  func program(_ text: ProgramText) -> String
  func program(_ message: ProgramMessage) -> String
  /// The sentence with its severity before it: `warning: …`.
  func severity(_ level: Int) -> String
}
