import Drawing

/// The words of theme files.
enum ThemeWords {
  static let roles: [String: Role] = [
    "text": .text, "dim": .dim, "strong": .strong, "heading": .heading, "title": .title, "tab": .tab, "tab-active": .tabActive,
    "accent": .accent, "border": .border, "border-focused": .borderFocused, "hint-key": .hintKey, "hint-text": .hintText,
    "message": .message, "success": .success, "warning": .warning, "error": .error, "field": .field, "field-active": .fieldActive,
    "placeholder": .placeholder, "match": .match, "column-header": .columnHeader, "business": .business,
    "public-sector": .publicSector, "civil-society": .civilSociety, "knowledge": .knowledge, "donor": .donor, "box": .box,
    "box-selected": .boxSelected, "segment": .segment, "band": .band, "trust1": .trust1, "trust2": .trust2, "trust3": .trust3,
    "trust4": .trust4, "trust5": .trust5, "trust-unknown": .trustUnknown, "chart": .chart, "progress": .progress,
    "confidential": .confidential, "room-mode": .roomMode,
  ]

  static let emphases: [String: Emphasis] = [
    "bold": .bold, "faint": .faint, "underlined": .underlined, "selected": .selected, "selected-elsewhere": .selectedElsewhere,
    "marked": .marked,
  ]

  static let attributes: [String: Attributes] = ["bold": .bold, "dim": .faint, "underline": .underlined, "reverse": .reversed]

  /// The 16-colour palette in the order of its numbers.
  static let first16 = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black", "bright-red", "bright-green", "bright-yellow",
    "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
  ]
}
