import SessionModel
import Testing
import Words

@Suite struct CatalogueTests {
  @Test("English is a whole catalogue")
  func whole() {
    let catalogue: any Catalogue = English()
    #expect(catalogue.plural(.stakeholder) == "stakeholders")
  }
}
