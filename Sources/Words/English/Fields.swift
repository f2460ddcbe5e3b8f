import SessionModel

extension English: FieldWords {
  public func label(_ field: FieldDescription) -> String { text(field)?.label ?? field.key }

  public func help(_ field: FieldDescription) -> String { text(field)?.help ?? "" }

  private func text(_ field: FieldDescription) -> FieldText? {
    English.fieldTexts[field.record]?[field.key] ?? English.commonFields[field.key]
  }

  static let fieldTexts: [String: [String: FieldText]] = [
    "session": sessionFields,
    "segment": segmentFields,
    "phase": phaseFields,
    "threshold": thresholdFields,
    "renamedWord": renamedWordFields,
    "silencedAdvice": silencedAdviceFields,
    "mergeConflict": mergeConflictFields,
    "assumption": assumptionFields,
    "mapView": mapViewFields,
    "pinnedPosition": pinnedPositionFields,
    "stakeholder": stakeholderFields,
    "supply": supplyFields,
    "organisationProfile": organisationProfileFields,
    "offeredService": offeredServiceFields,
    "relationship": relationshipFields,
    "reading": readingFields,
    "constraint": constraintFields,
    "endMarket": endMarketFields,
    "monthlyPrice": monthlyPriceFields,
    "telling": tellingFields,
    "initiative": initiativeFields,
    "beneficiary": beneficiaryFields,
    "expectedTrust": expectedTrustFields,
    "funding": fundingFields,
    "upscaling": upscalingFields,
    "action": actionFields,
    "indicator": indicatorFields,
    "workshop": workshopFields,
    "agendaItem": agendaItemFields,
    "headcount": headcountFields,
    "decision": decisionFields,
    "parkedThought": parkedThoughtFields,
    "ballot": ballotFields,
    "ballotOption": ballotOptionFields,
    "participant": participantFields,
  ]

  /// The fields that every entity has.
  private static let commonFields: [String: FieldText] = [
    "basis": FieldText("Stands on", "Whether a document says it, somebody reported it, or it is only an example."),
    "citation": FieldText("Source", "Document and heading, or who said so: “Cluster approach, Annex 1”."),
    "tags": FieldText("Tags", "Words of your own to find it by, with commas between them."),
    "notes": FieldText("Notes", "Anything else worth keeping; it stays out of room mode and of reports."),
  ]

  public func group(_ name: String) -> String {
    switch name {
    case "": ""
    case "answers": "Answers"
    case "basis": "What it stands on"
    case "circumstances": "How it came about"
    case "conditions": "Conditions"
    case "contribution": "What it gives and wants"
    case "day": "The day"
    case "demand": "What is asked for"
    case "details": "Details"
    case "frame": "Frame"
    case "money": "Money"
    case "organisation": "Organisation"
    case "people": "People"
    case "position": "Position"
    case "power": "Power and stance"
    case "purpose": "Purpose"
    case "result": "Result"
    case "settings": "Settings"
    case "solution": "Solution"
    case "terms": "Terms"
    case "vision": "Vision"
    case "where": "Where it sits"
    case "who": "Who they are"
    default: name
    }
  }

  public func recordName(_ name: String, count: Int) -> String {
    let one = count == 1
    if let kind = EntityKind(rawValue: name) { return one ? singular(kind) : plural(kind) }
    return switch name {
    case "segment": one ? "segment" : "segments"
    case "phase": one ? "phase" : "phases"
    case "threshold": one ? "advice limit" : "advice limits"
    case "renamedWord": one ? "renamed word" : "renamed words"
    case "silencedAdvice": one ? "advice put aside" : "pieces of advice put aside"
    case "mergeConflict": one ? "conflict" : "conflicts"
    case "assumption": one ? "assumption" : "assumptions"
    case "pinnedPosition": one ? "pinned place" : "pinned places"
    case "organisationProfile": one ? "organisation profile" : "organisation profiles"
    case "offeredService": one ? "service" : "services"
    case "monthlyPrice": one ? "price" : "prices"
    case "telling": one ? "time producers were told" : "times producers were told"
    case "expectedTrust": one ? "expected gain in trust" : "expected gains in trust"
    case "funding": one ? "funding line" : "funding lines"
    case "upscaling": one ? "upscaling plan" : "upscaling plans"
    case "agendaItem": one ? "agenda item" : "agenda items"
    case "headcount": one ? "count" : "counts"
    case "decision": one ? "decision" : "decisions"
    case "parkedThought": one ? "parked thought" : "parked thoughts"
    case "ballot": one ? "ballot" : "ballots"
    case "ballotOption": one ? "option" : "options"
    case "supply": one ? "supply" : "supplies"
    case "beneficiary": one ? "beneficiary" : "beneficiaries"
    default: name
    }
  }
}
