/// Part of speech in OpenCorpora's terms (<http://opencorpora.org/dict.php?act=gram>), with the
/// kinds of tokens that are no dictionary words.
public enum PartOfSpeech: UInt8, Sendable, Hashable, CaseIterable {
  case noun, adjective, shortAdjective, comparative
  case verb, infinitive, participle, shortParticiple, gerund
  case numeral, adverb, pronoun, predicative
  case preposition, conjunction, particle, interjection
  /// Digits, Roman numerals, Latin words, punctuation, and what nothing is known of.
  case number, roman, latin, punctuation, unknown
}
