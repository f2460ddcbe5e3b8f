@testable import Exchange
import SessionModel
import Testing
import Words

@Suite struct TemplateTests {
  private let report = SessionReport(Sample.hostile("<i>"), today: Sample.today, words: English())

  private func render(_ template: String, _ format: ReportFormat = .html) throws(ReportError) -> String {
    try report.render(format, template: Array(template.utf8))
  }

  @Test("an organisation's own template prints what it names")
  func own() throws {
    #expect(try render("{{! ours }}{{title}}: {{#stakeholders}}{{count}}{{#groups}}{{#rows}} {{name}}{{/rows}}{{/groups}}{{/stakeholders}}{{^trust}}.{{/trust}}\n") == "&lt;i&gt;: 2 &lt;i&gt; &lt;i&gt;.\n")
  }

  @Test("three braces and an ampersand do not get round the escaping")
  func unescaped() throws {
    #expect(try render("{{{title}}} {{&title}}") == "&lt;i&gt; &lt;i&gt;")
  }

  @Test("a section or comment alone on its line leaves no line behind, and beside text it leaves the text as it is")
  func lines() throws {
    let template = "a\n  {{#stakeholders}}\n b {{count}}\n{{! a word }}\n\t{{/stakeholders}} \nc{{^trust}} d\n{{/trust}}"
    #expect(try render(template) == "a\n b 2\nc d\n")
  }

  @Test("a name is looked for from the section outwards, and an empty one there hides the one outside")
  func scopes() throws {
    let outside = ReportValue.record(["name": .text("out"), "rows": .list([.record(["name": .text("")]), .record([:]), .text("text")])])
    #expect(try Template(Array("{{#rows}}[{{name}}]{{/rows}}".utf8), names: ["name", "rows"]).fill(outside, .text) == "[][out][out]")
    #expect(try Template(Array("{{#rows}}{{.}}{{/rows}}".utf8), names: ["name", "rows"]).fill(outside, .text) == "text")
    #expect(try Template(Array("{{rows.name}}{{rows}}".utf8), names: ["name", "rows"]).fill(outside, .text).isEmpty)
  }

  @Test("sections that repeat each other for ever are stopped and named")
  func endless() {
    let rows = ReportValue.record(["rows": .list(Array(repeating: .text("x"), count: 100))])
    let template = String(repeating: "{{#rows}}", count: 20) + String(repeating: "{{/rows}}", count: 20)
    let error = #expect(throws: ReportError.self) { try Template(Array(("\n" + template).utf8), names: ["rows"]).fill(rows, .text) }
    #expect(error?.problem == .endless)
    #expect(error?.line == 2)
  }

  @Test("a mistake in a template is named with its line and column", arguments: [
    ("a\n{{titel}}", TemplateProblem.unknownName("titel", known: ["title"]), 2, 1),
    ("{{#plan}}\n\n", .unclosedSection("plan"), 1, 1),
    ("{{#plan}}{{/vision}}", .wrongEnd("vision", open: "plan"), 1, 10),
    ("x{{/plan}}", .wrongEnd("plan", open: nil), 1, 2),
    ("{{", .unfinishedTag, 1, 1), ("é{{! two\nlines }}\nö {{/plan}}", .wrongEnd("plan", open: nil), 3, 3), ("{{{title}}", .unfinishedTag, 1, 1), ("\n\n {{title}", .unfinishedTag, 3, 2),
    ("{{}}", .badName(""), 1, 1), ("{{title(x)}}", .badName("title(x)"), 1, 1), ("{{> other}}", .unsupportedTag(">"), 1, 1),
    ("{{=<% %>=}}", .unsupportedTag("="), 1, 1), ("{{$a}}{{/a}}", .unsupportedTag("$"), 1, 1), ("{{% CONTENT_TYPE:HTML}}", .unsupportedTag("%"), 1, 1),
  ])
  func mistakes(template: String, problem: TemplateProblem, line: Int, column: Int) throws {
    let error = #expect(throws: ReportError.self) { try render(template) }
    #expect(error == ReportError(problem, line: line, column: column))
    #expect(error?.sentence(English()).isEmpty == false)
  }

  @Test("bytes that are no text, too long or too deep are refused with a sentence")
  func hostile() {
    #expect(throws: ReportError(.notUTF8, line: 2, column: 1)) { try report.render(.text, template: [0x61, 0x0A, 0xFF]) }
    #expect(throws: ReportError(.tooLarge, line: 1, column: 1)) { try report.render(.text, template: Array(repeating: 0x61, count: 1 << 20 + 1)) }
    #expect(throws: ReportError.self) { try render(String(repeating: "{{#plan}}", count: 100) + String(repeating: "{{/plan}}", count: 100)) }
  }

  @Test("no arrangement of tags traps: each renders or is refused")
  func fuzz() {
    var random = Seeded(7)
    let parts = ["{{", "}}", "{{{", "}}}", "#", "/", "^", "!", "&", ">", "<", "$", "=", "%", "*", "title", "plan", ".", " ", "\n", "\r\n", "(", ")", "é", "words.vision", "\"", "rows"]
    for _ in 0..<4000 {
      let template = (0..<random.below(12)).map { _ in parts[random.below(parts.count)] }.joined()
      _ = try? render(template)
    }
  }

  @Test("the built-in templates are valid starting points", arguments: ReportFormat.allCases)
  func builtIn(format: ReportFormat) throws {
    #expect(try report.render(format, template: Array(SessionReport.defaultTemplate(format).utf8)) == report.render(format))
  }
}
