import ChainAnalysis
import SessionModel
import Words

/// The lines of a sheet that people sign, so many that its pages are full.
enum AttendanceRows {
  /// On the first page, below the heading, and on each that follows.
  private static let (first, further) = (15, 18)

  static func count(for people: Int) -> Int {
    people <= first ? first : first + (people - first + further - 1) / further * further
  }
}

/// Puts minutes and handouts together. It knows only the session that the audience may see.
struct HandoutComposer<Wording: ExchangeWords> {
  let session: Session
  let readings: ReadingIndex
  let today: PartialDate
  let words: Wording

  func compose(_ kind: HandoutKind, _ workshop: Workshop?) -> ReportValue {
    var members = common(workshop, page: kind.page)
    switch kind {
    case .map: members["map"] = map
    case .attendance: members["attendance"] = attendanceSheet(workshop)
    case .commitments: members["commitments"] = commitments(workshop)
    case .actions: members["actions"] = messages
    case .pictures: members["pictures"] = pictures
    case .readAloud: members["readAloud"] = .record(["paragraphs": .texts(readAloud(workshop))])
    case .buyerCard: members["cards"] = cards
    case .trustSlips: members["slips"] = slips
    case .trustSheet:
      members["trustSheet"] = trustSheet
      members["confidential"] = .flag(true)
    }
    return .record(members)
  }

  func common(_ workshop: Workshop?, page: String) -> [String: ReportValue] {
    var members: [String: ReportValue] = [
      "language": .text(session.profile.languageTag), "title": .text(session.profile.title.isEmpty ? words.report(.untitled) : session.profile.title),
      "place": .text(session.profile.place),
      "product": .text(session.profile.product), "date": .text(words.date(today)), "page": .markup(page),
      "style": .markup(HandoutStyle.css),
      "words": .record(Dictionary(uniqueKeysWithValues: HandoutWord.allCases.map { ($0.rawValue, .text(words.handout($0))) })),
    ]
    if let workshop {
      members["day"] = .record([
        "name": .text(workshop.name.isEmpty ? words.withArticle(.workshop) : workshop.name),
        "on": .optional(workshop.on.map { words.date($0) }),
        "place": .text(workshop.place), "host": .optional(session.stakeholders[workshop.host]?.name),
      ])
    }
    return members
  }

  // MARK: Minutes

  func minutes(_ workshop: Workshop, audience: Audience) -> ReportValue {
    var members = common(workshop, page: "A4")
    members["people"] = people(workshop)
    members["agenda"] = agenda(workshop)
    members["decisions"] = items(workshop.decisions.map { told($0.text, during: $0.agendaItem, workshop) })
    members["parked"] = items(workshop.parkingLot.map { told($0.text, during: $0.agendaItem, workshop) })
    members["votes"] = .list(workshop.ballots.map { vote($0, isFacilitator: audience == .facilitator) })
    let items = Set(workshop.agenda.map(\.id))
    let agreed = PlanOrder.byDue(session.actions.sorted.filter { $0.agreedAt.map { items.contains($0) } ?? false })
    members["actions"] = agreed.isEmpty ? .text("") : .record(["rows": .list(agreed.map(action))])
    members["nextMeeting"] = .optional(workshop.nextMeeting.map { words.date($0) })
    members["evaluation"] = .text(workshop.evaluation)
    members["confidential"] = .flag(audience == .facilitator)
    return .record(members)
  }

  private func items(_ texts: [String]) -> ReportValue {
    let kept = texts.filter { !$0.isEmpty }
    return kept.isEmpty ? .text("") : .record(["items": .texts(kept)])
  }

  private func told(_ text: String, during id: EntityID?, _ workshop: Workshop) -> String {
    guard !text.isEmpty, let item = workshop.agenda.first(where: { $0.id == id }), !item.title.isEmpty else { return text }
    return text + " (" + item.title + ")"
  }

  /// Counted, and named only where somebody agreed to be.
  func people(_ workshop: Workshop) -> ReportValue {
    let attendance = Attendance(workshop, session)
    guard attendance.people > 0 else { return .text("") }
    let names = attendance.names.compactMap { id -> String? in
      guard let person = session.participants[id] else { return nil }
      let from = session.stakeholders[person.stakeholder]?.name ?? ""
      return from.isEmpty ? person.name : person.name + " (" + from + ")"
    }
    let groups: [ReportValue] = attendance.groups.map { group in
      .record([
        "name": .text(group.stakeholder.flatMap { session.stakeholders[$0]?.name } ?? words.handout(.fromElsewhere)),
        "count": .number(group.people),
      ])
    }
    return .record([
      "count": .text(words.handoutPeople(attendance.people, women: attendance.women, men: attendance.men, youth: attendance.youth)),
      "named": .text(names.joined(separator: "; ")),
      "unnamed": .text(attendance.unnamed > 0 ? words.handoutUnnamed(attendance.unnamed) : ""), "groups": .list(groups),
    ])
  }

