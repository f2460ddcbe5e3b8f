import ChainAnalysis
import SessionModel
import Words

/// What can be printed and given away before people leave. Only the trust sheet is for the facilitator alone.
public enum HandoutKind: String, CaseIterable, Sendable {
  /// The chain on A3, without trust.
  case map
  case attendance
  /// One page of promises, to sign.
  case commitments
  /// Each owner's actions as short messages.
  case actions
  /// Pictures without words, for rooms where not everybody reads; and the text to read aloud beside them.
  case pictures
  case readAloud = "read-aloud"
  /// What each buyer asks for, as a card.
  case buyerCard = "buyer-card"
  /// Sheets with five faces and one question a tie; nothing on them says what anybody answered.
  case trustSlips = "trust-slips"
  case trustSheet = "trust-sheet"

  public var isConfidential: Bool { self == .trustSheet }

  /// Of the printed page, for CSS.
  var page: String {
    switch self {
    case .map: "A3 landscape"
    case .pictures, .attendance, .trustSheet: "A4 landscape"
    default: "A4"
    }
  }

  /// Whether it can be had as plain text too.
  public var isText: Bool { self == .actions || self == .readAloud }
}

/// A handout as a value: everything that the template names, in words. Made of `session.redacted(for: .room)` but for the trust sheet.
public struct Handout: Sendable {
  public let kind: HandoutKind
  public let context: ReportValue

  /// - Parameters:
  ///   - workshop: the day it is for; without one the latest.
  ///   - now: tells which day is being held, and is the date on it.
  public init(_ kind: HandoutKind, _ session: Session, workshop: EntityID? = nil, at now: Instant, words: some ExchangeWords) {
    self.kind = kind
    let audience: Audience = kind.isConfidential ? .facilitator : .room
    let visible = session.redacted(for: audience)
    let composer = HandoutComposer(session: visible, readings: ReadingIndex(visible), today: now.date, words: words)
    context = composer.compose(kind, visible.workshops[workshop] ?? visible.latestWorkshop(at: now))
  }

  /// Prints it; with the built-in template unless another is given.
  public func render(_ format: ReportFormat = .html, template: [UInt8]? = nil) throws(ReportError) -> String {
    let builtIn = format == .html ? PackageResources.handout_html_mustache : PackageResources.handout_txt_mustache
    return try Template(template ?? builtIn, names: HandoutContext.names).fill(context, format)
  }
}

/// The record of one workshop for those who were there and those who were not.
public struct Minutes: Sendable {
  public let context: ReportValue

  /// Nil when there is no workshop.
  public init?(_ session: Session, workshop: EntityID? = nil, for audience: Audience = .room, at now: Instant, words: some ExchangeWords) {
    let visible = session.redacted(for: audience)
    guard let day = workshop == nil ? visible.latestWorkshop(at: now) : visible.workshops[workshop] else { return nil }
    let composer = HandoutComposer(session: visible, readings: ReadingIndex(visible), today: now.date, words: words)
    context = composer.minutes(day, audience: audience)
  }

  public func render(_ format: ReportFormat, template: [UInt8]? = nil) throws(ReportError) -> String {
    let builtIn =
      switch format {
      case .html: PackageResources.minutes_html_mustache
      case .markdown: PackageResources.minutes_md_mustache
      case .text: PackageResources.minutes_txt_mustache
      }
    return try Template(template ?? builtIn, names: HandoutContext.names).fill(context, format)
  }
}
