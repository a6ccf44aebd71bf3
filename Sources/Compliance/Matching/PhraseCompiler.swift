import RussianMorphology
import RussianText
import ServiceStandards

/// Turns phrases into programs, sharing equal word matchers.
struct PhraseCompiler {
  let morphology: Morphology
  let lists: [String: [StandardPhrase]]
  /// Lists that were asked for, as trees.
  var parsedLists: [String: [PhraseNode]] = [:]
  /// A list that was asked for and is not there.
  var missingList: String?
  private(set) var matchers: [WordMatcher] = []
  private var matcherIndexes: [WordMatcher: Int32] = [:]
  private var lemmaKeys: [String: Set<LemmaKey>] = [:]
  /// Programs of lists, each behind those that it names.
  var listPrograms: [ListProgram] = []
  /// Lists that have a program of their own, and, as nil, those that are written out.
  var listNumbers: [String: Int32?] = [:]
  var program = PhraseProgram()
  /// How far from the first word of a match the next step stands.
  var reach = PhraseReach.start

  init(morphology: Morphology, lists: [String: [StandardPhrase]]) {
    self.morphology = morphology
    self.lists = lists
  }

  /// A program for each way of the phrase, those to prefer first: a list that is a whole phrase
  /// is searched for entry by entry.
  ///
  /// - Parameter isInvertible: whether a subject pronoun may also follow its verb.
  mutating func compile(_ phrase: StandardPhrase, isInvertible: Bool = false)
    throws(StandardError) -> [PhraseProgram]
  {
    var tree = phrase.phrase
    if isInvertible {
      tree = SubjectInversion(morphology: morphology, lists: lists).bothOrders(tree)
    }
    do {
      let pool = try pooled([tree.root], depth: 0)
      var programs: [PhraseProgram] = []
      for way in pool.ways(index: { index(of: $0) }) {
        program = PhraseProgram()
        reach = .start
        program.requirement = try emit(way, depth: 0)
        program.instructions.append(.accept)
        program.openings = program.firstWords(listPrograms)
        programs.append(program)
      }
      return programs
    } catch {
      throw located(error, in: phrase)
    }
  }

  /// The matcher of a list's exact forms, or -1 where the standard has no such list.
  mutating func matcher(of list: NamedList) -> Int32 {
    guard let entries = try? entries(of: list.rawValue) else { return -1 }
    var forms: Set<LemmaKey> = []
    for case .word(let pattern) in entries {
      if case .exact(let form) = pattern.text { forms.insert(Self.key(form)) }
    }
    return forms.isEmpty ? -1 : index(of: WordMatcher(text: .forms(forms), grammar: nil))
  }

  private var next: Int32 { Int32(program.instructions.count) }

  /// Writes the steps of a node; says what words it cannot do without.
  private mutating func emit(_ node: PhraseNode, depth: Int) throws(PhraseError)
    -> PhraseRequirement
  {
    guard depth < 40 else { throw PhraseError("списки ссылаются друг на друга по кругу", at: 0) }
    switch node {
    case .word(let pattern): return try emitWord(pattern, depth: depth)
    case .sequence(let parts):
      var required: [PhraseRequirement] = []
      for part in parts { required.append(try emit(part, depth: depth + 1)) }
      return .all(required)
    case .alternatives(let parts): return try emitAlternatives(parts, depth: depth)
    case .optional(let part):
      let split = next
      let without = reach
      program.instructions.append(.accept)
      _ = try emit(part, depth: depth + 1)
      program.instructions[Int(split)] = .split(split + 1, next)
      reach = reach.union(without)
    case .gap(let limit):
      program.instructions.append(.gap(limit))
      reach.most += limit
    case .anyOrder(let parts, let gap):
      return try emitAlternatives(
        Self.permutations(parts).map { order in
          var sequence: [PhraseNode] = []
          for (index, part) in order.enumerated() {
            if index > 0, gap > 0 { sequence.append(.gap(gap)) }
            sequence.append(part)
          }
          return .sequence(sequence)
        }, depth: depth)
    case .anchor(let anchor): program.instructions.append(.anchor(anchor))
    case .not(let part):
      let start = next
      let here = reach
      program.instructions.append(.accept)
      _ = try emit(part, depth: depth + 1)
      program.instructions.append(.closeAhead)
      reach = here
      program.instructions[Int(start)] = .notAhead(end: next)
    case .found:
      program.instructions.append(.found)
      reach.most += Self.longestFound
    case .marked(let part):
      program.instructions.append(.markStart)
      let required = try emit(part, depth: depth + 1)
      program.instructions.append(.markEnd)
      return required
    }
    return .nothing
  }

