import ChainAnalysis
import SessionModel

/// What advice says: what is missing, why that matters, where it is written, and what would mend it.
public protocol AdviceWords: Sendable {
  func advice(_ text: AdviceText) -> String
  /// What is missing or at odds, in one sentence.
  /// - Parameters:
  ///   - name: of an entry.
  ///   - part: of a segment or a phase.
  func advice(_ advice: Advice, name: (EntityRef) -> String, part: (EntityID) -> String) -> String
  /// Why it matters, in one sentence.
  func why(_ rule: AdviceRule.Name) -> String
  /// Document and heading.
  func source(_ source: AdviceSource) -> String
  func severity(_ severity: Advice.Severity) -> String
  /// What the key that mends it does.
  func mend(_ mend: Mend, name: (EntityRef) -> String, label: (EntityRef, String) -> String) -> String
  /// `3 serious · 8 warnings · 12 notes`
  func counted(serious: Int, warnings: Int, notes: Int) -> String
}

public enum AdviceText: String, CaseIterable, Sendable {
  case title, method, data, silenced, why, source, about, keys, reason, reasonHint, nothing, nobodyYet, silencedBecause
}