  private func agenda(_ workshop: Workshop) -> ReportValue {
    guard !workshop.agenda.isEmpty else { return .text("") }
    let rows: [ReportValue] = workshop.agenda.map { item in
      func clock(_ moment: Instant?) -> String { moment.map { Self.clock($0) } ?? "" }
      var times = clock(item.started)
      if item.ended != nil { times += "–" + clock(item.ended) }
      let used = item.ended == nil ? nil : item.secondsUsed(until: Instant(seconds: 0)).map { $0 / 60 }
      return .record([
        "title": .text(item.title), "method": .text(item.method), "times": .text(times),
        "minutes": .text(words.handoutMinutes(planned: item.minutes, used: used)),
        "groups": .text(item.breakoutGroups.joined(separator: "; ")),
      ])
    }
    return .record(["rows": .list(rows)])
  }

  /// The time of the day at its place.
  private static func clock(_ moment: Instant) -> String {
    let minute = moment.minuteOfDay
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    return two(minute / 60) + ":" + two(minute % 60)
  }

  /// A vote that was not revealed shows no counts, and no order that tells them.
  private func vote(_ ballot: Ballot, isFacilitator: Bool) -> ReportValue {
    let isCovered = ballot.revealed != true && !isFacilitator
    let result = BallotResult(ballot)
    let rows: [ReportValue]
    if isCovered {
      var seen: Set<String> = []
      rows = ballot.options.filter { seen.insert($0.key).inserted }.map { .record(["text": .text($0.text)]) }
    } else {
      rows = result.rows.map { row in
        let byGroup =
          result.groups.count > 1
          ? result.groups.compactMap { group in row.byGroup[group].map { (group.isEmpty ? "–" : group) + " " + String($0) } } : []
        return .record([
          "rank": .text(String(row.rank) + (row.isTied ? "=" : "")), "text": .text(row.text), "dots": .number(row.dots),
          "byGroup": .text(byGroup.joined(separator: ", ")),
        ])
      }
    }
    return .record(["question": .text(ballot.question), "covered": .text(isCovered ? words.handout(.covered) : ""), "rows": .list(rows)])
  }

  func action(_ action: ActionItem) -> ReportValue {
    let names = PlanNames(session, words: words)
    let owner = names.owner(action)
    return .record([
      "what": .text(action.what), "owner": .text(owner.isEmpty ? words.report(.nobody) : owner),
      "due": .text(action.due.map { words.date($0) } ?? words.report(.withoutDate)),
      "status": .optional(action.status.map { words.choice(ActionStatus.list, $0.code) }),
    ])
  }

  // MARK: Handouts

  private var map: ReportValue {
    let svg = MapPictures(session, readings, for: .room, words: words).svg
    return svg.isEmpty ? .text("") : .record(["svg": .markup(svg)])
  }

  /// Those expected, who agreed to be named, then room for others to write.
  private func attendanceSheet(_ workshop: Workshop?) -> ReportValue {
    let expected = workshop.map { $0.present.isEmpty ? session.participants.ids : $0.present } ?? session.participants.ids
    let people = expected.compactMap { session.participants[$0] }.filter { !$0.name.isEmpty }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    let unnamed = expected.count - people.count
    let count = AttendanceRows.count(for: people.count + max(5, unnamed))
    let rows: [ReportValue] = (0..<count).map { index in
      let person = people.indices.contains(index) ? people[index] : nil
      return .record([
        "number": .number(index + 1), "name": .text(person?.name ?? ""),
        "from": .optional(person.flatMap { session.stakeholders[$0.stakeholder]?.name }),
      ])
    }
    return .record([
      "rows": .list(rows), "unnamed": .text(unnamed > 0 ? words.handoutExpected(expected.count, unnamed: unnamed) : ""),
    ])
  }

  /// What was promised on that day first, and each by its date; on one page wherever that is possible.
  private func commitments(_ workshop: Workshop?) -> ReportValue {
    let rows = openActions(workshop)
    guard !rows.isEmpty else { return .text("") }
    let vision = session.profile.vision.count <= 400 ? session.profile.vision : ""
    let names = PlanNames(session, words: words)
    let sheet = CommitmentPages(rows.map { CommitmentPages.Row(what: $0.what, owner: names.owner($0)) }, vision: vision.count)
    return .record([
      "pages": .list(
        sheet.pages.enumerated().map { index, range in
          .record([
            "vision": .text(index == 0 ? vision : ""), "rows": .list(rows[range].map(action)), "print": .text(sheet.print.rawValue),
            "which": .text(sheet.pages.count > 1 ? words.handoutPage(index + 1, of: sheet.pages.count) : ""),
          ])
        })
    ])
  }

