import SessionModel

extension English {
  public func program(_ text: ProgramText) -> String {
    switch text {
    case .abstract: "A workbench in the terminal for those who facilitate value chains and clusters."
    case .usage:
      """
      rapport [FILE]
      rapport COMMAND …
      """
    case .discussion:
      """
      Who is on the map, who trusts whom, what holds the chain back, what people do together next: Rapport keeps it \
      in one file and shows it on one screen. The keys that do something are always on the lowest line, “?” explains \
      them, “u” undoes anything.

        rapport demo                             try it on a copy of the sample
        rapport new mango.json --template cluster   begin a session of your own
        rapport mango.json                                           work on it
        rapport report mango.json -o summary.html         a summary to hand out
        rapport check mango.json          what does not look right in it, where

      Every command explains itself with --help. All but the workbench work in scripts and pipes.
      """
    case .manualName: "workbench for facilitators of value chains and clusters"
    case .open: "Open a session in the workbench."
    case .openMore:
      "“rapport FILE” is short for it. Without FILE it opens a new session, which is given a name when it is first saved."
    case .new: "Make a new session file."
    case .newMore:
      SessionTemplate.allCases.map { template in
        let name = template.rawValue + String(repeating: " ", count: max(1, 13 - template.rawValue.count))
        return name + explanation(template).split(separator: "; ").joined(separator: "\n             ")
      }.joined(separator: "\n")
    case .demo: "Open a copy of the sample session: the mango cluster of the Dominican Republic."
    case .demoMore:
      "The copy is yours to try things on; without FILE it is put into a temporary folder, and removed at the end if nothing was saved to it. Without a terminal the sample's summary is printed."
    case .advise: "Say what the method misses in a session, and why."
    case .adviseMore:
      "Each piece of advice comes with its reason, what would mend it, and the document and heading it stands on. It derives from what was told in confidence: it is for you, not for the room."
    case .adviseJSON: "Print it as JSON for other programs."
    case .check: "Say what is wrong in session files, and what does not look right."
    case .checkMore:
      """
      What cannot be read goes to standard error as file:line:column: what, and what to do. What does not look right \
      follows as sentences on standard output, gravest first. The exit status is 0 when a file is clean or has \
      nothing but notes, 65 otherwise: good for a hook before a commit.

        rapport check *.json
      """
    case .format: "Read a session and write its canonical bytes."
    case .formatMore:
      """
      The same session is always the same bytes, one line a field, so that versions compare well. FILE may be - for \
      standard input.

        rapport format old.json -o old.json
        git config filter.rapport.clean "rapport format -"
      """
    case .report: "Print the summary of a session, to hand out."
    case .reportMore:
      """
      Title page, vision, map, stakeholders, constraints, end markets with their evidence, initiatives, action plan, \
      indicators and decisions. What is confidential (trust, influence, stance, names of people who did not agree) \
      is left out unless --confidential is given. The format follows the ending of -o.

        rapport report mango.json -o summary.html
        rapport report mango.json --format text | less
      """
    case .export: "Write the tables of a session for a spreadsheet, one CSV file a kind of entry."
    case .exportMore:
      """
      The tables go into a folder; import reads them back. What is confidential is left out unless --confidential is \
      given.

        rapport export mango.json -o tables
      """
    case .minutes: "Print the minutes of a workshop."
    case .minutesMore:
      """
      Who was there, the agenda as it ran, decisions, votes, actions with owners and dates, and what was put aside. \
      People who did not agree to be named are counted. Without --workshop it is the latest one.

        rapport minutes mango.json -o minutes.html
        rapport minutes mango.json --workshop 2005-02-18 --format text
      """
    case .handout: "Print something to give away before people leave."
    case .handoutMore:
      """
      map            the chain on A3, without trust
      attendance     a sheet to sign in on
      commitments    one page of promises, to sign
      actions        each owner's actions as messages of at most 160 characters
      pictures       a sheet of pictures only
      read-aloud     a text for rooms where not everybody reads
      buyer-card     what each buyer asks for
      trust-slips    sheets with five faces and one question a tie
      trust-sheet    trust, pair by pair: for the facilitator, with --confidential

        rapport handout mango.json --kind commitments -o commitments.html
      """
    case .plan: "Write the action plan for a calendar program, or as one table."
    case .planMore:
      """
      The calendar has one to-do for each action, with due date, status and what it waits for. The format follows \
      the ending of -o.

        rapport plan mango.json -o plan.ics
        rapport plan mango.json -o plan.csv
      """
    case .agenda: "Print what is late, blocked, due today and due this week, and the same by owner."
    case .agendaMore: "Plain text, for a mail or a printout."
    case .remind: "Print one owner's list of what is open."
    case .remindMore:
      """
      The owner is a stakeholder, a person or a free name; the beginning of it is enough.

        rapport remind mango.json --owner ProMango
      """
    case .workshopOption: "Its name, its date or its id; without it the latest."
    case .handoutKind: "What to print: \(["map", "attendance", "commitments", "actions", "pictures", "read-aloud", "buyer-card", "trust-slips", "trust-sheet"].joined(separator: ", "))."
    case .handoutFormat: "html; actions and read-aloud also as text."
    case .planFormat: "ics or csv."
    case .ownerOption: "Whose list it is."
    case .importing: "Take tables back into a session."
    case .importMore:
      """
      Tables are known by their names (stakeholders.csv), columns by theirs, rows by their ids; a row without an id \
      is added. A column that is not there leaves the field as it is, an empty cell clears it. If anything cannot be \
      read, every place is named and nothing is changed.

        rapport import mango.json --csv tables/stakeholders.csv
      """
    case .schema: "Print the JSON Schema of session files."
    case .schemaMore: "It describes every member, its meaning and its choices, for other programs and for editors that complete."
    case .play: "Play a script of keys against the workbench without a terminal, and print the screens it asks for."
    case .playMore:
      """
      SCRIPT is a file, or - for standard input; --keys takes its place. A copy of FILE is worked on unless --save \
      is given.

        j "text" <Down> <CR> <C-s> <M-1>   keys; blanks between them mean nothing
        j*3  (a "Ana" <CR>)*2              repeated
        <paste:one line>                   a paste, in one piece
        <resize:80x24>  <tick:12m>         another size; the clock moves on
        <snap>  <snap:FILE>                print the screen, or write it to FILE
        <expect:text>  <absent:text>       stop with status 1 unless it is, or
                                           is not, on the screen
        # at the beginning of a line       a comment

        rapport play --keys '2 <snap>' mango.json --size 120x40
      """
    case .man: "Print the manual page, for man."
    case .sessionFile: "A session file."
    case .sessionFiles: "Session files; - is standard input."
    case .newFile: "The file to make."
    case .demoFile: "Where to put the copy, for keeps."
    case .output: "The file to write; - is standard output."
    case .outputFolder: "The folder to write the tables to; by default one beside the session, named after it."
    case .force: "Write over what is there."
    case .title: "The title of the session; without it, the name of the file."
    case .template: "What it begins with: blank, value-chain, cluster or cooperative."
    case .theme: "The colours: dark, light, projector, mono, the name of a theme of yours, or the path of a TOML file."
    case .readOnly: "Look, and change nothing."
    case .clock: "The time to take instead of now, as 2008-10-01T09:00:00Z."
    case .seed: "A number that makes new ids the same at every run."
    case .reportFormat: "markdown, html or text."
    case .reportTemplate: "A Mustache template of your own instead of the built-in one."
    case .confidential: "Include what is confidential."
    case .exportFormat: "csv."
    case .csvFiles: "The tables, one or more."
    case .skipRows: "Import the rows that can be read and leave the others out."
    case .fromNothing: "Make FILE anew from the tables."
    case .schemaMarkdown: "Print the same for people, as a Markdown page of all fields."
    case .script: "The script, or - for standard input."
    case .keys: "The script itself."
    case .playFile: "The session to play on; - is the sample."
    case .size: "Columns and rows of the screen."
    case .save: "Work on FILE itself, and let the script save to it."
    case .styles: "Print below each screen the styles of its cells."
    case .manualKeys: "KEYS OF THE WORKBENCH"
    case .manualEverywhere: "Everywhere"
    case .manualScreen: "On the screen"
    case .manualFiles: "FILES"
    case .manualFilesText:
      "A session is one JSON file, described by \\(lqrapport schema\\(rq. Themes of your own are TOML files in ~/.config/rapport/themes."
    case .manualEnvironment: "ENVIRONMENT"
    case .manualEnvironmentText:
      "VISUAL and EDITOR name the editor for long texts. NO_COLOR turns colours off. XDG_CONFIG_HOME and XDG_STATE_HOME move the folders for themes and for rescued work."
    case .manualExit: "EXIT STATUS"
    case .manualExitText:
      "0 done; 1 not possible here or a check failed; 64 wrong usage; 65 wrong data in a file; 66 a file cannot be opened; 73 a file cannot be made; 74 writing failed; 128 plus the number of the signal that ended it."
    case .manualCommands: "COMMANDS"
    case .manualDescription: "DESCRIPTION"
    }
  }
}
