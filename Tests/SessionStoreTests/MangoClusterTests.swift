import Foundation
import SessionModel
import SessionStore
import Testing

@Suite struct MangoClusterTests {
  private func sample() throws -> (bytes: [UInt8], session: Session) {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("sample-data/mango-cluster.json")
    let bytes = [UInt8](try Data(contentsOf: file))
    return (bytes, try SessionFormat.decode(bytes, file: file.lastPathComponent))
  }

  @Test("the mango cluster is written as it stands, byte for byte")
  func canonical() throws {
    let (bytes, session) = try sample()
    #expect(SessionFormat.encode(session) == bytes)
  }

  @Test("nothing in the mango cluster looks wrong")
  func clean() throws {
    #expect(try sample().session.findings().isEmpty)
  }

  @Test("everything in it says what it stands on, and what is documented says where")
  func provenance() throws {
    let session = try sample().session
    for kind in EntityKind.allCases {
      for entity in session.entities(of: kind) {
        #expect(entity.common.basis?.option != nil, "\(entity.id)")
        #expect(entity.common.basis?.option != .documented || entity.common.citation.hasPrefix("Cluster approach, "), "\(entity.id)")
      }
    }
    session.readings.forEach { #expect($0.aspect?.option != .trust || $0.common.basis?.option == .illustrative) }
  }
}
