extension English: PlayWords {
  public func scriptProblem(_ problem: ScriptProblem) -> String {
    switch problem {
    case .unknownKey(let name): "There is no key <\(name)>. Keys are spelled like <Down>, <CR>, <C-s>, <M-1>, <F5>; a “<” itself is <lt>."
    case .unknownToken(let name):
      "<\(name):…> means nothing. There are <paste:…>, <send:…>, <wait:…>, <tick:12m>, <resize:80x24>, <snap:FILE>, <expect:…>, <until:…> and <absent:…>."
    case .badSize(let text): "“\(text)” is no size. Write columns and rows, as in 120x40, up to 1000x1000."
    case .badTime(let text): "“\(text)” is no time. Write a number with s, m, h or d behind it, as in 12m."
    case .unclosedGroup: "This bracket is not closed. Put “)” behind what is to be repeated."
    case .nestedTooDeep: "There are too many groups within groups. Write some of them out."
    case .tooManySteps(let limit): "The repetitions make more than \(limit) steps. Repeat less often."
    case .missing(let text): "“\(text)” is not on the screen."
    case .present(let text): "“\(text)” is on the screen and should not be."
    case .afterQuit: "The workbench was left before this."
    }
  }
}
