internal import RussianMorphology

/// How one wording is put in the place of another.
struct DraftReplacement {
  /// In the notation of replacements: in the form of what is found. `nil` where the wordings do not
  /// bend alike, and a wrong form would come of it.
  private(set) var inflected: String?
  /// As it stands, in place of the very words.
  private(set) var literal: Literal?

  /// A text and the surroundings in which it does no harm.
  struct Literal {
    var text: String
    var only: String?
    var unless: String?
  }

  private let morphology: Morphology
  private let avoid: [String]
  private let say: [String]

  /// - Parameter avoid: the words of the wording to avoid.
  init(_ wording: String, for avoid: [String], morphology: Morphology) {
    self.morphology = morphology
    self.avoid = avoid
    var text = wording.trimmingSpaces
    let asks = text.last == "?"
    while let last = text.last, ".!?".contains(last) { text.removeLast() }
    // Signs of the notation, gaps and several sentences are for a person to read.
    let isPlain =
      !text.isEmpty && !text.contains { "[]{}~()…|<>.!?«»\"„“”".contains($0) }
      && !text.contains(Replacement.clientName)
    guard isPlain else {
      say = []
      return
    }
    let written = Self.inSentence(String(text), morphology)
    say = written.split(separator: " ").map(String.init)
    guard say.count <= Self.longest else { return }
    let hasSigns = written.contains { !($0.isLetter || $0.isNumber || $0 == " " || $0 == "-") }
    if !hasSigns, !asks { inflected = inflection() }
    if inflected == nil { literal = substitution(written, asks: asks) }
  }

  private static let longest = 12

  /// A wording with the small letter that it has within a sentence.
  private static func inSentence(_ wording: String, _ morphology: Morphology) -> String {
    let head = wording.prefix { $0.isLetter || $0 == "-" }
    let proper: Grammemes = [.firstName, .surname, .patronymic, .place, .organisation, .tradeMark]
    guard let first = head.first, first.isUppercase,
      head.count == 1 || !head.dropFirst().contains(where: \.isUppercase),
      morphology.readings(of: String(head))[0].grammemes.isDisjoint(with: proper)
    else { return wording }
    return first.lowercased() + wording.dropFirst()
  }

  // MARK: In the form of what is found

  private func inflection() -> String? {
    if avoid.count == 1, !reading(avoid[0]).partOfSpeech.isInflected {
      // «щас» → «в данный момент»: neither bends, and no thought of its own is put there.
      let isThought = say.contains { isVerb(reading($0)) }
      return !reading(say[0]).partOfSpeech.isInflected && !isThought
        ? say.joined(separator: " ") : nil
    }
    // Words that open both wordings and do not bend stay: «я», «не».
    var opening = 0
    while opening < min(avoid.count, say.count) - 1, avoid[opening] == say[opening].lowercased(),
      staysWhole(avoid[opening])
    {
      opening += 1
    }
    let avoided = Array(avoid[opening...])
    let said = Array(say[opening...])
    guard bendsAlike(avoided, said, isFirst: opening == 0) else { return nil }
    let kept = opening == 0 ? "" : opening == 1 ? "{1} " : "{1:\(opening)} "
    return kept + "~" + said.joined(separator: " ")
  }

  /// What opens a wording and is no part of what bends behind it. A preposition asks for a case.
  private func staysWhole(_ word: String) -> Bool {
    let part = reading(word).partOfSpeech
    return part == .particle || part == .conjunction || morphology.isPersonalPronoun(word)
  }

  private func bendsAlike(_ avoided: [String], _ said: [String], isFirst: Bool) -> Bool {
    let (old, new) = (reading(avoided[0]), reading(said[0]))
    if isVerb(old), isVerb(new) { return verbFits(avoided, said) }
    if avoided.count == 1, said.count == 1, isAdjective(old), isAdjective(new) { return true }
    // «вашей» is a noun, too, and would be bent for «хотелке».
    let opensWithNoun = avoided.count == 1 || !old.grammemes.contains(.pronominal)
    return isFirst && opensWithNoun && morphology.isNounGroup(avoided)
      && morphology.isNounGroup(said)
  }

