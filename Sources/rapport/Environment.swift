import Glibc

/// The variables of the process's environment; an empty one counts as absent.
enum Environment {
  static subscript(name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// A folder of the user's by the XDG rules: `XDG_CONFIG_HOME/rapport`, or `~/.config/rapport`. Nil without a home.
  static func folder(_ variable: String, _ fallback: String) -> String? {
    if let base = self[variable], base.hasPrefix("/") { return base + "/rapport" }
    return self["HOME"].map { "\($0)/\(fallback)/rapport" }
  }
}
