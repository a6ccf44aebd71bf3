import RussianText

/// How long a speaker says something will take: «подождите десять минут» is 10 minutes.
enum SpokenDuration {
  /// The longest duration named among some words of a turn, in minutes; nil when none is.
  /// A unit without a number counts as one («подождите минуту», «через час»).
  static func minutes(in turn: AnalyzedTurn, words range: Range<Int>) -> Double? {
    let forms = range.map { index in
      let token = turn.text.tokens[Int(turn.words[index].token)]
      return String(decoding: turn.text.folded(token), as: UTF8.self)
    }
    var longest: Double?
    for (index, form) in forms.enumerated() {
      guard let unit = unit(form) else { continue }
      let duration = (count(at: index, in: forms) ?? 1) * unit
      longest = max(longest ?? 0, duration)
    }
    return longest
  }

  /// Minutes in a unit of time.
  private static func unit(_ form: String) -> Double? {
    if form.hasPrefix("секунд") || form.hasPrefix("сек") && form.count == 3 { return 1 / 60 }
    if form.hasPrefix("минут") || form.hasPrefix("момент") || form == "мин" { return 1 }
    if form.hasPrefix("полчас") || form.hasPrefix("получас") { return 30 }
    if hours.contains(form) { return 60 }
    if days.contains(form) { return 24 * 60 }
    if form.hasPrefix("недел") { return 7 * 24 * 60 }
    if form.hasPrefix("месяц") { return 30 * 24 * 60 }
    return nil
  }

  private static let hours: Set<String> = [
    "час", "часа", "часов", "часу", "часик", "часика", "часиков", "часок", "часам", "часами",
  ]
  private static let days: Set<String> = [
    "день", "дня", "дней", "дни", "дням", "днями", "денек", "денька", "деньков", "сутки", "суток",
  ]

  /// The number that belongs to the unit at `index`: before it («пяти рабочих дней»), or after it
  /// («минут пять»).
  private static func count(at index: Int, in forms: [String]) -> Double? {
    var end = index
    while end > 0, between.contains(where: forms[end - 1].hasPrefix), index - end < 2 { end -= 1 }
    var best: Double?
    var start = end - 1
    while start >= 0, end - start <= 4, let value = number(forms[start..<end]) {
      best = value
      start -= 1
    }
    if let best { return best }
    guard end > 0 || index + 1 < forms.count else { return nil }
    if end > 0, let fraction = fractions[forms[end - 1]] { return fraction }
    guard index + 1 < forms.count else { return nil }
    return number(forms[(index + 1)..<(index + 2)])
  }

  /// Words that stand between a number and its unit.
  private static let between = ["рабоч", "календарн", "банковск", "ближайш"]

  private static let fractions: [String: Double] = [
    "пара": 2, "пару": 2, "пары": 2, "парочку": 2, "несколько": 5, "нескольких": 5,
    "полтора": 1.5, "полутора": 1.5, "полторы": 1.5,
  ]

  /// The number that some words spell wholly, in digits or in letters.
  private static func number(_ forms: ArraySlice<String>) -> Double? {
    if forms.count == 1, let form = forms.first {
      if let value = Double(form) { return value }
      // «5-10» is read as the longer one.
      if let last = form.split(whereSeparator: { $0 == "-" || $0 == "–" }).last,
        last.count < form.count, let value = Double(String(last))
      {
        return value
      }
    }
    guard let spelled = SpelledNumber.parse(forms), spelled.count == forms.count else {
      return nil
    }
    return Double(spelled.value)
  }
}
