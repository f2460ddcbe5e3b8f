import Foundation
import SessionStore
import Testing

@Suite struct CommandLineTests {
  private let folder = Folder()

  private func run(_ arguments: String..., input: String = "") throws -> Program.Result {
    try Program.run(arguments, in: folder, input: input)
  }

  @Test("each template makes a session that is clean and in its canonical bytes", arguments: ["blank", "value-chain", "cluster", "cooperative"])
  func templates(template: String) throws {
    let made = try run("new", "mine.json", "--template", template, "--title", "Mine")
    #expect(made.status == 0)
    #expect(made.output.contains("rapport mine.json"))
    #expect(try run("check", "mine.json").status == 0)
    #expect(try run("format", "mine.json").output == folder.read("mine.json"))
    #expect(folder.read("mine.json").contains("\"title\": \"Mine\""))
  }

  @Test("a new session never takes the place of a file, and with --force only that of a session")
  func newKeepsWhatIsThere() throws {
    try folder.write("not a session", to: "letter.json")
    let refused = try run("new", "letter.json")
    #expect(refused.status == 73)
    #expect(refused.complaint == "letter.json: There is already a file of this name. Choose another, or write over it with --force.\n")
    #expect(try run("new", "letter.json", "--force").status == 65)
    #expect(folder.read("letter.json") == "not a session")
    #expect(try run("new", "mine.json").status == 0)
    #expect(try run("new", "mine.json", "--force", "--title", "Again").status == 0)
    #expect(folder.read("mine.json").contains("Again"))
  }

