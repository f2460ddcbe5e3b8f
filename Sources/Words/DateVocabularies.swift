import SessionModel

extension DateVocabulary {
  /// The words of the languages that dates may be typed in: that of a session (two letters of ISO 639) first, English always.
  public static func of(language: String) -> [DateVocabulary] {
    switch language.prefix(2).lowercased() {
    case "es": [.spanish, .english]
    case "fr": [.french, .english]
    case "pt": [.portuguese, .english]
    case "de": [.german, .english]
    default: [.english]
    }
  }

  public static let english = DateVocabulary(
    months: ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
    weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    units: [.day: ["day", "days"], .week: ["week", "weeks", "wk", "wks"], .month: ["month", "months"], .year: ["year", "years"]],
    edges: [.start: ["start", "beginning", "early"], .middle: ["mid", "middle"], .end: ["end", "late"]],
    relativeDays: ["today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1, "day after tomorrow": 2, "the day after tomorrow": 2], next: ["next"], this: ["this"],
    numbers: [
      "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
      "twelve": 12,
    ],
    fillers: ["of", "the", "in", "on", "by", "at", "time", "before"], due: ["due", "until"], by: ["by", "before", "in", "on"],
    examples: ["friday", "3 weeks", "end of june", "12 jun 2026"])

  static let spanish = DateVocabulary(
    months: ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
    weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    units: [
      .day: ["dia", "dias"], .week: ["semana", "semanas"], .month: ["mes", "meses"], .year: ["ano", "anos"],
    ],
    edges: [
      .start: ["inicio", "inicios", "principio", "principios", "comienzo"], .middle: ["medio", "mediados"],
      .end: ["fin", "fines", "final", "finales"],
    ],
    relativeDays: ["hoy": 0, "manana": 1, "ayer": -1, "pasado manana": 2], next: ["proximo", "proxima", "siguiente", "viene"], this: ["este", "esta"],
    numbers: [
      "un": 1, "una": 1, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
      "doce": 12,
    ],
    fillers: ["de", "del", "el", "la", "en", "a", "al", "para", "dentro", "que", "antes"], due: ["vence", "hasta"],
    by: ["para", "antes", "en", "dentro"], examples: ["viernes", "3 semanas", "fin de junio", "12 jun 2026"])

  static let french = DateVocabulary(
    months: ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    units: [.day: ["jour", "jours"], .week: ["semaine", "semaines"], .month: ["mois"], .year: ["an", "ans", "annee", "annees"]],
    edges: [.start: ["debut"], .middle: ["mi", "milieu"], .end: ["fin"]],
    relativeDays: ["aujourdhui": 0, "aujourd hui": 0, "demain": 1, "hier": -1, "apres demain": 2], next: ["prochain", "prochaine"], this: ["ce", "cette", "cet"],
    numbers: [
      "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "douze": 12,
    ],
    fillers: ["de", "du", "la", "le", "l", "d", "en", "dans", "au", "a", "ici"], due: ["échéance", "jusque", "jusquau"],
    by: ["pour", "avant", "dans", "d'ici", "d’ici"], examples: ["vendredi", "3 semaines", "fin juin", "12 juin 2026"])

  static let portuguese = DateVocabulary(
    months: ["janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"],
    weekdays: ["segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo"],
    units: [.day: ["dia", "dias"], .week: ["semana", "semanas"], .month: ["mes", "meses"], .year: ["ano", "anos"]],
    edges: [.start: ["inicio", "comeco", "principio"], .middle: ["meio", "meados"], .end: ["fim", "final"]],
    relativeDays: ["hoje": 0, "amanha": 1, "ontem": -1, "depois de amanha": 2], next: ["proximo", "proxima", "vem"], this: ["este", "esta", "neste", "nesta"],
    numbers: [
      "um": 1, "uma": 1, "dois": 2, "duas": 2, "tres": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7, "oito": 8, "nove": 9, "dez": 10,
      "doze": 12,
    ],
    fillers: ["de", "do", "da", "o", "a", "em", "no", "na", "dentro", "feira", "que", "daqui", "ate", "antes"], due: ["vence", "até", "ate"],
    by: ["para", "antes", "em", "daqui", "dentro"], examples: ["sexta", "3 semanas", "fim de junho", "12 jun 2026"])

  static let german = DateVocabulary(
    months: ["januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"],
    weekdays: ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"],
    units: [
      .day: ["tag", "tage", "tagen"], .week: ["woche", "wochen"], .month: ["monat", "monate", "monaten", "monats"],
      .year: ["jahr", "jahre", "jahren", "jahres"],
    ],
    edges: [.start: ["anfang", "beginn"], .middle: ["mitte"], .end: ["ende"]],
    relativeDays: ["heute": 0, "morgen": 1, "ubermorgen": 2, "gestern": -1],
    next: ["nachste", "nachsten", "nachster", "nachstes", "nachstem", "kommende", "kommenden", "kommender", "kommendes"],
    this: ["diese", "diesen", "dieser", "dieses", "diesem"],
    numbers: [
      "ein": 1, "eine": 1, "einem": 1, "einer": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6, "sieben": 7, "acht": 8,
      "neun": 9, "zehn": 10, "zwolf": 12,
    ],
    fillers: ["in", "der", "die", "das", "den", "dem", "des", "am", "im", "bis", "zum", "zur", "vor"], due: ["fällig", "spätestens"],
    by: ["bis", "vor", "am", "in"], examples: ["freitag", "3 wochen", "ende juni", "12. juni 2026"])
}
