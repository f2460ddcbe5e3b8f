import SessionModel
import Testing
import Words

@Suite struct SentenceTests {
  let words = English()

  @Test("kinds are counted and take the right article")
  func kinds() {
    #expect(words.counted(1, .stakeholder) == "1 stakeholder")
    #expect(words.counted(20_000, .stakeholder) == "20,000 stakeholders")
    #expect(words.withArticle(.endMarket) == "an end market")
    #expect(words.withArticle(.workshop) == "a workshop")
    #expect(words.plural(.action) == "action items")
  }

  @Test("what was done is said in the past, with the name or the number")
  func titles() {
    #expect(words.sentence(Title(.add, .stakeholder, name: "Frutas del Caribe")) == "Added Frutas del Caribe")
    #expect(words.sentence(Title(.edit, .stakeholder, count: 3)) == "Changed 3 stakeholders")
    #expect(words.sentence(Title(.remove, .stakeholder, name: "Nursery")) == "Removed Nursery")
    #expect(words.sentence(Title(.add, .initiative)) == "Added an initiative")
    #expect(words.sentence(Title(.edit, .relationship, name: "A → B", field: "paymentDays")) == "Changed A → B: payment days")
    #expect(words.sentence(Title(.edit, .session, field: "vision")) == "Changed the session: vision")
    #expect(words.sentence(Title(.setTrust, .reading, name: "Small → MdM")) == "Set trust: Small → MdM")
    #expect(words.sentence(Title(.setReading, .stakeholder, name: "MdM", field: "influence")) == "Set influence: MdM")
    #expect(words.sentence(Title(.paste, .stakeholder, count: 20)) == "Pasted 20 stakeholders")
  }

  @Test("undo and redo repeat the sentence without changing a name")
  func undo() {
    #expect(words.undid(Title(.add, .stakeholder, name: "EU buyers")) == "Undid: added EU buyers")
    #expect(words.redid(Title(.remove, .stakeholder, count: 2)) == "Redid: removed 2 stakeholders")
  }

  @Test("a title without kind or name still makes a sentence")
  func bare() {
    for verb: Title.Verb in [
      .add, .edit, .remove, .connect, .setTrust, .setReading, .move, .paste, .importFile, .capture, .template, .fold, .vote, .workshop,
    ] {
      #expect(!words.sentence(Title(verb)).hasSuffix(" "))
      #expect(!words.sentence(Title(verb, count: 4)).isEmpty)
    }
  }
}
