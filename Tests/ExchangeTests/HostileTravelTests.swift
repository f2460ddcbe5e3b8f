import Exchange
import SessionModel
import SessionStore
import Testing
import Words

/// Damaged tables, templates and keys: a result or a typed error, in bounded time, and never a crash. `make fuzz` looks for longer.
@Suite(.timeLimit(.minutes(2))) struct HostileTravelTests {
  /// The bytes with something wrong in them.
  private func damaged(_ bytes: [UInt8], _ random: inout Seeded, telling: String) -> [UInt8] {
    var bytes = bytes
    let telling = Array(telling.utf8) + [0x00, 0x1B, 0x80, 0xC2, 0xED, 0xF4, 0xFF]
    for _ in 0...random.below(4) {
      guard !bytes.isEmpty else { return telling }
      let place = random.below(bytes.count)
      switch random.below(5) {
      case 0: bytes[place] = random.pick(telling) ?? 0
      case 1: bytes.insert(contentsOf: (0...random.below(3)).map { _ in random.pick(telling) ?? 0 }, at: place)
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(30)))
      case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + random.below(60))], at: random.below(bytes.count))
      default: bytes.insert(contentsOf: Array("99999999999999999999999".utf8), at: place)
      }
    }
    return bytes
  }

  @Test("damaged tables are imported or refused line by line, and what is imported holds together", arguments: 0..<8 as Range<UInt64>)
  func tables(seed: UInt64) throws {
    var random = Seeded(seed)
    let session = RandomSession.make(seed: seed, size: 2)
    let files = CSVExport.files(session, confidential: true)
    for file in files {
      for _ in 0..<8 {
        let table = CSVFile(name: file.name, bytes: damaged(file.bytes, &random, telling: ",;\t\"\r\n'={}[]"))
        let result = CSVImport([table], into: session, at: Sample.now, words: English(), using: &random)
        for issue in result.issues { #expect(!issue.sentence(English()).isEmpty) }
        var changed = session
        guard (try? changed.apply(result.transaction)) != nil else { continue }
        #expect(try SessionFormat.decode(SessionFormat.encode(changed), file: "imported") == changed)
      }
    }
  }

  @Test("damaged templates print or are refused with a place, and never print what the session has as structure", arguments: 0..<8 as Range<UInt64>)
  func templates(seed: UInt64) throws {
    var random = Seeded(seed)
    let report = SessionReport(Sample.hostile("<script>x</script>"), today: Sample.today, words: English())
    for format in ReportFormat.allCases {
      let template = Array(SessionReport.defaultTemplate(format).utf8)
      for _ in 0..<5 {
        do throws(ReportError) {
          let text = try report.render(format, template: damaged(template, &random, telling: "{}#/^&!>=% \n"))
          if format == .html { #expect(!text.contains("<script>x")) }
        } catch {
          #expect(error.line > 0 && error.column > 0 && !error.sentence(English()).isEmpty)
        }
      }
    }
  }

  @Test("a damaged key of pseudonyms is read or refused with its line", arguments: 0..<8 as Range<UInt64>)
  func keys(seed: UInt64) throws {
    var random = Seeded(seed)
    let session = RandomSession.make(seed: seed, size: 4)
    let key = try Pseudonyms(session, key: nil, words: English()).keyFile
    for _ in 0..<40 {
      do throws(PseudonymError) {
        let names = try Pseudonyms(session, key: damaged(key, &random, telling: ",\"\n\r"), words: English())
        #expect(Set(names.entries.map(\.id)).count == names.entries.count)
      } catch {
        #expect(error.line > 0)
      }
    }
  }
}
