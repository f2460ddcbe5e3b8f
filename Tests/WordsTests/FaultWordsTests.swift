import JSON
import SessionStore
import Testing
import Words

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct FaultWordsTests {
  private let words = English()

  @Test("every problem of a session file is said in sentences that end, and name what they are about", arguments: [
    .empty, .binary, .notJSON, .notSession, .tooLarge(limit: 128 << 20), .badVersion, .endsEarly, .unexpected(byte: 0x2C),
    .expected(.string, found: .number), .invalidUTF8, .loneSurrogate, .controlCharacter, .badEscape, .badNumber, .numberTooLarge, .tooDeep,
    .trailing, .duplicateKey("name"), .missingID, .badID, .badDate, .badMoment, .badFigure, .badLevels, .profileID,
    .duplicateID("s-1", first: "stakeholders[0]"), .dangling("s-9"), .invalid("odd"),
  ] as [SessionFileError.Reason])
  func problems(reason: SessionFileError.Reason) {
    let sentence = words.sessionProblem(reason)
    #expect(sentence.hasSuffix("."))
    #expect(sentence.first?.isLowercase != true)
    switch reason {
    case .duplicateKey(let name), .dangling(let name), .duplicateID(let name, _): #expect(sentence.contains("“\(name)”"))
    default: break
    }
  }

  @Test("every refusal of the system that people meet has a way out of its own", arguments: [
    ENOSPC, EDQUOT, EFBIG, EROFS, EACCES, ENOENT, ENOTDIR, ENAMETOOLONG, EIO,
  ])
  func system(number: Int32) {
    let sentence = words.fileFault(FileFault(.write, .system(errno: number), "x.json"))
    #expect(sentence.hasSuffix("."))
    #expect(!sentence.contains("The system did not let"))
  }

  @Test("a line has file, line, column and path, as far as they are known")
  func lines() {
    let error = SessionFileError(
      file: "a.json", problems: [SessionProblem(.badDate, line: 3, column: 7, path: "actions[0].due"), SessionProblem(.empty)], hasMore: true)
    let lines = words.lines(.format(error))
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("a.json:3:7: actions[0].due: This is not a date."))
    #expect(lines[1].hasPrefix("a.json: The file is empty."))
    #expect(words.lines(.changedOnDisk(path: "b.json")).first?.hasPrefix("b.json: Someone else") == true)
  }
}