  /// A verb takes the form of a verb, what stands behind it goes with it. A verb alone may have an
  /// object of its own behind it, which the other must be able to take and not have already.
  private func verbFits(_ avoided: [String], _ said: [String]) -> Bool {
    let others = avoided.dropFirst() + said.dropFirst()
    // «оплатить можно», «прийти нужно» are clauses of their own.
    let clause: [PartOfSpeech] = [.verb, .predicative, .shortAdjective, .shortParticiple]
    guard !others.contains(where: { clause.contains(reading($0).partOfSpeech) }) else {
      return false
    }
    guard avoided.count == 1 else { return true }
    let transitivity: Grammemes = [.transitive, .intransitive]
    guard
      reading(avoided[0]).grammemes.intersection(transitivity)
        == reading(said[0]).grammemes.intersection(transitivity)
        || !morphology.isKnown(avoided[0])
    else { return false }
    guard said.count > 1 else { return true }
    let next = reading(said[1]).partOfSpeech
    return [.adverb, .preposition, .comparative].contains(next)
  }

  // MARK: As it stands

  /// The text for the very words. Where an end of both is the same, or a person is spoken of there,
  /// whatever stands beside fits; else nothing may stand there but a sign.
  private func substitution(_ written: String, asks: Bool) -> Literal? {
    let fold = { (word: String) in word.lowercased().filter { $0.isLetter || $0.isNumber } }
    let isSameStart = fold(avoid[0]) == fold(say[0])
    let fitsLeft =
      isSameStart
      || (morphology.isPersonalPronoun(avoid[0]) && morphology.isPersonalPronoun(say[0]))
    let fitsRight =
      !asks && avoid.count > 1 && fold(avoid[avoid.count - 1]) == fold(say[say.count - 1])
    let left = fitsLeft ? "" : "(^|,) "
    let right = asks ? " $?" : fitsRight ? "" : " (,|$)"
    // An answer does not become a question.
    let unless = asks || fitsRight ? nil : "_ $?"
    return Literal(
      text: written, only: left.isEmpty && right.isEmpty ? nil : left + "_" + right, unless: unless)
  }

  private func reading(_ word: String) -> Reading { morphology.readings(of: word.lowercased())[0] }

  private func isVerb(_ reading: Reading) -> Bool { reading.isVerb }

  private func isAdjective(_ reading: Reading) -> Bool { reading.isAdjective }
}

extension Morphology {
  /// Whether words are adjectives, the noun that they agree with in the nominative, and what hangs on
  /// it.
  func isNounGroup(_ words: [String]) -> Bool {
    func best(_ word: String) -> Reading { readings(of: word.lowercased())[0] }
    guard
      let head = words.firstIndex(where: { word in
        !best(word).isAdjective
          && readings(of: word).contains {
            $0.partOfSpeech == .noun && $0.grammemes.contains(.nominative)
          }
      })
    else { return false }
    let attributes = words[..<head].allSatisfy { word in
      readings(of: word).contains { $0.isAdjective && $0.grammemes.contains(.nominative) }
    }
    guard attributes, best(words[head]).partOfSpeech == .noun || head > 0 || words.count == 1 else {
      return false
    }
    let tail = words[(head + 1)...]
    guard let next = tail.first else { return true }
    // «вынос мозга», «доступ в кабинет»: no second subject, and nothing is said of the noun.
    let hangs = readings(of: next).contains {
      $0.partOfSpeech == .preposition || $0.grammemes.contains(.genitive)
    }
    return hangs && !tail.contains { best($0).isVerb || best($0).partOfSpeech == .adverb }
  }
}

extension Reading {
  fileprivate var isVerb: Bool { [.verb, .infinitive].contains(partOfSpeech) }

  fileprivate var isAdjective: Bool { [.adjective, .participle].contains(partOfSpeech) }
}
