import Sealing
import SessionStore

/// What went wrong with a file, and the way out, in one language.
public protocol FaultWords: Sendable {
  /// What is wrong at one place of a session file and what to do about it. Sentences without the place.
  func sessionProblem(_ reason: SessionFileError.Reason) -> String
  /// Why a file could not be read or written, and what helps. Sentences without its name.
  func fileFault(_ fault: FileFault) -> String
  /// Why a session was not opened or saved, and what helps. Sentences without the file's name; of several problems, the first.
  func sessionFault(_ fault: SessionFileFault) -> String
  /// Why a protected file was not opened, and what helps. Sentences without its name.
  func sealError(_ error: SealError) -> String
  /// `3 more problems are not listed`, said when a list of problems was cut.
  func moreProblems() -> String
}

extension FaultWords {
  /// One line a problem, as `file:line:column: what, and what to do`.
  public func lines(_ fault: SessionFileFault) -> [String] {
    switch fault {
    case .format(let error), .notOurs(let error): lines(error)
    case .file(let fault), .unconfirmed(let fault, _): ["\(fault.path): \(fileFault(fault))"]
    case .changedOnDisk(let path), .alreadyExists(let path), .readOnly(let path), .heldByOther(let path),
      .unsavedWork(let path), .sealed(let path, _):
      ["\(path): \(sessionFault(fault))"]
    }
  }

  public func lines(_ error: SessionFileError) -> [String] {
    var lines = error.problems.map { line($0, file: error.file) }
    if error.hasMore { lines.append("\(error.file): \(moreProblems())") }
    return lines
  }

  public func line(_ problem: SessionProblem, file: String) -> String {
    let place = problem.line > 0 ? "\(file):\(problem.line):\(problem.column): " : "\(file): "
    return place + (problem.path.isEmpty ? "" : "\(problem.path): ") + sessionProblem(problem.reason)
  }
}
