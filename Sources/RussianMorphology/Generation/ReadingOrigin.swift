import RussianText

/// Which unit of the analysis gave a reading.
public enum ReadingOrigin: Sendable, Hashable {
  /// The dictionary has the form.
  case dictionary
  /// A word of the user's list.
  case ownWord
  /// A colloquial spelling of a standard form that the dictionary has.
  case spelling(of: String)
  /// A particle after a hyphen was set aside: «скажите-ка».
  case particle(String)
  /// «по-клиентски».
  case adverbWithPo
  /// By the part after the last hyphen; the part before it is inflected along or fixed.
  case hyphenated(rest: String, isLeftInflected: Bool)
  /// A known prefix before a word of the dictionary.
  case knownPrefix(String, rest: String)
  /// Some letters before a word of the dictionary.
  case unknownPrefix(String, rest: String)
  /// Like the words of the dictionary that end so; how many words of that paradigm do.
  case ending(String, count: Int)
  case initial, number, roman, latin, punctuation, hesitation
  /// Letters are masked, or nothing is known.
  case unknown
}

extension Morphology {
  /// Which unit gave `reading` of `form`.
  public func origin(of reading: Reading, form: String) -> ReadingOrigin {
    let folded = Array(Folding.folded(form).utf8)
    switch reading.source {
    case .dictionary where ownWords.contains(reading.lemma): return .ownWord
    case .dictionary:
      let standard = spelling(of: form, reading: reading)
      return Folding.folded(standard).utf8.elementsEqual(folded)
        ? .dictionary : .spelling(of: standard)
    case .prediction: return predictionOrigin(of: reading, folded: folded)
    case .shape: return shapeOrigin(of: reading)
    }
  }

  private func predictionOrigin(of reading: Reading, folded: [UInt8]) -> ReadingOrigin {
    func text(_ bytes: some Sequence<UInt8>) -> String {
      String(decoding: Array(bytes), as: UTF8.self)
    }
    if reading.outerSuffix > 0 { return .particle(text(folded.suffix(Int(reading.outerSuffix)))) }
    let length = Int(reading.outerPrefix)
    if length > 0, length < folded.count {
      let prefix = folded.prefix(length)
      let rest = text(folded.dropFirst(length))
      if prefix.last == 0x2D {
        let left = Array(prefix.dropLast())
        let isInflected = agreeingLemma(left: left.span, with: reading) != nil
        return .hyphenated(rest: rest, isLeftInflected: isInflected)
      }
      return KnownPrefixes.lengths(in: folded.span).contains(length)
        ? .knownPrefix(text(prefix), rest: rest) : .unknownPrefix(text(prefix), rest: rest)
    }
    let (ending, count) = longestEnding(of: reading, folded: folded)
    return .ending(text(ending), count: count)
  }

  private func shapeOrigin(of reading: Reading) -> ReadingOrigin {
    switch reading.partOfSpeech {
    case .noun: .initial
    case .adverb: .adverbWithPo
    case .number, .adjective: .number
    case .roman: .roman
    case .latin: .latin
    case .punctuation: .punctuation
    case .interjection: .hesitation
    default: .unknown
    }
  }

  /// The longest ending that led to the reading's slot, and how many words have it there.
  private func longestEnding(of reading: Reading, folded: [UInt8]) -> ([UInt8], Int) {
    var best: ([UInt8], Int) = ([], 0)
    for automaton in dictionary.endings {
      var state = automaton.root
      var index = folded.count
      while index > 0 {
        let (letter, length) = Alphabet.letter(folded.span, before: index)
        guard letter != 0 else { break }
        state = automaton.next(state, letter)
        guard state != 0 else { break }
        index -= length
        let value = automaton.value(state)
        guard value != Automaton.noValue, folded.count - index > best.0.count,
          let count = predictionCount(of: reading, in: value)
        else { continue }
        best = (Array(folded[index...]), count)
      }
    }
    return best
  }

  private func predictionCount(of reading: Reading, in value: UInt32) -> Int? {
    let first = Int(value >> 8)
    for index in first..<(first + Int(value & 0xFF)) {
      let offset = index * 8
      if dictionary.predictions.load16(offset + 4) == Int(reading.paradigm),
        dictionary.predictions.load16(offset + 6) == Int(reading.slot)
      {
        return Int(dictionary.predictions.load32(offset))
      }
    }
    return nil
  }
}
