package import ServiceStandards
import Transcripts

/// Circumstances with their phrases in the bank.
package struct CompiledCircumstances: Sendable {
  private var unless: [Int32], unlessInSentence: [Int32], unlessInTurn: [Int32]
  private var only: [Int32], onlyInSentence: [Int32], onlyInTurn: [Int32]
  private var afterClient: [Int32], unlessAfterClient: [Int32]
  private var fromTurn: Int?, toTurn: Int?, punctuated: Bool?
  /// Which of the standard's placements the match is held to.
  var placement: Int?

  package init(_ source: Circumstances, builder: inout PhraseBank.Builder) throws(StandardError) {
    func add(_ phrases: [StandardPhrase]) throws(StandardError) -> [Int32] {
      var numbers: [Int32] = []
      for phrase in phrases { numbers.append(try builder.add(phrase, isIndexed: false)) }
      return numbers
    }
    unless = try add(source.unless)
    unlessInSentence = try add(source.unlessInSentence)
    unlessInTurn = try add(source.unlessInTurn)
    only = try add(source.only)
    onlyInSentence = try add(source.onlyInSentence)
    onlyInTurn = try add(source.onlyInTurn)
    afterClient = try add(source.afterClient)
    unlessAfterClient = try add(source.unlessAfterClient)
    fromTurn = source.fromTurn
    toTurn = source.toTurn
    punctuated = source.punctuated
  }

  /// What circumstances say of a match.
  enum Ruling: Equatable {
    case counts
    /// Nothing but an exception around the match, or in its sentence, excuses it.
    case excused
    case fails
  }

  /// Whether a match in a turn counts, its placement aside. `previous` is the other speaker's last turn before it.
  package func hold(
    for match: WordMatch, in turn: AnalyzedTurn, previous: AnalyzedTurn?, bank: PhraseBank,
    cache: borrowing WordCache
  ) -> Bool {
    ruling(for: match, in: turn, previous: previous, bank: bank, cache: cache) { _ in true }
      == .counts
  }

  /// Whether a match may stand in a turn, by the turn's number among those of its speaker.
  func allow(ordinal: Int) -> Bool {
    ordinal >= fromTurn ?? ordinal && ordinal <= toTurn ?? ordinal
  }

  /// Whether a match counts, or what it fails by.
  ///
  /// - Parameter isFirm: whether an exception around the match, by its number, is more than an
  ///   excuse.
  func ruling(
    for match: WordMatch, in turn: AnalyzedTurn, previous: AnalyzedTurn?, bank: PhraseBank,
    cache: borrowing WordCache, isFirm: (Int32) -> Bool
  ) -> Ruling {
    guard allow(ordinal: turn.ordinal) else { return .fails }
    if let punctuated, turn.isPunctuated != punctuated { return .fails }
    let found = match.range
    var ruling = Ruling.counts
    for number in unless where ruling == .counts || isFirm(number) {
      guard bank.fits(number, around: found, in: turn, cache: cache) else { continue }
      if isFirm(number) { return .fails }
      ruling = .excused
    }
    if !only.isEmpty,
      !only.contains(where: { bank.fits($0, around: found, in: turn, cache: cache) })
    {
      return .fails
    }
    if !unlessInSentence.isEmpty || !onlyInSentence.isEmpty {
      let sentence = turn.sentence(around: found.lowerBound)
      for number in unlessInSentence where ruling == .counts || isFirm(number) {
        guard bank.matches(number, in: turn, limits: sentence, cache: cache) else { continue }
        if isFirm(number) { return .fails }
        ruling = .excused
      }
      if !onlyInSentence.isEmpty, !Self.any(onlyInSentence, in: turn, sentence, bank, cache) {
        return .fails
      }
    }
    if !unlessInTurn.isEmpty || !onlyInTurn.isEmpty {
      let context = turn.context(of: found)
      if Self.any(unlessInTurn, in: turn, context, bank, cache) { return .fails }
      if !onlyInTurn.isEmpty, !Self.any(onlyInTurn, in: turn, context, bank, cache) {
        return .fails
      }
    }
    if !afterClient.isEmpty {
      guard let previous, Self.any(afterClient, in: previous, previous.end, bank, cache) else {
        return .fails
      }
    }
    if !unlessAfterClient.isEmpty, let previous,
      Self.any(unlessAfterClient, in: previous, previous.end, bank, cache)
    {
      return .fails
    }
    return ruling
  }

  private static func any(
    _ numbers: [Int32], in turn: AnalyzedTurn, _ limits: Range<Int>, _ bank: PhraseBank,
    _ cache: borrowing WordCache
  ) -> Bool {
    for number in numbers
    where bank.matches(number, in: turn, limits: limits, cache: cache) {
      return true
    }
    return false
  }
}

/// Thousands of phrases have circumstances, most of them empty: all of a rule are one array of
/// numbers in an archive, one number for an empty one.
extension [CompiledCircumstances] {
  var numbers: [Int32] { flatMap(\.numbers) }

  init(numbers: [Int32]) throws(NumberReader.Damaged) {
    self.init()
    var rest = numbers[...]
    while !rest.isEmpty { append(try CompiledCircumstances(from: &rest)) }
  }
}

extension CompiledCircumstances: Codable {
  package init(from decoder: any Decoder) throws {
    let numbers = try decoder.singleValueContainer().decode([Int32].self)
    var rest = numbers[...]
    self = try CompiledCircumstances(from: &rest)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(numbers)
  }

  private static let empty: Int32 = -1

  fileprivate var numbers: [Int32] {
    let lists: [[Int32]] = [
      unless, unlessInSentence, unlessInTurn, only, onlyInSentence, onlyInTurn, afterClient,
      unlessAfterClient, fromTurn.map { [Int32($0)] } ?? [], toTurn.map { [Int32($0)] } ?? [],
      punctuated.map { [Int32($0 ? 1 : 0)] } ?? [], placement.map { [Int32($0)] } ?? [],
    ]
    if lists.allSatisfy(\.isEmpty) { return [Self.empty] }
    return lists.flatMap { [Int32($0.count)] + $0 }
  }

  fileprivate init(from numbers: inout ArraySlice<Int32>) throws(NumberReader.Damaged) {
    let isEmpty = numbers.first == Self.empty
    if isEmpty { numbers.removeFirst() }
    func list() throws(NumberReader.Damaged) -> [Int32] {
      if isEmpty { return [] }
      guard let count = numbers.popFirst(), count >= 0, count <= numbers.count else {
        throw NumberReader.Damaged()
      }
      defer { numbers = numbers.dropFirst(Int(count)) }
      return Array(numbers.prefix(Int(count)))
    }
    unless = try list()
    unlessInSentence = try list()
    unlessInTurn = try list()
    only = try list()
    onlyInSentence = try list()
    onlyInTurn = try list()
    afterClient = try list()
    unlessAfterClient = try list()
    fromTurn = try list().first.map(Int.init)
    toTurn = try list().first.map(Int.init)
    punctuated = try list().first.map { $0 != 0 }
    placement = try list().first.map(Int.init)
  }
}
