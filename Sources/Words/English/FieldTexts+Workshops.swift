extension English {
  static let workshopFields: [String: FieldText] = [
    "name": FieldText("Name", "What the day is called."),
    "on": FieldText("On", "The day it takes place."),
    "place": FieldText("Place", "Where it takes place."),
    "host": FieldText("Host", "Who lends the room."),
    "agenda": FieldText("Agenda", "The items of the day in their order."),
    "present": FieldText("Present", "The participants who are in the room."),
    "headcounts": FieldText("Counted", "People present who are counted and not named."),
    "decisions": FieldText("Decisions", "What was decided: one line for each."),
    "parkingLot": FieldText("Parking lot", "Thoughts put aside for later."),
    "ballots": FieldText("Ballots", "What was voted on, with dots, beans or hands."),
    "pictures": FieldText("Pictures", "File names of photographs of the wall, with commas between them."),
    "evaluation": FieldText("Evaluation", "How the day went, in the words of the room."),
    "nextMeeting": FieldText("Next meeting", "When you meet again."),
  ]

  static let agendaItemFields: [String: FieldText] = [
    "title": FieldText("Title", "What this item is about."),
    "minutes": FieldText("Minutes", "How many minutes are planned."),
    "method": FieldText("Method", "How you do it: “Cards, then dots”."),
    "screen": FieldText("Screen", "The screen it works on; it opens when the item begins."),
    "replanned": FieldText("Now planned", "The minutes it has since the rest of the day was planned anew."),
    "started": FieldText("Started", "When it began; the timer fills this in."),
    "ended": FieldText("Ended", "When it ended; the timer fills this in."),
    "breakoutGroups": FieldText("Groups", "The groups the room splits into, with commas between them."),
  ]

  static let headcountFields: [String: FieldText] = [
    "stakeholder": FieldText("Stakeholder", "Whom these people belong to."),
    "gender": FieldText("Gender", "Women, men or other."),
    "ageGroup": FieldText("Age group", "Youth, adult or elder, when they are counted apart."),
    "people": FieldText("People", "How many of them are present."),
  ]

  static let decisionFields: [String: FieldText] = [
    "text": FieldText("Decision", "What was decided, in one sentence."),
    "agendaItem": FieldText("Agenda item", "During which item it was decided."),
    "at": FieldText("At", "The moment it was decided; the program fills this in."),
  ]

  static let parkedThoughtFields: [String: FieldText] = [
    "text": FieldText("Thought", "The thought to come back to, in one sentence."),
    "agendaItem": FieldText("Agenda item", "During which item it came up."),
    "at": FieldText("At", "The moment it came up; the program fills this in."),
  ]

  static let ballotFields: [String: FieldText] = [
    "question": FieldText("Question", "What the room is asked: “Which comes first?”."),
    "counted": FieldText("Counted with", "Dots on paper, beans in bowls, or hands."),
    "revealed": FieldText("Revealed", "Yes once the room may see the counts."),
    "options": FieldText("Options", "What can be voted for: one line for each."),
  ]

  static let ballotOptionFields: [String: FieldText] = [
    "text": FieldText("Option", "What can be voted for."),
    "dots": FieldText("Votes", "How many dots, beans or hands it got."),
    "group": FieldText("Group", "Whose votes these are, when groups vote apart."),
    "about": FieldText("Stands for", "The constraint, initiative or stakeholder behind the option."),
  ]

  static let participantFields: [String: FieldText] = [
    "name": FieldText("Name", "The person’s name, or a role such as “Grower A”."),
    "stakeholder": FieldText("Stakeholder", "Whom the person belongs to."),
    "gender": FieldText("Gender", "Woman, man or other."),
    "ageGroup": FieldText("Age group", "Youth, adult or elder."),
    "contact": FieldText("Contact", "How to reach the person; it stays out of room mode and of reports."),
    "consent": FieldText("May be named", "Yes if the person agreed to be named; otherwise reports print only a count."),
  ]
}
