package import ServiceStandards
import Transcripts

/// Circumstances with their phrases in the bank.
package struct CompiledCircumstances: Sendable {
  private var unless: [Int32], unlessInSentence: [Int32], unlessInTurn: [Int32]
  private var only: [Int32], onlyInSentence: [Int32], onlyInTurn: [Int32]
  private var afterClient: [Int32], unlessAfterClient: [Int32]
  private var fromTurn: Int?, toTurn: Int?, punctuated: Bool?

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

  /// Whether a match in a turn counts. `previous` is the other speaker's last turn before it.
  package func hold(
    for match: WordMatch, in turn: AnalyzedTurn, previous: AnalyzedTurn?, bank: PhraseBank,
    cache: borrowing WordCache
  ) -> Bool {
    if let fromTurn, turn.ordinal < fromTurn { return false }
    if let toTurn, turn.ordinal > toTurn { return false }
    if let punctuated, turn.isPunctuated != punctuated { return false }
    let found = match.range
    for number in unless where bank.fits(number, around: found, in: turn, cache: cache) {
      return false
    }
    if !only.isEmpty,
      !only.contains(where: { bank.fits($0, around: found, in: turn, cache: cache) })
    {
      return false
    }
    if !unlessInSentence.isEmpty || !onlyInSentence.isEmpty {
      let sentence = turn.sentence(around: found.lowerBound)
      if Self.any(unlessInSentence, in: turn, sentence, bank, cache) { return false }
      if !onlyInSentence.isEmpty, !Self.any(onlyInSentence, in: turn, sentence, bank, cache) {
        return false
      }
    }
    if Self.any(unlessInTurn, in: turn, nil, bank, cache) { return false }
    if !onlyInTurn.isEmpty, !Self.any(onlyInTurn, in: turn, nil, bank, cache) { return false }
    if !afterClient.isEmpty || !unlessAfterClient.isEmpty {
      if !afterClient.isEmpty {
        guard let previous, Self.any(afterClient, in: previous, nil, bank, cache) else {
          return false
        }
      }
      if let previous, Self.any(unlessAfterClient, in: previous, nil, bank, cache) { return false }
    }
    return true
  }

  private static func any(
    _ numbers: [Int32], in turn: AnalyzedTurn, _ limits: Range<Int>?, _ bank: PhraseBank,
    _ cache: borrowing WordCache
  ) -> Bool {
    for number in numbers
    where bank.matches(number, in: turn, limits: limits, cache: cache) {
      return true
    }
    return false
  }
}
