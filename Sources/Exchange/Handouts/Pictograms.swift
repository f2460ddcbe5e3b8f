import SessionModel

/// Signs that need no reading: drawn in lines, black on white, each in a square of 100.
enum Pictograms {
  private static func drawing(_ inner: String) -> String {
    "<svg viewBox=\"0 0 100 100\" role=\"img\" fill=\"none\" stroke=\"#111\" stroke-width=\"4\" stroke-linecap=\"round\" stroke-linejoin=\"round\">" + inner + "</svg>"
  }

  static func stage(_ stage: Stage) -> String {
    switch stage {
    case .inputs: drawing("<path d=\"M50 85V45M50 60C30 60 25 45 25 35C42 35 50 45 50 60M50 50C70 50 76 36 76 24C58 24 50 36 50 50M20 88H80\"/>")
    case .production: drawing("<path d=\"M50 90V55M20 90H80\"/><circle cx=\"50\" cy=\"36\" r=\"24\"/><circle cx=\"42\" cy=\"32\" r=\"4\"/><circle cx=\"58\" cy=\"30\" r=\"4\"/><circle cx=\"52\" cy=\"46\" r=\"4\"/>")
    case .collection: drawing("<path d=\"M18 45H82L74 85H26ZM30 45C30 20 70 20 70 45M40 55V75M50 55V75M60 55V75\"/>")
    case .packing: drawing("<path d=\"M15 40L50 25L85 40L50 55ZM15 40V72L50 88L85 72V40M50 55V88\"/>")
    case .processing: drawing("<path d=\"M12 88V50L36 62V50L60 62V30H76V88ZM76 30C80 20 72 16 78 8M24 74H34M46 74H56\"/>")
    case .trade: drawing("<circle cx=\"30\" cy=\"30\" r=\"11\"/><circle cx=\"70\" cy=\"30\" r=\"11\"/><path d=\"M14 80C14 55 46 55 46 80M54 80C54 55 86 55 86 80M38 62H62\"/>")
    case .transport: drawing("<path d=\"M8 30H58V70H8ZM58 45H78L92 58V70H58\"/><circle cx=\"26\" cy=\"74\" r=\"9\"/><circle cx=\"74\" cy=\"74\" r=\"9\"/>")
    case .export: drawing("<path d=\"M10 66H90L78 86H22ZM28 66V44H60V66M44 44V28M60 54H74V66M44 28L56 34\"/>")
    case .importing: drawing("<path d=\"M10 66H90L78 86H22ZM28 66V44H60V66M50 10V34M40 26L50 36L60 26\"/>")
    case .wholesale: drawing("<path d=\"M10 88V40L50 16L90 40V88ZM28 88V58H72V88M28 72H72M50 58V88\"/>")
    case .retail: drawing("<path d=\"M14 40L22 16H78L86 40ZM18 40V88H82V40M40 88V58H60V88M14 40C14 52 32 52 32 40C32 52 50 52 50 40C50 52 68 52 68 40C68 52 86 52 86 40\"/>")
    case .endMarket: drawing("<circle cx=\"50\" cy=\"26\" r=\"12\"/><path d=\"M26 88C26 48 74 48 74 88M62 62L80 50\"/><circle cx=\"84\" cy=\"46\" r=\"7\"/>")
    case .services, .supporting, .enabling: drawing("<circle cx=\"50\" cy=\"50\" r=\"18\"/><path d=\"M50 12V28M50 72V88M12 50H28M72 50H88M23 23L35 35M65 65L77 77M77 23L65 35M35 65L23 77\"/>")
    }
  }

  /// A shared room, trip, work, purse, house.
  static func step(_ step: Int) -> String {
    switch step {
    case 1: drawing("<path d=\"M12 88V44L50 16L88 44V88Z\"/><circle cx=\"36\" cy=\"60\" r=\"7\"/><circle cx=\"64\" cy=\"60\" r=\"7\"/><path d=\"M24 86C24 70 48 70 48 86M52 86C52 70 76 70 76 86\"/>")
    case 2: drawing("<path d=\"M10 32H82V70H10ZM82 44H90V70M10 52H82M28 32V52M46 32V52M64 32V52\"/><circle cx=\"28\" cy=\"74\" r=\"8\"/><circle cx=\"72\" cy=\"74\" r=\"8\"/>")
    case 3: drawing("<path d=\"M30 90V34M22 16C22 34 38 34 38 16M22 16V26M38 16V26M70 90V44M58 44H82V20H58Z\"/>")
    case 4: drawing("<path d=\"M34 30C10 50 12 88 50 88C88 88 90 50 66 30ZM36 14L42 28H58L64 14Z\"/><circle cx=\"50\" cy=\"60\" r=\"12\"/>")
    default: drawing("<path d=\"M10 88V50L34 34L58 50V88ZM42 40L66 22L90 40V88H58M28 88V66H40V88\"/>")
    }
  }

  /// Five faces from one that turns away to two hands that meet, each with a box to tick; told apart without colour and without reading.
  static let faces: String = {
    var inner = ""
    let mouths = ["M-14 12Q0 -2 14 12", "M-12 10Q0 2 12 10", "M-12 7H12", "M-12 4Q0 14 12 4", "M-14 2Q0 22 14 2"]
    for (index, mouth) in mouths.enumerated() {
      let x = 50 + index * 110
      let brow = index == 0 ? "<path d=\"M-16 -16L-6 -10M16 -16L6 -10\"/>" : ""
      inner += "<g transform=\"translate(\(x) 34)\"><circle r=\"30\"/><circle cx=\"-10\" cy=\"-6\" r=\"2\"/><circle cx=\"10\" cy=\"-6\" r=\"2\"/>\(brow)<path d=\"\(mouth)\"/><rect x=\"-11\" y=\"40\" width=\"22\" height=\"22\"/></g>"
    }
    return "<svg viewBox=\"0 0 540 100\" role=\"img\" fill=\"none\" stroke=\"#111\" stroke-width=\"3\" stroke-linecap=\"round\">" + inner + "</svg>"
  }()
}
