import RussianText
import ServiceStandards

/// How long a speaker says something will take: «подождите десять минут» is 10 minutes.
struct CompiledDurations: Sendable, Codable {
  /// Phrases that name a number, or a unit by the minutes in it.
  private struct Named: Codable {
    var value: Double
    var set: PhraseSet
  }

  private let units: [Named]
  private let numbers: [Named]
  private let between: PhraseSet

  init(_ words: DurationWords, builder: inout StandardBuilder) throws(StandardError) {
    units = try Self.compile(words.units, &builder)
    numbers = try Self.compile(words.numbers, &builder)
    between = try builder.set(of: words.between, isOperatorOnly: true)
  }

  private static func compile(_ words: [DurationWords.Named], _ builder: inout StandardBuilder)
    throws(StandardError) -> [Named]
  {
    var result: [Named] = []
    for named in words {
      let set = try builder.set(of: named.phrases, isOperatorOnly: true)
      result.append(Named(value: named.value, set: set))
    }
    return result
  }

  /// The longest duration named among some words of an operator's turn, in minutes; nil when none
  /// is. A unit without a number counts as one («подождите минуту», «через час»).
  func minutes(in turn: AnalyzedTurn, words range: Range<Int>, matches: CallMatches) -> Double? {
    let place = Stretch(turn: turn.index, words: range)
    let units = Self.values(units, in: place, matches)
    guard !units.isEmpty else { return nil }
    let numbers = Dictionary(
      Self.values(numbers, in: place, matches).map { ($0.key.upperBound, $0.value) },
      uniquingKeysWith: max)
    var fillings: Set<Int> = []
    for words in Self.stretches(of: between, in: place, matches) { fillings.formUnion(words) }
    let words = NumberedWords(
      turn: turn, range: range, numbers: numbers, between: fillings)
    return units.map { unit, minutes in (words.count(of: unit) ?? 1) * minutes }.max()
  }

  /// What each stretch names; of two, the later.
  private static func values(_ words: [Named], in place: Stretch, _ matches: CallMatches)
    -> [Range<Int>: Double]
  {
    var result: [Range<Int>: Double] = [:]
    for named in words {
      for stretch in stretches(of: named.set, in: place, matches) { result[stretch] = named.value }
    }
    return result
  }

  private static func stretches(of set: PhraseSet, in place: Stretch, _ matches: CallMatches)
    -> [Range<Int>]
  {
    matches.matches(of: set).filter { $0.turn == place.turn }.map(\.match.whole)
      .filter(place.words.contains)
  }
}

/// Words among which numbers stand beside units of time.
private struct NumberedWords {
  private let start: Int
  private let forms: [String]
  /// Numbers that are no numerals, by where they end.
  private let numbers: [Int: Double]
  /// Words that may stand between a number and its unit.
  private let between: Set<Int>

  init(turn: AnalyzedTurn, range: Range<Int>, numbers: [Int: Double], between: Set<Int>) {
    start = range.lowerBound
    forms = range.map(turn.form)
    self.numbers = numbers
    self.between = between
  }

  /// The number that belongs to a unit: before it («пяти рабочих дней»), or after it («минут пять»).
  func count(of unit: Range<Int>) -> Double? {
    let unitStart = unit.lowerBound - start
    let unitEnd = unit.upperBound - start
    var end = unitStart
    while end > 0, between.contains(start + end - 1), unitStart - end < 2 { end -= 1 }
    var best: Double?
    var first = end - 1
    while first >= 0, end - first <= 4, let value = number(forms[first..<end]) {
      best = value
      first -= 1
    }
    if let best { return best }
    if end > 0, let value = numbers[start + end] { return value }
    guard unitEnd < forms.count else { return nil }
    return number(forms[unitEnd..<unitEnd + 1])
  }

  /// The number that some words spell wholly, in digits or in letters.
  private func number(_ forms: ArraySlice<String>) -> Double? {
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
