import RussianText
import Transcripts

/// Which of the source's words each word of a turn is. A recogniser's words may be others than those
/// of the text: «какой-то» in one or in two, «сорок два» for «42», left out or put in.
struct SourceWords {
  /// The source's words, by word of the turn; empty where the source has none.
  private let places: [Range<Int>]
  /// Whether each word of the turn is written with the letters of the source's.
  private let agreed: [Bool]
  private let words: [Word]

  /// How many words, of both together, are passed by to find the next that agree.
  private static let reach = 24

  init(_ turn: AnalyzedTurn, source: Turn) {
    words = source.words ?? []
    (places, agreed) =
      words.isEmpty
      ? (
        Array(repeating: 0..<0, count: turn.words.count),
        Array(repeating: false, count: turn.words.count)
      )
      : Self.places(
        of: Letters(
          turn.words.indices.map { turn.text.bytes[turn.byteRange($0..<$0 + 1)] }),
        among: Letters(words.map(\.text.utf8)))
  }

  /// The source's words that one of the turn's is, as far as they tell how well it was heard: words
  /// of another text, of which hardly any is the turn's, tell nothing of what differs.
  func heard(as word: Int) -> ArraySlice<Word> {
    if agreed[word] { return words[places[word]] }
    let told = agreed.indices.reduce(0) { agreed[$1] ? $0 + places[$1].count : $0 }
    return 2 * told >= words.count ? words[places[word]] : []
  }

  /// When a word of the turn was said, where the source tells it.
  func time(of word: Int) -> ClosedRange<Double>? {
    let found = words[places[word]]
    guard let start = found.lazy.compactMap(\.start).first, start.isFinite, start >= 0 else {
      return nil
    }
    let end = found.lazy.reversed().compactMap(\.end).first ?? start
    return start...(end.isFinite ? max(start, end) : start)
  }

  private static func places(of own: Letters, among theirs: Letters) -> (
    places: [Range<Int>], agreed: [Bool]
  ) {
    var places = [Range<Int>](repeating: 0..<0, count: own.count)
    var agreed = [Bool](repeating: false, count: own.count)
    var (source, word) = (0, 0)
    while source < theirs.count, word < own.count {
      let passed = passed(theirs, own, source, word)
      // What differs is the same, told otherwise, unless there is far too little of it: word by word
      // where there are as many.
      for index in 0..<passed.own where passed.own <= 2 * passed.theirs {
        places[word + index] =
          passed.theirs == passed.own
          ? source + index..<source + index + 1 : source..<source + passed.theirs
      }
      source += passed.theirs
      word += passed.own
      guard let joint = joint(theirs, own, source, word) else { continue }
      for index in 0..<joint.own {
        places[word + index] = source..<source + joint.theirs
        agreed[word + index] = true
      }
      source += joint.theirs
      word += joint.own
    }
    return (places, agreed)
  }

  private typealias Count = (theirs: Int, own: Int)

  /// How many words of both stand before the next that agree; the ends agree.
  private static func passed(_ theirs: Letters, _ own: Letters, _ source: Int, _ word: Int) -> Count
  {
    for sum in 0...reach {
      for skipped in 0...sum {
        let (there, here) = (source + skipped, word + sum - skipped)
        guard there <= theirs.count, here <= own.count else { continue }
        if there == theirs.count, here == own.count { return (skipped, sum - skipped) }
        if joint(theirs, own, there, here) != nil { return (skipped, sum - skipped) }
      }
    }
    return (1, 1)
  }

  /// The fewest words of both, from two places on, that are written with the same letters.
  private static func joint(_ theirs: Letters, _ own: Letters, _ source: Int, _ word: Int) -> Count?
  {
    guard source < theirs.count, word < own.count else { return nil }
    var (there, here) = (source + 1, word + 1)
    while true {
      let (one, other) = (theirs.letters(source..<there), own.letters(word..<here))
      if one.count == other.count { return one == other ? (there - source, here - word) : nil }
      if one.count < other.count {
        guard there < theirs.count, other.starts(with: one) else { return nil }
        there += 1
      } else {
        guard here < own.count, one.starts(with: other) else { return nil }
        here += 1
      }
    }
  }
}

/// The letters and digits of words, folded, one word after the other.
private struct Letters {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  init(_ words: [some Sequence<UInt8>]) {
    ends.reserveCapacity(words.count + 1)
    for word in words {
      var isSign = false
      for byte in word {
        switch byte {
        // A sign: spaces, points, «», —, …, a mark of stress.
        case 0xC2, 0xCC, 0xE2: isSign = true
        case 0x80...0xBF where isSign: break
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF:
          isSign = false
          bytes.append(byte)
        default: isSign = false
        }
      }
      ends.append(bytes.count)
    }
    Folding.fold(inPlace: &bytes, from: 0)
  }

  var count: Int { ends.count - 1 }

  func letters(_ words: Range<Int>) -> ArraySlice<UInt8> {
    bytes[ends[words.lowerBound]..<ends[words.upperBound]]
  }
}
