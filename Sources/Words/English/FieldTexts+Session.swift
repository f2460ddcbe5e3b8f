extension English {
  static let sessionFields: [String: FieldText] = [
    "title": FieldText("Title", "What everyone calls this work: “Mango cluster”."),
    "product": FieldText("Product", "What the chain makes: “Mangoes”."),
    "place": FieldText("Place", "The country, region or town it is about."),
    "purpose": FieldText("Purpose", "In a sentence or two, what this work is to achieve."),
    "approach": FieldText("Approach", "A whole value chain, or a cluster of neighbours."),
    "vision": FieldText("Vision", "One sentence that all can agree on: where we want to be."),
    "visionYear": FieldText("Vision year", "The year by which the vision is to be true: “2015”."),
    "visionAgreedOn": FieldText("Vision agreed on", "The day the vision was agreed: “2005-02-18”, or only the year."),
    "visionEndorsedBy": FieldText("Vision endorsed by", "The stakeholders that stand behind the vision."),
    "language": FieldText("Language", "Two letters for the language of the room: “es”, “fr”, “en”."),
    "currency": FieldText("Currency", "Three letters for the usual money: “USD”, “DOP”."),
    "clusterTests": FieldText("Why a cluster", "Which of the three conditions for a cluster approach hold here."),
    "segments": FieldText("Segments", "The columns of the chain in their order, and the two bands below it."),
    "phases": FieldText("Phases", "The stretches of time that the plan is divided into."),
    "thresholds": FieldText(
      "Advice limits", "Figures from which advice speaks up, where you want others than the usual."),
    "renamedWords": FieldText("Renamed words", "Words of the program that this room says otherwise."),
    "silenced": FieldText("Advice put aside", "Advice that does not come up again, each with the reason why."),
    "assumptions": FieldText("Outlook assumptions", "Figures that the outlook supposes, where you want others than Rapport's own."),
    "conflicts": FieldText("Conflicts", "What two merged versions say differently, until it is settled."),
  ]

  static let mergeConflictFields: [String: FieldText] = [
    "type": FieldText("What happened", "What the two versions did that does not go together."),
    "about": FieldText("Entry", "The entry that it is about."),
    "place": FieldText("Place", "The field of the entry, or the item in one of its lists."),
    "base": FieldText("Before", "What both versions began from, as it stands in a file."),
    "theirs": FieldText("The other version", "What the other version says, as it stands in a file."),
  ]

  static let segmentFields: [String: FieldText] = [
    "name": FieldText("Name", "What this part of the chain is called here: “Packing”."),
    "stage": FieldText("Stage", "Where it stands in the flow, or one of the bands below it."),
    "movesWithoutAnchor": FieldText(
      "Moves without anchor", "Yes if this segment can go ahead although no anchor firm takes part."),
  ]

  static let phaseFields: [String: FieldText] = [
    "name": FieldText("Name", "What this stretch of time is called: “First small wins”."),
    "from": FieldText("From", "When it begins: a year, a month or a day, as “2004-07”."),
    "to": FieldText("To", "When it ends: a year, a month or a day, as “2005-12”."),
  ]

  static let thresholdFields: [String: FieldText] = [
    "rule": FieldText("Rule", "The name of the advice, as it stands beside it on the advice screen."),
    "value": FieldText("Limit", "The figure from which this advice is to speak up."),
  ]

  static let renamedWordFields: [String: FieldText] = [
    "word": FieldText("Word", "The word of the program: “stakeholder”."),
    "says": FieldText("Say instead", "What this room says: “partner”."),
  ]

  static let silencedAdviceFields: [String: FieldText] = [
    "rule": FieldText("Rule", "The number of the rule, as it stands beside the advice."),
    "about": FieldText("About", "The entries that the advice is about."),
    "reason": FieldText("Reason", "Why it does not hold here, or not now."),
    "on": FieldText("On", "When it was put aside: a year, a month or a day, as “2008-07-01”."),
  ]

  static let assumptionFields: [String: FieldText] = [
    "about": FieldText("About", "Which figure: “success-3”, “gain-2”, “decay”, “failure” or “open”."),
    "value": FieldText("Figure", "Percent for a chance; hundredths of a level for trust gained or lost."),
  ]

  static let mapViewFields: [String: FieldText] = [
    "view": FieldText("View", "Which way of drawing the map this is."),
    "pinned": FieldText("Pinned", "Stakeholders that keep the place you gave them."),
    "folded": FieldText("Folded", "Segments drawn as one box."),
  ]

  static let pinnedPositionFields: [String: FieldText] = [
    "stakeholder": FieldText("Stakeholder", "Who keeps its place."),
    "x": FieldText("Across", "How far to the right it stands."),
    "y": FieldText("Down", "How far down it stands."),
  ]
}
