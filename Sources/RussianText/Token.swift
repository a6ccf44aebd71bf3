/// What a stretch of text is.
public enum TokenKind: UInt8, Sendable, Hashable, CaseIterable {
  /// A word of letters, possibly hyphenated («кто-то», «бизнес-центр»).
  case word
  /// Digits, with inner separators of groups, decimals, times («1 500» is two tokens, «10:30» one).
  case number
  /// An e-mail address or a web address.
  case address
  /// A run of one kind of punctuation («,», «...», «?!»).
  case punctuation
  /// Anything else: emoji, currency signs, bytes of other scripts.
  case symbol
}

/// One token: a half-open range of UTF-8 offsets in the text it was found in.
///
/// Invariant: `start < end`; tokens of a text are in order and do not overlap.
public struct Token: Sendable, Hashable {
  public var kind: TokenKind
  /// Offset of the first byte.
  public var start: Int32
  /// Offset after the last byte.
  public var end: Int32

  public init(kind: TokenKind, start: Int32, end: Int32) {
    self.kind = kind
    self.start = start
    self.end = end
  }
}
