import Drawing

/// A key and what it does here.
public struct Hint: Hashable, Sendable {
  public var key: String
  public var label: String

  public init(_ key: String, _ label: String) {
    self.key = key
    self.label = label
  }

  var columns: Int { TextWidth.columns(key) + 1 + TextWidth.columns(label) }
}

/// The line of keys that work here, most useful first.
public struct HintLine: Hashable, Sendable {
  public var hints: [Hint]
  /// Stays at the end however narrow it gets: the way to help.
  public var kept: Hint?
  public var metrics: Metrics

  public init(_ hints: [Hint], kept: Hint? = nil, metrics: Metrics = .desk) {
    self.hints = Array(hints.prefix(metrics.mostHints))
    self.kept = kept
    self.metrics = metrics
  }

  /// The hints that fit into `width` columns, in order.
  public func fitting(width: Int) -> [Hint] {
    let gap = metrics.hintGap
    var left = width - (kept.map { $0.columns } ?? 0)
    var result: [Hint] = []
    for hint in hints {
      let needed = hint.columns + (result.isEmpty && kept == nil ? 0 : gap)
      if needed > left { break }
      left -= needed
      result.append(hint)
    }
    return result + (kept.map { [$0] } ?? [])
  }

  public func draw(in rect: Rect, on surface: inout Surface) {
    guard !rect.isEmpty else { return }
    var x = rect.x
    for hint in fitting(width: rect.width) {
      x += surface.put(hint.key, x: x, y: rect.y, Style(.hintKey), width: rect.right - x) + 1
      x += surface.put(hint.label, x: x, y: rect.y, Style(.hintText), width: max(0, rect.right - x)) + metrics.hintGap
    }
  }
}
