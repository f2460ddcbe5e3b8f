extension English {
  static let initiativeFields: [String: FieldText] = [
    "name": FieldText("Name", "What you do together, in a few words."),
    "type": FieldText("Kind", "What sort of initiative it is: a training, a trip, a joint sale."),
    "status": FieldText("Status", "From an idea to succeeded or failed."),
    "step": FieldText("Step", "How much is shared: 1 a room, 2 a trip, 3 work, 4 money, 5 a venture."),
    "lead": FieldText("Lead", "The stakeholder that leads it."),
    "participants": FieldText("Participants", "The stakeholders that take part."),
    "from": FieldText("From", "When it begins: a year, a month or a day."),
    "to": FieldText("To", "When it ends: a year, a month or a day."),
    "constraints": FieldText("Constraints addressed", "What it helps to remove."),
    "endMarket": FieldText("End market", "The market it works towards."),
    "phase": FieldText("Phase", "The phase of the plan it belongs to."),
    "intents": FieldText("Intents", "Investment, learning, a small step, a benefit soon."),
    "upgrading": FieldText("Upgrading", "What gets better: the process, the product, the task or the channel."),
    "upgradingDriver": FieldText("Driven by", "What pushes the change: cost, buyers or the market."),
    "level": FieldText("Reaches", "One firm, a group, a whole segment or the whole chain."),
    "whySystemic": FieldText("Why it moves the system", "Why helping one firm helps the others too."),
    "host": FieldText("Host", "Who lends the room, the field or the farm."),
    "beneficiaries": FieldText("Who benefits", "One line for each: who, and what they get."),
    "reach": FieldText("People reached", "How many people it reaches, as “150” or “>150 people (Annex 1)”."),
    "reachWomen": FieldText("Women reached", "How many of them are women, as “21”."),
    "reachYouth": FieldText("Youth reached", "How many of them are young, as “14”."),
    "risk": FieldText("Risk", "How much can go wrong: 1 very low to 5 very high."),
    "ownership": FieldText(
      "Felt ownership", "How far people felt at the start that it is theirs: 1 very low to 5 very high."),
    "needs": FieldText("Needs first", "Initiatives that must have succeeded before."),
    "needsTrust": FieldText("Needs trust", "The level of trust that must hold among participants: 1 to 5."),
    "builds": FieldText("Builds trust", "Between whom trust should grow, and by how much."),
    "firstBenefitOn": FieldText("First benefit on", "When somebody first gains from it."),
    "funding": FieldText("Funding", "Who pays what: one line for each."),
    "firmCommits": FieldText("Firm commits", "What the supported firm promises in return."),
    "result": FieldText("Result", "What came of it."),
    "resultFigure": FieldText("Result in figures", "What came of it, as “~400000 USD (Annex 2)”."),
    "resultOn": FieldText("Result on", "When the result was clear."),
    "lesson": FieldText("Lesson", "What to do the same or otherwise next time."),
    "upscaling": FieldText("Upscaling", "What taking it to many would need; at most one."),
  ]

  static let beneficiaryFields: [String: FieldText] = [
    "stakeholder": FieldText("Stakeholder", "Who benefits."),
    "benefit": FieldText("Benefit", "What they get out of it."),
  ]

  static let expectedTrustFields: [String: FieldText] = [
    "from": FieldText("From", "Who should come to trust more."),
    "toward": FieldText("Toward", "Whom they should come to trust."),
    "gain": FieldText("Gain", "By how many levels, 1 to 4."),
  ]

  static let fundingFields: [String: FieldText] = [
    "by": FieldText("Paid by", "The stakeholder that pays."),
    "amount": FieldText("Amount", "How much, as “12000 USD” or “~12000 USD (budget)”."),
    "form": FieldText("Form", "Cash, or something in kind."),
    "answer": FieldText("Answer", "Whether it was asked, promised, given or declined."),
    "purpose": FieldText("For", "What the money is for."),
  ]

  static let upscalingFields: [String: FieldText] = [
    "takenOverBy": FieldText("Taken over by", "Who carries it on."),
    "confirmedOn": FieldText("Confirmed on", "The day they agreed to carry it on."),
    "reachNow": FieldText("Reach now", "How many people it reaches today, as “150”."),
    "reachTarget": FieldText("Reach wanted", "How many people it should reach, as “1000”."),
    "initiator": FieldText("Started by", "Who began it."),
    "costRecovery": FieldText("Costs come back", "What shows that those who invest get their money back."),
    "strategyFit": FieldText("Fits the firm", "How it fits the long-term plans of the firm."),
    "facilitating": FieldText("What helps", "Conditions that make it easier."),
    "limiting": FieldText("What hinders", "Conditions that make it harder."),
    "arbitration": FieldText("Who arbitrates", "Who settles a quarrel about the contract."),
  ]
}
