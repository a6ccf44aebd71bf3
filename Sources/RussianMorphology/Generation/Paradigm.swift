import RussianText

/// All forms of one word.
public struct Paradigm: Sendable {
  /// One form with what it is.
  public struct Form: Sendable, Hashable {
    public var text: String
    public var partOfSpeech: PartOfSpeech
    public var grammemes: Grammemes
    /// OpenCorpora's tag.
    public var tag: String
  }

  public var lemma: String
  /// Part of speech of the lemma.
  public var partOfSpeech: PartOfSpeech
  /// What all forms share.
  public var grammemes: Grammemes
  /// In the dictionary's order.
  public var forms: [Form]

  /// Different forms of these kinds that have all of `grammemes`, plain ones first.
  public func forms(
    _ kinds: Set<PartOfSpeech>, with grammemes: Grammemes, without excluded: Grammemes = []
  ) -> [Form] {
    var result = [Form]()
    for form in forms
    where kinds.contains(form.partOfSpeech) && form.grammemes.isSuperset(of: grammemes)
      && form.grammemes.isDisjoint(with: excluded)
      && !result.contains(where: { $0.text == form.text })
    {
      result.append(form)
    }
    return result.filter { !$0.isMarked } + result.filter(\.isMarked)
  }
}

extension Paradigm.Form {
  /// Whether style or age sets the form apart.
  public var isMarked: Bool {
    !grammemes.isDisjoint(with: [.colloquial, .archaic, .erroneous, .distorted, .abbreviation])
  }
}

extension Morphology {
  /// All forms of the word that `form` is read as.
  public func paradigm(of reading: Reading, form: String) -> Paradigm {
    let lower = Folding.lowercased(form)
    let lemma = lemma(of: reading, form: form)
    guard reading.paradigm != .max else {
      let only = Paradigm.Form(
        text: String(decoding: lower, as: UTF8.self), partOfSpeech: reading.partOfSpeech,
        grammemes: reading.grammemes, tag: tag(of: reading))
      return Paradigm(
        lemma: lemma, partOfSpeech: reading.partOfSpeech, grammemes: reading.grammemes,
        forms: [only])
    }
    let slots = dictionary.slotRange(of: Int(reading.paradigm))
    let forms = slots.enumerated().map { index, slot in
      let tag = dictionary.slot(slot).tag
      let bytes = writtenForm(slot: index, of: reading, form: lower.span)
      return Paradigm.Form(
        text: String(decoding: bytes, as: UTF8.self),
        partOfSpeech: dictionary.partOfSpeech(ofTag: tag),
        grammemes: dictionary.grammemes(ofTag: tag), tag: dictionary.tagText(tag))
    }
    let shared = forms.reduce(forms.first?.grammemes ?? []) { $0.intersection($1.grammemes) }
    let index = lemmaIndex(of: reading)
    let part = index < forms.count ? forms[index].partOfSpeech : reading.partOfSpeech
    return Paradigm(lemma: lemma, partOfSpeech: part, grammemes: shared, forms: forms)
  }
}
