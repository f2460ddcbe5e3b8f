import Drawing
import SessionModel
import Testing

@testable import Workbench

@Suite("Answers of a large session")
struct AnswersBehindTests {
  @Test("are asked for behind on the list and on the map, and those of before stay beside the selected one until they are there", arguments: ["2", "3"])
  func inspector(screen: Character) throws {
    var bench = ScreenBench(.firms(400, tied: true), width: 200, height: 50)
    bench.press(Key(screen))
    #expect(bench.shows("Tied to 2 of 399"))
    bench.desk.jump(to: EntityRef(.stakeholder, EntityID("s-7") ?? .session))
    bench.press(Key.alt(screen))
    #expect(bench.desk.answersJob == nil)
    var changed = try #require(bench.desk.working.session.stakeholders[EntityID("s-7") ?? .session])
    changed.name = "Firm of the seventh"
    bench.desk.perform(Title(.edit), [.replace(changed)])
    let job = try #require(bench.desk.answersJob)
    #expect(bench.shows("Firm of the seventh") && bench.shows("Tied to 2 of 399"))
    bench.desk.receive(job.run(), of: job)
    #expect(bench.desk.answersJob == nil && bench.shows("Tied to 2 of 399"))
  }

  @Test("come with what does not look right in the entries, which the advice lists when it is there")
  func findings() throws {
    var session = Session.firms(400, tied: true)
    var broken = Relationship(id: EntityID("r-broken") ?? .session)
    broken.from = EntityID("s-1")
    session.put(broken)
    var bench = ScreenBench(session, width: 160, height: 60)
    _ = bench.desk.update(.key(Key("9")), now: bench.now)
    #expect(!bench.desk.advice.rows.contains { $0.about == broken.ref })
    let job = try #require(bench.desk.answersJob)
    bench.desk.receive(job.run(), of: job)
    #expect(bench.desk.advice.rows.contains { $0.about == broken.ref })
  }
}
