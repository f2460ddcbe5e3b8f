import Library
import Workbench

/// The kinds of initiative that can be proposed: those of the user's own file, or else those in the program.
enum KindShelf {
  /// Gives them to the desk, or the sentence that says what is wrong with the file.
  static func read(into desk: inout Desk) {
    guard let path = OwnTOML.found(InitiativeKindLibrary.fileName) else { return desk.receiveBuiltInKinds() }
    do throws(LibraryError) {
      desk.receive(.kinds(try InitiativeKindLibrary.read(try OwnTOML.text(path), file: path), file: path))
    } catch {
      desk.receive(.failed(error.description))
    }
  }
}
