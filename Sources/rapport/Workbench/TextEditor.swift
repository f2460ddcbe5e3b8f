import Glibc
import SessionStore
import Terminal
import Words
import Workbench

/// Lets a person change a text in the editor that they are used to.
struct TextEditor {
  let driver: TerminalDriver

  /// The text as the editor left it, in a file that only its owner can read and that is gone afterwards.
  func edit(_ text: String) -> Outcome {
    guard let command = Self.command else { return .editorFailed(words.program(.noEditor)) }
    do throws(Refusal) {
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      return try edit(text, in: folder.file("text.txt"), with: command)
    } catch {
      return .editorFailed(error.lines.first ?? "")
    }
  }

  private func edit(_ text: String, in file: String, with command: String) throws(Refusal) -> Outcome {
    try FileOutput.write(Array(text.utf8), to: file, force: false, isPrivate: true)
    switch driver.runEditor(command, file: file) {
    case 0: break
    case 127, nil: return .editorFailed(words.program(.editorMissing(command)))
    case let status?: return .editorFailed(words.program(.editorExit(command, Int(status))))
    }
    let bytes: [UInt8]
    do throws(FileFault) { bytes = try PosixFile().read(file, limit: 16 << 20).bytes } catch { throw Refusal(error) }
    guard var edited = String(validating: bytes, as: UTF8.self) else { return .editorFailed(words.program(.editorNotText)) }
    // Editors end the last line, which a text that is not a file need not.
    if edited.hasSuffix("\n"), !text.hasSuffix("\n") { edited.removeLast() }
    return .edited(edited)
  }

  private static var command: String? {
    if let own = Environment["VISUAL"] ?? Environment["EDITOR"] { return own }
    return ["nano", "editor", "vi"].first { name in
      (Environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
    }
  }
}
