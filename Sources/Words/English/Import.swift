extension English: ImportWords {
  public func importProblem(_ problem: ImportProblem) -> String {
    switch problem {
    case .unknownFile(let name, let known):
      "no table is called “\(name)”; name the file after what it holds: \(known.map { $0 + ".csv" }.joined(separator: ", "))"
    case .notUTF8: "this is not UTF-8 text; save it as “CSV UTF-8”"
    case .tooLarge: "the file is larger than 256 MB; split it"
    case .unclosedQuote: "a quotation mark is opened here and never closed; close it, or double it if it belongs to the text"
    case .textAfterQuote: "text follows a closing quotation mark; put the whole cell in quotation marks and double those inside"
    case .quoteInsideCell: "a quotation mark stands inside a cell without quotation marks; put the whole cell in them and double it"
    case .empty: "the file is empty; its first line must name the columns"
    case .columnCount(let found, let expected):
      "this line has \(found) cells and the first line \(expected); add or remove cells, and quote cells with a separator in them"
    case .unknownColumn(let name, let near):
      "there is no column “\(name)”" + (near.map { "; did you mean \($0)?" } ?? "; remove it, or see rapport schema for the names")
    case .duplicateColumn(let name): "the column “\(name)” stands twice; remove one of them"
    case .badID(let id): "“\(id)” is no id; leave the cell empty to add something new"
    case .duplicateID(let id): "the id “\(id)” stands twice in this file; remove one line, or empty its id to add something new"
    case .otherKind(let id, let kind): "the id “\(id)” belongs to something else (\(kind)); empty the cell to add something new"
    case .severalSessions: "session.csv holds more than one line; a file has one session"
    case .badValue(let text, let field, let reason): "“\(text)” is no value for \(field): " + sentence(reason)
    case .badItems(let why): "this cell holds a list as JSON, which cannot be read: \(why)"
    case .badExtra(let why): "the column extra holds JSON, which cannot be read: \(why)"
    case .dangling(let field, let id): "\(field) points at “\(id)”, which is neither in the session nor in the files"
    }
  }

  private func sentence(_ reason: NotationReason) -> String {
    switch reason {
    case .notANumber: "write a whole number"
    case .outOfRange(let low, let high): "write a number from \(low) to \(high)"
    case .notADate: "write a date as 2003, 2003-06 or 2003-06-12"
    case .notAMoment: "write a moment as 2003-06-12T14:30:00Z"
    case .notAnAmount: "write a number and a unit, as 85 t or ~350000 USD (source)"
    case .notYesOrNo: "write yes or no"
    case .notCounts: "write five counts, as 0 2 5 1 0"
    case .unknownChoice(let known): "write one of " + known.joined(separator: ", ")
    case .unknownReference: "nothing has that name or id; add it, or correct the spelling"
    case .ambiguousReference: "several have that name; write the id instead"
    case .controlCharacter: "it holds a line break or control character; write one line"
    case .other: "it cannot be typed here"
    }
  }

  public func importResult(added: Int, changed: Int, unchanged: Int) -> String {
    "\(added) added, \(changed) changed, \(unchanged) unchanged"
  }
}
