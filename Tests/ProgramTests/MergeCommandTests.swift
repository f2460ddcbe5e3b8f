import Foundation
import Testing

/// Merging by real git, whose engine several facilitators share one session by.
@Suite struct MergeCommandTests {
  private let folder = Folder()

  /// A shell line with git set up as the README says, in which `rapport` is the program.
  @discardableResult
  private func shell(_ line: String, expecting status: Int32 = 0, at location: SourceLocation = #_sourceLocation) throws -> Program.Result {
    let result = try Program.shell(
      """
      printf '#!/bin/sh\\nexec "%s" "$@"\\n' '\(Program.path)' > rapport; chmod +x rapport; export PATH="$PWD:$PATH" GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@b
      unset -f rapport; set -e
      \(line)
      """, in: folder)
    #expect(result.status == status, "\(result.output)\n\(result.complaint)", sourceLocation: location)
    return result
  }

  /// Two clones of a repository with the sample in it.
  private func clones() throws {
    try shell(
      """
      git init -q -b main hub && cd hub
      rapport demo mango.json > /dev/null
      echo '*.json merge=rapport' > .gitattributes
      git add -A && git commit -qm start && cd ..
      for one in ana bo; do
        git clone -q hub $one
        git -C $one config merge.rapport.driver 'rapport merge %O %A %B --name %P'
        git -C $one config pull.rebase false
      done
      """)
  }

  /// Plays keys in a clone and commits what they saved.
  private func work(_ who: String, _ keys: String, seed: Int) -> String {
    """
    rapport play --keys '\(keys) <C-s>' --save --seed \(seed) \(who)/mango.json
    git -C \(who) commit -qam '\(who) works'
    """
  }

  @Test("clones that diverge merge by themselves: additions of both, and another name for the file")
  func diverge() throws {
    try clones()
    try shell(
      """
      \(work("ana", "3 a \"River Traders, trader\" <CR> <Esc>", seed: 11))
      git -C ana mv mango.json cluster.json && git -C ana commit -qm renamed
      \(work("bo", "3 a \"Hill Growers\" <CR> <Esc>", seed: 12))
      git -C ana fetch -q ../bo main && git -C ana merge -q -m both FETCH_HEAD
      rapport check ana/cluster.json
      """)
    let merged = folder.read("ana/cluster.json")
    #expect(merged.contains("River Traders") && merged.contains("Hill Growers"))
    #expect(try shell("rapport diff bo/mango.json ana/cluster.json").output.contains("+ River Traders"))
  }

  @Test("what one removes and the other changes stays and is listed, git says so, and settled it can be committed")
  func conflict() throws {
    try clones()
    // Ana deletes a stakeholder that Bo gives another name; both give the session another title.
    try shell(
      """
      sed -i 's/"title": "Mango cluster of the Dominican Republic"/"title": "Mangoes"/' ana/mango.json
      \(work("ana", "3 / \"CIRAD\" <CR> d", seed: 21))
      sed -i 's/"title": "Mango cluster of the Dominican Republic"/"title": "Mango country"/; s/"name": "CIRAD"/"name": "CIRAD France"/' bo/mango.json
      git -C bo commit -qam 'bo works'
      git -C ana fetch -q ../bo main
      """)
    let merge = try shell("cd ana; git merge -m both FETCH_HEAD", expecting: 1)
    #expect(merge.output.contains("CONFLICT"))
    #expect(merge.complaint.contains("Title: here “Mangoes”, in the other version “Mango country”"))
    #expect(merge.complaint.contains("CIRAD France: here “removed”, in the other version “kept”"))
    #expect(merge.complaint.contains("mango.json: 2 things are said differently"))
    #expect(try shell("rapport check ana/mango.json", expecting: 65).output.contains("not settled"))
    try shell(
      """
      rapport play --keys ': "settle conf" <CR> <expect:Mango country> t o <C-s>' --save ana/mango.json
      rapport check ana/mango.json
      git -C ana commit -qam both
      """)
    let settled = folder.read("ana/mango.json")
    #expect(settled.contains("\"title\": \"Mango country\"") && !settled.contains("CIRAD France"))
  }

  @Test("what one removes and adds again under its name merges with what the other adds")
  func readd() throws {
    try clones()
    try shell(
      """
      \(work("ana", "3 / \"CIRAD\" <CR> d", seed: 31))
      \(work("ana", "3 a \"CIRAD, research\" <CR> <Esc>", seed: 32))
      \(work("bo", "3 a \"Hill Growers\" <CR> <Esc>", seed: 33))
      git -C ana fetch -q ../bo main && git -C ana merge -q -m both FETCH_HEAD
      git -C bo fetch -q ../ana main && git -C bo merge -q FETCH_HEAD
      cmp ana/mango.json bo/mango.json
      """)
    #expect(folder.read("ana/mango.json").components(separatedBy: "\"name\": \"CIRAD\"").count == 2)
  }

  @Test("a version that is no session, or a newer one, is not merged, and ours stays as it was")
  func refusals() throws {
    try folder.write("<<<<<<< ours", to: "broken.json")
    try folder.write(Sample.text, to: "ours.json")
    try folder.write(Sample.text.replacing("\"rapport\": 1", with: "\"rapport\": 99", maxReplacements: 1), to: "newer.json")
    for other in ["broken.json", "newer.json"] {
      #expect(try Program.run(["merge", Sample.path, "ours.json", other], in: folder).status == 65)
      #expect(folder.read("ours.json") == Sample.text)
    }
    try folder.write("", to: "nothing.json")
    #expect(try Program.run(["merge", "nothing.json", "ours.json", Sample.path, "-o", "out.json"], in: folder).status == 0)
    #expect(folder.read("out.json") == Sample.text)
  }
}
