import SessionModel

/// The colours of a map as SVG, each as SVG writes them (`#rrggbb`).
public struct SVGPalette: Sendable, Equatable {
  public var paper = "#ffffff"
  public var ink = "#1a1a1a"
  public var faint = "#6b6b6b"
  public var rule = "#c9c9c9"
  public var business = "#2f5d8a"
  public var publicSector = "#7a4f9a"
  public var civilSociety = "#2f7d4f"
  public var knowledge = "#8a6d1f"
  public var donor = "#a0522d"
  public var otherSector = "#555555"
  /// Trust from 1 to 5; told apart by lightness too, so that it prints in grey.
  public var trust = ["#9e1b1b", "#c8641e", "#6f6f6f", "#2a6ea6", "#10406b"]
  public var trustUnknown = "#9a9a9a"
  /// The fill of anchor firms' boxes.
  public var anchor = "#fdf3d7"

  public init() {}

  /// Dark on white, for paper.
  public static let printable = SVGPalette()

  func color(_ sector: Sector?) -> String {
    switch sector {
    case .business: business
    case .publicSector: publicSector
    case .civilSociety: civilSociety
    case .knowledge: knowledge
    case .donor: donor
    case nil: otherSector
    }
  }

  func color(trust level: Int?) -> String {
    guard let level, trust.indices.contains(level - 1) else { return trustUnknown }
    return trust[level - 1]
  }
}
