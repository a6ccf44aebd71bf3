/// A text with its tokens, and the way back from byte offsets to Unicode scalars.
public struct TokenizedText: Sendable {
  /// The text as it was given, in UTF-8.
  public let bytes: [UInt8]
  public let tokens: [Token]

  public init(bytes: [UInt8], tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
  }

  /// The text of a token as written.
  public func text(of token: Token) -> String {
    String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  /// The text of a token in lower case with ё folded to е, in UTF-8.
  public func folded(_ token: Token) -> [UInt8] {
    var result = [UInt8]()
    result.reserveCapacity(Int(token.end - token.start))
    Folding.fold(bytes[Int(token.start)..<Int(token.end)], into: &result)
    return result
  }

  /// A byte range as a half-open range of Unicode scalars.
  public func scalarRange(_ range: Range<Int>) -> Range<Int> {
    let start = scalarCount(0..<range.lowerBound)
    return start..<(start + scalarCount(range))
  }

  private func scalarCount(_ range: Range<Int>) -> Int {
    var count = 0
    for byte in bytes[range] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
