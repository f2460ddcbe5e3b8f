import JSON
import SessionModel
import SessionStore
import Testing

@Suite struct SessionFormatTests {
  @Test("what is written is read again as the same session, and written again as the same bytes", arguments: 0..<60)
  func roundTrip(seed: UInt64) throws {
    let session = RandomSession.make(seed: seed)
    let bytes = SessionFormat.encode(session)
    let read = try SessionFormat.decode(bytes, file: "random")
    #expect(read == session)
    #expect(SessionFormat.encode(read) == bytes)
  }
}
