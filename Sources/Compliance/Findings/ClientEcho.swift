import RussianMorphology
import ServiceStandards
import Transcripts

/// A word of the client's that the operator takes up: «ваша «бумажка», то есть счёт», «в окошко у нас
/// не платят» after «я платила в окошко». Whether that is the operator's own speech is for a person.
enum ClientEcho {
  /// Whether a finding of one word repeats a word of the turn that it answers, in any form. Words
  /// without a meaning of their own («чё», «щас») are nobody's to quote.
  static func holds(
    _ candidate: FindingCandidate, answering previous: AnalyzedTurn?, in turn: AnalyzedTurn,
    cache: borrowing WordCache
  ) -> Bool {
    guard candidate.category == .diminutive || candidate.category == .jargon,
      turn.speaker == .operator, candidate.range.count == 1,
      let previous, previous.speaker == .client
    else { return false }
    let said = lemmas(of: turn.words[candidate.range.lowerBound], cache: cache)
    return !said.isEmpty
      && previous.words[previous.end].contains {
        !said.isDisjoint(with: lemmas(of: $0, cache: cache))
      }
  }

  /// The lemmas of a word's readings, if it is a noun, a verb or an adjective first of all.
  private static func lemmas(of word: AnalyzedWord, cache: borrowing WordCache) -> Set<LemmaKey> {
    let info = cache.infos[Int(word.info)]
    return isMeaningful(info.best.partOfSpeech) ? Set(info.readings.map(\.lemma)) : []
  }

  private static func isMeaningful(_ part: PartOfSpeech) -> Bool {
    switch part {
    case .noun, .verb, .infinitive, .adjective, .shortAdjective: true
    default: false
    }
  }
}
