import Drawing
import SessionModel
import Widgets
import Words

extension Registry {
  static let program: [Command] = [
    Command(.palette, [Key(":"), Key.control("p")], hinted: true) { desk in desk.openPalette() },
    Command(.help, [Key("?"), Key(.function(1))], hinted: true) { desk in desk.openHelp() },
    Command.outside(.save, [Key.control("s")], unless: { $0.readOnlyReason }) { _ in [.save(path: nil)] },
    Command(.saveAs, [], unless: { $0.whyNotOnWall }) { desk in desk.openSaveAs() },
    Command.outside(.openOther, [], unless: { $0.whyNotOnWall }) { _ in [.recentFiles] },
    Command.outside(.versions, [], unless: { $0.file.path == nil ? .noFileYet : nil }) { _ in [.versions] },
    Command.outside(.reload, [], unless: { $0.file.isChangedOnDisk ? nil : .notChangedOnDisk }) { _ in [.reload] },
    Command(.takeOver, [], unless: { $0.mayTakeOver ? nil : .notFollowing }) { desk in desk.askToTakeOver() },
    Command.outside(.protect, [], unless: { $0.file.path == nil ? .noFileYet : $0.readOnlyReason }) { _ in [.protect] },
    Command(.unprotect, [], unless: { $0.file.isProtected ? $0.readOnlyReason : .notProtected }) { desk in desk.layers.append(.dialog(Layer.unprotect(desk.words))) },
    Command(.export, [Key("x")], hinted: true) { desk in desk.openExport() },
    Command(.compare, []) { desk in desk.openCompare() },
    Command(.settle, [], unless: { desk in
      if desk.audience != .facilitator { return .hiddenInRoom }
      return desk.working.session.profile.conflicts.isEmpty ? .noConflicts : desk.readOnlyReason
    }) { desk in desk.openSettling() },
    Command(.session, []) { desk in desk.openForm(of: [EntityRef(.session, .session)]) },
    Command(.segments, []) { desk in desk.openForm(of: [EntityRef(.session, .session)], focus: "segments") },
    Command(.roomMode, [Key(.function(5))], unless: { $0.whyNotOnWall }) { desk in desk.turnRoomMode() },
    Command(.theme, [], unless: { $0.themes.isEmpty ? .notOnThisScreen : nil }) { desk in desk.openThemes() },
    Command.outside(.redraw, [Key.control("l")]) { _ in [.redraw] },
    Command.acting(.quit, [Key.control("q")]) { desk in desk.quit() },
  ]
}

extension Desk {
  /// Saves what there is to save. A session that has no file yet is asked about.
  fileprivate mutating func quit() -> [Effect] {
    guard isChanged, !file.isReadOnly else { return [.quit] }
    guard file.path == nil else { return [.save(path: nil, thenQuit: true)] }
    layers.append(.dialog(Layer.leaveUnnamed(isKept: isKept, words)))
    return []
  }

  mutating func openSaveAs(thenQuit: Bool = false) {
    ask(
      CaptureLine(label: words.frame(.saveAsLabel), text: file.path ?? file.name, isOffered: true, separator: nil),
      CaptureLayer.Purpose(keeping: .nothing, finished: { _, text in .close([.save(path: text, thenQuit: thenQuit)]) }))
  }

  /// The window on the wall stays what it is.
  fileprivate var whyNotOnWall: WhyNot? { file.isOnWall ? .onWall : nil }
}
