import RussianText
import ServiceStandards

/// Rewrites a whole turn with every finding mended, where each can be mended word for word.
enum TurnRewriter {
  /// The rewritten turn, or nil when a finding has no word-for-word replacement. Fillers are
  /// left out together with the comma that set them off.
  static func rewrite(
    _ turn: AnalyzedTurn, candidates: [FindingCandidate], findings: [Finding]
  ) -> String? {
    var result: [UInt8] = []
    var position = 0
    let bytes = turn.text.bytes
    for (candidate, finding) in zip(candidates, findings) where !candidate.isReview {
      let start = Int(turn.text.tokens[Int(turn.words[candidate.range.lowerBound].token)].start)
      let end = Int(turn.text.tokens[Int(turn.words[candidate.range.upperBound - 1].token)].end)
      guard start >= position else { return nil }
      result += bytes[position..<start]
      position = end
      if let replacement = finding.replacements.first {
        result += Array(replacement.utf8)
      } else if candidate.category == .filler {
        position = skipSeparator(bytes, from: end)
        dropComma(&result, before: bytes, at: position)
      } else {
        return nil
      }
    }
    result += bytes[position...]
    let text = capitalized(String(decoding: result, as: UTF8.self), like: turn)
    return text.contains(where: \.isLetter) ? text : nil
  }

  /// After a filler its comma, dash or dots and the space go as well.
  private static func skipSeparator(_ bytes: [UInt8], from start: Int) -> Int {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x20 || byte == UInt8(ascii: ",") {
        position += 1
      } else if byte == UInt8(ascii: "."), position + 2 < bytes.count,
        bytes[position + 1] == byte, bytes[position + 2] == byte
      {
        position += 3
      } else if byte == 0xE2, position + 2 < bytes.count, bytes[position + 2] == 0xA6 {
        position += 3
      } else {
        break
      }
    }
    return position
  }

  /// Before a sentence's end no comma or space may be left hanging.
  private static func dropComma(_ result: inout [UInt8], before bytes: [UInt8], at position: Int) {
    let atEnd = position >= bytes.count || [0x2E, 0x3F, 0x21].contains(bytes[position])
    guard atEnd else { return }
    while let last = result.last, last == 0x20 || last == UInt8(ascii: ",") { result.removeLast() }
  }

  /// The first letter stays a capital when the turn began with one.
  private static func capitalized(_ text: String, like turn: AnalyzedTurn) -> String {
    let original = String(decoding: turn.text.bytes, as: UTF8.self)
    guard let first = original.first(where: \.isLetter), first.isUppercase,
      let index = text.firstIndex(where: \.isLetter), text[index].isLowercase
    else { return text }
    return text[..<index] + text[index].uppercased() + text[text.index(after: index)...]
  }
}
