internal import RussianText

/// Turns what a person writes in a spreadsheet into a phrase of the notation.
enum DraftPhrase {
  /// Any form of its words in their order; an ellipsis between them is a gap, brackets between them
  /// hold what may be left out, remarks in brackets at an end and all other signs are left out.
  /// `nil` when no word is left.
  static func notation(of wording: String) -> String? {
    var parts: [String] = []
    for stretch in stretches(of: wording) {
      let words = words(of: stretch.text)
      if !stretch.isBracketed {
        parts += words
      } else if words.contains(where: { $0 != gap }) {
        parts.append("[" + words.filter { $0 != gap }.joined(separator: " ") + "]")
      }
    }
    // What opens or closes a phrase and may be missing changes nothing that it finds.
    let isWord = { (part: String) in part != gap && !part.hasPrefix("[") }
    guard let first = parts.firstIndex(where: isWord), let last = parts.lastIndex(where: isWord)
    else { return nil }
    var kept: [String] = []
    for part in parts[first...last] where part != gap || kept.last != gap { kept.append(part) }
    let phrase = kept.joined(separator: " ")
    guard (try? PhraseParser.parse(phrase)) != nil else { return nil }
    return phrase
  }

  /// The words of a phrase that `notation(of:)` made, as a person would say them.
  static func spoken(_ phrase: String) -> String {
    phrase.split(separator: " ").filter { $0 != gap }
      .map { String($0.filter { !"[]=".contains($0) }) }.joined(separator: " ")
  }

  /// The words of a phrase that `notation(of:)` made; nil where it has a gap or an optional word.
  static func plainWords(_ phrase: String) -> [String]? {
    let words = phrase.split(separator: " ").map(String.init)
    return words.contains { $0 == gap || $0.hasPrefix("[") } ? nil : words
  }

  private static let gap = "*3"

  private static func words(of text: String) -> [String] {
    let text = Tokenizer().tokenize(text)
    return text.tokens.compactMap { token in
      let written = String(decoding: text.bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
      switch token.kind {
      case .word, .number: return Folding.plain(written).lowercased()
      case .punctuation where isEllipsis(written): return gap
      case .punctuation, .symbol, .address: return nil
      }
    }
  }

  private static func isEllipsis(_ sign: String) -> Bool {
    sign == "…" || (sign.count > 1 && sign.allSatisfy { $0 == "." })
  }

  /// The text between brackets and the text outside. Brackets inside a word («звони(те)») are left
  /// out with what they hold.
  private static func stretches(of wording: String) -> [(text: String, isBracketed: Bool)] {
    var result = [(text: "", isBracketed: false)]
    var depth = 0
    var isInsideWord = false
    for character in wording {
      switch character {
      case "(", "[":
        if depth == 0 {
          isInsideWord = result[result.count - 1].text.last?.isLetter == true
          result.append(("", true))
        }
        depth += 1
      case ")", "]":
        if depth == 1 {
          if isInsideWord { result.removeLast() } else { result.append(("", false)) }
        }
        depth = max(0, depth - 1)
      default: result[result.count - 1].text.append(character)
      }
    }
    return result
  }
}
