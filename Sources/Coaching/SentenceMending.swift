internal import Compliance

/// The sentence of an example with everything in it mended.
struct SentenceMending {
  let cut: SentenceCut
  /// All of the employee's findings in the turn, in order.
  let findings: [Finding]

  /// The mended sentence, or nil when something in it has no word-for-word replacement.
  func mended(_ sentence: Range<Int>, indices: Range<Int>) -> String? {
    let original = cut.text(sentence)
    let text = fromRewrite(indices) ?? fromReplacements(sentence)
    guard let text, text != original, text.unicodeScalars.count <= SentenceCut.limit + 60,
      text.contains(where: \.isLetter)
    else { return nil }
    return text
  }

  /// The same sentence of the rewritten turn, when both have as many.
  private func fromRewrite(_ indices: Range<Int>) -> String? {
    guard let rewrite = findings.lazy.compactMap(\.rewrite).first else { return nil }
    let rewritten = SentenceCut(rewrite)
    guard rewritten.sentences.count == cut.sentences.count else { return nil }
    let sentences = rewritten.sentences[indices]
    guard let first = sentences.first, let last = sentences.last else { return nil }
    return rewritten.text(first.lowerBound..<last.upperBound)
  }

  private func fromReplacements(_ sentence: Range<Int>) -> String? {
    var text = ""
    var position = sentence.lowerBound
    let inside = findings.filter { sentence.overlaps($0.range.range) }
      .sorted { $0.range.start < $1.range.start }
    for finding in inside {
      guard let replacement = finding.replacements.first, finding.range.start >= position,
        finding.range.end <= sentence.upperBound
      else { return nil }
      text += cut.text(position..<finding.range.start) + replacement
      position = finding.range.end
    }
    return inside.isEmpty ? nil : text + cut.text(position..<sentence.upperBound)
  }
}

extension ScalarRange {
  /// The same as a range; empty when it is turned around.
  var range: Range<Int> { max(0, start)..<max(0, start, end) }
}
