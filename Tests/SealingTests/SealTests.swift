import Foundation
import Testing

@testable import Sealing

@Suite struct SealTests {
  private static let passphrase = Passphrase("correct mangó battery".utf8)
  /// Little enough that a test may do it often.
  private static let cheap = 2

  private func phrase(_ text: String = "one two three") throws -> Passphrase { try #require(Passphrase(text.utf8)) }

  // MARK: - Age's own files

  @Test("what Debian's age has protected with a passphrase is opened, as bytes and as text", arguments: ["session.age", "session-armor.age"])
  func ageFiles(name: String) throws {
    let passphrase = try #require(Self.passphrase)
    let (content, seal) = try Keyring([passphrase]).open(Fixture.bytes(name), called: name)
    #expect(content == Fixture.bytes("session.json"))
    #expect(seal.header.workFactor == 18)
  }

  @Test("a file for the keys of certain people is refused by its kind, at once")
  func forKeys() throws {
    let keys = Keyring([try phrase()])
    #expect(throws: SealError.notByPassphrase) { try keys.open(Fixture.bytes("for-keys.age"), called: "a") }
  }

  // MARK: - Our own

  @Test("what is sealed is opened again, and the same bytes are another file every time", arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func roundTrip(count: Int) throws {
    let seal = try Seal(try phrase(), workFactor: Self.cheap)
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let one = try seal.sealed(bytes), other = try seal.sealed(bytes)
    #expect(one != other && one.count == other.count && one.count <= Seal.greatestFileSize(holding: count))
    // The key is drawn once; what makes the key of each writing is drawn every time.
    let header = seal.header.bytes.count
    #expect(one.prefix(header) == other.prefix(header) && one[header..<header + 16] != other[header..<header + 16])
    for file in [one, other] { #expect(try Keyring([try phrase()]).open(file, called: "a").content == bytes) }
  }

  @Test("two seals of one passphrase share nothing: another salt, another key, another header")
  func twoSeals() throws {
    let one = try Seal(try phrase(), workFactor: Self.cheap), other = try Seal(try phrase(), workFactor: Self.cheap)
    #expect(one != other && one.header.salt != other.header.salt && one.header.wrappedKey != other.header.wrappedKey && one.key != other.key)
  }

  @Test("the header says what age's says: one scrypt stanza, and a code of 32 bytes")
  func header() throws {
    let seal = try Seal(try phrase(), workFactor: 10)
    let lines = String(decoding: seal.header.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 5 && lines[0] == "age-encryption.org/v1" && lines[4].isEmpty)
    #expect(lines[1].wholeMatch(of: /-> scrypt [A-Za-z0-9+\/]{22} 10/) != nil)
    #expect(lines[2].wholeMatch(of: /[A-Za-z0-9+\/]{43}/) != nil && lines[3].wholeMatch(of: /--- [A-Za-z0-9+\/]{43}/) != nil)
  }

  // MARK: - Hostile files

  @Test("the wrong passphrase, a changed header, a changed content and a missing end are told apart")
  func toldApart() throws {
    let seal = try Seal(try phrase(), workFactor: Self.cheap)
    let whole = try seal.sealed(Array(repeating: 7, count: 70_000))
    func error(_ bytes: [UInt8], _ text: String = "one two three") throws -> SealError? {
      let keys = Keyring([try phrase(text)])
      return #expect(throws: SealError.self) { try keys.open(bytes, called: "a") }
    }
    let header = seal.header.bytes.count
    #expect(try error(whole, "one two four") == .wrongPassphrase)
    var bytes = whole
    bytes[header - 10] = bytes[header - 10] == 0x41 ? 0x42 : 0x41
    #expect(try error(bytes) == .changedHeader)
    bytes = whole
    bytes[header + 100] ^= 1
    #expect(try error(bytes) == .damaged)
    bytes = whole
    bytes[header] ^= 1
    #expect(try error(bytes) == .damaged)
    #expect(try error(Array(whole.dropLast())) == .damaged)
    // Cut behind a whole piece, and before there is any.
    #expect(try error(Array(whole.prefix(header + 16 + 65_552))) == .cutOff)
    #expect(try error(Array(whole.prefix(header + 20))) == .cutOff)
    #expect(try error(Array(whole.prefix(header - 3))) == .badHeader)
    #expect(try error(whole + [0]) == .damaged)
    #expect(try error(Array(whole.prefix(header)) + Array(whole[(header + 16 + 65_552)...])) == .damaged)
  }

  @Test(
    "a header that is not in age's one spelling is refused before anything is worked out",
    arguments: [
      ("age-encryption.org/v2\n-> scrypt AAAA 10\n", SealError.unknownVersion),
      ("age-encryption.org/v1\n", .badHeader),
      ("age-encryption.org/v1\n-> scrypt \(salt) 18\n", .badHeader),
      ("age-encryption.org/v1\n-> scrypt \(salt) 018\n\(key)\n--- \(key)\n", .badHeader),
      ("age-encryption.org/v1\n-> scrypt \(salt) 0\n\(key)\n--- \(key)\n", .badHeader),
      ("age-encryption.org/v1\n-> scrypt \(salt) -3\n\(key)\n--- \(key)\n", .badHeader),
      ("age-encryption.org/v1\n-> scrypt \(salt) 10 10\n\(key)\n--- \(key)\n", .badHeader),
      ("age-encryption.org/v1\n-> scrypt \(salt)= 10\n\(key)\n--- \(key)\n", .badHeader),
      ("age-encryption.org/v1\n-> scrypt \(salt.dropLast())B 10\n\(key)\n--- \(key)\n", .badHeader),
      ("age-encryption.org/v1\n-> scrypt \(salt) 10\n\(key)\(key)\n--- \(key)\n", .badHeader),
      ("age-encryption.org/v1\n-> scrypt \(salt) 10\n\(key)\n-> scrypt \(salt) 10\n\(key)\n--- \(key)\n", .badHeader),
      ("age-encryption.org/v1\n-> X25519 \(key)\n\(key)\n-> scrypt \(salt) 10\n\(key)\n--- \(key)\n", .notByPassphrase),
      ("age-encryption.org/v1\n-> scrypt \(salt) 10\r\n\(key)\r\n--- \(key)\r\n", .badHeader),
      ("age-encryption.org/v1\n-> scrypt \(salt) 20\n\(key)\n--- \(key)\n", .tooCostly(workFactor: 20, limit: 19)),
      ("age-encryption.org/v1\n-> scrypt \(salt) 63\n\(key)\n--- \(key)\n", .tooCostly(workFactor: 63, limit: 19)),
      ("age-encryption.org/v1\n-> scrypt \(salt) 99999999999999999999999\n\(key)\n--- \(key)\n", .tooCostly(workFactor: .max, limit: 19)),
    ])
  func badHeaders(text: String, error: SealError) throws {
    let keys = Keyring([try phrase()])
    #expect(SealedFile.recognises(Array(text.utf8)))
    #expect(throws: error) { try keys.open(Array(text.utf8) + [UInt8](repeating: 1, count: 40), called: "a") }
  }

  private static let salt = String(repeating: "A", count: 22)
  private static let key = String(repeating: "A", count: 43)

  @Test("a file changed in any place, cut, or grown is refused with a reason, in little time and without a trap", arguments: 0..<2)
  func mutations(seed: UInt64) throws {
    var random = SplitMix(seed)
    let phrase = try phrase()
    let seal = try Seal(phrase, workFactor: 1)
    let binary = try seal.sealed(Array("Somebody's session, long enough for a line or two of armor.".utf8))
    let whole = seed % 2 == 0 ? binary : Fixture.armored(binary)
    for _ in 0..<1000 {
      var bytes = whole
      for _ in 0...random.below(3) {
        let place = random.below(bytes.count)
        switch random.below(5) {
        case 0: bytes[place] ^= UInt8(1 << random.below(8))
        case 1: bytes[place] = UInt8(random.below(256))
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(20)))
        case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 1 + random.below(40))], at: place)
        default: bytes.removeLast(bytes.count - place)
        }
        if bytes.isEmpty { bytes = [0] }
      }
      guard bytes != whole, SealedFile.recognises(bytes) else { continue }
      // A factor that mutation has raised is refused here, so that the test is quick.
      let keys = Keyring([phrase], greatestWorkFactor: 6)
      do throws(SealError) {
        let content = try keys.open(bytes, called: "a").content
        // Blanks around armor, and line ends of another kind, change nothing.
        #expect(seed % 2 == 1 && content.starts(with: "Somebody".utf8))
      } catch {
        #expect(error != .nobodyToAsk && error != .noMemory)
      }
    }
  }

  @Test("armor with lines of another length, stray padding or other digits is refused")
  func badArmor() throws {
    let phrase = try phrase()
    let whole = String(decoding: Fixture.armored(try Seal(phrase, workFactor: 1).sealed(Array("abc".utf8))), as: UTF8.self)
    #expect(try Keyring([phrase]).open(Array(("\n  " + whole.replacing("\n", with: "\r\n") + "\n \n").utf8), called: "a").content == Array("abc".utf8))
    let lines = whole.split(separator: "\n").map(String.init)
    func refused(_ lines: [String]) { #expect(throws: SealError.self) { try Keyring([phrase]).open(Array(lines.joined(separator: "\n").utf8), called: "a") } }
    refused(Array(lines.dropLast()))
    refused([lines[0], lines[1] + lines[2]] + lines.dropFirst(3))
    refused([lines[0], ""] + lines.dropFirst())
    refused([lines[0], String(lines[1].dropLast()) + "="] + lines.dropFirst(2))
    refused([lines[0], String(lines[1].dropLast()) + "-"] + lines.dropFirst(2))
    refused(lines + ["more"])
  }

  // MARK: - Passphrases

  @Test("nobody is asked when a known passphrase opens it; else three times, and what was right is known from then on")
  func asking() throws {
    let file = try Seal(try phrase(), workFactor: 1).sealed([1, 2])
    let asked = Counter()
    let answers = ["wrong", "wrong again", "one two three"]
    let keys = Keyring { name, attempt throws(SealError) in
      #expect(name == "mango.json")
      asked.add(attempt)
      guard let phrase = Passphrase(answers[min(attempt, 3) - 1].utf8) else { throw .notGiven }
      return phrase
    }
    #expect(throws: SealError.nobodyToAsk) { try keys.quiet.open(file, called: "mango.json") }
    #expect(try keys.open(file, called: "mango.json").content == [1, 2] && asked.all == [1, 2, 3])
    #expect(try keys.quiet.open(file, called: "mango.json").content == [1, 2])
    // Another file of the same passphrase.
    #expect(try keys.open(try Seal(try phrase(), workFactor: 1).sealed([3]), called: "other.json").content == [3] && asked.all == [1, 2, 3])
    let foreign = try Seal(try phrase("something else"), workFactor: 1).sealed([4])
    #expect(throws: SealError.wrongPassphrase) { try keys.quiet.open(foreign, called: "mango.json") }
    let never = Keyring { _, _ throws(SealError) in throw .notGiven }
    #expect(throws: SealError.notGiven) { try never.open(foreign, called: "mango.json") }
  }

  @Test("a passphrase is the first line of a file, as it is; nothing, and far too much, is none")
  func firstLine() throws {
    #expect(Passphrase(firstLineOf: Array("one two \nthree\n".utf8)) == Passphrase("one two ".utf8))
    #expect(Passphrase(firstLineOf: Array("one\r\n".utf8)) == Passphrase("one".utf8))
    #expect(Passphrase(firstLineOf: []) == nil && Passphrase(firstLineOf: [0x0A]) == nil)
    #expect(Passphrase(repeatElement(0x61, count: 1025)) == nil)
    let phrase = try phrase("secret words")
    let seal = try Seal(phrase, workFactor: 1)
    var text = "\(phrase) \(seal) "
    dump(phrase, to: &text)
    dump(seal, to: &text)
    #expect(!text.contains("secret") && !text.contains("key"))
  }

  // MARK: - Records

  @Test("a record is opened only as the one of its number, by the seal and the salt that it was sealed with")
  func records() throws {
    let seal = try Seal(try phrase(), workFactor: 1), other = try Seal(try phrase(), workFactor: 1)
    var sealer = RecordSealer(seal)
    let one = sealer.sealed(Array("first".utf8)) ?? [], two = sealer.sealed(Array("first".utf8)) ?? []
    let salt = sealer.salt, number = sealer.number
    #expect(one != two && number == 2)
    let opener = try #require(RecordOpener(seal, salt: salt))
    #expect(opener.opened(one, number: 1) == Array("first".utf8) && opener.opened(two, number: 2) == Array("first".utf8))
    #expect(opener.opened(one, number: 2) == nil && opener.opened(two, number: 1) == nil && opener.opened([], number: 1) == nil)
    #expect(RecordOpener(other, salt: salt)?.opened(one, number: 1) == nil)
    let otherSalt = RecordSealer(seal).salt
    #expect(RecordOpener(seal, salt: otherSalt)?.opened(one, number: 1) == nil && RecordOpener(seal, salt: [1]) == nil)
  }

  @Test("base 64 has one spelling for the same bytes")
  func base64() {
    for count in 0..<40 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 200) }
      let text = Data(bytes).base64EncodedString().replacing("=", with: "")
      #expect(Base64.encode(bytes) == Array(text.utf8) && Base64.decode(Array(text.utf8)) == bytes)
    }
    for text in ["A", "AB", "AAAAA", "AA==", "A\nAA", "A A", "ÄÄ", "AAB"] { #expect(Base64.decode(Array(text.utf8)) == nil, "\(text)") }
  }
}
