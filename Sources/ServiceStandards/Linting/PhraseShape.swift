import RussianMorphology
internal import RussianText

/// What the mere shape of a phrase makes impossible.
struct PhraseShape {
  let morphology: Morphology

  /// Why a phrase that has to be heard by itself never is, in Russian.
  func obstacle(_ phrase: Phrase) -> String? {
    if phrase.root.parts.contains(where: \.isFound) {
      return "«_» бывает только в исключениях, на месте найденного"
    }
    return phrase.root.leastWords == 0 ? "в ней нет ни одного обязательного слова" : nil
  }

  /// A word in which letters of both alphabets stand by mistake.
  func mixedWord(_ phrase: Phrase) -> String? {
    phrase.root.parts.lazy.compactMap { part -> String? in
      guard case .word(let word) = part else { return nil }
      switch word.text {
      case .anyForm(let text), .exact(let text), .begins(let text), .ends(let text),
        .holds(let text):
        return Folding.plain(text) != text ? text : nil
      case .list, .any: return nil
      }
    }.first
  }

  /// Why a word of the phrase is none that is ever heard: a sign or a mark of stress, in Russian.
  func unheardWord(_ phrase: Phrase) -> String? {
    return phrase.root.required.lazy.compactMap { part -> String? in
      guard case .word(let word) = part else { return nil }
      switch word.text {
      case .anyForm(let text), .exact(let text), .begins(let text), .ends(let text),
        .holds(let text):
        if text.allSatisfy({ $0 == "-" }) {
          return "дефис сам по себе — не слово; тире пишут «,»"
        }
        if text.contains("%") { return "знака «%» в речи не слышно; напишите «процент»" }
        if text.contains("№") { return "знака «№» в речи не слышно; напишите «номер»" }
        // The marks of «й» and «ё» are others.
        return text.unicodeScalars.contains { $0 == "\u{300}" || $0 == "\u{301}" }
          ? "в слове «\(text)» стоит знак ударения; наберите слово без него" : nil
      case .list, .any: return nil
      }
    }.first
  }

  /// Whether the exception fits wherever the phrase does: it is nothing but the place of what was
  /// found, or (`inside`) words of the phrase itself.
  func always(_ exception: Phrase, excuses phrase: Phrase, inside: Bool) -> Bool {
    if exception.root.isFound { return true }
    guard inside else { return false }
    let own = phrase.root.required
    let asked = exception.root.required
    guard !asked.isEmpty, asked.count <= own.count,
      !exception.root.parts.contains(where: \.isFound)
    else { return false }
    return (0...(own.count - asked.count)).contains { start in
      asked.indices.allSatisfy { takes(asked[$0], own[start + $0]) }
    }
  }

  /// Whether whatever fits `own` fits `asked`.
  private func takes(_ asked: PhraseNode, _ own: PhraseNode) -> Bool {
    if asked == own { return true }
    switch (asked, own) {
    case (.alternatives(let parts), _): return parts.contains { takes($0, own) }
    case (.word(let word), .word(let other)):
      guard case .anyForm(let text) = word.text, word.grammar == nil else { return false }
      switch other.text {
      case .anyForm(let said), .exact(let said):
        return !morphology.lemmas(ofPhraseWord: text)
          .isDisjoint(with: morphology.lemmas(ofPhraseWord: said))
      default: return false
      }
    default: return false
    }
  }
}

extension PhraseNode {
  fileprivate var isFound: Bool {
    switch self {
    case .found: true
    case .sequence(let parts) where parts.count == 1: parts[0].isFound
    default: false
    }
  }

  /// The parts that every match has, one beside the other; marks around them do not matter.
  fileprivate var required: [PhraseNode] {
    switch self {
    case .sequence(let parts): parts.flatMap(\.required)
    case .marked(let part): part.required
    default: [self]
    }
  }

  /// This part and all parts inside it.
  fileprivate var parts: [PhraseNode] {
    switch self {
    case .word, .gap, .anchor, .found: [self]
    case .sequence(let inner), .alternatives(let inner), .anyOrder(let inner, _):
      [self] + inner.flatMap(\.parts)
    case .optional(let inner), .not(let inner), .marked(let inner): [self] + inner.parts
    }
  }
}
