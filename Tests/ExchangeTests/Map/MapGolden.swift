/// The map of `MapFixture` as it is meant to look; look at it before changing it.
enum MapGolden {
  static let chain: [String] = [
    " Production                  Packing                     Export",
    "",
    " ┌──────────────┐            ┌──────────────┐            ┌──────────────┐",
    " │   Growers    ┝╍╍╍╍2›‹4╍╍╍▸┥   Packers    ├┈┈┈┈┈┈┈┈┈┈┈┈┤     FdC      │",
    " └──────────────┘            └─────────────┰┘            └────────┬─────┘",
    "                                           ┃                      3",
    "                                           ┃             ┌★▲──────┴─────┐",
    "                                           ┗━━━━━━4━━━━━━┥     MdM      │",
    "                                                         └──────────────┘",
    "",
    "─ Supporting ─────────────────────────────────────────────────────────────",
    " ▪ CIRAD ◆",
  ]
}
