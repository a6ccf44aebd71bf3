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
  private let beforeNumber: PhraseSet

  init(_ words: DurationWords, builder: inout StandardBuilder) throws(StandardError) {
    units = try Self.compile(words.units, &builder)
    numbers = try Self.compile(words.numbers, &builder)
    between = try builder.set(of: words.between, isOperatorOnly: true)
    beforeNumber = try builder.set(of: words.beforeNumber, isOperatorOnly: true)
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
    let numbers = Self.values(numbers, in: place, matches)
    let words = NumberedWords(
      turn: turn, range: range, numbers: numbers,
      between: Self.words(of: between, in: place, matches),
      beforeNumber: Self.words(of: beforeNumber, in: place, matches),
      units: Set(units.keys.map(\.lowerBound)))
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

  private static func words(of set: PhraseSet, in place: Stretch, _ matches: CallMatches)
    -> Set<Int>
  {
    stretches(of: set, in: place, matches).reduce(into: []) { $0.formUnion($1) }
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
  /// Numbers that are no numerals.
  private let numbers: [Range<Int>: Double]
  /// Words that may stand between a number and its unit.
  private let between: Set<Int>
  /// Prepositions that may stand between a unit and a number behind it.
  private let beforeNumber: Set<Int>
  /// Where units begin.
  private let units: Set<Int>
  /// How many words a number is looked for in.
  private static let longest = 4

  init(
    turn: AnalyzedTurn, range: Range<Int>, numbers: [Range<Int>: Double], between: Set<Int>,
    beforeNumber: Set<Int>, units: Set<Int>
  ) {
    start = range.lowerBound
    forms = range.map(turn.form)
    self.numbers = numbers
    self.between = between
    self.beforeNumber = beforeNumber
    self.units = units
  }

  /// The number that belongs to a unit: before it («пяти рабочих дней»), or behind it («минут пять»,
  /// «минут через пять»).
  func count(of unit: Range<Int>) -> Double? {
    let unitStart = unit.lowerBound - start
    let unitEnd = unit.upperBound - start
    var end = unitStart
    while end > 0, between.contains(start + end - 1), unitStart - end < 2 { end -= 1 }
    var best: Double?
    var first = end - 1
    while first >= 0, end - first <= Self.longest, let value = number(forms[first..<end]) {
      best = value
      first -= 1
    }
    if let best { return best }
    if end > 0, let value = named(where: { $0.upperBound == start + end }) { return value }
    return number(behind: beforeNumber.contains(start + unitEnd) ? unitEnd + 1 : unitEnd)
  }

  /// The longest number from a word on that has no unit of its own: «через час за пять минут».
  private func number(behind place: Int) -> Double? {
    for count in (1...Self.longest).reversed() where place + count <= forms.count {
      guard let value = number(forms[place..<place + count]) else { continue }
      return units.contains(start + place + count) ? nil : value
    }
    return named { $0.lowerBound == start + place && !units.contains($0.upperBound) }
  }

  /// The greatest number that is no numeral, of those that stand so.
  private func named(where stands: (Range<Int>) -> Bool) -> Double? {
    numbers.filter { stands($0.key) }.values.max()
  }

  /// The number that some words spell wholly, in digits or in letters.
  private func number(_ forms: ArraySlice<String>) -> Double? {
    if forms.count == 1, let form = forms.first {
      // «nan» and «inf» would be read too.
      if let value = Double(form), value.isFinite { return value }
      // «5-10» is read as the longer one.
      if let last = form.split(whereSeparator: { $0 == "-" || $0 == "–" }).last,
        last.count < form.count, let value = Double(String(last)), value.isFinite
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
