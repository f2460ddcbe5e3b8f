extension English {
  static let actionFields: [String: FieldText] = [
    "what": FieldText("What", "What is to be done, beginning with a verb."),
    "owner": FieldText("Owner", "The stakeholder that answers for it."),
    "due": FieldText("Due", "By when: a day, a month or a year."),
    "status": FieldText("Status", "To do, doing, blocked, done or dropped."),
    "initiative": FieldText("Initiative", "The initiative it belongs to."),
    "person": FieldText("Person", "The participant who does it."),
    "ownerName": FieldText("Somebody else", "Who does it, when the name is not on the map."),
    "from": FieldText("From", "When it begins."),
    "doneOn": FieldText("Done on", "The day it was done."),
    "effort": FieldText("Effort", "How many working days it takes."),
    "dependsOn": FieldText("Depends on", "Action items that must be done before."),
    "agreedAt": FieldText("Agreed at", "The agenda item during which it was agreed."),
  ]

  static let indicatorFields: [String: FieldText] = [
    "name": FieldText("Name", "What you measure: “Fresh mangoes sold abroad”."),
    "type": FieldText("Kind", "Sales, production, jobs, quality and so on."),
    "current": FieldText("Current", "The latest value; entering one adds a reading of today."),
    "baseline": FieldText("Baseline", "Where it stood at the start, as “4000 t (Annex 1)”."),
    "target": FieldText("Target", "Where it should get to, as “17000 t”."),
    "due": FieldText("Due", "By when the target should be reached."),
    "unit": FieldText("Unit", "What it is measured in: “t”, “USD”, “people”."),
    "split": FieldText("Split", "Whether it is counted apart for women and men, or small and large."),
    "baselineOn": FieldText("Baseline on", "When the baseline was taken."),
    "initiative": FieldText("Initiative", "The initiative whose success it shows."),
    "endMarket": FieldText("End market", "The market whose success it shows."),
  ]
}
