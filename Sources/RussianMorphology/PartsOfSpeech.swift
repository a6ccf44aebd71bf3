/// A set of parts of speech, as bits.
public struct PartsOfSpeech: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// Bit `n` stands for the part of speech of raw value `n`.
  public private(set) var bits: UInt32

  /// - Parameter bits: those that no part of speech has are dropped.
  public init(bits: UInt32) { self.bits = bits & Self.all }

  public init(arrayLiteral parts: PartOfSpeech...) {
    bits = parts.reduce(0) { $0 | Self.bit($1) }
  }

  public var isEmpty: Bool { bits == 0 }

  public var count: Int { bits.nonzeroBitCount }

  @inlinable
  public func contains(_ part: PartOfSpeech) -> Bool { bits & Self.bit(part) != 0 }

  public func isSubset(of other: Self) -> Bool { bits & ~other.bits == 0 }

  public mutating func formUnion(_ other: Self) { bits |= other.bits }

  public mutating func subtract(_ other: Self) { bits &= ~other.bits }

  /// Verbs that a clause hangs on, finite or not.
  static let verbs: Self = [.verb, .infinitive]

  private static let all = PartOfSpeech.allCases.reduce(0) { $0 | bit($1) }

  @inlinable
  static func bit(_ part: PartOfSpeech) -> UInt32 { 1 << UInt32(part.rawValue) }
}
