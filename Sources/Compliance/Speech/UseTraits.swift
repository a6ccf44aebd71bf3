import RussianText

/// What a `UseModel` looks at: the words and signs of a turn around one word, as numbers. It knows
/// nothing of grammar: a word counts as itself, by its beginning and by its end. Benchmarks/speech/uses.py
/// counts the same when it trains.
package struct UseTraits {
  private let forms: [UInt32]
  private let tails: [UInt32]
  private let heads: [UInt32]
  /// Where each word of the turn stands among words and signs.
  private let places: [Int]
  /// Traits that all words of the turn share.
  package let shared: [UInt32]

  private static let start = hash("<")
  private static let end = hash(">")
  private static let signs = (point: hash("."), question: hash("?"), comma: hash(","))
  private static let pairs = [(-1, 1), (1, 2), (-2, -1), (2, 3), (-1, 2), (-2, 1), (1, 3)]
  private static let tailLength = 3
  private static let headLength = 5
  /// So many words on either side, of one sentence, count wherever they stand.
  private static let reach = 12
  /// So many of the other speaker's last words count.
  private static let answered = 4

  /// - Parameter previous: the other speaker's turn before.
  package init(_ turn: AnalyzedTurn, after previous: AnalyzedTurn?) {
    var forms: [UInt32] = []
    var tails: [UInt32] = []
    var heads: [UInt32] = []
    var places: [Int] = []
    func add(_ signs: Punctuation) {
      guard let sign = Self.sign(signs) else { return }
      forms.append(sign)
      tails.append(sign)
      heads.append(sign)
    }
    for (index, word) in turn.words.enumerated() {
      if index > 0 { add(word.before) }
      let form = Self.form(of: word, in: turn)
      places.append(forms.count)
      forms.append(Self.hash(form))
      tails.append(Self.hash(Self.tail(form)))
      heads.append(Self.hash(Self.head(form)))
    }
    if let last = turn.words.last { add(last.after) }
    var shared = Set(forms).map { Self.mix(200, $0) }
    let before = previous?.words ?? []
    shared.append(Self.mix(172, UInt32(min(forms.count / 4, 8))))
    shared.append(Self.mix(173, UInt32(min(before.count / 2, 6))))
    if let previous {
      for word in before.suffix(Self.answered) {
        shared.append(Self.mix(174, Self.hash(Self.form(of: word, in: previous))))
      }
    }
    self.forms = forms
    self.tails = tails
    self.heads = heads
    self.places = places
    self.shared = shared
  }

  /// The word itself, as the model knows it.
  func form(of word: Int) -> UInt32 { forms[places[word]] }

  /// The traits of a word's place, beside those that it shares with the turn's other words.
  package func traits(of word: Int) -> [UInt32] {
    let place = places[word]
    func at(_ offset: Int, _ list: [UInt32]) -> UInt32 {
      let index = place + offset
      return index < 0 ? Self.start : index >= list.count ? Self.end : list[index]
    }
    var result: [UInt32] = []
    let form = forms[place]
    let tail = tails[place]
    result += [Self.mix(1, form), Self.mix(2, tail), Self.mix(3, heads[place])]
    for offset in -5...6 where offset != 0 {
      let number = UInt32(offset + 10)
      result.append(Self.mix(number, at(offset, forms)))
      result.append(Self.mix(number + 20, at(offset, tails)))
      guard abs(offset) < 4 else { continue }
      result.append(Self.mix(number + 40, at(offset, heads)))
      result.append(Self.mix(Self.mix(number + 60, at(offset, forms)), form))
      result.append(Self.mix(Self.mix(number + 80, at(offset, tails)), tail))
    }
    for (index, (one, other)) in Self.pairs.enumerated() {
      let number = UInt32(index + 110)
      result.append(Self.mix(Self.mix(number, at(one, forms)), at(other, forms)))
      result.append(Self.mix(Self.mix(number + 10, at(one, tails)), at(other, tails)))
      result.append(Self.mix(Self.mix(number + 20, at(one, forms)), at(other, tails)))
      result.append(Self.mix(Self.mix(number + 30, at(one, tails)), at(other, forms)))
    }
    result.append(Self.mix(Self.mix(Self.mix(150, at(-1, tails)), at(1, tails)), at(2, tails)))
    result.append(Self.mix(Self.mix(Self.mix(151, at(1, tails)), at(2, tails)), at(3, tails)))
    for (step, number) in [(-1, UInt32(160)), (1, 161)] {
      for distance in 1...Self.reach {
        let index = place + distance * step
        guard forms.indices.contains(index) else { break }
        result.append(Self.mix(number, forms[index]))
        if Self.endsSentence(forms[index]) { break }
      }
    }
    result.append(Self.mix(170, UInt32(min(place, 5))))
    result.append(Self.mix(171, UInt32(min(forms.count - place, 6))))
    result.append(Self.mix(175, forms[place...].first(where: Self.endsSentence) ?? Self.hash("")))
    return result
  }

  private static func endsSentence(_ form: UInt32) -> Bool {
    form == signs.point || form == signs.question
  }

  private static func sign(_ signs: Punctuation) -> UInt32? {
    if signs.contains(.question) { return self.signs.question }
    if !signs.isDisjoint(with: [.sentenceEnd, .exclamation]) { return self.signs.point }
    if !signs.isDisjoint(with: [.comma, .dash, .colon, .ellipsis]) { return self.signs.comma }
    return nil
  }

  private static func form(of word: AnalyzedWord, in turn: AnalyzedTurn) -> [UInt8] {
    (word.token...word.lastToken).flatMap { turn.text.folded(turn.text.tokens[Int($0)]) }
  }

  /// A word's last letters.
  private static func tail(_ form: [UInt8]) -> ArraySlice<UInt8> {
    var letters = 0
    let start = form.indices.last { index in
      if !isInsideLetter(form[index]) { letters += 1 }
      return letters == tailLength
    }
    return form[(start ?? 0)...]
  }

  /// A word's first letters.
  private static func head(_ form: [UInt8]) -> ArraySlice<UInt8> {
    var letters = 0
    let end = form.indices.first { index in
      if !isInsideLetter(form[index]) { letters += 1 }
      return letters > headLength
    }
    return form[..<(end ?? form.count)]
  }

  private static func isInsideLetter(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  private static func hash(_ text: String) -> UInt32 { hash(Array(text.utf8)) }

  /// The upper half of FNV-1a.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash = StableHash()
    hash.add(bytes)
    return UInt32(truncatingIfNeeded: hash.value >> 32)
  }

  /// One number of two, in which every bit of both counts.
  private static func mix(_ one: UInt32, _ other: UInt32) -> UInt32 {
    var result = (one ^ other) &* 0x85EB_CA6B
    result ^= result >> 13
    result = result &* 0xC2B2_AE35
    return result ^ result >> 16
  }
}
