import RussianMorphology

/// How often each word matcher may be expected to accept a word of speech. It only orders the
/// work: the words that phrases mention most are the commonest of speech, too.
struct MatcherFrequency {
  private var frequencies: [Int]

  /// A matcher of any word, and one by the letters of a word.
  private static let ofAnyWord = 1_000_000
  private static let ofLetters = 500

  init(matchers: [WordMatcher], programs: [PhraseProgram], lists: [ListProgram]) {
    var uses = [Int](repeating: 0, count: matchers.count)
    // A list's words count as often as it is named.
    var namings = [Int](repeating: 0, count: lists.count)
    func count(_ program: PhraseProgram, times: Int) {
      for instruction in program.instructions {
        switch instruction {
        case .word(let matcher): uses[Int(matcher)] += times
        case .list(let list): namings[Int(list)] += times
        default: break
        }
      }
    }
    for program in programs { count(program, times: 1) }
    // Lists name those before them.
    for index in lists.indices.reversed() { count(lists[index].program, times: namings[index]) }
    var mentions: [LemmaKey: Int] = [:]
    for (matcher, count) in zip(matchers, uses) {
      for key in matcher.text.keys { mentions[key, default: 0] += count }
    }
    frequencies = matchers.map { matcher in
      switch matcher.text {
      case .any: Self.ofAnyWord
      case .begins, .ends, .holds: Self.ofLetters
      case .lemmas, .forms, .list:
        matcher.text.keys.reduce(1) { $0 + (mentions[$1] ?? 0) }
      }
    }
  }

  subscript(matcher: Int32) -> Int { frequencies[Int(matcher)] }
}

extension WordMatcher.Text {
  /// Lemmas and forms that it names.
  fileprivate var keys: Set<LemmaKey> {
    switch self {
    case .lemmas(let keys), .forms(let keys): keys
    case .list(let lemmas, let forms): lemmas.union(forms)
    case .begins, .ends, .holds, .any: []
    }
  }
}
