import Testing

@Suite struct PlayCommandTests {
  private let folder = Folder()

  @Test("a script is played on a copy, and on the file itself with --save")
  func copyOrFile() throws {
    _ = try Program.run(["demo", "mango.json"], in: folder)
    try folder.write("# Somebody new\n3 a \"River Traders, trader\" <CR> <Esc> <expect:River Traders> <C-s> <expect:Saved to mango.json>\n", to: "script")
    let copy = try Program.run(["play", "script", "mango.json"], in: folder)
    #expect(copy.status == 0, "\(copy.output)\(copy.complaint)")
    #expect(folder.read("mango.json") == Sample.text)
    #expect(try Program.run(["play", "script", "mango.json", "--save"], in: folder).status == 0)
    #expect(folder.read("mango.json").contains("River Traders"))
    #expect(folder.names == ["mango.json", "script"])
  }

  @Test("the same script gives the same bytes every time")
  func repeatable() throws {
    let arguments = ["play", "--keys", "3 a \"Ana\" <CR> <Esc> <snap> 2 <resize:120x40> <snap>", Sample.path, "--styles"]
    let first = try Program.run(arguments, in: folder)
    #expect(first.status == 0)
    #expect(try Program.run(arguments, in: folder).output == first.output)
  }

  @Test("a script finds the methods and kinds of the program, whatever the user's own folder holds")
  func nobodysOwn() throws {
    for name in ["methods", "initiatives"] { _ = try Program.shell("mkdir -p .config/rapport && echo 'nonsense' > .config/rapport/\(name).toml", in: folder) }
    let result = try Program.run(["play", "--keys", "8 M Trust<CR> <expect:Nobody writes a name> <Esc> 6 p <expect:Propose>", Sample.path], in: folder)
    #expect(result.status == 0, "\(result.output)\(result.complaint)")
  }

  @Test("a check that fails prints the screen and names the place in the script")
  func failure() throws {
    try folder.write("3\n  <expect:Nobody of this name>", to: "script")
    let result = try Program.run(["play", "script", Sample.path], in: folder)
    #expect(result.status == 1)
    #expect(result.output.contains("Stakeholders"))
    #expect(result.complaint == "script:2:3: “Nobody of this name” is not on the screen.\n")
  }

  @Test("screens are written to the files they are asked for in")
  func snapshots() throws {
    _ = try Program.run(["play", "--keys", "<snap:one.txt> 3 <snap:two.txt>", Sample.path, "--size", "60x16"], in: folder)
    #expect(folder.names == ["one.txt", "two.txt"])
    #expect(folder.read("two.txt").split(separator: "\n", omittingEmptySubsequences: false).count == 17)
  }
}
