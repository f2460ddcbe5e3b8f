import Drawing
import Library
import SessionModel
import Widgets
import Words

/// Methods, ready agendas and repeated kinds of work, taken from the library as one step to undo.
extension Desk {
  mutating func open(_ library: MethodLibrary, _ part: LibraryPart) {
    let items: [FinderItem]
    let title: WorkshopText
    switch part {
    case .methods:
      items = library.method.map { FinderItem($0.name, detail: $0.purpose, note: words.minutes(planned: $0.minutes, used: nil)) }
      title = .methods
    case .agendas:
      items = library.agenda.map { agenda in
        FinderItem(agenda.name, note: words.minutes(planned: agenda.item.reduce(0) { $0 + $1.minutes }, used: nil))
      }
      title = .agendas
    case .work:
      items = library.work.map { FinderItem($0.name, note: words.counted($0.action.count, .action)) }
      title = .kindsOfWork
    }
    layers.append(
      .finder(
        FinderLayer(purpose: .library(library, part), finder: Finder(items), title: words.workshop(title), empty: words.frame(.findEmpty))))
  }

  mutating func take(_ library: MethodLibrary, _ part: LibraryPart, _ index: Int) {
    switch part {
    case .methods: if library.method.indices.contains(index) { openMethod(library.method[index]) }
    case .agendas: if library.agenda.indices.contains(index) { insert(library.agenda[index], library) }
    case .work: if library.work.indices.contains(index) { insert(library.work[index]) }
    }
  }

  private mutating func openMethod(_ method: MethodLibrary.Method) {
    var lines: [StyledLine] = [StyledLine(method.purpose, Style(.strong)), .empty]
    for (number, step) in method.steps.enumerated() {
      lines.append(StyledLine([StyledText("\(number + 1). ", .dim), StyledText(step)], hangingIndent: 3))
    }
    func section(_ title: WorkshopText, _ texts: [String]) {
      let kept = texts.filter { !$0.isEmpty }
      guard !kept.isEmpty else { return }
      lines += [.empty, StyledLine(words.workshop(title), Style(.heading))] + kept.map { StyledLine($0) }
    }
    section(.materials, [method.materials.joined(separator: ", ")])
    section(.timing, [method.timing])
    if !method.says.isEmpty {
      lines += [.empty, StyledLine(words.workshop(.documentsSay), Style(.heading))]
      for saying in method.says {
        lines.append(
          StyledLine([StyledText("· " + saying.text + "  "), StyledText(saying.document + ", " + saying.heading, .dim)], hangingIndent: 2))
      }
    }
    var item = AgendaItem(id: newID(prefix: "x"))
    item.title = method.name
    item.minutes = method.minutes
    item.method = method.name
    item.screen = method.screen.isEmpty ? nil : Choice(code: method.screen)
    layers.append(.page(TextPage(title: method.name, text: Viewport(lines), item: item)))
  }

  private mutating func insert(_ agenda: MethodLibrary.Agenda, _ library: MethodLibrary) {
    addToAgenda(
      agenda.item.map { made in
        let method = library.method(of: made)
        var item = AgendaItem(id: newID(prefix: "x"))
        item.title = made.title
        item.minutes = made.minutes
        item.method = method?.name ?? ""
        let screen = made.screen ?? method?.screen ?? ""
        item.screen = screen.isEmpty ? nil : Choice(code: screen)
        return item
      })
  }

  /// Adds items behind those there are, in the workshop on the screen, or in a new one where there is none.
  mutating func addToAgenda(_ items: [AgendaItem]) {
    guard !items.isEmpty else { return }
    let minutes = items.reduce(0) { $0 + ($1.minutes ?? 0) }
    let message = Message.agendaTaken(items: items.count, minutes: minutes)
    if var workshop = selectedWorkshop {
      workshop.agenda += items
      perform(Title(.template, .workshop, name: workshop.name), [.replace(workshop)], saying: message)
    } else {
      var workshop = Workshop(id: newID(.workshop))
      workshop.name = words.withArticle(.workshop).capitalised
      workshop.on = today
      workshop.agenda = items
      perform(Title(.template, .workshop, name: workshop.name), [.insert(workshop)], saying: message)
    }
  }

  /// The actions of a kind of work from today on, each waiting for those before it, for the initiative of the selected action.
  private mutating func insert(_ work: MethodLibrary.Work) {
    let initiative = selection.flatMap { $0.kind == .action ? working.session.actions[$0.id]?.initiative : nil }
    var made: [ActionItem] = []
    for plan in work.action {
      var action = ActionItem(id: newID(.action))
      action.what = plan.what
      action.due = today.adding(days: plan.days)
      action.effort = plan.effort
      action.status = .known(.toDo)
      action.initiative = initiative
      action.dependsOn = (plan.after ?? []).compactMap { made.indices.contains($0 - 1) ? made[$0 - 1].id : nil }
      made.append(action)
    }
    guard let first = made.first else { return }
    perform(Title(.template, .action, name: work.name, count: made.count), made.map { .insert($0) })
    selectInList(first.ref)
    prepare()
  }
}
