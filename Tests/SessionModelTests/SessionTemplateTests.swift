import SessionModel
import Testing

@Suite struct SessionTemplateTests {
  private func session(_ template: SessionTemplate) -> Session {
    var generator = SystemRandomNumberGenerator()
    return template.session({ $0.rawValue }, using: &generator)
  }

  @Test("nothing in a template looks wrong but the missing title", arguments: SessionTemplate.allCases)
  func clean(template: SessionTemplate) {
    #expect(session(template).findings().map(\.rule) == [.missingName])
  }

  @Test("every template but the blank one has a chain with both bands and phases", arguments: SessionTemplate.allCases)
  func chain(template: SessionTemplate) {
    let profile = session(template).profile
    guard template != .blank else {
      #expect(profile.segments.isEmpty)
      return
    }
    #expect(profile.segments.filter { $0.isBand }.compactMap(\.stage?.option) == [.supporting, .enabling])
    #expect(profile.segments.filter { !$0.isBand }.count >= 5)
    #expect(profile.phases.count == 5)
    #expect(Set(profile.segments.map(\.id) + profile.phases.map(\.id)).count == profile.segments.count + profile.phases.count)
  }

  @Test("a cluster begins with the agenda of a day, a cooperative with its organisation profile and its members")
  func contents() {
    let agenda = session(.cluster).workshops.sorted.first?.agenda ?? []
    #expect((180...480).contains(agenda.compactMap(\.minutes).reduce(0, +)))
    let cooperative = session(.cooperative)
    #expect(cooperative.stakeholders.sorted.contains { $0.type == StakeholderKind.cooperative && $0.organisation.count == 1 })
    #expect(cooperative.relationships.count == 1)
  }
}