  /// What was promised on that day, then what else is open, each by its date.
  private func openActions(_ workshop: Workshop?) -> [ActionItem] {
    let agenda = Set(workshop?.agenda.map(\.id) ?? [])
    let open = PlanOrder.byDue(session.actions.sorted.filter { !$0.isOver })
    func isPromised(_ action: ActionItem) -> Bool { action.agreedAt.map { agenda.contains($0) } ?? false }
    return open.filter(isPromised) + open.filter { !isPromised($0) }
  }

  private var messages: ReportValue {
    var byOwner: [String: [ActionItem]] = [:]
    let names = PlanNames(session, words: words)
    for action in session.actions.sorted where !action.isOver { byOwner[names.owner(action), default: []].append(action) }
    byOwner[""] = nil
    let unnamed = byOwner.removeValue(forKey: words.handout(.notNamed))?.count ?? 0
    guard !byOwner.isEmpty || unnamed > 0 else { return .text("") }
    let owners: [ReportValue] = byOwner.keys.sorted().map { owner in
      let tasks = PlanOrder.byDue(byOwner[owner] ?? []).map { action in action.what + (action.due.map { ", " + words.date($0) } ?? "") }
      let texts = ShortMessages.texts(to: owner, tasks: tasks)
      return .record([
        "owner": .text(owner), "messages": .list(texts.map { .record(["text": .text($0), "length": .text(Self.length(of: $0))]) }),
      ])
    }
    return .record(["owners": .list(owners), "unnamed": .text(unnamed > 0 ? words.handoutUnnamedTasks(unnamed) : "")])
  }

  private static func length(of text: String) -> String {
    let (used, limit) = ShortMessages.length(of: text)
    return "\(used)/\(limit)"
  }

  private var cards: ReportValue {
    .list(
      session.endMarkets.sorted.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { market in
        func figures(_ figures: [Figure]) -> String {
          figures.map { words.figure(Figure($0.amount, $0.qualifier)) }.joined(separator: "; ")
        }
        var rows: [(HandoutWord, String)] = [
          (.cardWants, [market.product, market.variety, market.grade].filter { !$0.isEmpty }.joined(separator: ", ")),
          (.cardHowMuch, figures(market.volume)), (.cardWhen, months(market.season)),
          (
            .cardPrice,
            market.prices.compactMap { price in
              price.price.first.map { figure in
                (price.month.map { words.month($0) + " " } ?? "") + words.figure(Figure(figure.amount, figure.qualifier))
              }
            }.joined(separator: "; ")
          ),
          (.cardPremium, figures(market.premium)), (.cardStandards, market.standards.joined(separator: ", ")),
          (.cardChannel, market.channel.map { words.choice(MarketChannel.list, $0.code) } ?? ""),
        ]
        if market.wantsOneCounterpart == true { rows.append((.cardOne, words.handout(.cardOneText))) }
        return .record([
          "name": .text(market.name), "buyer": .optional(session.stakeholders[market.buyer]?.name),
          "rows": .list(rows.filter { !$0.1.isEmpty }.map { .record(["label": .text(words.handout($0.0)), "text": .text($0.1)]) }),
        ])
      })
  }

  /// Months by their names; what is no months stays as it was typed.
  private func months(_ season: String) -> String {
    guard let months = MonthSet(season), !months.isEmpty else { return season }
    return months.stretches.map { $0 == $1 ? words.month($0) : words.month($0) + "–" + words.month($1) }.joined(separator: ", ")
  }

  /// Names and actions that can be followed by listening; of more the rest is counted, and never one alone.
  private static var mostNames: Int { 8 }
  private static var mostActions: Int { 12 }

  private static func told(_ count: Int, of most: Int) -> Int { count <= most + 1 ? count : most }

