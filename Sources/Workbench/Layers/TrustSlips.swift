import SessionModel
import Widgets
import Words

/// Slips that were folded and put into a box, counted at the desk: only for the facilitator.
extension Desk {
  mutating func openSlips() {
    guard let pair = trust.pair else { return }
    let label = name(EntityRef(.stakeholder, pair.from)) + " → " + name(EntityRef(.stakeholder, pair.to))
    layers.append(.capture(CaptureLayer(purpose: .slips(pair.from, pair.to), line: CaptureLine(label: label, placeholder: words.workshop(.slipsExample), separator: nil))))
  }

  /// Five counts, and after a comma those of the women; a second entry for the same pair on the same day replaces the first. False when it is something else.
  mutating func countSlips(_ text: String, _ from: EntityID, _ to: EntityID) -> Bool {
    let piles = text.split(whereSeparator: { $0 == "," || $0 == ";" }).map { pile in pile.split(whereSeparator: { $0 == " " || $0 == "·" }).map { Int($0) } }
    guard let first = piles.first, piles.count <= 2, first.count == 5, let all = Levels(first.compactMap { $0 }), !all.isEmpty, audience == .facilitator else { return false }
    var women = Levels()
    if piles.count == 2 {
      guard piles[1].count == 5, let counted = Levels(piles[1].compactMap { $0 }), zip(counted.counts, all.counts).allSatisfy({ $0 <= $1 }) else { return false }
      women = counted
    }
    let subject = ReadingSubject(.trust, from, toward: to)
    let workshop = latestWorkshop.flatMap { $0.on == today ? $0.id : nil }
    let sameDay = working.readings.history(subject).last { $0.on == today && $0.occasion == workshop }
    var reading = sameDay ?? Reading(id: newID(.reading))
    reading.aspect = .known(.trust)
    reading.subject = from
    reading.toward = to
    reading.on = today
    reading.recordedAt = now
    reading.score = nil
    reading.counts = all
    reading.womenCounts = women
    reading.obtained = .known(.secretSlips)
    reading.occasion = workshop
    let names = (name(EntityRef(.stakeholder, from)), name(EntityRef(.stakeholder, to)))
    let before = working.readings.trust(from, to)
    perform(
      Title(.setTrust, .reading, name: names.0 + " → " + names.1), [sameDay == nil ? .insert(reading) : .replace(reading)],
      saying: .trustSet(names.0, names.1, all.median ?? 0, before: before))
    return true
  }
}
