import RussianText

/// Words of whoever uses the program — brands, products, streets — declined like words of the
/// dictionary: «зумер» as «геймер».
public struct OwnWords: Sendable {
  /// The slots of paradigms that a folded form stands in.
  private var forms: [LemmaKey: [Slot]] = [:]
  private var lemmas: Set<LemmaKey> = []

  struct Slot: Hashable {
    var paradigm: UInt16
    var slot: UInt16
    /// Written with a capital: a name.
    var isName: Bool
  }

  public init() {}

  public var isEmpty: Bool { forms.isEmpty }

  /// Whether a word with this lemma was added.
  public func contains(_ lemma: LemmaKey) -> Bool { lemmas.contains(lemma) }

  /// Changes with the words and their models.
  public var fingerprint: UInt64 {
    forms.reduce(0) { result, form in
      form.value.reduce(result) {
        $0 ^ (form.key.rawValue &* (UInt64($1.paradigm) << 16 | UInt64($1.slot) | 1 << 40))
      }
    }
  }

  /// Adds `word` with all the forms that `model` has. A capital first letter makes it a name.
  ///
  /// - Throws: `OwnWordError` when the model is unknown or the word does not end as it does.
  public mutating func add(
    _ word: String, like model: String, in morphology: Morphology
  ) throws(OwnWordError) {
    let folded = Folding.folded(word)
    guard !folded.isEmpty, !folded.contains(where: \.isWhitespace) else {
      throw .notOneWord(word)
    }
    let key = LemmaKey(folded: folded.utf8)
    guard !lemmas.contains(key) else { throw .repeated(word) }
    let reading = try reading(of: model, morphology)
    let dictionary = morphology.dictionary
    let slots = dictionary.slotRange(of: Int(reading.paradigm))
    let own = dictionary.slot(slots.lowerBound + Int(reading.slot))
    let ending = Folding.folded(String(decoding: dictionary.string(own.suffix), as: UTF8.self))
    let start = Folding.folded(String(decoding: dictionary.string(own.prefix), as: UTF8.self))
    guard folded.hasSuffix(ending), folded.hasPrefix(start),
      folded.utf8.count > ending.utf8.count + start.utf8.count
    else { throw .otherEnding(word, model: model, ending: ending) }
    let stem = folded.dropFirst(start.count).dropLast(ending.count)
    let isName = Folding.isCapitalized(word.utf8)
    for (index, slotIndex) in slots.enumerated() {
      let slot = dictionary.slot(slotIndex)
      let form =
        String(decoding: dictionary.string(slot.prefix), as: UTF8.self) + stem
        + String(decoding: dictionary.string(slot.suffix), as: UTF8.self)
      forms[LemmaKey(folded: Folding.folded(form).utf8), default: []].append(
        Slot(paradigm: reading.paradigm, slot: UInt16(index), isName: isName))
    }
    lemmas.insert(key)
  }

  /// The model's likeliest reading as a lemma.
  private func reading(of model: String, _ morphology: Morphology) throws(OwnWordError) -> Reading {
    let readings = morphology.readings(of: model).filter { $0.source == .dictionary }
    guard let first = readings.first else { throw .unknownModel(model) }
    let key = LemmaKey(folded: Folding.folded(model).utf8)
    guard
      let reading = readings.first(where: {
        $0.lemma == key && Int($0.slot) == morphology.lemmaIndex(of: $0)
      })
    else {
      throw .modelIsNoLemma(model, lemma: morphology.lemma(of: first, form: model))
    }
    return reading
  }

  @inline(__always)
  func slots(of form: Span<UInt8>) -> [Slot]? {
    var hasher = LemmaHasher()
    hasher.add(form, 0..<form.count)
    return forms[hasher.key]
  }
}

/// Why a word of the user's cannot be added.
public enum OwnWordError: Error, Sendable, Hashable, CustomStringConvertible {
  case notOneWord(String)
  case repeated(String)
  case unknownModel(String)
  case modelIsNoLemma(String, lemma: String)
  case otherEnding(String, model: String, ending: String)

  public var description: String {
    switch self {
    case .notOneWord(let word): "«\(word)» — не одно слово"
    case .repeated(let word): "слово «\(word)» уже есть выше"
    case .unknownModel(let model): "образца «\(model)» нет в словаре"
    case .modelIsNoLemma(let model, let lemma):
      "образец должен стоять в начальной форме: «\(lemma)», а не «\(model)»"
    case .otherEnding(let word, let model, let ending):
      "«\(word)» не склоняется как «\(model)»: слово должно кончаться на «\(ending)»"
    }
  }
}

extension Morphology {
  /// Appends the readings of a form of the user's words, then the dictionary's, which are hardly
  /// meant. Answers whether it is one.
  func appendOwn(_ form: Span<UInt8>, value: UInt32, into result: inout [Reading]) -> Bool {
    guard let slots = ownWords.slots(of: form) else { return false }
    for slot in slots {
      append(
        form, paradigm: slot.paradigm, slot: slot.slot, probability: 1 / Float(slots.count),
        source: .dictionary, into: &result)
      if slot.isName, !result.isEmpty { result[result.count - 1].grammemes.insert(.organisation) }
    }
    guard value != Automaton.noValue else { return true }
    let count = result.count
    appendKnown(form, value: value, into: &result)
    guard result.count > count else { return true }
    for index in result.indices { result[index].probability *= index < count ? 0.9 : 0.1 }
    return true
  }
}
