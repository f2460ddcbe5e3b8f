import Foundation
import SessionModel
import SessionStore
import Testing

/// What leaves the house: networks, other names, the hand-over; and what has to go.
@Suite struct HandingOutTests {
  private let folder = Folder()

  private func run(_ arguments: String..., input: String = "") throws -> Program.Result {
    try Program.run(arguments, in: folder, input: input)
  }

  private func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: folder[name])[.posixPermissions] as? Int
  }

  @Test("networks go to a file beside the session or to standard output, and are not written over")
  func networks() throws {
    _ = try run("demo", "mango.json")
    #expect(try run("export", "mango.json", "--format", "dot").status == 0)
    #expect(folder.read("mango-export.dot").hasPrefix("digraph {"))
    #expect(try run("export", "mango.json", "--format", "dot").status == 73)
    #expect(try run("export", "-", "--format", "graphml", input: Sample.text).output.contains("<graphml"))
  }

  private static let canReadNetworks =
    (try? Program.shell("python3 -c 'import networkx' && command -v dot", in: Folder()).status) == 0

  @Test("networkx and Graphviz read the networks whole, names that look like structure included", .enabled(if: canReadNetworks))
  func otherPrograms() throws {
    let hostile = #"A \"]; x -> y [label=\" </data><node id='z'/> & \\N é"#
    let text = Sample.text.replacing("\"name\": \"CIRAD\"", with: "\"name\": \"\(hostile)\"", maxReplacements: 1)
    try folder.write(text, to: "odd.json")
    let session = try SessionFormat.decode(Array(text.utf8), file: "odd.json").redacted(for: .room)
    let cirad = try #require(session.stakeholders.sorted.first { $0.name.hasPrefix("A \"]") })
    for format in ["graphml", "dot"] { #expect(try run("export", "odd.json", "--format", format).status == 0) }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Scripts/read_networks.py").path
    let read = try Program.run("/usr/bin/env", ["python3", script, cirad.id.text, "odd-export.graphml", "odd-export.dot"], in: folder)
    let lines = read.output.split(separator: "\n")
    let counts = "\(session.stakeholders.count)\t\(session.relationships.count)\t"
    // Graphviz keeps the escapes of a label, which only drawing resolves.
    #expect(lines.first == "\(counts)\(cirad.name)", "\(read.complaint)")
    #expect(lines.last == "\(counts)\(cirad.name.replacing("\\", with: "\\\\"))")
  }

  private static func has(_ command: String) -> Bool { (try? Program.shell(command, in: Folder()).status) == 0 }

  @Test("a calendar library reads every action of the plan with its day, its status and what it waits for", .enabled(if: has("python3 -c 'import icalendar'")))
  func calendarLibrary() throws {
    _ = try run("demo", "mango.json")
    #expect(try run("plan", "mango.json", "-o", "plan.ics").status == 0)
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Scripts/read_plan.py").path
    let read = try Program.run("/usr/bin/env", ["python3", script, "plan.ics"], in: folder)
    let session = try SessionFormat.decode(Array(Sample.text.utf8), file: "mango.json")
    let statuses: [ActionStatus: String] = [.done: "COMPLETED", .doing: "IN-PROCESS", .dropped: "CANCELLED"]
    let expected = session.actions.sorted.map { action in
      let due = action.due.map { PartialDate(dayNumber: $0.lastDay).description } ?? "-"
      return ([action.id.text + "@rapport", due, action.status?.option.flatMap { statuses[$0] } ?? "NEEDS-ACTION"]
        + action.dependsOn.map { $0.text + "@rapport" }.sorted()).joined(separator: "\t")
    }
    #expect(read.output.split(separator: "\n").map(String.init) == expected, "\(read.complaint)")
    #expect(expected.contains { $0.split(separator: "\t").count > 3 })
  }

  @Test("calendar programs take the whole plan, with day and dependencies in the notes that they show", .enabled(if: has("command -v calcurse")))
  func calendarPrograms() throws {
    _ = try run("demo", "mango.json")
    #expect(try run("plan", "mango.json", "-o", "plan.ics").status == 0)
    let session = try SessionFormat.decode(Array(Sample.text.utf8), file: "mango.json")
    let imported = try Program.shell("mkdir cal && calcurse -q -D cal -i plan.ics; calcurse -D cal -t; cat cal/notes/*", in: folder)
    for action in session.actions.sorted {
      #expect(action.isOver || imported.output.contains(action.what), "\(action.what)")
    }
    #expect(imported.output.contains("Due: 30 Nov 2008") && imported.output.contains("waits for: "))
    #expect(imported.complaint.isEmpty, "\(imported.complaint)")
  }

  @Test("under other names nobody is named, and the key lies apart, for its owner only")
  func pseudonyms() throws {
    _ = try run("demo", "mango.json")
    let result = try run("export", "mango.json", "--format", "json", "--pseudonyms", "--confidential", "-o", "research.json")
    #expect(result.status == 0 && result.complaint.contains("mango-pseudonyms-key.csv"))
    #expect(try mode("mango-pseudonyms-key.csv") == 0o600 && mode("research.json") == 0o600)
    let research = folder.read("research.json")
    #expect(!research.contains("Matanzas") && research.contains("Stakeholder 1"))
    #expect(folder.read("mango-pseudonyms-key.csv").contains("Mangos de Matanzas"))
    let again = try run("export", "mango.json", "--format", "json", "--pseudonyms", "--confidential", "-o", "again.json")
    #expect(again.complaint.isEmpty && folder.read("again.json") == research)
    try folder.write("id,name\n", to: "mango-pseudonyms-key.csv")
    #expect(try run("export", "mango.json", "--pseudonyms").complaint.hasPrefix("./mango-pseudonyms-key.csv:1: "))
  }

  @Test("a hand-over has map, summary, plan and a session that opens, and no trust")
  func handover() throws {
    _ = try run("demo", "mango.json")
    #expect(try run("export", "mango.json", "--handover").status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder["mango-handover"]).sorted()
    #expect(names == ["actions.csv", "indicators.csv", "initiatives.csv", "mango.json", "map.svg", "summary.html"])
    #expect(try run("check", "mango-handover/mango.json").complaint.isEmpty)
    #expect(!folder.read("mango-handover/mango.json").contains("\"aspect\": \"trust\""))
    #expect(try run("export", "mango.json", "--handover", "--confidential").status == 64)
  }

  @Test("an export never leaves its folder through a link")
  func links() throws {
    _ = try run("demo", "mango.json")
    try folder.write("keep me", to: "outside.txt")
    try FileManager.default.createDirectory(atPath: folder["tables"], withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: folder["tables/stakeholders.csv"], withDestinationPath: "../outside.txt")
    #expect(try run("export", "mango.json", "-o", "tables").status == 73)
    #expect(try run("export", "mango.json", "-o", "tables", "--force").status == 0)
    #expect(folder.read("outside.txt") == "keep me")
    #expect(folder.read("tables/stakeholders.csv").hasPrefix("id,"))
  }

  @Test("whoever is forgotten goes from session and backups, and a broken backup is named")
  func forget() throws {
    _ = try run("demo", "mango.json")
    let name = "CIRAD adviser"
    try FileManager.default.createDirectory(atPath: folder[".mango.json.backups"], withIntermediateDirectories: true)
    try folder.write(Sample.text, to: ".mango.json.backups/2008-01-01T09-00-00.json")
    try folder.write("broken \(name)", to: ".mango.json.backups/2008-01-02T09-00-00.json")
    try folder.write("kept\nbroken \(name)\n", to: ".mango.json.journal-2008-01-03")
    let result = try run("forget", "mango.json", "--participant", name)
    #expect(result.status == 65 && result.complaint.contains("2008-01-02T09-00-00.json") && result.complaint.contains("git"))
    #expect(!result.complaint.contains("2008-01-03") && folder.read(".mango.json.journal-2008-01-03") == "kept\n")
    #expect(!folder.read("mango.json").contains(name))
    #expect(!folder.read(".mango.json.backups/2008-01-01T09-00-00.json").contains(name))
    try FileManager.default.removeItem(atPath: folder[".mango.json.backups/2008-01-02T09-00-00.json"])
    // Nobody is called so any more.
    #expect(try run("forget", "mango.json", "--participant", name).status == 65)
    #expect(try run("check", "mango.json").status == 0)
  }

  @Test("only regular files are read: pipes, devices and folders are refused at once")
  func notFiles() throws {
    #expect(mkfifo(folder["pipe.json"], 0o600) == 0)
    for path in ["pipe.json", "/dev/zero", "."] {
      #expect(try run("check", path).status == 66)
      #expect(try run("diff", Sample.path, path).status == 66)
      #expect(try run("merge", Sample.path, path, Sample.path).status == 66)
      #expect(try run("import", "new.json", "--new", "--csv", path).status != 0)
      #expect(try run("report", Sample.path, "--template", path).status == 66)
      #expect(try run("play", path, Sample.path).status != 0)
    }
  }
}
