import RussianMorphology
import RussianText
import ServiceStandards

/// Turns phrases into programs, sharing equal word matchers.
struct PhraseCompiler {
  let morphology: Morphology
  let lists: [String: [StandardPhrase]]
  /// Lists that were asked for, as trees.
  private var parsedLists: [String: [PhraseNode]] = [:]
  /// A list that was asked for and is not there.
  private(set) var missingList: String?
  private(set) var matchers: [WordMatcher] = []
  private var matcherIndexes: [WordMatcher: Int32] = [:]
  private var lemmaKeys: [String: Set<LemmaKey>] = [:]
  private var program = PhraseProgram()

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
        program.requirement = try emit(way, depth: 0)
        program.instructions.append(.accept)
        program.openings = program.firstWords()
        programs.append(program)
      }
      return programs
    } catch {
      throw located(error, in: phrase)
    }
  }

  /// The list of words that speech puts in anywhere; the standard's lists may hold it.
  static let insertableList = "вставные"
  /// The list of words that negate what follows.
  static let negationList = "отрицания"

  /// The matcher of a list's exact forms, or -1 where the standard has no such list.
  mutating func matcher(ofList name: String) -> Int32 {
    guard let entries = try? entries(of: name) else { return -1 }
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
      program.instructions.append(.accept)
      _ = try emit(part, depth: depth + 1)
      program.instructions[Int(split)] = .split(split + 1, next)
    case .gap(let limit): emitGap(limit)
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
      program.instructions.append(.accept)
      _ = try emit(part, depth: depth + 1)
      program.instructions.append(.closeAhead)
      program.instructions[Int(start)] = .notAhead(end: next)
    case .found: program.instructions.append(.found)
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
  private mutating func emitAlternatives(_ parts: [PhraseNode], depth: Int) throws(PhraseError)
    -> PhraseRequirement
  {
    let ways = try pooled(parts, depth: depth).ways { index(of: $0) }
    var jumps: [Int32] = []
    var required: [PhraseRequirement] = []
    for (position, way) in ways.enumerated() {
      let split = next
      let isLast = position == ways.count - 1
      if !isLast { program.instructions.append(.accept) }
      required.append(try emit(way, depth: depth + 1))
      guard !isLast else { break }
      jumps.append(next)
      program.instructions.append(.accept)
      program.instructions[Int(split)] = .split(split + 1, next)
    }
    for jump in jumps { program.instructions[Int(jump)] = .jump(next) }
    return .any(required)
  }

  /// One way through alternatives.
  private enum Way {
    case node(PhraseNode)
    case word(Int32)
  }

  /// Alternatives sorted into matchers of single words and all others.
  private struct Pool {
    var matchers: [WordMatcher] = []
    var others: [PhraseNode] = []

    /// The longer ways first: they are preferred.
    func ways(index: (WordMatcher) -> Int32) -> [Way] {
      others.map(Way.node) + matchers.map { Way.word(index($0)) }
    }
  }

  private mutating func emit(_ way: Way, depth: Int) throws(PhraseError) -> PhraseRequirement {
    switch way {
    case .node(let node): return try emit(node, depth: depth)
    case .word(let matcher):
      program.instructions.append(.word(matcher))
      return .word(matcher)
    }
  }

  private mutating func pooled(_ parts: [PhraseNode], depth: Int) throws(PhraseError) -> Pool {
    var pool = Pool()
    var words: [GrammarPattern?: (lemmas: Set<LemmaKey>, forms: Set<LemmaKey>)] = [:]
    var order: [GrammarPattern?] = []
    for part in try flattened(parts, depth: depth) {
      guard case .word(let pattern) = part else {
        pool.others.append(part)
        continue
      }
      let keys: (lemmas: Set<LemmaKey>, forms: Set<LemmaKey>)
      switch pattern.text {
      case .anyForm(let word): keys = (self.keys(of: word), [])
      case .exact(let word): keys = ([], [Self.key(word)])
      default:
        pool.others.append(part)
        continue
      }
      if words[pattern.grammar] == nil { order.append(pattern.grammar) }
      words[pattern.grammar, default: ([], [])].lemmas.formUnion(keys.lemmas)
      words[pattern.grammar, default: ([], [])].forms.formUnion(keys.forms)
    }
    pool.matchers = order.map { grammar in
      let keys = words[grammar] ?? ([], [])
      return WordMatcher(text: .list(lemmas: keys.lemmas, forms: keys.forms), grammar: grammar)
    }
    return pool
  }

  /// The shortest gap is tried first, so that a match is the shortest stretch.
  private mutating func emitGap(_ limit: Int) {
    var splits: [Int32] = []
    for _ in 0..<limit {
      splits.append(next)
      program.instructions.append(.accept)
      program.instructions.append(.skip)
    }
    for split in splits { program.instructions[Int(split)] = .split(next, split + 1) }
  }

  private mutating func emitWord(_ pattern: WordPattern, depth: Int) throws(PhraseError)
    -> PhraseRequirement
  {
    guard case .list(let name) = pattern.text else {
      let matcher = index(of: matcher(for: pattern))
      program.instructions.append(.word(matcher))
      return .word(matcher)
    }
    let entries = try entries(of: name)
    guard let grammar = pattern.grammar else {
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

  private mutating func entries(of list: String) throws(PhraseError) -> [PhraseNode] {
    if let known = parsedLists[list] { return known }
    guard let phrases = lists[list] else {
      missingList = list
      let hint = Misspelling.hint(for: list, among: lists.keys, sign: "@")
      throw PhraseError("нет списка «@\(list)»\(hint)", at: 0)
    }
    let entries = phrases.map(\.phrase.root)
    parsedLists[list] = entries
    return entries
  }

  /// Alternatives with those inside them and the entries of plain lists, all on one level.
  private mutating func flattened(_ parts: [PhraseNode], depth: Int) throws(PhraseError)
    -> [PhraseNode]
  {
    guard depth < 40 else { throw PhraseError("списки ссылаются друг на друга по кругу", at: 0) }
    var result: [PhraseNode] = []
    for part in parts {
      switch part {
      case .alternatives(let inner): result += try flattened(inner, depth: depth + 1)
      case .word(let pattern):
        if case .list(let name) = pattern.text, pattern.grammar == nil {
          result += try flattened(try entries(of: name), depth: depth + 1)
        } else {
          result.append(part)
        }
      default: result.append(part)
      }
    }
    return result
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

  /// Lemmas that a word of a phrase stands for: itself where it is a citation form, else those of
  /// its readings.
  private mutating func keys(of word: String) -> Set<LemmaKey> {
    if let known = lemmaKeys[word] { return known }
    let own = Self.key(word)
    let readings = morphology.readings(of: word)
    var result: Set<LemmaKey> = [own]
    if !readings.contains(where: { $0.lemma == own }) {
      // A colloquial spelling («щас») in a phrase means that spelling, not the standard word.
      result.formUnion(readings.filter { !$0.grammemes.contains(.colloquial) }.map(\.lemma))
    }
    lemmaKeys[word] = result
    return result
  }

  private static func fold(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    Folding.fold(text.utf8, into: &bytes)
    return bytes
  }

  private static func key(_ text: String) -> LemmaKey { LemmaKey(folded: fold(text)) }

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
