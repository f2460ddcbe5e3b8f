import JSON
import Sealing
import SessionStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension English: FaultWords {
  public func sessionProblem(_ reason: SessionFileError.Reason) -> String {
    switch reason {
    case .empty: "The file is empty. If there is a copy of it, open that one."
    case .binary: "This is not text, so it is no session. A session is a file that Rapport has saved, usually with the ending .json."
    case .notJSON: "This is not a session: a session file begins with a brace, “{”."
    case .notSession: "This is JSON, but not a session of Rapport: it has no member “rapport”."
    case .tooLarge(let limit): "The file is larger than \(limit >> 20) MB, more than a session can be."
    case .badVersion: "“rapport” must be a whole number from 1, the version of the format. Sessions of today have 1."
    case .endsEarly: "The file ends in the middle. It may have been cut off while being copied; look for another copy."
    case .unexpected(let byte): "\(character(byte)) cannot stand here. Look for a comma, colon, quotation mark or bracket too many or too few just before."
    case .expected(let kind, let found): "Here must be \(kindOfJSON(kind)), but it is \(kindOfJSON(found))."
    case .invalidUTF8: "There are bytes here that are not UTF-8. Save the file as UTF-8 in the program that wrote it."
    case .loneSurrogate: "Half a character is written here with \\u. Write both halves, or the character itself."
    case .controlCharacter: "A control character stands inside the quotation marks. Write a line break as \\n and a tab as \\t."
    case .badEscape: "This backslash sequence means nothing. Write a backslash itself as \\\\."
    case .badNumber: "This is not a number of the kind wanted here: a whole one, written with digits only."
    case .numberTooLarge: "This number is larger than Rapport can hold. Ten digits are the most."
    case .tooDeep: "Brackets are nested deeper here than any session needs."
    case .trailing: "Something follows after the session's last brace. Take it out."
    case .duplicateKey(let key): "“\(key)” stands here a second time. Keep one of the two."
    case .missingID: "An id is missing. Give it one that nothing else has, for example “x-1”."
    case .badID: "An id is one to fifteen small letters, digits and hyphens."
    case .badDate: "This is not a date. Write 2026, 2026-06 or 2026-06-12."
    case .badMoment: "This is not a moment. Write it as 2026-06-12T09:30:00Z."
    case .badFigure: "This is not an amount. Write a number and a unit, as in “350 t”."
    case .badLevels: "Here must be five whole numbers from 0: how many answered 1, 2, 3, 4 and 5."
    case .profileID: "The id “session” belongs to the session itself, and that has no other."
    case .duplicateID(let id, let first):
      "The id “\(id)” is used already" + (first.isEmpty ? "" : " by \(first)") + ". Give one of the two another, here and where it is pointed at."
    case .dangling(let id): "“\(id)” is the id of nothing that could stand here. Take the reference out, or add what it points at."
    case .invalid(let text): "This is not allowed here (\(text))."
    }
  }

  private func character(_ byte: UInt8) -> String {
    byte > 0x20 && byte < 0x7F ? "“\(Character(Unicode.Scalar(byte)))”" : "A byte 0x" + String(byte, radix: 16, uppercase: true)
  }

  private func kindOfJSON(_ kind: JSONKind) -> String {
    switch kind {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text in quotation marks"
    case .array: "a list in brackets, “[ ]”"
    case .object: "a group in braces, “{ }”"
    }
  }

  public func fileFault(_ fault: FileFault) -> String {
    switch fault.reason {
    case .notRegular(.folder): "This is a folder. Name a file in it."
    case .notRegular: "This is not a regular file, so Rapport neither reads nor writes it."
    case .tooLarge(let limit): "The file is larger than \(max(1, limit >> 20)) MB, more than is read here."
    case .tooManyLinks: "Symbolic links here lead on and on. Name the file that they should lead to."
    case .system(let number):
      switch fault.operation {
      case .open, .look, .read, .resolveLink: reading(number)
      case .syncFolder: "The file was written, but the disk did not confirm it (\(system(number))). Save once more, perhaps elsewhere."
      case .createTemporary, .write, .sync, .close, .keepMode, .rename: writing(number)
      }
    }
  }

  private func reading(_ number: Int32) -> String {
    switch number {
    case ENOENT: "There is no such file. Look at how it is spelled and in which folder you are."
    case EACCES, EPERM: "You are not allowed to do that with this file. Ask its owner, or work on a copy."
    case ENOTDIR: "A part of this path is a file and not a folder."
    case EISDIR: "This is a folder. Name a file in it."
    case ENAMETOOLONG: "This name is too long."
    case EIO: "The disk could not read it. Try another copy, and keep this disk for no more than rescuing."
    case EROFS: "This disk can only be read. Save elsewhere."
    default: "The system did not let it be read: \(system(number))."
    }
  }

  private func writing(_ number: Int32) -> String {
    switch number {
    case ENOSPC: "The disk is full. Make room or save elsewhere; nothing was changed."
    case EDQUOT: "Your share of the disk is used up. Make room or save elsewhere; nothing was changed."
    case EFBIG: "The file would be larger than this system allows. Save elsewhere; nothing was changed."
    case EROFS: "This disk can only be read. Save elsewhere."
    case EACCES, EPERM: "You are not allowed to write here. Save elsewhere; nothing was changed."
    case ENOENT: "There is no such folder. Make it first, or save elsewhere."
    case ENOTDIR: "A part of this path is a file and not a folder. Save elsewhere."
    case ENAMETOOLONG: "This name is too long. Choose a shorter one."
    case EIO: "The disk reported an error, so the file counts as not saved. Save elsewhere."
    default: "The system did not let it be written: \(system(number)). Save elsewhere; nothing was changed."
    }
  }

  private func system(_ number: Int32) -> String { String(cString: strerror(number)) }

  public func sessionFault(_ fault: SessionFileFault) -> String {
    switch fault {
    case .file(let fault), .unconfirmed(let fault, _): fileFault(fault)
    case .format(let error): sessionProblem(error.reason)
    case .changedOnDisk: "Someone else has changed or removed this file since it was opened. Save under another name, so that nothing is lost."
    case .alreadyExists: "There is already a file of this name. Choose another name."
    case .notOurs: "The file there is no session, so it is not written over. Choose another name."
    case .unsavedWork: "There is work on it that was not saved. Open it first, and keep that work or let it go."
    case .heldByOther: "It is open in another window, and only that one may write it. Take it over from here, or save under another name."
    case .readOnly: "A newer version of Rapport wrote this file. This version can show and copy it, but not change it."
    case .sealed(_, let error): sealError(error)
    }
  }

  public func sealError(_ error: SealError) -> String {
    switch error {
    case .badHeader: "This begins like a protected session, but what follows is not one. Go back to a copy or to an earlier version."
    case .unknownVersion: "It is protected in a newer way than this version knows. Protect it again with the program that did, with a passphrase."
    case .notByPassphrase: "It is protected for the keys of certain people. Take that away with age, and protect it with a passphrase."
    case .tooCostly(let factor, let limit):
      "To try one passphrase on it would take more time and memory than is taken here: its work factor is "
        + (factor < 1000 ? "\(factor)" : "far too great") + ", and at most \(limit) is accepted."
    case .wrongPassphrase: "This is not its passphrase."
    case .changedHeader: "The passphrase is right, but the file was changed by somebody who may not. Go back to a copy or to an earlier version."
    case .cutOff: "The end of this protected session is missing. Go back to a copy or to an earlier version."
    case .damaged: "This protected session is damaged, or somebody has changed it. Go back to a copy or to an earlier version."
    case .nobodyToAsk:
      "It is protected with a passphrase that is not known here, and there is nobody to ask. Name a file that holds it with --passphrase-file."
    case .notGiven: "It is protected with a passphrase, and none was given."
    case .noMemory: "The system does not give the memory that its passphrase takes. Close other programs and try again."
    }
  }

  public func moreProblems() -> String { "There are more problems. Mend these first." }
}