  /// Short sentences, in an order that can be followed by listening.
  private func readAloud(_ workshop: Workshop?) -> [String] {
    var texts: [String] = []
    let profile = session.profile
    if !profile.product.isEmpty || !profile.place.isEmpty { texts.append(words.aloudChain(product: profile.product, place: profile.place)) }
    if !profile.vision.isEmpty { texts.append(words.handout(.aloudVision) + " " + words.aloudSentence(profile.vision)) }
    for segment in profile.segments where !segment.isBand {
      // Those who speak for most people first, so that it is not they who are left out.
      let members = session.stakeholders.sorted.filter { $0.segment == segment.id && !$0.name.isEmpty }
        .map { (people: $0.people.first?.amount.approximate ?? 0, one: $0) }
        .sorted { ($1.people, $0.one.name, $0.one.id) < ($0.people, $1.one.name, $1.one.id) }
      let told = Self.told(members.count, of: Self.mostNames)
      if told > 0 { texts.append(words.aloudSegment(segment.name, names: members.prefix(told).map(\.one.name), more: members.count - told)) }
    }
    let decisions = workshop?.decisions.map(\.text).filter { !$0.isEmpty } ?? []
    if !decisions.isEmpty { texts.append(words.handout(.aloudDecisions) + " " + decisions.map { words.aloudSentence($0) }.joined(separator: " ")) }
    let actions = openActions(workshop)
    let told = Self.told(actions.count, of: Self.mostActions)
    for action in actions.prefix(told) {
      let owner = PlanNames(session, words: words).owner(action)
      texts.append(
        words.aloudAction(owner: owner.isEmpty ? words.report(.nobody) : owner, what: action.what, due: action.due.map { words.date($0) }))
    }
    if actions.count > told { texts.append(words.aloudMoreActions(actions.count - told)) }
    if let next = workshop?.nextMeeting { texts.append(words.handout(.aloudNext) + " " + words.date(next) + ".") }
    return texts
  }

  /// The chain as signs with arrows between them, and what was agreed as the sign of its segment.
  private var pictures: ReportValue {
    let stages = session.profile.segments.filter { !$0.isBand }.compactMap(\.stage?.option)
    guard !stages.isEmpty else { return .text("") }
    let steps = (1...5).filter { step in session.initiatives.sorted.contains { $0.step == step && $0.status?.option?.isOver != true } }
    return .record([
      "segments": .list(stages.map { .record(["svg": .markup(Pictograms.stage($0))]) }),
      "steps": .list(steps.map { .record(["svg": .markup(Pictograms.step($0))]) }),
    ])
  }

  /// One sheet each for small ones, large ones and groups with women, with a question for every tie they have.
  private var slips: ReportValue {
    let groups: [(HandoutWord, String, (Stakeholder) -> Bool)] = [
      (.slipsSmall, "○", { $0.sizeGroup == .small || $0.isSmallProducer }),
      (.slipsLarge, "□", { $0.sizeGroup == .large && !$0.isSmallProducer }),
      (.slipsWomen, "△", { ($0.women.first?.amount.approximate ?? 0) > 0 }),
    ]
    let ties = session.relationships.sorted.filter { $0.status?.option != .wished && $0.from != nil && $0.to != nil && $0.from != $0.to }
    let sheets: [ReportValue] = groups.compactMap { word, sign, belongs in
      let members = Set(session.stakeholders.sorted.filter(belongs).map(\.id))
      var asked: [(other: EntityID, kind: RelationshipKind?, count: Int)] = []
      for tie in ties {
        guard let from = tie.from, let to = tie.to else { continue }
        for (me, other) in [(from, to), (to, from)] where members.contains(me) && !members.contains(other) {
          if let place = asked.firstIndex(where: { $0.other == other }) {
            asked[place].count += 1
          } else {
            asked.append((other, tie.type?.option, 1))
          }
        }
      }
      guard !asked.isEmpty else { return nil }
      let chosen = asked.sorted { $0.count != $1.count ? $0.count > $1.count : $0.other < $1.other }.prefix(7)
      let rows: [ReportValue] = chosen.map { tie in
        .record([
          "question": .text(words.slipQuestion(tie.kind, about: session.stakeholders[tie.other]?.name ?? "")),
          "faces": .markup(Pictograms.faces),
        ])
      }
      return .record(["sign": .text(sign), "group": .text(words.handout(word)), "rows": .list(rows)])
    }
    return sheets.isEmpty ? .text("") : .record(["sheets": .list(sheets)])
  }

  private var trustSheet: ReportValue {
    func name(_ id: EntityID?) -> String { session.stakeholders[id]?.name ?? "" }
    let pairs = readings.subjects(.trust).map { (from: name($0.subject), to: name($0.toward), subject: $0) }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    let rows: [ReportValue] = pairs.compactMap { from, to, subject in
      guard let toward = subject.toward, let reading = readings.current(subject), let level = reading.level else { return nil }
      let back = readings.trust(toward, subject.subject)
      // A split is shown from five answers on only; fewer would tell who said what.
      let answers =
        reading.counts.isEmpty
        ? "1" : reading.showsSplit ? reading.counts.counts.map(String.init).joined(separator: "·") : String(reading.counts.total)
      return .record([
        "from": .text(from), "toward": .text(to),
        "level": .text(String(level) + " " + words.level(.trust, level)), "back": .optional(back.map(String.init)),
        "on": .optional(reading.on.map { words.date($0) }), "answers": .text(answers),
      ])
    }
    return rows.isEmpty ? .text("") : .record(["rows": .list(rows)])
  }
}
