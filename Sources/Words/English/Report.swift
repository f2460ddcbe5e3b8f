extension English: ReportWords {
  public func report(_ word: ReportWord) -> String {
    switch word {
    case .summary: "Summary"
    case .untitled: "Session without a title"
    case .printedOn: "As of"
    case .product: "Product"
    case .place: "Place"
    case .purpose: "Purpose"
    case .approach: "Approach"
    case .clusterTests: "Why a cluster"
    case .vision: "Vision"
    case .map: "Map of the chain"
    case .stakeholders: "Stakeholders"
    case .relationships: "Relationships"
    case .constraints: "Constraints and opportunities"
    case .markets: "End markets"
    case .initiatives: "Initiatives"
    case .plan: "Action plan"
    case .indicators: "Indicators"
    case .workshops: "Decisions and open points"
    case .basis: "What this stands on"
    case .trust: "Trust"
    case .notes: "Notes"
    case .byYear: "By"
    case .agreedOn: "Agreed on"
    case .endorsedBy: "Endorsed by"
    case .mapDescription: "Segments of the chain from left to right, the stakeholders in each, and the relationships between them."
    case .withoutSegment: "Not yet placed"
    case .mapMarkets: "Buyers sought"
    case .mapBuyer: "buys for an end market"
    case .mapOwn: "among its own"
    case .mapDots: "many ties, some, few"
    case .mapMore: "more"
    case .withoutStep: "Without a step yet"
    case .constraintsRanked: "Most votes first, then by severity."
    case .marketsLadder: "How sure a sale is, from general interest (step 1) to repeat sales (step 7)."
    case .initiativesCrescendo: "Small things done together come first and carry the larger ones. Each step asks for more trust than the one below it."
    case .timeAcross: "Steps upwards, time to the right."
    case .planByOwner: "Who does what"
    case .planByDate: "What is due when"
    case .nobody: "Nobody yet"
    case .withoutDate: "No date yet"
    case .late: "late"
    case .decisions: "Decisions"
    case .parkingLot: "Put aside for later"
    case .present: "Present"
    case .counted: "Counted"
    case .nextMeeting: "Next meeting"
    case .basisExplained: "Every entry says where it comes from."
    case .sources: "Sources named"
    case .markExplained: "This mark stands after an entry that is only an illustration: plausible, but neither documented nor reported."
    case .confidentialNotice: "Confidential: with trust, influence and notes. For the facilitator only, not for handing out."
    case .confidentialLeftOut: "Confidential information is left out, and people who did not agree to be named are only counted."
    case .trustSmallLarge: "Between small and larger enterprises"
    case .trustGaps: "Where the two directions differ most"
    case .trustExplained: "1 antagonistic, 2 suspicious, 3 at arm's length, 4 cooperating, 5 would commit on a handshake. The latest reading of each pair counts."
    case .readingsInAll: "Pairs read"
    case .rank: "Rank"
    case .name: "Name"
    case .kind: "Kind"
    case .role: "Role"
    case .people: "People"
    case .contribution: "Contribution"
    case .influence: "Influence"
    case .interest: "Interest"
    case .stance: "Stance"
    case .linkage: "Linkage"
    case .existing: "Existing"
    case .wishedFor: "Wished for"
    case .sits: "Where it sits"
    case .votes: "Votes"
    case .severity: "Severity"
    case .feasibility: "Feasibility"
    case .status: "Status"
    case .segments: "Segments"
    case .solvedBy: "Worked on by"
    case .buyer: "Buyer"
    case .wanted: "Wanted"
    case .volume: "Volume"
    case .season: "Season"
    case .evidence: "Evidence"
    case .standards: "Standards"
    case .whyChosen: "Why chosen"
    case .mitigations: "If it falls through"
    case .step: "Step"
    case .when: "When"
    case .lead: "Lead"
    case .participants: "Taking part"
    case .reach: "Reach"
    case .result: "Result"
    case .lesson: "Lesson"
    case .funding: "Funding"
    case .firmCommits: "In return"
    case .what: "What"
    case .owner: "Who"
    case .due: "Due"
    case .initiative: "Initiative"
    case .indicator: "Indicator"
    case .baseline: "Before"
    case .current: "Now"
    case .target: "Target"
    case .unit: "Unit"
    case .from: "Between"
    case .toward: "and"
    case .oneWay: "There"
    case .otherWay: "Back"
    case .gap: "Gap"
    case .level: "Average"
    case .pairs: "Pairs"
    case .subject: "About"
    case .note: "Note"
    case .count: "Number"
    case .formatHeading: "The session file"
    case .formatIntroduction:
      """
      A session is one JSON file in UTF-8: `rapport` (the version of the format), `session` (the profile), then a list for each kind of thing, sorted by `id`. \
      What is empty is left out. An id is one to fifteen of `a`–`z`, `0`–`9` and `-`, and stands once in the file. Members and codes that a version does not know are kept as they are. \
      Fields with ◦ are confidential: handed-out reports, default exports and room mode leave them out.
      """
    case .formatKey: "Key"
    case .formatHolds: "Holds"
    case .formatMeaning: "Meaning"
    case .holdsText: "one line of text"
    case .holdsLongText: "text of any number of lines"
    case .holdsReference: "id of:"
    case .holdsTexts: "list of texts"
    case .holdsItems: "list of"
    case .holdsReading: "kept in `readings`"
    }
  }

  public func reportStep(_ step: Int, of steps: Int) -> String { "step \(step) of \(steps)" }

  public func reportLate(since date: String) -> String { "late: was due \(date)" }

  public func reportTrust(fromSmall: Bool, towardSmall: Bool) -> String {
    switch (fromSmall, towardSmall) {
    case (true, true): "Small towards small"
    case (true, false): "Small towards larger"
    case (false, true): "Larger towards small"
    case (false, false): "Larger towards larger"
    }
  }

  public func reportCounted(_ people: Int, women: Int) -> String {
    let all = people == 1 ? "1 person not named" : "\(people) people not named"
    return women == 0 ? all : all + (women == 1 ? ", 1 of them a woman" : ", \(women) of them women")
  }

  public func reportMore(_ count: Int) -> String { "and \(count) more" }

  public func reportBasis(_ code: String?) -> String {
    switch code {
    case "documented": "Documented: a document and its heading are named"
    case "reported": "Reported: somebody said so"
    case "illustrative": "Illustrative: filled in plausibly"
    case let other?: other
    case nil: "Nothing said about where it comes from"
    }
  }

  public func templateProblem(_ problem: TemplateProblem) -> String {
    switch problem {
    case .unfinishedTag: "a tag starts with {{ and does not end; close it with }}"
    case .badName(let name): name.isEmpty ? "a tag without a name; write a name between {{ and }}" : "“\(name)” is no name; names are letters and dots"
    case .unknownName(let name, let known):
      "there is no “\(name)” here"
        + (known.isEmpty ? "; report --print-template shows a template that uses every name" : "; did you mean \(known.joined(separator: ", "))?")
    case .wrongEnd(let name, let open):
      open.map { "{{/\(name)}} ends another section than the open one; close {{#\($0)}} first" } ?? "{{/\(name)}} ends a section that was never opened"
    case .unclosedSection(let name): "the section {{#\(name)}} is never closed; add {{/\(name)}}"
    case .endless: "this section repeats within others until the document would never end; simplify it"
    case .nestedTooDeep: "sections are nested more than 30 deep; simplify the template"
    case .unsupportedTag(let tag): "tags that start with {{\(tag) are not supported; use names, {{#sections}}, {{^else}} and {{! comments}}"
    case .notUTF8: "this is not UTF-8 text; save the template as UTF-8"
    case .tooLarge: "the template is larger than a megabyte"
    }
  }
}
