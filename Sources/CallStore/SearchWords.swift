internal import RussianText

/// Cuts text into the words of the search index. It is apart from the tokenizer of the analysis on
/// purpose: a change there must not leave an index that no longer fits its texts.
enum SearchWords {
  /// A word with its place in bytes.
  struct Word {
    /// Folded, without stress marks and soft hyphens.
    var folded: [UInt8]
    var isHyphenated: Bool
    var start: Int
    var end: Int

    var text: String { String(decoding: folded, as: UTF8.self) }

    /// The halves of a hyphenated word, else empty.
    var parts: [String] {
      isHyphenated
        ? folded.split(separator: UInt8(ascii: "-")).map { String(decoding: $0, as: UTF8.self) }
        : []
    }
  }

  /// Calls `body` with each word of `bytes`, in order, until it answers false.
  static func forEach(in bytes: UnsafeBufferPointer<UInt8>, _ body: (borrowing Word) -> Bool) {
    var word = Word(folded: [], isHyphenated: false, start: 0, end: 0)
    var plain: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let (scalar, length) = scalar(bytes, position)
      guard isLetterOrDigit(scalar) else {
        position += length
        continue
      }
      word.start = position
      word.isHyphenated = false
      plain.removeAll(keepingCapacity: true)
      while position < bytes.count {
        let (scalar, length) = self.scalar(bytes, position)
        if isLetterOrDigit(scalar) {
          for offset in 0..<length { plain.append(bytes[position + offset]) }
          word.end = position + length
        } else if isHyphen(scalar), joins(bytes, position, length) {
          word.isHyphenated = true
          plain.append(UInt8(ascii: "-"))
        } else if !isInvisible(scalar) {
          break
        }
        position += length
      }
      word.folded.removeAll(keepingCapacity: true)
      Folding.fold(plain, into: &word.folded)
      if !body(word) { return }
    }
  }

  /// All words of a text, folded.
  static func all(in text: String) -> [String] {
    var words: [String] = []
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      forEach(in: bytes) { word in
        words.append(word.text)
        return true
      }
    }
    return words
  }

  /// The scalar at `position` and its length; a byte that is no UTF-8 is one by itself.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int)
    -> (scalar: UInt32, length: Int)
  {
    let first = UInt32(bytes[position])
    let length =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard length > 1, position + length <= bytes.count else { return (first < 0x80 ? first : 0, 1) }
    var value = first & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let byte = UInt32(bytes[position + offset])
      guard byte & 0xC0 == 0x80 else { return (0, 1) }
      value = value << 6 | byte & 0x3F
    }
    return (value, length)
  }

  @inline(__always)
  private static func isLetterOrDigit(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x400...0x481, 0x48A...0x52F: true
    case 0..<0xAA: false
    default: Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
    }
  }

  /// Hyphen-minus, hyphen, non-breaking hyphen.
  private static func isHyphen(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011
  }

  /// Acute and grave accents, soft hyphen, zero-width joiners.
  private static func isInvisible(_ scalar: UInt32) -> Bool {
    scalar == 0x301 || scalar == 0x300 || scalar == 0xAD || (0x200B...0x200D).contains(scalar)
  }

  /// A hyphen joins letters, not digits: «8-800-100» is three words.
  private static func joins(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ length: Int)
    -> Bool
  {
    guard position + length < bytes.count, !isDigit(bytes[position - 1]) else { return false }
    let next = scalar(bytes, position + length).scalar
    return isLetterOrDigit(next) && !(0x30...0x39).contains(next)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
