import ServiceStandards

/// Makes phrases of every part that the notation has, in the shape in which a parser gives them.
struct RandomPhrase {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func next() -> Phrase { Phrase(root: sequence(depth: 0)) }

  private mutating func sequence(depth: Int) -> PhraseNode {
    let count = 1 + generator.below(depth == 0 ? 5 : 3)
    let parts = (0..<count).map { _ in part(depth: depth) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func part(depth: Int) -> PhraseNode {
    switch generator.below(depth < 3 ? 14 : 8) {
    case 0...4: return .word(word())
    case 5: return .gap(generator.below(201))
    case 6: return .anchor(generator.pick(Anchor.allCases.filter { $0 != .unnegated }))
    case 7: return .found
    case 8:
      return .alternatives((0...1 + generator.below(3)).map { _ in sequence(depth: depth + 1) })
    case 9: return .optional(sequence(depth: depth + 1))
    case 10:
      return .optional(
        .alternatives((0...1 + generator.below(2)).map { _ in sequence(depth: depth + 1) }))
    case 11: return .not(part(depth: depth + 1))
    case 12: return .marked(sequence(depth: depth + 1))
    default:
      return depth > 1
        ? .word(word())
        : .anyOrder(
          (0...1 + generator.below(2)).map { _ in part(depth: depth + 1) },
          gap: generator.below(4))
    }
  }

  private mutating func word() -> WordPattern {
    let letters = generator.pick(["ваш", "вина", "звонить", "какой-то", "2", "wi-fi", "щё", "х#й"])
    let text: WordPattern.Text
    switch generator.below(8) {
    case 0: text = .exact(letters)
    case 1: text = .begins(letters)
    case 2: text = .ends("овка")
    case 3: text = .holds("рахов")
    case 4: text = .list(generator.pick(["данные", "день-недели"]))
    case 5: return WordPattern(text: .any, grammar: grammar())
    default: text = .anyForm(letters)
    }
    return WordPattern(text: text, grammar: generator.below(3) == 0 ? grammar() : nil)
  }

  /// What the notation's own terms say, in any number.
  private mutating func grammar() -> GrammarPattern {
    let terms = [
      "сущ", "глаг", "число", "числ", "цифры", "прил", "им", "род", "мн", "1л", "пов", "прош",
      "разг", "орг", "перех",
    ]
    var text = generator.below(4) == 0 ? "=" : ""
    for _ in 0..<generator.below(4) {
      text += (generator.below(3) == 0 ? "-" : "") + generator.pick(terms) + " "
    }
    guard case .word(let word) = try? PhraseParser.parse("<\(text)>").root else {
      preconditionFailure("the grammar <\(text)> is no grammar")
    }
    return word.grammar ?? GrammarPattern()
  }
}
