import ArgumentParser
import Drawing
import Library
import Sealing
import SessionModel
import SessionStore
import Words
import Workbench

/// `rapport play SCRIPT FILE`
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration("play", .play, .playMore)

  @Argument(help: ArgumentHelp(.script), completion: .file()) var scriptOrFile: String
  @Argument(help: ArgumentHelp(.playFile), completion: .file(extensions: ["json"])) var file: String?
  @Option(help: ArgumentHelp(.keys)) var keys: String?
  @Option(help: ArgumentHelp(.size)) var size = Size(width: 80, height: 24)
  @Option(help: ArgumentHelp(.theme)) var theme: String?
  @Flag(help: ArgumentHelp(.save)) var save = false
  @Flag(help: ArgumentHelp(.styles)) var styles = false
  @OptionGroup var repeatable: RepeatableOptions
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    let (scriptName, text, path) = try input()
    let script: KeyScript
    do throws(KeyScriptError) { script = try KeyScript(text) } catch { throw refusal(error, scriptName, .data) }
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let keys = try passphrase.keys
    try play(script, named: scriptName, on: save ? path : copy(path, into: folder, keys), keys)
  }

  /// The script's name and text, and the session's path.
  private func input() throws(Refusal) -> (name: String, text: String, path: String) {
    if let keys {
      guard file == nil else { throw Refusal(.scriptOrKeys, .usage) }
      return ("--keys", keys, scriptOrFile)
    }
    guard let file else { throw Refusal(.scriptOrKeys, .usage) }
    if scriptOrFile == "-" { return ("standard input", String(decoding: try StandardStreams.readAll(limit: 16 << 20), as: UTF8.self), file) }
    do throws(FileFault) {
      return (scriptOrFile, String(decoding: try PosixFile().read(scriptOrFile, limit: 16 << 20).bytes, as: UTF8.self), file)
    } catch {
      throw Refusal(error)
    }
  }

  private func copy(_ path: String, into folder: TemporaryFolder, _ keys: Keyring) throws(Refusal) -> String {
    let bytes: [UInt8]
    if path == "-" {
      bytes = SessionInput.sample
    } else {
      do throws(SessionFileFault) { bytes = try SessionFile().bytes(of: path) } catch { throw Refusal(error) }
    }
    let copy = folder.file(path == "-" ? "mango-cluster.json" : FilePath.name(path))
    // What is wrong in the session is to be said with the name that it was given by.
    do throws(SessionFileFault) {
      let content = try SessionFile(keys: keys).contents(in: bytes, called: path).content
      do throws(SessionFileError) { _ = try SessionFormat.read(content, file: path) } catch { throw .format(error) }
    } catch {
      throw Refusal(error)
    }
    try FileOutput.write(bytes, to: copy, force: false, isPrivate: true)
    return copy
  }

  private func play(_ script: KeyScript, named name: String, on path: String, _ keys: Keyring) throws(Refusal) {
    let opened: OpenedSession
    do throws(SessionFileFault) { opened = try SessionFile(keys: keys).open(path) } catch { throw Refusal(error) }
    let now = repeatable.clock ?? Self.moment
    var files = SessionKeeper(opened, clock: WorkClock(fixed: now), keys: keys)
    let desk = Desk(
      opened.session, file: OpenFile(name: FilePath.name(path), path: path, isReadOnly: opened.isReadOnly), size: size, now: now,
      seed: repeatable.seed ?? 1, words: words, themes: ThemeLibrary.builtIn, theme: theme ?? ThemeLibrary.builtIn.first ?? "")
    var player = Player(desk, now: now)
    var failure: Refusal?
    do throws(KeyScriptError) {
      try player.play(
        script,
        carryOut: { effect, desk in
          switch effect {
          case .quit: return true
          case .save(let other, let thenQuit): return files.save(&desk, to: other, thenQuit: thenQuit) && thenQuit
          case .export(let kind): HandingOut(clock: WorkClock(fixed: now)).export(kind, &desk)
          case .edit: desk.receive(.editorFailed(words.program(.notWhilePlaying)))
          // A script finds the same everywhere: nothing of the user's own.
          case .readMethods, .readKinds: _ = Player.onlyLeave(effect, &desk)
          case .versions: files.listVersions(&desk)
          case .readVersion(let number): files.readVersion(number, &desk)
          case .compare(let path): files.compare(with: path, &desk)
          case .useTheme, .redraw, .discardRecovered, .takeOver, .reload, .merge, .recentFiles, .open, .sample, .protect, .unprotect: break
          }
          return false
        },
        show: { screenshot, target in
          guard failure == nil else { return }
          let text = styles ? screenshot.textWithStyles : screenshot.text
          do throws(Refusal) { try FileOutput.write(Array(text.utf8), to: target, force: true) } catch { failure = error }
        })
    } catch {
      try StandardStreams.print(player.screenshot().text)
      throw refusal(error, name, .failure)
    }
    if let failure { throw failure }
  }

  private func refusal(_ error: KeyScriptError, _ name: String, _ status: ExitStatus) -> Refusal {
    Refusal("\(name):\(error.line):\(error.column): \(words.scriptProblem(error.problem))", status)
  }

  /// So that a script plays alike on every day when no other moment is given.
  private static let moment = Instant("2008-10-01T09:00:00Z") ?? Instant(seconds: 0)
}

extension Size: ExpressibleByArgument {
  public init?(argument: String) { self.init(notation: argument) }

  public var defaultValueDescription: String { "\(width)x\(height)" }
}
