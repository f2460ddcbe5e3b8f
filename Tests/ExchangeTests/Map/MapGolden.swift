/// The map of `MapFixture` as it is meant to look; look at it before changing it.
enum MapGolden {
  static let chain: [String] = [
    " Production 1       Packing 1       Export 2",
    "",
    " ┌──────────┐       ┌───────┐       ┌──────┐",
    " │ Growers  ├╌2›‹4╌▸┤Packers├┈┈┈┈┈┈┈┤ FdC  │",
    " └┰─────────┘       └──────┰┘       └────┬─┘",
    "┏━┛                        ┃             3",
    "┃                          ┃             │",
    "┃                          ┃        ┌★▲──┴─┐",
    "┃                          ┗━━━4━━━━┥ MdM  │",
    "5                                   └──────┘",
    "4",
    "┃ Supporting 1 ─────────────────────────────────────────────",
    "┃",
    "┃┌◆─────────┐",
    "┗┥  CIRAD   │",
    " └──────────┘",
  ]
}
