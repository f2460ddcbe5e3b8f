import Library
import SessionStore
import Words

/// The library of methods: the one in the program, with the user's own entries before it.
enum MethodShelf {
  /// Without the user's own, for what is to be repeatable.
  static var builtIn: (MethodLibrary, problem: String?) {
    do throws(ThemeError) { return (try MethodLibrary.builtIn(), nil) } catch { return (MethodLibrary(), error.description) }
  }

  /// With the sentence that says what is wrong with the user's file, whose entries are then left out.
  static func library() -> (MethodLibrary, problem: String?) {
    do throws(ThemeError) {
      let own = try MethodLibrary.builtIn()
      guard let folder = Environment.folder("XDG_CONFIG_HOME", ".config"), FileOutput.isThere(folder + "/methods.toml") else {
        return (own, nil)
      }
      let path = folder + "/methods.toml"
      let bytes: [UInt8]
      do throws(FileFault) { bytes = try PosixFile().read(path, limit: 1 << 20).bytes } catch {
        return (own, "\(path): \(words.fileFault(error))")
      }
      do throws(ThemeError) {
        return (own.overlaid(by: try MethodLibrary(fromTOML: String(decoding: bytes, as: UTF8.self), file: path)), nil)
      } catch {
        return (own, error.description)
      }
    } catch {
      return (MethodLibrary(), error.description)
    }
  }
}
