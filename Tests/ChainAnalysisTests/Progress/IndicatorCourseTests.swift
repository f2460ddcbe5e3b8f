import ChainAnalysis
import SessionModel
import Testing

@Suite struct IndicatorCourseTests {
  @Test("an indicator is ahead or behind the straight line from baseline to target, also when less is better")
  func course() {
    func course(_ baseline: String, _ target: String, _ value: String) -> PlanCourse {
      var indicator = Indicator(id: EntityID("n-1") ?? .session)
      indicator.baseline = Figure(notation: baseline).map { [$0] } ?? []
      indicator.baselineOn = PartialDate("2000-01-01")
      indicator.target = Figure(notation: target).map { [$0] } ?? []
      indicator.due = PartialDate("2010-01-01")
      var reading = Reading(id: EntityID("t-1") ?? .session)
      reading.on = PartialDate("2005-01-01")
      reading.figure = Figure(notation: value).map { [$0] } ?? []
      return IndicatorCourse(indicator, [reading]).standing
    }
    #expect(course("0 t", "100 t", "60 t") == .ahead)
    #expect(course("0 t", "100 t", "40 t") == .behind)
    #expect(course("0 t", "100 t", "100 t") == .reached)
    #expect(course("90 %", "10 %", "40 %") == .ahead)
    #expect(course("90 %", "10 %", "60 %") == .behind)
    #expect(course("0 t", "100 t", "60 kg") == .notComparable)
    #expect(course("0 t", "", "60 t") == .noTarget)
    #expect(IndicatorCourse(Indicator(id: EntityID("n-1") ?? .session), []).standing == .noReading)
  }
}