  /// Alternatives that are single words become one matcher for each grammar asked of them, and go
  /// last: the longer are preferred.
  mutating func emitAlternatives(_ parts: [PhraseNode], depth: Int) throws(PhraseError)
    -> PhraseRequirement
  {
    let ways = try pooled(parts, depth: depth).ways { index(of: $0) }
    var jumps: [Int32] = []
    var required: [PhraseRequirement] = []
    try emit(ways[...], depth: depth, jumps: &jumps, required: &required)
    for jump in jumps { program.instructions[Int(jump)] = .jump(next) }
    return .any(required)
  }

  /// Writes ways one after the other, many of them in groups of groups: where no way of a group can
  /// take a word, one look at the word passes over all of them.
  private mutating func emit(
    _ ways: ArraySlice<Way>, depth: Int, jumps: inout [Int32], required: inout [PhraseRequirement]
  ) throws(PhraseError) {
    var size = 1
    while ways.count > size * Self.mostWays { size *= Self.mostWays }
    var rest = ways
    let before = reach
    var after: PhraseReach?
    while let way = rest.first {
      reach = before
      let group = rest.prefix(size)
      rest = rest.dropFirst(size)
      let split = next
      if !rest.isEmpty { program.instructions.append(.accept) }
      if size == 1 {
        required.append(try emit(way, depth: depth + 1))
      } else {
        try emit(group, depth: depth, jumps: &jumps, required: &required)
      }
      after = after?.union(reach) ?? reach
      guard !rest.isEmpty else { break }
      jumps.append(next)
      program.instructions.append(.accept)
      program.instructions[Int(split)] = .split(split + 1, next)
    }
    reach = after ?? before
  }

  /// Writes the step of a word.
  private mutating func emitWord(_ matcher: Int32) -> PhraseRequirement {
    program.instructions.append(.word(matcher))
    reachNextWord()
    let place = reach
    reach = PhraseReach(least: reach.least + 1, most: reach.most + 1)
    return .word(matcher, at: place)
  }

  /// Words that speech puts in may stand before any but the first.
  mutating func reachNextWord() {
    if reach.most > 0 { reach.most += PhraseMatcher.mostInserted }
  }

  /// What `_` stands for is no longer than a turn.
  private static let longestFound = 1_000

  /// How many ways are tried one by one.
  private static let mostWays = 8

  private mutating func emit(_ way: Way, depth: Int) throws(PhraseError) -> PhraseRequirement {
    switch way {
    case .node(let node): return try emit(node, depth: depth)
    case .word(let matcher): return emitWord(matcher)
    }
  }

  private mutating func emitWord(_ pattern: WordPattern, depth: Int) throws(PhraseError)
    -> PhraseRequirement
  {
    guard case .list(let name) = pattern.text else {
      return emitWord(index(of: matcher(for: pattern)))
    }
    let entries = try entries(of: name)
    guard let grammar = pattern.grammar else {
      if let list = try listNumber(name, entries, depth: depth) { return emitList(list) }
      return try emitAlternatives(entries, depth: depth + 1)
    }
    // A grammar after a list is asked of every single word of it.
    return try emitAlternatives(
      entries.map { entry in
        guard case .word(var word) = entry, word.grammar == nil else { return entry }
        word.grammar = grammar
        return .word(word)
      }, depth: depth + 1)
  }

  private mutating func matcher(for pattern: WordPattern) -> WordMatcher {
    let text: WordMatcher.Text
    switch pattern.text {
    case .anyForm(let word): text = .lemmas(keys(of: word))
    case .exact(let word): text = .forms([Self.key(word)])
    case .begins(let letters): text = .begins(Self.fold(letters))
    case .ends(let letters): text = .ends(Self.fold(letters))
    case .holds(let letters): text = .holds(Self.fold(letters))
    case .any, .list: text = .any
    }
    return WordMatcher(text: text, grammar: pattern.grammar)
  }

  /// Lemmas that a word of a phrase stands for.
  mutating func keys(of word: String) -> Set<LemmaKey> {
    if let known = lemmaKeys[word] { return known }
    let keys = morphology.lemmas(ofPhraseWord: word)
    lemmaKeys[word] = keys
    return keys
  }

  private static func fold(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    Folding.fold(text.utf8, into: &bytes)
    return bytes
  }

  static func key(_ text: String) -> LemmaKey { LemmaKey(folded: fold(text)) }

  private mutating func index(of matcher: WordMatcher) -> Int32 {
    if let index = matcherIndexes[matcher] { return index }
    let index = Int32(matchers.count)
    matchers.append(matcher)
    matcherIndexes[matcher] = index
    return index
  }

  private static func permutations(_ parts: [PhraseNode]) -> [[PhraseNode]] {
    guard parts.count > 1 else { return [parts] }
    return parts.indices.flatMap { index in
      var rest = parts
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }
}