  @Test("a session can be read by its owner only")
  func privacy() throws {
    _ = try run("new", "mine.json")
    let mode = try FileManager.default.attributesOfItem(atPath: folder["mine.json"])[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("check names file, line and column of every problem, says what to do, and ends with 65")
  func checkProblems() throws {
    try folder.write(
      """
      {
        "rapport": 1,
        "session": { "id": "session", "title": 3 }
      }
      """, to: "bad.json")
    let result = try run("check", "bad.json")
    #expect(result.status == 65)
    #expect(result.complaint.hasPrefix("bad.json:3:42: session.title: Here must be a text"))
    #expect(result.output.isEmpty)
  }

  @Test("check prints what does not look right as sentences")
  func checkFindings() throws {
    let text = Sample.text.replacing("\"approach\": \"cluster\"", with: "\"approach\": \"clutter\"", maxReplacements: 1)
    try folder.write(text, to: "odd.json")
    let result = try run("check", Sample.path, "odd.json")
    #expect(result.status == 65)
    #expect(result.output.contains("mango-cluster.json: nothing looks wrong."))
    #expect(result.output.contains("odd.json: warning: session: "))
    #expect(result.output.contains("“clutter”"))
  }

  @Test("statuses are those that other programs use", arguments: [
    (["check", "nowhere.json"], 66), (["nowhere.json"], 66), (["report", "."], 66), (["check", "--nonsense"], 64), (["new"], 64),
    (["report", Sample.path, "--format", "cinema"], 64), (["format", Sample.path, "-o", "no/folder/here.json"], 73),
    (["handout", Sample.path, "--kind", "trust-sheet"], 64), (["handout", Sample.path, "--kind", "map", "--format", "text"], 64),
    (["remind", Sample.path, "--owner", "nobody of this name"], 65), (["minutes", Sample.path, "--workshop", "1999"], 65),
    (["play", "--keys", "<Nokey>", Sample.path], 65), (["play", "--keys", "<expect:Nobody of this name>", Sample.path], 1),
  ] as [([String], Int32)])
  func statuses(arguments: [String], status: Int32) throws {
    let result = try Program.run(arguments, in: folder)
    #expect(result.status == status, "\(result.complaint)")
    #expect(!result.complaint.isEmpty)
  }

  @Test("minutes, the plan, what is due and what is given away are printed, and nobody is named who did not agree")
  func handingOut() throws {
    let clock = ["--clock", "2008-07-01T10:00:00Z"]
    let minutes = try Program.run(["minutes", Sample.path, "--workshop", "2005-02-18"] + clock, in: folder)
    #expect(minutes.status == 0)
    #expect(minutes.output.contains("38 people") && minutes.output.contains("Traps go up in every orchard"))
    let calendar = try Program.run(["plan", Sample.path] + clock, in: folder)
    #expect(calendar.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(try Program.run(["plan", Sample.path, "-o", "plan.csv"] + clock, in: folder).status == 0)
    #expect(folder.read("plan.csv").hasPrefix("What,Who"))
    #expect(try Program.run(["agenda", Sample.path] + clock, in: folder).output.contains("LATE (6)"))
    #expect(try Program.run(["remind", Sample.path, "--owner", "promango"] + clock, in: folder).output.contains("Collect the dues"))
    let pages = try Program.run(["handout", Sample.path, "--kind", "commitments", "-o", "promises.html"] + clock, in: folder)
    #expect(pages.status == 0)
    let sheet = try Program.run(["handout", Sample.path, "--kind", "trust-sheet", "--confidential"] + clock, in: folder)
    #expect(sheet.output.contains("Confidential"))
    #expect(try run("methods").output.contains("[[method]]"))
    for text in [minutes.output, calendar.output, folder.read("promises.html")] { #expect(!text.contains("Small grower B")) }
  }

  @Test("without a terminal the workbench says in one line why not and what to do")
  func noTerminal() throws {
    let result = try run(Sample.path)
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.complaint.split(separator: "\n").count == 1)
    #expect(result.complaint.contains("rapport report"))
  }

  @Test("the demo without a terminal prints the sample's summary and how to open it")
  func demoWithoutTerminal() throws {
    let result = try run("demo")
    #expect(result.status == 0)
    #expect(result.output.contains("Mango cluster of the Dominican Republic"))
    #expect(result.complaint.contains("rapport demo"))
    #expect(folder.names.isEmpty)
  }

  @Test("format reads standard input, and writes over its own file but over no other")
  func format() throws {
    let shuffled = "{\"session\": {\"title\": \"B\", \"id\": \"session\"}, \"rapport\": 1}"
    let canonical = try run("format", "-", input: shuffled).output
    #expect(canonical.hasPrefix("{\n  \"rapport\": 1,\n"))
    try folder.write(shuffled, to: "a.json")
    #expect(try run("format", "a.json", "-o", "a.json").status == 0)
    #expect(folder.read("a.json") == canonical)
    try folder.write("other", to: "b.json")
    #expect(try run("format", "a.json", "-o", "b.json").status == 73)
    #expect(folder.read("b.json") == "other")
  }

  @Test("format gives the sample back byte for byte, which is also the one in the program")
  func formatIsCanonical() throws {
    #expect(try run("format", Sample.path).output == Sample.text)
    #expect(try run("demo", "copy.json").status == 0)
    #expect(folder.read("copy.json") == Sample.text)
  }

  @Test("a newer version's file is neither rewritten nor taken for a wrong one")
  func newerVersion() throws {
    try folder.write(Sample.text.replacing("\"rapport\": 1", with: "\"rapport\": 99", maxReplacements: 1), to: "newer.json")
    #expect(try run("check", "newer.json").status == 0)
    let result = try run("format", "newer.json", "-o", "newer.json")
    #expect(result.status == 65)
    #expect(result.complaint.contains("newer version"))
  }

  @Test("a summary follows the ending of its file, keeps trust to itself, and is written over only with --force")
  func report() throws {
    #expect(try run("report", Sample.path, "-o", "summary.html").status == 0)
    #expect(folder.read("summary.html").lowercased().hasPrefix("<!doctype html>"))
    #expect(try run("report", Sample.path, "-o", "summary.html").status == 73)
    #expect(try run("report", Sample.path, "-o", "summary.html", "--force").status == 0)
    let plain = try run("report", Sample.path).output
    let full = try run("report", Sample.path, "--confidential").output
    #expect(full.count > plain.count)
  }

  @Test("tables that were exported are imported again without a change, and a bad row changes nothing")
  func tables() throws {
    _ = try run("demo", "mango.json")
    #expect(try run("export", "mango.json", "-o", "tables", "--confidential").status == 0)
    #expect(try run("import", "mango.json", "--csv", "tables/stakeholders.csv", "tables/actions.csv").status == 0)
    #expect(folder.read("mango.json") == Sample.text)
    try folder.write("id,name,size\n,Ana's nursery,small\n,Bo,enormous\n", to: "stakeholders.csv")
    let refused = try run("import", "mango.json", "--csv", "stakeholders.csv")
    #expect(refused.status == 65)
    #expect(refused.complaint.contains("stakeholders.csv:3"))
    #expect(folder.read("mango.json") == Sample.text)
    #expect(try run("import", "mango.json", "--csv", "stakeholders.csv", "--skip-bad-rows").status == 0)
    #expect(folder.read("mango.json").contains("Ana's nursery"))
  }

  @Test("the schema is JSON that names every member of the sample, and a page of Markdown for people")
  func schema() throws {
    let schema = try run("schema").output
    let value = try JSONSerialization.jsonObject(with: Data(schema.utf8)) as? [String: Any]
    let properties = try #require(value?["properties"] as? [String: Any])
    let session = try #require(try JSONSerialization.jsonObject(with: Data(Sample.text.utf8)) as? [String: Any])
    #expect(Set(session.keys).isSubset(of: properties.keys))
    #expect(try run("schema", "--markdown").output.hasPrefix("# "))
  }

  @Test("a reader that stops early ends the program without a word")
  func brokenPipe() throws {
    let result = try Program.shell("rapport format '\(Sample.path)' | head -n 1", in: folder)
    #expect(result.output == "{\n")
    #expect(result.complaint.isEmpty)
  }

  @Test("a full disk is reported")
  func fullDisk() throws {
    let result = try Program.shell("rapport format '\(Sample.path)' > /dev/full", in: folder)
    #expect(result.status == 74)
    #expect(result.complaint.contains("disk is full"))
  }

  @Test("nothing in a file's name or text can steer the terminal")
  func hostileNames() throws {
    let name = "a\u{1B}]0;x\u{07}\u{9B}31m.json"
    try folder.write("{\"rapport\": 1, \"session\": {\"id\": \"session\", \"\u{1B}[2J\u{202E}\": 1, \"title\": 2}}", to: name)
    let result = try run("check", name)
    #expect(result.status == 65)
    let unknown = try run("check", "--\u{1B}]0;x\u{07}")
    #expect(unknown.status == 64)
    let comparison = try run("diff", Sample.path, name)
    for bad in ["\u{1B}", "\u{07}", "\u{9B}", "\u{202E}"] {
      for said in [result, unknown, comparison] { #expect(!(said.complaint + said.output).contains(bad)) }
    }
  }

  @Test("every command explains itself, and the manual page has every one of them")
  func help() throws {
    let manual = try run("man").output
    for command in ["open", "new", "demo", "check", "format", "report", "export", "import", "diff", "merge", "forget", "schema", "play"] {
      let help = try run(command, "--help")
      #expect(help.status == 0)
      #expect(help.output.contains("USAGE: rapport \(command)"))
      #expect(manual.contains(".SS rapport \(command)"))
      for line in help.output.split(separator: "\n") where !line.hasPrefix("USAGE") { #expect(line.count <= 80, "\(line)") }
    }
    #expect(try run("--generate-completion-script", "bash").output.contains("_rapport"))
  }
}
