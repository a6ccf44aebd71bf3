import Compliance
import RussianMorphology
import ServiceStandards
import Transcripts

/// How the time of matching grows with the number of phrases.
struct PhraseScaling {
  private let morphology: RussianMorphology.Morphology
  /// Phrases of all standards, each once; words of theirs by part of speech.
  private let real: [StandardPhrase]
  private let words: [PartOfSpeech: [String]]
  /// A standard that has every list and nothing else.
  private let bare: ServiceStandard
  private var generator = SeededGenerator(state: 20_261_121)

  init(library: StandardLibrary, morphology: RussianMorphology.Morphology) throws {
    self.morphology = morphology
    var texts: Set<String> = []
    var real: [StandardPhrase] = []
    var bare = try library.standard("general")
    for id in try library.identifiers() {
      let standard = try library.standard(id)
      bare.lists.merge(standard.lists) { $0.count < $1.count ? $1 : $0 }
      for phrase in Self.phrases(of: standard) where !phrase.text.contains("_") {
        if texts.insert(phrase.text).inserted { real.append(phrase) }
      }
    }
    self.real = real
    bare.elements = []
    bare.approved = []
    bare.rewordings = []
    bare.unjudged = []
    bare.scorecard.criteria = []
    bare.speech.thanksForWaiting = []
    self.bare = bare
    var words: [PartOfSpeech: Set<String>] = [:]
    for phrase in real + bare.lists.values.joined() {
      for word in phrase.phrase.root.words {
        let part = morphology.readings(of: word).first?.partOfSpeech ?? .unknown
        words[part, default: []].insert(word)
      }
    }
    self.words = words.mapValues { $0.sorted() }
  }

  private static func phrases(of standard: ServiceStandard) -> [StandardPhrase] {
    var result = standard.rules.flatMap { $0.phrases.map(\.phrase) }
    result += standard.approved.flatMap(\.phrases)
    for element in standard.elements {
      result +=
        element.phrases.map(\.phrase) + element.phrasesIfApplies + element.near.flatMap(\.phrases)
      result += element.cues.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap(\.value)
    }
    return result
  }

  /// Prints the time a token for growing numbers of phrases, each choice holding the one before:
  /// once as they come, so that more phrases match more often, and once with nothing but silent
  /// phrases beside the first hundred, so that what grows is the standard alone.
  mutating func measure(_ calls: [Call], tokens: Int) throws {
    let phrases = phrases(Self.counts.last! * 2)
    let derived = phrases.count - real.count
    print("phrases: \(real.count) of the standards, \(derived) derived of them")
    try measure(phrases, "", calls, tokens: tokens)
    let said = try said(phrases, in: calls)
    let silent = phrases.indices.dropFirst(Self.counts[0]).filter { !said.contains($0) }
    try measure(
      phrases.prefix(Self.counts[0]) + silent.map { phrases[$0] }, "all but 100 unsaid, ", calls,
      tokens: tokens)
    try measure(try plain(Self.counts.last!, calls), "plain, ", calls, tokens: tokens)
  }

  /// Phrases as a company's list has them, two to four words in any form; the words are those of the
  /// calls, as often as they are said.
  private mutating func plain(_ count: Int, _ calls: [Call]) throws -> [StandardPhrase] {
    let said = calls.flatMap(\.turns).flatMap { turn in
      turn.text.lowercased().split { !$0.isLetter }.filter { $0.count > 3 }.map(String.init)
    }
    guard !said.isEmpty else { return [] }
    var texts: Set<String> = []
    var result: [StandardPhrase] = []
    while result.count < count {
      let length = Int.random(in: 2...4, using: &generator)
      let words = (0..<length).map { _ in said[Int.random(in: 0..<said.count, using: &generator)] }
      let text = words.joined(separator: " ")
      guard texts.insert(text).inserted else { continue }
      result.append(
        try StandardPhrase(text: text, place: Place(file: "plain", line: result.count, column: 1)))
    }
    return result
  }

  private static let counts = [100, 1_000, 10_000]

