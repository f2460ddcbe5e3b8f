import SessionModel
import Words

/// The areas of the catalogue that exports need.
public typealias ExchangeWords = FieldWords & ChoiceWords & KindWords & ValueWords & ReportWords & HandoutWords & ImportWords
