extension English {
  static let constraintFields: [String: FieldText] = [
    "name": FieldText("Name", "What holds the chain back, or the chance it misses, in a few words."),
    "sits": FieldText("Sits in", "In which part of the structure of the chain it sits."),
    "votes": FieldText("Votes", "How many dots or beans it got."),
    "severity": FieldText("Severity", "How much it hurts: 1 very low to 5 very high."),
    "feasibility": FieldText("Feasibility", "How well it can be solved: 1 very low to 5 very high."),
    "status": FieldText("Status", "Open, being worked on, or resolved."),
    "type": FieldText("Kind", "A constraint, or an opportunity."),
    "segments": FieldText("Segments", "The parts of the chain where it is felt."),
    "affected": FieldText("Affected", "The stakeholders that feel it."),
    "causedBy": FieldText("Caused by", "Other constraints that lie behind this one."),
    "identifiedOn": FieldText("Identified on", "When it was named."),
    "identifiedJointly": FieldText("Named together", "Yes if the stakeholders named it together."),
    "oneFirmCanSolve": FieldText("One firm can solve it", "Yes if one firm could solve it by itself."),
    "resolvedBy": FieldText("Resolved by", "The initiatives that remove it."),
    "resolvedOn": FieldText("Resolved on", "When it was removed."),
  ]

  static let endMarketFields: [String: FieldText] = [
    "name": FieldText("Name", "A short name for this market: “Europe through Westfalia”."),
    "buyer": FieldText("Buyer", "The stakeholder that would buy."),
    "product": FieldText("Product", "What the market asks for."),
    "variety": FieldText("Variety", "Exactly which variety it asks for: “Keitt”."),
    "volume": FieldText("Volume", "How much it asks for in a season, as “85 t” or “>85 t (Annex 1)”."),
    "evidence": FieldText("Evidence", "How sure it is that somebody buys: from general interest to repeat sales."),
    "grade": FieldText("Grade", "The quality, size or packing it asks for."),
    "channel": FieldText("Channel", "Local, at home, in neighbouring countries or abroad."),
    "season": FieldText("Season", "The months it buys, as “5-8” or “5,6,8”."),
    "prices": FieldText("Prices", "What it pays, month by month."),
    "premium": FieldText("Premium", "What it adds for quality or a certificate, as “0.10 EUR/kg”."),
    "wantsOneCounterpart": FieldText("Wants one seller", "Yes if the buyer deals with one seller only."),
    "growth": FieldText("Growth", "Whether this market shrinks, stands still or grows."),
    "standards": FieldText("Standards asked", "Standards the product must meet, with commas between them."),
    "tellings": FieldText("Producers told", "Each time producers were told what is asked: the day, and whom."),
    "toldOn": FieldText(
      "Producers told on", "Days on which producers were told, where nobody noted whom, as “2007-02-14, 2007-04-18”."),
    "competitors": FieldText("Competitors", "Who else sells there, with commas between them."),
    "benchmark": FieldText("Benchmark", "How you compare with the best of the competitors."),
    "chosenFor": FieldText("Chosen for", "Whether demand, jobs, politics or habit led to this market."),
    "whyChosen": FieldText("Why chosen", "The reasons in a sentence."),
    "mitigations": FieldText("If it fails", "What softens the blow if this buyer drops out."),
  ]

  static let tellingFields: [String: FieldText] = [
    "on": FieldText("On", "The day on which they were told, as “2007-02-14”."),
    "to": FieldText("Told to", "The stakeholders that were told."),
    "what": FieldText("What", "What was told, when it was not all that is asked: “the new box”."),
  ]

  static let monthlyPriceFields: [String: FieldText] = [
    "month": FieldText("Month", "The month as a number from 1 to 12."),
    "price": FieldText("Price", "What is paid in that month, as “1.25 EUR/kg”."),
  ]
}