  private func measure(
    _ phrases: some Collection<StandardPhrase>, _ kind: String, _ calls: [Call], tokens: Int
  ) throws {
    var first = 0.0
    for count in Self.counts {
      let analyzer = try analyzer(Array(phrases.prefix(count)))
      var cache = WordCache()
      let matches = calls.reduce(0) { $0 + analyzer.matchCount(in: $1, cache: &cache) }
      let title = "words and phrases, \(kind)\(count) phrases, \(matches) matches"
      let rate = timed(title, units: tokens, "tokens") {
        calls.reduce(0) { $0 + analyzer.matchCount(in: $1, cache: &cache) }
      }
      if first == 0 { first = rate }
      print("  \(Int(1e9 / rate)) ns a token, \(rounded(first / rate)) × that of 100 phrases")
    }
  }

  /// Which of the phrases are said in the calls, by their numbers.
  private func said(_ phrases: [StandardPhrase], in calls: [Call]) throws -> Set<Int> {
    let analyzer = try analyzer(phrases)
    var cache = WordCache()
    var said: Set<Int> = []
    for call in calls { said.formUnion(analyzer.matchedPhrases(in: call, cache: &cache)) }
    return said
  }

  /// An analyzer by a rule that has these phrases and nothing else.
  private func analyzer(_ phrases: [StandardPhrase]) throws -> CallAnalyzer {
    var rule = bare.rules[0]
    rule.speaker = .any
    rule.detector = nil
    rule.lookup = []
    rule.circumstances = Circumstances()
    rule.phrases = phrases.map { phrase in
      var result = RulePhrase(replacements: nil, isReview: false, confidence: 1)
      result.phrase = phrase
      return result
    }
    var standard = bare
    standard.extends = nil
    standard.rules = [rule]
    return CallAnalyzer(
      standard: try CompiledStandard(standard, morphology: morphology), morphology: morphology)
  }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// So many phrases in a fixed random order: those of the standards, then the same with other
  /// words of the standards in place of theirs.
  private mutating func phrases(_ count: Int) -> [StandardPhrase] {
    var result = Array(real.shuffled(using: &generator).prefix(count))
    var texts = Set(result.map(\.text))
    while result.count < count, let frame = real.randomElement(using: &generator) {
      let text = Phrase(root: derived(frame.phrase.root)).description
      guard texts.insert(text).inserted,
        let phrase = try? StandardPhrase(text: text, place: frame.place)
      else { continue }
      result.append(phrase)
    }
    return result
  }

  /// A phrase with another word of the same part of speech for each of its content words.
  private mutating func derived(_ node: PhraseNode) -> PhraseNode {
    switch node {
    case .word(var pattern):
      switch pattern.text {
      case .anyForm(let word): pattern.text = .anyForm(other(than: word))
      case .exact(let word):
        let new = other(than: word)
        let form = morphology.readings(of: word).first.flatMap {
          morphology.substitute(new, for: $0)
        }
        pattern.text = .exact(form ?? new)
      default: break
      }
      return .word(pattern)
    case .sequence(let parts): return .sequence(derived(parts))
    case .alternatives(let parts): return .alternatives(derived(parts))
    case .optional(let part): return .optional(derived(part))
    case .anyOrder(let parts, let gap): return .anyOrder(derived(parts), gap: gap)
    case .not(let part): return .not(derived(part))
    case .marked(let part): return .marked(derived(part))
    case .gap, .anchor, .found: return node
    }
  }

  private mutating func derived(_ parts: [PhraseNode]) -> [PhraseNode] {
    var result: [PhraseNode] = []
    for part in parts { result.append(derived(part)) }
    return result
  }

  private mutating func other(than word: String) -> String {
    guard let part = morphology.readings(of: word).first?.partOfSpeech,
      [.noun, .verb, .infinitive, .adjective, .adverb].contains(part)
    else { return word }
    return words[part]?.randomElement(using: &generator) ?? word
  }
}

extension PhraseNode {
  /// The plain words of a phrase.
  fileprivate var words: [String] {
    switch self {
    case .word(let pattern):
      switch pattern.text {
      case .anyForm(let word), .exact(let word): [word]
      default: []
      }
    case .sequence(let parts), .alternatives(let parts), .anyOrder(let parts, gap: _):
      parts.flatMap(\.words)
    case .optional(let part), .not(let part), .marked(let part): part.words
    case .gap, .anchor, .found: []
    }
  }
}
