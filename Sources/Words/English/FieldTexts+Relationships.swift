extension English {
  static let relationshipFields: [String: FieldText] = [
    "from": FieldText("From", "Where the tie begins: for trade, the seller."),
    "to": FieldText("To", "Where the tie ends: for trade, the buyer."),
    "type": FieldText("Kind", "What ties them: trade, service, membership and so on."),
    "status": FieldText("Exists", "Whether the tie is there or only wished for."),
    "strength": FieldText("Strength", "How strong the tie is: 1 very low to 5 very high."),
    "since": FieldText("Since", "When it began: a year, a month or a day."),
    "until": FieldText("Until", "When it ended, if it has."),
    "mutual": FieldText("Both ways", "Yes if it runs in both directions alike."),
    "flows": FieldText("What flows", "Product, money, information, service: whatever runs along it."),
    "powerBalance": FieldText("Balance of power", "−2 if the other end dominates, +2 if the first end does."),
    "contract": FieldText("Agreement", "How firm the agreement is: from none to sharing the risk."),
    "price": FieldText("Price", "What is paid, as “0.38 USD/kg”."),
    "paymentDays": FieldText("Payment days", "Days between delivery and payment."),
    "rejection": FieldText("Rejected", "How much of what is delivered is turned down, in per cent."),
    "embeddedService": FieldText(
      "Service that comes along", "What the buyer or seller adds: advice, crates, inputs on credit."),
  ]

  static let readingFields: [String: FieldText] = [
    "aspect": FieldText("What", "What was read: trust, influence, an indicator and so on."),
    "subject": FieldText("Of", "Who trusts, whose influence it is, or which indicator."),
    "toward": FieldText("Toward", "Whom they trust; only for trust."),
    "on": FieldText("On", "The day, month or year it was read."),
    "score": FieldText("Level", "One answer, on the scale of what was read."),
    "counts": FieldText("Counts", "How many answered each level from 1 to 5, as “2 5 7 3 0”."),
    "womenCounts": FieldText("Of these women", "The women’s answers at each level from 1 to 5, as “1 2 2 1 0”."),
    "figure": FieldText("Figure", "The amount, as “8500 t (Annex 1)”."),
    "state": FieldText("Engagement", "Whether they took part at the time."),
    "obtained": FieldText("Obtained", "How you came to know it: secret slips, one to one, your impression."),
    "restsOn": FieldText("Rests on", "What the trust rests on: earlier dealings, a kept word, fair play."),
    "occasion": FieldText("Occasion", "The initiative or workshop that brought the change."),
    "visibleTo": FieldText("May be seen by", "Who may see it: nobody else, the two of them, or everybody."),
    "recordedAt": FieldText("Entered at", "The moment it was entered; the program fills this in."),
  ]
}
