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
    case .follow: "Show a session that is worked on in another window, live and in room mode: for the projector."
    case .followMore:
      """
      What is done in the other window is shown at once; nothing can be changed here, and nothing confidential is on \
      the screen unless room mode is left with F5.
      """
    case .history: "List the earlier versions of a session, and go back to one."
    case .historyMore:
      """
      Each save keeps the file as it was before, ten in all, in a hidden folder beside it. They are numbered from 1, \
      the latest.

        rapport history mango.json
        rapport history mango.json --compare 3
        rapport history mango.json --restore 3
      """
    case .showVersion: "Print this version of the session."
    case .compareVersion: "Say what has changed since this version."
    case .restoreVersion: "Put this version into the file; the one that is there becomes the latest version."
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
      standard input. A protected session stays protected.

        rapport format old.json -o old.json
        git config filter.rapport.clean "rapport format -"
      """
    case .report: "Print the summary of a session, to hand out."
    case .reportMore:
      """
      Title page, vision, map, stakeholders, constraints, end markets with their evidence, initiatives, action plan, \
      indicators and decisions. What is confidential (trust, influence, stance) is left out unless --confidential is \
      given; people who did not agree to be named are only ever counted. The format follows the ending of -o.

        rapport report mango.json -o summary.html
        rapport report mango.json --format text | less
      """
    case .map: "Draw the map of a session: a picture, or characters."
    case .mapMore:
      """
      With -o NAME.svg it is an SVG picture, else plain characters. What is confidential (trust, influence, interest, \\
      support) is left out unless --confidential is given; the grid shows nothing else, so it needs that.

        rapport map mango.json --view network -o map.svg
        rapport map mango.json --view circles -o -
      """
    case .layout: "Find places for the nodes of any plain network."
    case .layoutMore:
      """
      NETWORK is JSON, {"nodes":[{"id":…}],"edges":[{"source":…,"target":…}]}; what is written is {"id":[x,y]}, such that \\
      nodes a few steps apart stand near one another and those far apart do not. FILE may be - for standard input.

        rapport layout network.json -o positions.json
      """
    case .mapView: "chain, network, grid or circles."
    case .mapSize: "Columns and rows to draw it in, such as 120x40; without it a picture takes what it needs."
    case .networkFile: "The network; - is standard input."
    case .export: "Write a session for other programs: tables, the network, or under other names."
    case .exportMore:
      """
      csv is one table a kind of entry in a folder, which import reads back; dot and graphml are the network for \
      Graphviz, Gephi and the like; json is a session file. What is confidential is left out unless --confidential \
      is given.

      --pseudonyms gives everybody another name, the same in every export made with the same key. --handover writes \
      a folder for local leaders: the session, the map, the summary and the plan, without trust.

        rapport export mango.json -o tables
        rapport export mango.json --format graphml --pseudonyms --confidential
        rapport export mango.json --handover
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
    case .methods: "Print the library of workshop methods, agendas and kinds of work, to start one of your own from."
    case .methodsMore:
      """
      It is TOML. Your own entries in ~/.config/rapport/methods.toml go before it: one with the same id takes its \
      place, others are added.

        rapport methods -o ~/.config/rapport/methods.toml
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
    case .diff: "Say what changed between two versions of a session, trust first."
    case .diffMore:
      """
      In words and in numbers, entry by entry and field by field. Trust and everything else that is confidential is \
      told too: it is for your eyes.

        rapport diff mango-2004.json mango-2005.json
        git config difftool.rapport.cmd 'rapport diff "$LOCAL" "$REMOTE"'
      """
    case .merge: "Bring two versions of a session together."
    case .mergeMore:
      """
      BASE is what both began from. Versions are merged entry by entry, field by field, item by item: votes and \
      counted answers add up, all readings are kept, what one side removed and the other changed is kept. What both \
      set differently stays as OURS has it and is remembered in the file, to be settled in the workbench; every such \
      place is listed, and the exit status is then 1. The result goes into OURS.

      To let git do it whenever it merges session files:

        git config merge.rapport.driver 'rapport merge %O %A %B --name %P'
        echo '*.json merge=rapport' >> .gitattributes
      """
    case .oldFile: "The earlier version; - is standard input."
    case .newVersionFile: "The later version."
    case .forget: "Take a participant who withdrew consent out of a session and its backups."
    case .forgetMore:
      """
      The entry goes, with contact and notes, and the name wherever a text mentions it; workshops go on counting the \
      person without a name. Work that waits in the journal is saved with it, the backups beside the session are \
      rewritten, and journals that were put aside lose what they say of the person. What was copied elsewhere, a git \
      history above all, is out of reach.

        rapport forget mango.json --participant "Ana Pérez"
      """
    case .protect: "Protect a session with a passphrase, or change the passphrase."
    case .protectMore:
      """
      The file is then encrypted, and with it its backups, its journal and what is half-typed; it is a file of age, so \
      “age -d FILE” opens it too. Every command asks for the passphrase at the terminal, without showing it, or takes it \
      from --passphrase-file. A passphrase of five or six unrelated words is a good one. If it is forgotten, nobody can \
      open the session any more, and nobody can recover it.

      Exports, reports and minutes are not protected: they are there to be read. Copies that exist elsewhere, a git \
      history above all, stay as they are.

        rapport protect mango.json
        rapport report mango.json -o summary.html --passphrase-file ~/.mango-passphrase
        rapport check mango.json --passphrase-file <(pass show mango)
      """
    case .unprotect: "Take the protection of a session away."
    case .unprotectMore: "The file, its backups and its journal can then be read by everybody who gets hold of them."
    case .passphraseFile: "Take the passphrase of protected sessions from the first line of this file, which only you should be able to read."
    case .newPassphraseFile: "Take the new passphrase from the first line of this file instead of asking for it."
    case .newProtected: "Protect the session with a passphrase from the start."
    case .baseFile: "What both versions began from; an empty file if there is nothing."
    case .ourFile: "Our version, which the result is written into."
    case .theirFile: "The other version."
    case .mergeOutput: "The file to write the result to instead of OURS; - is standard output."
    case .mergeName: "What messages call the file."
    case .man: "Print the manual page, for man."
    case .sessionFile: "A session file."
    case .sessionFiles: "Session files; - is standard input."
    case .newFile: "The file to make."
    case .demoFile: "Where to put the copy, for keeps."
    case .output: "The file to write; - is standard output."
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
    case .exportFormat: "csv, json, dot or graphml."
    case .exportOutput: "The folder for tables or a hand-over, or the file; by default beside the session, named after it."
    case .pseudonyms: "Replace the names of stakeholders, people and places, in texts too."
    case .pseudonymKey: "The file that keeps which name stands for whom; by default beside the session."
    case .handover: "Write what local leaders need to go on: map and plan without trust."
    case .participant: "The name of a participant, or the id."
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
      "A session is one JSON file, described by \\(lqrapport schema\\(rq; a protected one is a file of age with that in it. Beside it lie, hidden and readable by you only, .NAME.journal with what is not saved yet, .NAME.lock while it is open, and .NAME.backups with the ten saves before the last. Sessions without a file have their journal in ~/.local/state/rapport. Themes of your own are TOML files in ~/.config/rapport/themes."
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
