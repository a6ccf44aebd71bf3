/// Which candidates of a word agree with what a treebank says of it.
enum GoldCandidates {
  /// Treebanks with the conventions of Universal Dependencies, and OpenCorpora's, which are others.
  enum Conventions: Sendable { case universal, openCorpora }

  /// A mask of the right candidates of a word (of the first 64), zero when there is none.
  /// `counted` tells the lemmas and parts of speech that treebanks of the universal conventions give
  /// the form: among these the other conventions do not decide.
  static func mask(
    _ candidates: ArraySlice<ReadingCandidate>, token: TreebankToken, _ conventions: Conventions,
    counted: (ReadingCandidate) -> Bool
  ) -> UInt64 {
    let lemma = LemmaKey(folded: token.lemma)
    var best = Int.max
    var mask: UInt64 = 0
    for (index, candidate) in candidates.enumerated().prefix(64) {
      guard let partOfSpeech = UniversalPartOfSpeech(number: UInt8(candidate.tag.partOfSpeech))
      else { continue }
      let gold = ContextTag(partOfSpeech, features: token.features)
      var distance = candidate.tag.distance(to: gold)
      switch conventions {
      case .universal:
        guard token.partOfSpeech == partOfSpeech.rawValue, candidate.lemma == lemma else {
          continue
        }
      case .openCorpora:
        guard isAllowed(candidate.tag, partOfSpeech, as: token) else { continue }
        let isParticiple = partOfSpeech == .verb && token.partOfSpeech == "ADJ"
        guard candidate.lemma == lemma || isParticiple || counted(candidate) else { continue }
        distance = grammar(candidate.tag, gold)
      }
      if distance < best {
        best = distance
        mask = 0
      }
      if distance == best { mask |= 1 << UInt64(index) }
    }
    return mask
  }

  /// How much case and number contradict each other.
  private static func grammar(_ left: ContextTag, _ right: ContextTag) -> Int {
    guard left.grammaticalCase != 0, right.grammaticalCase != 0 else { return 0 }
    return (left.grammaticalCase == right.grammaticalCase ? 0 : 2)
      + (left.number == right.number || left.number == 0 ? 0 : 2)
  }

  private static func isAllowed(
    _ tag: ContextTag, _ partOfSpeech: UniversalPartOfSpeech, as token: TreebankToken
  ) -> Bool {
    switch (token.partOfSpeech, partOfSpeech) {
    // «больше», «страшно»: the border between adverbs and adjectives is elsewhere.
    case ("ADJ", .adverb): token.features.contains("Cmp") || token.features.contains("Short")
    case ("ADV", .adjective): tag.form >= 7
    case ("ADJ", .verb): tag.form == 5 || tag.form == 7
    default: allowed(token.partOfSpeech).contains(partOfSpeech)
    }
  }

  private static func allowed(_ partOfSpeech: String) -> [UniversalPartOfSpeech] {
    switch partOfSpeech {
    case "NOUN": [.noun]
    case "PROPN": [.properNoun]
    case "ADJ": [.adjective, .determiner]
    case "VERB": [.verb, .auxiliary]
    case "ADV": [.adverb, .subordinating, .particle, .coordinating]
    case "CONJ": [.coordinating, .subordinating, .adposition]
    case "PART": [.particle, .coordinating, .auxiliary, .subordinating, .adverb]
    case "DET": [.determiner, .pronoun, .adjective, .numeral]
    case "PRON": [.pronoun, .determiner]
    case "NUM": [.numeral, .determiner, .adjective]
    case "ADP": [.adposition]
    case "INTJ": [.interjection, .particle]
    case "PUNCT": [.punctuation]
    default: []
    }
  }
}
