import RussianMorphology
import ServiceStandards

/// Alternatives as ways: single words pooled into one matcher for each grammar asked of them.
extension PhraseCompiler {
  /// One way through alternatives.
  enum Way {
    case node(PhraseNode)
    case word(Int32)
  }

  /// Alternatives sorted into matchers of single words and all others.
  struct Pool {
    var matchers: [WordMatcher] = []
    var others: [PhraseNode] = []

    /// The longer ways first: they are preferred.
    func ways(index: (WordMatcher) -> Int32) -> [Way] {
      others.map(Way.node) + matchers.map { Way.word(index($0)) }
    }
  }

  mutating func pooled(_ parts: [PhraseNode], depth: Int) throws(PhraseError) -> Pool {
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
}
