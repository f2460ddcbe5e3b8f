import Drawing
import SessionModel
import Testing

@testable import Workbench

@Suite("Looking for something in a large session")
struct SearchJobTests {
  private static func large() -> Session { .firms(3_001) { "Firm \($0) of the valley" } }

  private static func bench() throws -> (ScreenBench, SearchJob) {
    var bench = ScreenBench(large(), width: 100, height: 30)
    let answers = try #require(bench.desk.answersJob)
    #expect(bench.desk.searchJob == nil, "the answers, which are on the screen, come first")
    bench.desk.receive(answers.run(), of: answers)
    return (bench, try #require(bench.desk.searchJob))
  }

  @Test("all texts are gathered behind, and an open finder shows what it finds as soon as they are there")
  func gathering() throws {
    var (bench, job) = try Self.bench()
    bench.type("/firm 2987")
    #expect(bench.shows("in a moment") && !bench.shows("Firm 2987"))
    bench.desk.receive(job.run(), of: job)
    #expect(bench.shows("Firm 2987 of the valley") && !bench.shows("in a moment") && bench.desk.searchJob == nil)
    bench.type("xyz")
    #expect(bench.shows("Nothing has these words in it"))
  }

  @Test("what is added or renamed while they are gathered is found as it is now")
  func meanwhile() throws {
    var (bench, job) = try Self.bench()
    var renamed = try #require(bench.desk.working.session.stakeholders[EntityID("s-5") ?? .session])
    renamed.name = "Packers by the river"
    bench.desk.perform(Title(.edit), [.replace(renamed)])
    bench.desk.receive(job.run(), of: job)
    bench.type("/by the river")
    #expect(bench.shows("Packers by the river"))
    bench.press(Key(.escape))
    bench.type("/Firm 5 of")
    #expect(!bench.shows("Firm 5 of the valley"))
  }

  @Test("a filter before they are there does not wait for them")
  func filter() throws {
    var (bench, job) = try Self.bench()
    bench.type("3f2987")
    #expect(bench.shows("Firm 2987 of the valley") && bench.desk.searchJob == nil)
    bench.desk.receive(job.run(), of: job)
    #expect(bench.shows("Firm 2987 of the valley"))
  }

  @Test("whoever looks for something before the answers are there waits for neither")
  func atOnce() throws {
    var bench = ScreenBench(Self.large(), width: 100, height: 30)
    #expect(bench.desk.answersJob != nil)
    _ = bench.desk.update(.key(Key("/")), now: bench.now)
    #expect(bench.desk.searchJob != nil && bench.shows("in a moment"))
  }

  @Test("an open finder shows nothing that went while they were gathered")
  func gone() throws {
    var (bench, job) = try Self.bench()
    bench.desk.perform(Title(.remove), [.remove(EntityRef(.stakeholder, EntityID("s-2987") ?? .session))])
    bench.type("/firm 2987")
    bench.desk.receive(job.run(), of: job)
    #expect(bench.shows("Firm 2978") && !bench.shows("│ a stakeholder"), "only others that look like it")
  }
}
