import CSupport
import SessionModel
import SessionStore
import Words

/// A session as it was read.
struct ReadSession {
  var session: Session
  /// What a newer version's file seems to get wrong.
  var problems: [SessionProblem]
  /// Written by a newer version.
  var isNewer: Bool
}

/// Reads sessions for the commands that show nothing.
enum SessionInput {
  /// From a file, or from standard input when it is `-`.
  static func open(_ path: String) throws(Refusal) -> ReadSession {
    do throws(SessionFileFault) {
      if path != "-" {
        let opened = try SessionFile().open(path)
        return ReadSession(session: opened.session, problems: opened.problems, isNewer: opened.isReadOnly)
      }
    } catch {
      throw Refusal(error)
    }
    let bytes = try StandardStreams.readAll(limit: SessionFormat.greatestSize)
    do throws(SessionFileError) {
      let decoded = try SessionFormat.read(bytes, file: "standard input")
      return ReadSession(session: decoded.session, problems: decoded.problems, isNewer: decoded.isReadOnly)
    } catch {
      throw Refusal(.format(error))
    }
  }

  /// The sample session's bytes, which are in the program.
  static var sample: [UInt8] {
    Array(UnsafeBufferPointer(start: rapport_sample(), count: rapport_sample_size()))
  }

  static func decodeSample() throws(Refusal) -> Session {
    do throws(SessionFileError) { return try SessionFormat.decode(sample, file: "sample") } catch { throw Refusal(.format(error)) }
  }

  /// Whether a file holds the sample and nothing else.
  static func isSample(_ path: String) throws(Refusal) -> Bool {
    do throws(FileFault) { return try PosixFile().read(path).bytes == sample } catch { throw Refusal(error) }
  }
}
