import Glibc
import Sealing
import SessionStore
import Words

/// The exit statuses, by their usual meaning in sysexits.h.
enum ExitStatus: Int32 {
  case done = 0
  /// Not possible here, or an expectation was not met.
  case failure = 1
  case usage = 64
  case data = 65
  case noInput = 66
  case cannotCreate = 73
  case inputOutput = 74
}

/// Why a command ends without having done what it was asked to: lines for standard error, and the exit status.
struct Refusal: Error {
  var lines: [String]
  var status: ExitStatus

  init(_ lines: [String], _ status: ExitStatus) {
    self.lines = lines
    self.status = status
  }

  init(_ line: String, _ status: ExitStatus) { self.init([line], status) }

  init(_ message: ProgramMessage, _ status: ExitStatus) { self.init(words.program(message), status) }

  init(_ fault: SessionFileFault) {
    let status: ExitStatus =
      switch fault {
      case .file(let fault), .unconfirmed(let fault, _): Refusal.status(of: fault)
      case .format, .notOurs, .readOnly: .data
      case .changedOnDisk, .heldByOther, .unsavedWork: .inputOutput
      case .alreadyExists: .cannotCreate
      case .sealed(_, let error): Refusal.status(of: error)
      }
    self.init(words.lines(fault), status)
  }

  /// What stands in the way of writing a file.
  init(writing fault: FileFault) {
    self.init(fault)
    // A folder that is not there or not for us: the file could not be made.
    if fault.operation == .open || fault.operation == .look { status = .cannotCreate }
  }

  init(_ fault: FileFault) { self.init("\(fault.path): \(words.fileFault(fault))", Refusal.status(of: fault)) }

  static func status(of error: SealError) -> ExitStatus {
    switch error {
    case .wrongPassphrase, .nobodyToAsk, .notGiven: .noInput
    case .badHeader, .unknownVersion, .notByPassphrase, .tooCostly, .changedHeader, .cutOff, .damaged: .data
    case .noMemory: .failure
    }
  }

  private static func status(of fault: FileFault) -> ExitStatus {
    switch fault.operation {
    case .open, .look, .read, .resolveLink: fault.errno == EIO ? .inputOutput : .noInput
    case .createTemporary: .cannotCreate
    case .write, .sync, .close, .keepMode, .rename, .syncFolder: .inputOutput
    }
  }
}

/// What the command line says is said in this language.
let words = English()
