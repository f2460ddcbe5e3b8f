extension English {
  static let stakeholderFields: [String: FieldText] = [
    "name": FieldText("Name", "The name of the group, firm, institution or person."),
    "type": FieldText("Kind", "What sort of stakeholder it is; the kind proposes a segment."),
    "segment": FieldText("Segment", "Where on the map it stands."),
    "roles": FieldText("Roles", "What it is to the others: anchor firm, leader, honest broker and so on."),
    "size": FieldText("Size", "From one individual to a large enterprise."),
    "people": FieldText("People", "How many people it stands for, as “150” or “>150 people (Annex 2)”."),
    "influence": FieldText("Influence", "How far it can move others: 1 very low to 5 very high."),
    "interest": FieldText("Interest", "How much it cares about this work: 1 very low to 5 very high."),
    "stance": FieldText("Stance", "Where it stands: −2 opposes, 0 neutral, +2 champions."),
    "engagement": FieldText("Engagement", "Whether it takes part today, hesitates, is missing or has left."),
    "capacity": FieldText("Capacity", "What it is able to do: 1 very low to 5 very high."),
    "visionary": FieldText("Vision of its leaders", "How far ahead its leaders look: 1 very low to 5 very high."),
    "cooperative": FieldText("Will to cooperate", "How ready it is to work with others: 1 very low to 5 very high."),
    "contribution": FieldText("Contributes now", "What it already gives to the chain."),
    "possibleContribution": FieldText("Could contribute", "What it might give if it were asked or helped."),
    "wants": FieldText("Wants", "What it hopes to get out of this."),
    "needsResearch": FieldText("To find out", "What we do not know about it yet."),
    "sector": FieldText("Sector", "Private, public, civil society, knowledge or donors."),
    "women": FieldText("Women", "How many of its people are women, as “42”."),
    "youth": FieldText("Youth", "How many of its people are young, as “35”."),
    "place": FieldText("Place", "Where it is at home."),
    "insideCluster": FieldText("In the cluster", "Yes if it belongs to the cluster."),
    "languages": FieldText("Languages", "The languages its people speak, with commas between them."),
    "needsSpokenMaterial": FieldText(
      "Needs spoken material", "Yes if pictures and speech serve it better than written pages."),
    "busyMonths": FieldText("Busy months", "The months in which it has no time for anything new, like the harvest, as “5-8” or “5,6,8”."),
    "supplies": FieldText("Supplies", "What it can deliver: one line for each product and variety."),
    "contact": FieldText("Contact", "How to reach it; it stays out of room mode and of reports."),
    "members": FieldText("Members", "How many members it has now, as “340” or “>50 members (minutes)”."),
    "organisation": FieldText("Organisation", "How the organisation is founded, run and paid for; at most one."),
  ]

  static let supplyFields: [String: FieldText] = [
    "product": FieldText("Product", "What it delivers: “Mango”."),
    "variety": FieldText("Variety", "The variety, when it matters: “Keitt”."),
    "volume": FieldText("Volume", "How much in a season, as “48 t”."),
    "months": FieldText("Months", "The months it can deliver, as “5-8” or “5,6,8”."),
  ]

  static let organisationProfileFields: [String: FieldText] = [
    "foundedOn": FieldText("Founded on", "The day, month or year it was founded."),
    "foundedBy": FieldText("Founded by", "Whether its members founded it, outsiders did, or both."),
    "registered": FieldText("Registered on", "When it became a legal body."),
    "parentBody": FieldText("Belongs to", "The union, federation or chamber above it."),
    "services": FieldText("Services", "What it does for its members: one line for each service."),
    "womenInLeadership": FieldText("Women in leadership", "How many of its leaders are women, as “2”."),
    "aidShare": FieldText("Share of aid", "How much of its income is aid, in per cent."),
    "dues": FieldText("Dues", "What a member pays, as “40 USD/year”."),
    "duesScaleWith": FieldText("Dues depend on", "What makes dues higher or lower: “hectares”, “exports”."),
    "managerSkills": FieldText("Manager’s skills", "How well it is managed: 1 very low to 5 very high."),
    "memberOwnership": FieldText(
      "Owned by members", "How far members feel that it is theirs: 1 very low to 5 very high."),
    "memberCustomerBalance": FieldText("Members or customers", "Whom it serves: −2 customers alone, +2 members alone."),
    "freeRidingRisk": FieldText(
      "Risk of free riding", "The risk that some profit and do not pay: 1 very low to 5 very high."),
    "sideSellingRisk": FieldText(
      "Risk of side-selling", "The risk that members sell past it: 1 very low to 5 very high."),
    "conflictControl": FieldText("Conflicts of interest", "How it keeps leaders from serving themselves."),
  ]

  static let offeredServiceFields: [String: FieldText] = [
    "service": FieldText("Service", "What it offers to its members."),
    "since": FieldText("Since", "Since when it offers it."),
  ]
}
