public import Compliance
internal import RussianText

/// A sentence of the employee with the stretches that were found in it.
public struct MarkedSentence: Sendable, Hashable, Codable {
  public var text: String
  /// In Unicode scalars of `text`, in order, apart from each other.
  public var marks: [ScalarRange]

  public init(text: String, marks: [ScalarRange]) {
    self.text = text
    self.marks = marks
  }
}

/// Cuts the sentence that holds a stretch out of a turn.
package struct SentenceCut {
  /// Sentences longer than this are cut around the stretch: a recogniser's raw text has no ends.
  static let limit = 180

  private let scalars: [Unicode.Scalar]
  /// Half-open ranges of scalars.
  package let sentences: [Range<Int>]

  package init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    let tokenized = Tokenizer().tokenize(text)
    var sentences: [Range<Int>] = []
    var scalar = 0
    var byte = 0
    var start: Int?
    for (index, token) in tokenized.tokens.enumerated() {
      scalar += Self.count(tokenized.bytes[byte..<Int(token.start)])
      if start == nil { start = scalar }
      scalar += Self.count(tokenized.bytes[Int(token.start)..<Int(token.end)])
      byte = Int(token.end)
      if tokenized.isSentenceEnd(index), let from = start {
        sentences.append(from..<scalar)
        start = nil
      }
    }
    if let start { sentences.append(start..<scalar) }
    self.sentences = sentences
  }

  /// The sentences that the stretch touches, as one range, and as indices.
  package func sentence(around range: Range<Int>) -> (range: Range<Int>, indices: Range<Int>)? {
    let touched = sentences.indices.filter { sentences[$0].overlaps(range) }
    guard let first = touched.first, let last = touched.last else { return nil }
    return (sentences[first].lowerBound..<sentences[last].upperBound, first..<last + 1)
  }

  /// The text of a stretch, with as much around `focus` as the limit lets.
  package func marked(_ range: Range<Int>, marks: [Range<Int>], focus: Range<Int>) -> MarkedSentence
  {
    let window = self.window(range, focus)
    let before = window.lowerBound > range.lowerBound ? "… " : ""
    let after = window.upperBound < range.upperBound ? " …" : ""
    let shift = before.unicodeScalars.count - window.lowerBound
    var kept: [ScalarRange] = []
    for mark in marks.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let mark = mark.clamped(to: window)
      guard !mark.isEmpty, mark.lowerBound + shift >= kept.last?.end ?? 0 else { continue }
      kept.append(ScalarRange(mark.lowerBound + shift, mark.upperBound + shift))
    }
    return MarkedSentence(text: before + text(window) + after, marks: kept)
  }

  /// The text of a range of scalars.
  package func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  var count: Int { scalars.count }

  private func window(_ range: Range<Int>, _ focus: Range<Int>) -> Range<Int> {
    guard range.count > Self.limit else { return range }
    let margin = max(0, (Self.limit - focus.count) / 2)
    var start = max(range.lowerBound, focus.lowerBound - margin)
    var end = min(range.upperBound, focus.upperBound + margin)
    // Whole words only.
    if start > range.lowerBound {
      while start < focus.lowerBound, !isSpace(start - 1) { start += 1 }
    }
    if end < range.upperBound {
      while end > focus.upperBound, !isSpace(end) { end -= 1 }
    }
    return start..<max(start, end)
  }

  private func isSpace(_ index: Int) -> Bool { scalars[index].properties.isWhitespace }

  private static func count(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }
}
