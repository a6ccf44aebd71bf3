import RussianMorphology
import RussianText
import ServiceStandards

/// Puts a replacement into the grammar and the spelling of the place where it is to stand.
struct ReplacementFitting {
  let morphology: Morphology
  let turn: AnalyzedTurn
  /// Verbs that ask for what others order, by the lemma of those.
  private let requests: [LemmaKey: RequestVerb]
  /// Whether the turn holds no small letter, so that capitals say nothing.
  private let isInCapitals: Bool

  init(morphology: Morphology, turn: AnalyzedTurn, requests: [LemmaKey: RequestVerb]) {
    self.morphology = morphology
    self.turn = turn
    self.requests = requests
    let text = String(decoding: turn.text.bytes, as: UTF8.self)
    // «ИНН.» is an abbreviation, «ФАМИЛИЯ!» is in capitals.
    isInCapitals =
      !text.contains(where: \.isLowercase)
      && text.split(whereSeparator: { !$0.isLetter }).contains { $0.count > 5 }
  }

  /// The replacement for the words, nil where it has no form that fits.
  func fit(_ replacement: Replacement, to words: Range<Int>, cache: borrowing WordCache)
    -> FittedText?
  {
    var courteous = ""
    var plain = ""
    for piece in replacement.pieces {
      let text: String
      switch piece {
      case .text(let own): text = own
      case .courtesy(let own):
        courteous += own
        continue
      case .inflected(let wording):
        guard let form = inflect(wording, like: words, cache: cache) else { return nil }
        text = form
      case .found(let slot):
        guard let found = found(slot, of: words, isFirst: courteous.isEmpty, cache: cache) else {
          return nil
        }
        text = found
      }
      courteous += text
      plain += text
    }
    return FittedText(
      courteous: capitalized(Self.tidy(courteous), in: words),
      plain: capitalized(Self.tidy(plain), in: words))
  }

  /// The text with the capitals of the words that it replaces. An abbreviation is in capitals
  /// wherever it stands.
  func capitalized(_ text: String, in words: Range<Int>) -> String {
    let quote = turn.plainQuote(words)
    if isInCapitals, quote.count > 1 { return text.uppercased() }
    let head = turn.plainQuote(words.lowerBound..<words.lowerBound + 1)
    let isAbbreviation = head.count > 1 && !head.contains(where: \.isLowercase)
    if isAbbreviation, !turn.opensSentence(words.lowerBound) { return text }
    return Self.capitalized(text, like: quote)
  }

  /// A capital first letter where the other text has one.
  static func capitalized(_ text: String, like quote: String) -> String {
    guard let first = quote.first(where: \.isLetter), first.isUppercase, let head = text.first
    else { return text }
    return head.uppercased() + text.dropFirst()
  }

