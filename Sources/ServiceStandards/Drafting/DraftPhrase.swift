internal import RussianText

/// Turns what a person writes in a spreadsheet into a phrase of the notation.
enum DraftPhrase {
  /// Any form of its words in their order; an ellipsis between them is a gap, remarks in brackets
  /// and all other signs are left out. `nil` when no word is left.
  static func notation(of wording: String) -> String? {
    let text = Tokenizer().tokenize(withoutRemarks(wording))
    var parts: [String] = []
    for token in text.tokens {
      let written = String(decoding: text.bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
      switch token.kind {
      case .word, .number: parts.append(written.lowercased())
      case .punctuation where isEllipsis(written):
        if !parts.isEmpty, parts.last != gap { parts.append(gap) }
      case .punctuation, .symbol, .address: break
      }
    }
    if parts.last == gap { parts.removeLast() }
    let phrase = parts.joined(separator: " ")
    guard !parts.isEmpty, (try? PhraseParser.parse(phrase)) != nil else { return nil }
    return phrase
  }

  private static let gap = "*3"

  private static func isEllipsis(_ sign: String) -> Bool {
    sign == "…" || (sign.count > 1 && sign.allSatisfy { $0 == "." })
  }

  private static func withoutRemarks(_ wording: String) -> String {
    var depth = 0
    return String(
      wording.filter { character in
        switch character {
        case "(", "[":
          depth += 1
          return false
        case ")", "]":
          depth = max(0, depth - 1)
          return false
        default: return depth == 0
        }
      })
  }
}
