/// Cuts text into tokens.
///
/// The scanner works on UTF-8 bytes and never fails: bytes that are no UTF-8 become symbols. White
/// space belongs to no token; every other byte belongs to exactly one.
///
/// Hyphenated words are one token («кто-то», «э-э-э»), and so are words with inner apostrophes,
/// with masked letters («х*й», «бл***»), letters with digits («1С», «А4»), numbers with inner
/// separators («10:30», «3,5», «8-800-200»), and addresses («info@rzd.ru», «rzd.ru/cargo»).
///
/// Complexity: linear in the length of the text.
public struct Tokenizer: Sendable {
  public init() {}

  /// The tokens of `text`.
  public func tokenize(_ text: String) -> TokenizedText {
    tokenize(bytes: Array(text.utf8))
  }

  /// The tokens of a text given as UTF-8. Invalid sequences become symbols of one byte.
  public func tokenize(bytes: [UInt8]) -> TokenizedText {
    var tokens = [Token]()
    tokens.reserveCapacity(bytes.count / 8 + 4)
    let table = ByteClass.table
    scan(bytes.span, classes: table.span, into: &tokens)
    return TokenizedText(bytes: bytes, tokens: tokens)
  }

  private func scan(_ bytes: Span<UInt8>, classes: Span<ByteClass>, into tokens: inout [Token]) {
    let count = bytes.count
    var index = 0
    while index < count {
      let byte = bytes[index]
      let start = index
      let kind: TokenKind
      switch classes[Int(byte)] {
      case .space:
        index += 1
        continue
      case .cyrillic:
        if WordScanner.letterLength(bytes, index) == 0 {
          index += 1
          kind = .symbol
        } else {
          (index, kind) = WordScanner.cyrillicEnd(bytes, from: index)
        }
      case .latin:
        (index, kind) = WordScanner.latinEnd(bytes, from: index)
      case .digit:
        (index, kind) = NumberScanner.end(bytes, from: index)
      case .punctuation:
        index = PunctuationScanner.runEnd(bytes, from: index)
        kind = .punctuation
      case .symbol:
        index += 1
        kind = .symbol
      case .wide:
        let space = WideScalar.spaceLength(bytes, index)
        if space > 0 {
          index += space
          continue
        }
        if WordScanner.letterLength(bytes, index) > 0 {
          (index, kind) = WordScanner.cyrillicEnd(bytes, from: index)
        } else if WideScalar.punctuationLength(bytes, index) > 0 {
          index = PunctuationScanner.wideRunEnd(bytes, from: index)
          kind = .punctuation
        } else {
          index = WideScalar.symbolEnd(bytes, from: index)
          kind = .symbol
        }
      }
      tokens.append(Token(kind: kind, start: Int32(start), end: Int32(index)))
    }
  }
}