  /// The text without the spaces and commas that empty slots leave.
  private static func tidy(_ text: String) -> String {
    let space = UInt8(ascii: " ")
    let comma = UInt8(ascii: ",")
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte == space, result.isEmpty || result.last == space { continue }
      if byte == comma {
        if result.last == space { result.removeLast() }
        if result.last == comma { continue }
      }
      result.append(byte)
    }
    if result.last == space { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  private func inflect(
    _ wording: [String], like words: Range<Int>, cache: borrowing WordCache
  ) -> String? {
    let places = PlaceReadings(turn: turn)
    for index in words {
      for reading in believable(places.readings(at: index, cache: cache), at: index, cache: cache) {
        let mayDiffer =
          reading.partOfSpeech == .noun
          && !places.isAgreedWith(index, reading: reading, cache: cache)
        let form = morphology.substitute(
          wording: wording, for: reading, mayDiffer: mayDiffer,
          isCounted: places.isCounted(index, cache: cache))
        if let form { return form }
        // Where the likeliest reading has no such form, a worse one is no better.
        if words.count == 1, [.noun, .adjective].contains(reading.partOfSpeech) { return nil }
      }
    }
    return nil
  }

  /// The readings of a diminutive that its base has too: «заявочку» is no dative of «заявочко», since
  /// «заявку» is none. All of them where no reading is so.
  private func believable(
    _ readings: [Reading], at index: Int, cache: borrowing WordCache
  ) -> [Reading] {
    guard readings.count > 1, let base = info(index, cache).diminutive?.base else {
      return readings
    }
    let features = Grammemes.cases.union(.numbers).union(.genders)
    let shared = Set(morphology.readings(of: base).map { $0.grammemes.intersection(features) })
    let believable = readings.filter { shared.contains($0.grammemes.intersection(features)) }
    return believable.isEmpty ? readings : believable
  }

  /// The words of a slot, in its case; empty where it has none.
  private func found(
    _ slot: Replacement.Slot, of words: Range<Int>, isFirst: Bool, cache: borrowing WordCache
  ) -> String? {
    let imperative = words.first { index in
      info(index, cache).readings.contains { $0.grammemes.contains(.imperative) }
    }
    guard let from = place(slot.from, in: words, imperative: imperative.map { $0 + 1 }),
      let to = place(slot.to, in: words, imperative: imperative)
    else { return nil }
    guard from <= to else { return "" }
    let range = max(from, words.lowerBound)..<min(to, words.upperBound - 1) + 1
    guard !range.isEmpty else { return "" }
    if let wanted = slot.grammeme {
      return decline(range, to: wanted, standing: slot.standingGrammeme, cache: cache)
    }
    if slot.to == .imperative || slot.to == .request {
      return polite(range, isFirst: isFirst, asks: slot.to == .request, cache: cache)
    }
    return isFirst ? turn.plainQuote(range) : lowercased(range.lowerBound, range, cache)
  }

  private func place(_ bound: Replacement.Bound, in words: Range<Int>, imperative: Int?) -> Int? {
    switch bound {
    case .number(let number) where number > 0: words.lowerBound + number - 1
    case .number(let number): words.upperBound + number
    case .imperative, .request: imperative
    }
  }

  /// An imperative as it is said to a client: «скажи» → «скажите».
  ///
  /// - Parameter asks: whether in the verb that asks for such a deed: «жмите» → «нажмите».
  private func polite(
    _ words: Range<Int>, isFirst: Bool, asks: Bool, cache: borrowing WordCache
  ) -> String? {
    let last = words.upperBound - 1
    let form =
      isFirst ? turn.plainQuote(last..<last + 1) : lowercased(last, last..<last + 1, cache)
    guard
      let reading = info(last, cache).readings.first(where: {
        $0.grammemes.contains(.imperative)
      })
    else { return nil }
    let isPlural = reading.grammemes.contains(.plural)
    guard
      let written = isPlural
        ? form : morphology.inflect(form, reading: reading, to: [.imperative, .plural])
    else { return nil }
    let said = (asks ? request(for: reading, written: written) : nil) ?? written
    guard words.count > 1 else { return said }
    return turn.plainQuote(words.lowerBound..<last) + " " + said
  }

  /// The imperative of the verb that asks for the same, with the capital of what was said; nil where
  /// the standard names none.
  private func request(for reading: Reading, written: String) -> String? {
    requests[reading.lemma]?.imperative(morphology).map { Self.capitalized($0, like: written) }
  }

  /// - Parameter standing: the case in which the words stand, where that is known.
  private func decline(
    _ words: Range<Int>, to wanted: Grammemes, standing: Grammemes?, cache: borrowing WordCache
  ) -> String? {
    let signs = words.dropFirst().map { turn.words[$0].before }
    guard signs.allSatisfy({ $0.isSubset(of: .comma) }) else { return nil }
    let group = words.map { index in
      // A diminutive in it is mended along with it: «адресок» → «адрес».
      if let base = info(index, cache).diminutive?.base {
        return GroupWord(
          text: base, readings: morphology.readings(of: base),
          followsSign: index > words.lowerBound && !turn.words[index].before.isEmpty)
      }
      return GroupWord(
        text: lowercased(index, index..<index + 1, cache),
        readings: readings(of: index, standing: standing, cache: cache),
        followsSign: index > words.lowerBound && !turn.words[index].before.isEmpty)
    }
    return morphology.decline(group, to: wanted)
  }

  /// The readings of a word; where the case is known in which it stands, those of that case as they
  /// are named.
  private func readings(
    of index: Int, standing: Grammemes?, cache: borrowing WordCache
  ) -> [Reading] {
    let all = info(index, cache).readings
    guard let standing else { return all }
    let own = all.filter { $0.grammemes.isSuperset(of: standing) }
    guard !own.isEmpty else { return all }
    return own.map { reading in
      var named = reading
      named.grammemes.subtract(standing)
      named.grammemes.formUnion(.nominative)
      return named
    }
  }

  /// What is written with a capital only because a sentence began there, in lower case.
  private func lowercased(
    _ index: Int, _ words: Range<Int>, _ cache: borrowing WordCache
  ) -> String {
    let quote = turn.plainQuote(words)
    guard turn.opensSentence(index), let first = quote.first, first.isUppercase else {
      return quote
    }
    let head = turn.plainQuote(index..<index + 1)
    let isAbbreviation = head.count > 1 && !head.contains(where: \.isLowercase)
    guard !isAbbreviation else { return quote }
    return first.lowercased() + quote.dropFirst()
  }

  func info(_ index: Int, _ cache: borrowing WordCache) -> WordInfo {
    cache.infos[Int(turn.words[index].info)]
  }
}
