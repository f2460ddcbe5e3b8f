import Library
import SessionStore
import Words

/// The TOML files of the user's own: a library of methods, kinds of initiative, themes.
enum OwnTOML {
  /// More is not written by hand.
  private static let limit = 1 << 20

  /// The path of a file or folder among the user's settings; nil without a home.
  static func path(_ name: String) -> String? { Environment.folder("XDG_CONFIG_HOME", ".config").map { $0 + "/" + name } }

  /// The same, if it is there.
  static func found(_ name: String) -> String? { path(name).flatMap { FileOutput.isThere($0) ? $0 : nil } }

  /// The text of a file, or why it cannot be read.
  static func text(_ path: String) throws(LibraryError) -> String {
    do throws(FileFault) {
      return String(decoding: try PosixFile().read(path, limit: limit).bytes, as: UTF8.self)
    } catch {
      throw LibraryError(file: path, problem: words.fileFault(error))
    }
  }
}
