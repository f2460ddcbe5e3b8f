import Library
import SessionStore
import Words
import Workbench

/// The kinds of initiative that can be proposed: those of the user's own file, or else those in the program.
struct KindShelf {
  /// The user's file; nil without a home.
  private let path: String?

  init(path: String? = Environment.folder("XDG_CONFIG_HOME", ".config").map { $0 + "/" + InitiativeKindLibrary.fileName }) { self.path = path }

  /// Gives them to the desk, or the sentence that says what is wrong with the file.
  func read(into desk: inout Desk) {
    guard let path, FileOutput.isThere(path) else {
      receive(into: &desk) { () throws(InitiativeKindError) in (try InitiativeKindLibrary.builtIn(), "kinds.toml") }
      return
    }
    let bytes: [UInt8]
    do throws(FileFault) { bytes = try PosixFile().read(path, limit: 1 << 20).bytes } catch {
      desk.receive(.failed(path + ": " + words.fileFault(error)))
      return
    }
    receive(into: &desk) { () throws(InitiativeKindError) in
      (try InitiativeKindLibrary.read(String(decoding: bytes, as: UTF8.self), file: path), path)
    }
  }

  private func receive(into desk: inout Desk, _ read: () throws(InitiativeKindError) -> ([InitiativeKindEntry], String)) {
    do throws(InitiativeKindError) {
      let (entries, file) = try read()
      desk.receive(.kinds(entries, file: file))
    } catch {
      desk.receive(.failed(error.description))
    }
  }
}
