/// A text with its tokens, and the way back from byte offsets to Unicode scalars.
public struct TokenizedText: Sendable {
  /// The text as it was given, in UTF-8.
  public let bytes: [UInt8]
  public let tokens: [Token]
  /// How many scalars stand before each `blockLength` bytes of a long text, but the first, so that
  /// a place far inside is told without counting from the start.
  private let scalarsBefore: [Int]

  private static let blockLength = 512

  public init(bytes: [UInt8], tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
    var count = 0
    scalarsBefore = stride(from: Self.blockLength, through: bytes.count, by: Self.blockLength).map {
      count += Self.scalarCount(of: bytes[$0 - Self.blockLength..<$0])
      return count
    }
  }

  /// The text of a token as written.
  public func text(of token: Token) -> String {
    String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  /// The text of a token in lower case with ё folded to е, in UTF-8; a word as it was meant
  /// (``Folding/plain(_:)``).
  public func folded(_ token: Token) -> [UInt8] {
    let written = bytes[Int(token.start)..<Int(token.end)]
    if token.kind == .word, !Folding.isPlain(written) {
      var plain = Folding.plain(written)
      Folding.fold(inPlace: &plain, from: 0)
      return plain
    }
    var result = [UInt8]()
    result.reserveCapacity(written.count)
    Folding.fold(written, into: &result)
    return result
  }

  /// A byte range as a half-open range of Unicode scalars.
  public func scalarRange(_ range: Range<Int>) -> Range<Int> {
    let start = scalarCount(before: range.lowerBound)
    return start..<(start + Self.scalarCount(of: bytes[range]))
  }

  private func scalarCount(before byte: Int) -> Int {
    let block = byte / Self.blockLength
    let known = block == 0 ? 0 : scalarsBefore[block - 1]
    return known + Self.scalarCount(of: bytes[block * Self.blockLength..<byte])
  }

  private static func scalarCount(of bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
