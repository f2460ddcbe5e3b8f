import SessionModel

extension DateVocabulary {
  /// The words of the languages that dates may be typed in: that of a session (two letters of ISO 639) first, English always.
  public static func of(language: String) -> [DateVocabulary] {
    switch language.prefix(2).lowercased() {
    case "es": [.spanish, .english]
    case "fr": [.french, .english]
    case "pt": [.portuguese, .english]
    default: [.english]
    }
  }

  public static let english = DateVocabulary(
    months: ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
    weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    units: [.day: ["day", "days"], .week: ["week", "weeks", "wk"], .month: ["month", "months"], .year: ["year", "years"]],
    edges: [.start: ["start", "beginning", "early"], .middle: ["mid", "middle"], .end: ["end", "late"]],
    relativeDays: ["today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1], next: ["next"], this: ["this"],
    numbers: [
      "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    ],
    fillers: ["of", "the", "in", "on", "by", "at", "time", "before"], due: ["due", "until"], by: ["by", "before"])

  static let spanish = DateVocabulary(
    months: ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
    weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    units: [
      .day: ["dia", "dias"], .week: ["semana", "semanas"], .month: ["mes", "meses"], .year: ["ano", "anos"],
    ],
    edges: [.start: ["inicio", "inicios", "principio", "principios", "comienzo"], .middle: ["medio", "mediados"], .end: ["fin", "fines", "final", "finales"]],
    relativeDays: ["hoy": 0, "manana": 1, "ayer": -1], next: ["proximo", "proxima", "siguiente"], this: ["este", "esta"],
    numbers: ["un": 1, "una": 1, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "doce": 12],
    fillers: ["de", "del", "el", "la", "en", "a", "al", "para", "dentro", "que", "viene"], due: ["vence", "hasta"], by: ["para", "antes"])

  static let french = DateVocabulary(
    months: ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    units: [.day: ["jour", "jours"], .week: ["semaine", "semaines"], .month: ["mois"], .year: ["an", "ans", "annee", "annees"]],
    edges: [.start: ["debut"], .middle: ["mi", "milieu"], .end: ["fin"]],
    relativeDays: ["aujourdhui": 0, "aujourd": 0, "demain": 1, "hier": -1], next: ["prochain", "prochaine"], this: ["ce", "cette", "cet"],
    numbers: ["un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "douze": 12],
    fillers: ["de", "du", "la", "le", "l", "d", "en", "dans", "au", "a", "hui"], due: ["échéance", "jusque", "jusquau"], by: ["pour", "avant"])

  static let portuguese = DateVocabulary(
    months: ["janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"],
    weekdays: ["segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo"],
    units: [.day: ["dia", "dias"], .week: ["semana", "semanas"], .month: ["mes", "meses"], .year: ["ano", "anos"]],
    edges: [.start: ["inicio", "comeco", "principio"], .middle: ["meio", "meados"], .end: ["fim", "final"]],
    relativeDays: ["hoje": 0, "amanha": 1, "ontem": -1], next: ["proximo", "proxima"], this: ["este", "esta", "neste", "nesta"],
    numbers: ["um": 1, "uma": 1, "dois": 2, "duas": 2, "tres": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7, "oito": 8, "nove": 9, "dez": 10, "doze": 12],
    fillers: ["de", "do", "da", "o", "a", "em", "no", "na", "dentro", "feira", "que", "vem"], due: ["vence", "até", "ate"], by: ["para", "antes"])
}
