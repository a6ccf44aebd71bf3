import RussianText

/// What a `UseModel` looks at: the words and signs of a turn around one word, as numbers. A word counts
/// as itself, by its beginning, by its end and by its grammar. Benchmarks/speech/uses.py counts the same
/// when it trains.
package struct UseTraits {
  /// Words and signs.
  private let tokens: [UseForm]
  /// Where each word of the turn stands among them.
  private let places: [Int]
  /// The sign that ends the sentence of each word and sign.
  private let ends: [UseForm]
  /// The turn, or a monologue's pieces: each counts like a turn of its own.
  private let pieces: [Piece]
  /// The last word of each piece.
  private let pieceEnds: [Int]

  private struct Piece {
    /// Each form and each lemma once.
    var forms: [UInt32]
    var lemmas: [UInt32]
    /// Traits that all words share.
    var shared: [UInt32]
  }

  private static let start = UseForm(sign: "<")
  private static let end = UseForm(sign: ">")
  private static let point = UseForm(sign: ".")
  private static let question = UseForm(sign: "?")
  private static let comma = UseForm(sign: ",")
  private static let nothing = UseForm(sign: "")
  private static let pairs = [(-1, 1), (1, 2), (-2, -1), (2, 3), (-1, 2), (-2, 1), (1, 3)]
  private static let grammaticalPairs = pairs.prefix(4)
  private static let triples = [(-1, 1, 2), (1, 2, 3), (-2, -1, 1)]
  /// So many words on either side, of one sentence, count wherever they stand,
  private static let reach = 12
  /// and so many of them together with the word itself.
  private static let closeReach = 7
  /// So many of the other speaker's last words count.
  private static let answered = 4

  /// - Parameters:
  ///   - previous: the other speaker's turn before.
  ///   - known: what the forms of both are.
  package init(_ turn: AnalyzedTurn, after previous: AnalyzedTurn?, known: UseForms) {
    var tokens: [UseForm] = []
    var places: [Int] = []
    tokens.reserveCapacity(turn.words.count * 3 / 2)
    places.reserveCapacity(turn.words.count)
    for (index, word) in turn.words.enumerated() {
      if index > 0, let sign = Self.sign(word.before) { tokens.append(sign) }
      places.append(tokens.count)
      tokens.append(known.forms[Int(word.info)])
    }
    if let last = turn.words.last, let sign = Self.sign(last.after) { tokens.append(sign) }
    let before = previous?.words ?? []
    var answered: [UInt32] = []
    answered.append(UseForm.mix(172, UInt32(min(tokens.count / 4, 8))))
    answered.append(UseForm.mix(173, UInt32(min(before.count / 2, 6))))
    for word in before.suffix(Self.answered) {
      answered.append(UseForm.mix(174, known.forms[Int(word.info)].form))
    }
    let stretches = turn.pieces
    pieceEnds = stretches.map(\.upperBound)
    pieces = stretches.map { words in
      let start = words.lowerBound == 0 ? 0 : places[words.lowerBound]
      let end = words.upperBound == places.count ? tokens.count : places[words.upperBound]
      let forms = Array(Set(tokens[start..<end].map(\.form)))
      return Piece(
        forms: forms, lemmas: Array(Set(tokens[start..<end].map(\.lemma))),
        shared: forms.map { UseForm.mix(200, $0) } + answered)
    }
    var ends: [UseForm] = []
    ends.reserveCapacity(tokens.count)
    var end = Self.nothing
    for token in tokens.reversed() {
      if Self.endsSentence(token.form) { end = token }
      ends.append(end)
    }
    self.ends = ends.reversed()
    self.tokens = tokens
    self.places = places
  }

  /// Which of the pieces a word stands in.
  package func piece(of word: Int) -> Int { pieceEnds.partitioningIndex { $0 > word } }

  /// The traits that all words of a piece share.
  package func shared(inPiece piece: Int) -> [UInt32] { pieces[piece].shared }

  /// The traits of a word's place, beside those that it shares with the other words of its piece.
  package func traits(of word: Int) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(256)
    let place = places[word]
    addWords(around: place, to: &result)
    addSentence(around: place, in: pieces[piece(of: word)], to: &result)
    addGrammar(around: place, to: &result)
    return result
  }

  private func token(_ index: Int) -> UseForm {
    index < 0 ? Self.start : index >= tokens.count ? Self.end : tokens[index]
  }

  /// The words near by, alone, in pairs and in threes.
  private func addWords(around place: Int, to result: inout [UInt32]) {
    let own = tokens[place]
    func at(_ offset: Int) -> UseForm { token(place + offset) }
    result.add(1, own.form)
    result.add(2, own.tail)
    result.add(3, own.head)
    for offset in -5...6 where offset != 0 {
      let number = offset + 10
      let other = at(offset)
      result.add(number, other.form)
      result.add(number + 20, other.tail)
      guard abs(offset) < 4 else { continue }
      result.add(number + 40, other.head)
      result.add(number + 60, other.form, own.form)
      result.add(number + 80, other.tail, own.tail)
    }
    for (index, (one, other)) in Self.pairs.enumerated() {
      let number = index + 110
      result.add(number, at(one).form, at(other).form)
      result.add(number + 10, at(one).tail, at(other).tail)
      result.add(number + 20, at(one).form, at(other).tail)
      result.add(number + 30, at(one).tail, at(other).form)
    }
    result.add(150, at(-1).tail, at(1).tail, at(2).tail)
    result.add(151, at(1).tail, at(2).tail, at(3).tail)
  }

  /// The words of the sentence wherever they stand, and where the word stands among them.
  private func addSentence(around place: Int, in piece: Piece, to result: inout [UInt32]) {
    let own = tokens[place]
    for (step, number) in [(-1, UInt32(160)), (1, 161)] {
      for distance in 1...Self.reach {
        let index = place + distance * step
        guard tokens.indices.contains(index) else { break }
        let form = tokens[index].form
        result.append(UseForm.mix(number, form))
        if Self.endsSentence(form) { break }
        if distance <= Self.closeReach {
          result.append(UseForm.mix(UseForm.mix(number + 230, form), own.form))
        }
      }
    }
    result.append(UseForm.mix(170, UInt32(min(place, 5))))
    result.append(UseForm.mix(171, UInt32(min(tokens.count - place, 6))))
    result.append(UseForm.mix(175, ends[place].form))
    result.append(UseForm.mix(UseForm.mix(345, tokens[0].form), own.form))
    for form in piece.forms { result.append(UseForm.mix(UseForm.mix(300, form), own.form)) }
    for lemma in piece.lemmas { result.append(UseForm.mix(UseForm.mix(380, lemma), own.lemma)) }
  }

  /// The grammar of the word and of its neighbours.
  private func addGrammar(around place: Int, to result: inout [UInt32]) {
    let own = tokens[place]
    func at(_ offset: Int) -> UseForm { token(place + offset) }
    result.add(210, own.tag)
    result.add(370, own.lemma)
    for offset in -4...5 where offset != 0 {
      let other = at(offset)
      result.add(330 + offset, other.part, own.form)
      if abs(offset) < 4 {
        result.add(210 + offset, other.tag)
        result.add(220 + offset, other.tag, own.form)
      }
      if abs(offset) < 3 {
        result.add(350 + offset, other.form, own.lemma)
        result.add(360 + offset, other.tag, own.lemma)
      }
    }
    for (index, (one, other)) in Self.grammaticalPairs.enumerated() {
      result.add(230 + index, at(one).tag, at(other).tag)
      result.add(234 + index, at(one).part, at(other).part, own.form)
    }
    for (index, (one, other, third)) in Self.triples.enumerated() {
      result.add(240 + index, at(one).part, at(other).part, at(third).part)
    }
  }

  private static func endsSentence(_ form: UInt32) -> Bool {
    form == point.form || form == question.form
  }

  private static func sign(_ signs: Punctuation) -> UseForm? {
    if signs.contains(.question) { return question }
    if !signs.isDisjoint(with: [.sentenceEnd, .exclamation]) { return point }
    if !signs.isDisjoint(with: [.comma, .dash, .colon, .ellipsis]) { return comma }
    return nil
  }
}

/// Traits of up to three values: an array of values would have to be made for every trait.
extension [UInt32] {
  fileprivate mutating func add(_ number: Int, _ value: UInt32) {
    append(UseForm.mix(UInt32(number), value))
  }

  fileprivate mutating func add(_ number: Int, _ one: UInt32, _ other: UInt32) {
    append(UseForm.mix(UseForm.mix(UInt32(number), one), other))
  }

  fileprivate mutating func add(
    _ number: Int, _ one: UInt32, _ other: UInt32, _ third: UInt32
  ) {
    append(UseForm.mix(UseForm.mix(UseForm.mix(UInt32(number), one), other), third))
  }
}
