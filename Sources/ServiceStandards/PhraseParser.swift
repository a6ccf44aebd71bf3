import RussianMorphology

/// What is wrong with a phrase, and at which scalar of it (0-based).
public struct PhraseError: Error, Sendable, Hashable {
  public var message: String
  public var offset: Int

  public init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }
}

/// Reads the phrase notation.
///
/// ```
/// phrase   = part+
/// part     = word | group | gap | anchor | '!' part | '_' | '«' part+ '»'
/// word     = ['='] letters [grammar] | '@' list | grammar | ['*'] letters ['*']
/// group    = '(' phrase ('|' phrase)* ')' [grammar] | '[' phrase ('|' phrase)* ']' | '{' part+ '}' ['*' n]
/// gap      = '*' [n]
/// grammar  = '<' ['='] (['-'] term)+ '>'
/// anchor   = '^^' | '^' | '$$' | '$?' | '$!' | '$' | ',' | '.' | '…'
/// ```
public struct PhraseParser {
  private var scalars: [Unicode.Scalar]
  private var position = 0
  /// How many brackets are open here.
  private var depth = 0
  private static let defaultGap = 3
  private static let largestGap = 200
  private static let greatestDepth = 12
  private static let largestSize = 20_000

  /// Parses a phrase, or throws `PhraseError`.
  public static func parse(_ text: String) throws(PhraseError) -> Phrase {
    var parser = PhraseParser(scalars: Array(text.unicodeScalars))
    let root = try parser.sequence(until: [])
    guard parser.position == parser.scalars.count else {
      throw PhraseError("лишний знак «\(parser.scalars[parser.position])»", at: parser.position)
    }
    return Phrase(root: root)
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private var current: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  private mutating func skipSpaces() {
    while let scalar = current, scalar.properties.isWhitespace { position += 1 }
  }

  private mutating func sequence(until closing: Set<Unicode.Scalar>) throws(PhraseError)
    -> PhraseNode
  {
    var parts: [PhraseNode] = []
    let start = position
    while true {
      skipSpaces()
      guard let scalar = current, !closing.contains(scalar) else { break }
      parts.append(try part())
    }
    guard !parts.isEmpty else {
      throw PhraseError(
        scalars.isEmpty ? "фраза пуста: здесь ожидалось слово" : "здесь ожидалось слово", at: start)
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func part() throws(PhraseError) -> PhraseNode {
    guard let scalar = current else {
      throw PhraseError("здесь ожидалось слово, а фраза кончилась", at: position)
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.greatestDepth else {
      throw PhraseError("скобки вложены глубже \(Self.greatestDepth)", at: position)
    }
    switch scalar {
    case "(":
      let alternatives = try group(closing: ")")
      return current == "<" ? try specified(alternatives) : alternatives
    case "[": return .optional(try group(closing: "]"))
    case "{": return try anyOrder()
    case "«": return try marked()
    case "!":
      position += 1
      guard current != nil else {
        throw PhraseError(
          "за «!» ожидалось то, что дальше стоять не должно; конец восклицания — «$!»",
          at: position - 1)
      }
      return .not(try part())
    case "_":
      position += 1
      return .found
    case "^", "$", ",", ".", "…": return try anchor()
    case "*":
      if let next = peek(1), Self.isWordScalar(next), !Self.isDigit(next) {
        return .word(try word())
      }
      return .gap(try gap())
    default: return .word(try word())
    }
  }

  private func peek(_ distance: Int) -> Unicode.Scalar? {
    position + distance < scalars.count ? scalars[position + distance] : nil
  }

  /// «*», and how many words where that is said.
  private mutating func gap() throws(PhraseError) -> Int {
    let start = position
    position += 1
    var digits = ""
    while let scalar = current, Self.isDigit(scalar) {
      digits.unicodeScalars.append(scalar)
      position += 1
    }
    guard !digits.isEmpty else { return Self.defaultGap }
    guard let number = Int(digits), number <= Self.largestGap else {
      throw PhraseError("пропуск не бывает длиннее \(Self.largestGap) слов", at: start)
    }
    return number
  }

  private mutating func anchor() throws(PhraseError) -> PhraseNode {
    for anchor in Anchor.allCases {
      let sign = Array(anchor.rawValue.unicodeScalars)
      if scalars[position...].starts(with: sign) {
        guard anchor != .boundary || peek(1) != "." else {
          throw PhraseError(
            "несколько точек: граница предложения — одна «.», пауза — «…», любые слова — «*»",
            at: position)
        }
        position += sign.count
        return .anchor(anchor)
      }
    }
    let known = Anchor.allCases.filter { $0 != .unnegated }.map(\.rawValue)
    throw PhraseError(
      "неизвестный знак места; есть: \(known.joined(separator: " "))", at: position)
  }

  private mutating func group(closing: Unicode.Scalar) throws(PhraseError) -> PhraseNode {
    let start = position
    position += 1
    var alternatives: [PhraseNode] = []
    while true {
      alternatives.append(try sequence(until: ["|", closing]))
      guard let scalar = current else {
        throw PhraseError("скобка «\(scalars[start])» не закрыта", at: start)
      }
      position += 1
      if scalar == closing { break }
    }
    return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
  }

  /// Grammar right after a group holds for each of its words: `(зайти|войти)<пов>`.
  private mutating func specified(_ group: PhraseNode) throws(PhraseError) -> PhraseNode {
    let start = position
    let pattern = try grammar()
    func specify(_ node: PhraseNode) throws(PhraseError) -> PhraseNode {
      guard case .word(var word) = node, word.grammar == nil else {
        throw PhraseError("признаки после скобки подходят только к отдельным словам", at: start)
      }
      word.grammar = pattern
      return .word(word)
    }
    guard case .alternatives(let nodes) = group else { return try specify(group) }
    var result: [PhraseNode] = []
    for node in nodes { result.append(try specify(node)) }
    return .alternatives(result)
  }

  private mutating func anyOrder() throws(PhraseError) -> PhraseNode {
    let start = position
    position += 1
    let inner = try sequence(until: ["}"])
    guard current == "}" else { throw PhraseError("скобка «{» не закрыта", at: start) }
    position += 1
    guard case .sequence(let parts) = inner, (2...4).contains(parts.count) else {
      throw PhraseError("в «{…}» должно быть от двух до четырёх частей", at: start)
    }
    let node = PhraseNode.anyOrder(parts, gap: current == "*" ? try gap() : 0)
    guard node.size <= Self.largestSize else {
      throw PhraseError("скобки «{…}» внутри скобок дают слишком много порядков слов", at: start)
    }
    return node
  }

  private mutating func marked() throws(PhraseError) -> PhraseNode {
    let start = position
    position += 1
    let inner = try sequence(until: ["»"])
    guard current == "»" else { throw PhraseError("кавычка «\u{AB}» не закрыта", at: start) }
    position += 1
    return .marked(inner)
  }

  private mutating func word() throws(PhraseError) -> WordPattern {
    let start = position
    if current == "<" { return WordPattern(text: .any, grammar: try grammar()) }
    if current == "@" {
      position += 1
      return WordPattern(text: .list(try letters()), grammar: try optionalGrammar())
    }
    let isExact = current == "="
    if isExact { position += 1 }
    let opensWild = current == "*"
    if opensWild { position += 1 }
    let text = try letters()
    var closesWild = false
    if current == "*", !isExact {
      position += 1
      closesWild = true
    }
    let pattern: WordPattern.Text
    switch (isExact, opensWild, closesWild) {
    case (true, true, _): throw PhraseError("«=» и «*» вместе не имеют смысла", at: start)
    case (true, _, _): pattern = .exact(text)
    case (_, true, true): pattern = .holds(text)
    case (_, true, false): pattern = .ends(text)
    case (_, false, true): pattern = .begins(text)
    default: pattern = .anyForm(text)
    }
    return WordPattern(text: pattern, grammar: try optionalGrammar())
  }

  private mutating func letters() throws(PhraseError) -> String {
    let start = position
    var text = ""
    while let scalar = current, Self.isWordScalar(scalar) {
      text.unicodeScalars.append(scalar)
      position += 1
    }
    guard !text.isEmpty else {
      let found = current.map(ForeignSign.told) ?? "фраза кончилась"
      throw PhraseError("здесь ожидалось слово, а \(found)", at: start)
    }
    return text
  }

  private mutating func optionalGrammar() throws(PhraseError) -> GrammarPattern? {
    current == "<" ? try grammar() : nil
  }

  private mutating func grammar() throws(PhraseError) -> GrammarPattern {
    let start = position
    position += 1
    var pattern = GrammarPattern()
    if current == "=" {
      pattern.isBestOnly = true
      position += 1
    }
    while true {
      skipSpaces()
      guard let scalar = current else { throw PhraseError("скобка «<» не закрыта", at: start) }
      if scalar == ">" { break }
      let termStart = position
      let isExcluded = scalar == "-"
      if isExcluded { position += 1 }
      let name = try letters()
      guard let term = GrammarTerm.named(name) else {
        guard scalars[position...].contains(">") else {
          throw PhraseError("скобка «<» не закрыта", at: start)
        }
        let known = GrammarTerm.all.flatMap(\.names)
        throw PhraseError(
          "неизвестный признак «\(name)»\(Misspelling.hint(for: name, among: known))",
          at: termStart)
      }
      if isExcluded {
        pattern.excludedPartsOfSpeech.formUnion(term.partsOfSpeech)
        pattern.excluded.formUnion(term.grammemes)
      } else {
        pattern.partsOfSpeech.formUnion(term.partsOfSpeech)
        pattern.required.formUnion(term.grammemes)
      }
    }
    position += 1
    return pattern
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  /// Letters, digits, hyphens and what a token of one word may hold; «#» stands for masked letters.
  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    // Nearly every letter of a standard; the properties of the others are looked up.
    if (0x410...0x451).contains(scalar.value) { return true }
    return scalar.properties.isAlphabetic || isDigit(scalar) || scalar == "-" || scalar == "'"
      || scalar == "%" || scalar == "№" || scalar == "#"
      || scalar.properties.canonicalCombiningClass != .notReordered
  }
}
