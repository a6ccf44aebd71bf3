import RussianMorphology
import RussianText

/// Reading of whole sentences, each word by itself and in context.
struct SentenceReading {
  let ranker: ReadingRanker

  init(morphology: Morphology, model: ContextModel) {
    ranker = ReadingRanker(morphology: morphology, model: model)
  }

  /// The words of a file, one a line; an empty line ends a sentence.
  static func sentences(lines: [UInt8]) -> [[[UInt8]]] {
    lines.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
      .split(separator: []).map(Array.init)
  }

  /// The sentences of texts as the tokenizer cuts them, with or without punctuation.
  static func sentences(of texts: [String], punctuated: Bool) -> [[[UInt8]]] {
    var result: [[[UInt8]]] = []
    for text in texts {
      let tokenized = Tokenizer().tokenize(text)
      var sentence: [[UInt8]] = []
      for (index, token) in tokenized.tokens.enumerated() {
        if punctuated || token.kind == .word {
          sentence.append(Array(tokenized.text(of: token).utf8))
        }
        guard tokenized.isSentenceEnd(index) || index == tokenized.tokens.count - 1 else {
          continue
        }
        if !sentence.isEmpty { result.append(sentence) }
        sentence = []
      }
    }
    return result
  }

  /// Prints the rates of both ways of reading.
  func measure(_ sentences: [[[UInt8]]]) {
    let words = sentences.joined().map { word in
      var folded: [UInt8] = []
      Folding.fold(word, into: &folded)
      return folded
    }
    print("\(sentences.count) sentences, \(words.count) words")
    timed("reading, no cache", units: words.count, "words") {
      var readings: [Reading] = []
      var count = 0
      for word in words {
        ranker.morphology.readings(folded: word, into: &readings)
        count += readings.count
      }
      return count
    }
    measureInContext(sentences, "the sentences of the file")
  }

  /// Reads every sentence in context; says how many verbs begin one, so that nothing is left out.
  func rank(_ sentences: [[[UInt8]]], into readings: inout SentenceReadings) -> Int {
    var sum = 0
    for sentence in sentences {
      ranker.rank(sentence, into: &readings)
      sum &+= readings.chosen(at: 0).partOfSpeech == .verb ? 1 : 0
    }
    return sum
  }

  /// Prints the rates with every word read anew, and with what a fresh memory saves on this text.
  func measureInContext(_ sentences: [[[UInt8]]], _ text: String) {
    let count = sentences.reduce(0) { $0 + $1.count }
    for remembersWords in [false, true] {
      let kind = remembersWords ? "a fresh memory of words" : "no cache"
      timed("reading in context, \(kind), \(text)", units: count, "words") {
        var readings = SentenceReadings(remembersWords: remembersWords)
        return rank(sentences, into: &readings)
      }
    }
  }
}
