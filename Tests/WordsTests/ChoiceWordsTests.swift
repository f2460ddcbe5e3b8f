import SessionModel
import Testing
import Words

@Suite struct ChoiceWordsTests {
  let words = English()

  /// The lists that a field of the model uses.
  private func lists() -> Set<ChoiceList> {
    var found: Set<ChoiceList> = []
    func walk(_ record: RecordDescription) {
      for field in record.fields {
        switch field.kind {
        case .choice(let list), .choices(let list): found.insert(list)
        case .items(let inner): walk(inner)
        default: break
        }
      }
    }
    for kind in EntityKind.allCases { walk(kind.description) }
    return found
  }

  @Test("every list that a field uses is known by name, and its words differ")
  func everyList() {
    for list in lists() {
      let shown = list.codes.map { words.choice(list.name, $0) }
      #expect(Set(shown).count == shown.count, "\(list.name): \(shown)")
      for (code, text) in zip(list.codes, shown) where code.contains("-") && code != "clean-up" && code != "risk-sharing-contract" {
        #expect(text != code, "\(list.name) shows the bare code \(code)")
      }
    }
  }

  @Test("a code or a list from a newer version is shown as itself")
  func unknown() {
    #expect(words.choice("stakeholderKind", "satellite") == "satellite")
    #expect(words.choice("weather", "rain") == "rain")
    #expect(words.choice(Choice<StakeholderKind>.unknown("satellite")) == "satellite")
    #expect(words.choice(Choice<StakeholderKind>.known(.smallholderGroup)) == "smallholder group")
  }

  @Test("every level of every scale has words, and short ones fit ten columns", arguments: Scale.allCases)
  func levels(scale: Scale) {
    for value in scale.range {
      #expect(Int(words.level(scale, value)) == nil)
      #expect(words.shortLevel(scale, value).count <= 10)
    }
    #expect(words.level(scale, 9) == "9")
    #expect(words.question(scale).hasSuffix("?"))
  }
}
