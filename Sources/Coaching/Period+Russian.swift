internal import CallStore

extension Period {
  /// «1–31 марта 2026 года», «с 25 февраля по 3 марта 2026 года», «весь срок».
  package var title: String {
    switch (from, to) {
    case (nil, nil): "весь срок"
    case (let from?, nil): "с \(from.fullTitle)"
    case (nil, let to?): "по \(to.fullTitle)"
    case (let from?, let to?): Self.title(from, to)
    }
  }

  private static func title(_ from: Day, _ to: Day) -> String {
    if from == to { return from.fullTitle }
    let (first, last) = (from.parts, to.parts)
    if first.year != last.year { return "с \(from.fullTitle) по \(to.fullTitle)" }
    if first.month != last.month { return "с \(from.shortTitle) по \(to.fullTitle)" }
    return "\(first.day)–\(to.fullTitle)"
  }
}

extension Day {
  /// «3 марта».
  var shortTitle: String { "\(parts.day)\u{A0}\(Self.months[parts.month - 1])" }

  /// «3 марта 2026 года».
  var fullTitle: String { "\(shortTitle) \(parts.year)\u{A0}года" }

  private static let months = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
  ]
}
