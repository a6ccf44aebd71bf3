/// A JSON text read in one pass over its bytes: nothing is built but a flat list of where each
/// value begins and ends, eight bytes a value. Texts and numbers are made when they are asked for.
///
///     let document = try JSONDocument(Array(#"{"text":"да","start":"1.5s"}"#.utf8))
///     document.root["text"]?.string  // "да"
///
/// Strict after RFC 8259, save what `JSONTolerance` allows by name, and that U+0000 in texts is
/// read as U+FFFD. Nesting does not recurse, so no text overflows the stack.
public struct JSONDocument: Sendable {
  let storage: Storage

  /// Behind one reference, so that values are cheap to hand round.
  final class Storage: Sendable {
    let bytes: [UInt8]
    let nodes: [Node]
    /// The bytes are UTF-8 throughout: texts need not be looked at again.
    let isValidText: Bool

    init(bytes: [UInt8], nodes: [Node], isValidText: Bool) {
      self.bytes = bytes
      self.nodes = nodes
      self.isValidText = isValidText
    }
  }

  /// The offset of the first byte that is no UTF-8, where that was tolerated.
  public let brokenTextOffset: Int?
  /// U+0000 stood in some text; it is read as U+FFFD.
  public let hasZeros: Bool
  private let rootCount: Int

  /// The text itself.
  public var bytes: [UInt8] { storage.bytes }

  /// Where a value stands. What it is, its first byte says.
  struct Node: Sendable {
    /// Offset of its first byte.
    var start: UInt32
    /// Of a text or number, the offset behind its contents; of an object or array, the index of
    /// the node behind all that is in it. The top bit marks a text with escapes.
    var after: UInt32

    static let escaped: UInt32 = 1 << 31
    var position: Int { Int(after & ~Self.escaped) }
    var isEscaped: Bool { after & Self.escaped != 0 }
  }

  /// How many bytes a text may have.
  public static let sizeLimit = 1 << 30
  /// How deep objects and arrays may be nested.
  public static let depthLimit = 512

  /// Reads `bytes`; linear in their count.
  public init(_ bytes: [UInt8], allowing tolerance: JSONTolerance = []) throws(JSONProblem) {
    let broken = Self.invalidText(in: bytes)
    if let broken, !tolerance.contains(.brokenText) {
      throw JSONProblem(.invalidText, at: broken, path: [], in: bytes)
    }
    guard bytes.count <= Self.sizeLimit else {
      throw JSONProblem(.tooLong, at: 0, path: [], in: bytes)
    }
    var parser = JSONParser(tolerance: tolerance, capacity: Self.capacity(for: bytes.span))
    do throws(JSONParser.Failure) {
      try parser.parse(bytes.span)
    } catch {
      let partial = Storage(bytes: bytes, nodes: parser.nodes, isValidText: false)
      throw JSONProblem(
        error.reason, at: error.offset, path: partial.path(of: parser.open), in: bytes)
    }
    storage = Storage(bytes: bytes, nodes: parser.nodes, isValidText: broken == nil)
    brokenTextOffset = broken
    hasZeros = parser.hasZeros
    rootCount = parser.rootCount
  }

  /// The first value; there must be one.
  public var root: JSONValue { JSONValue(document: storage, index: 0) }

  /// All values that stand one after another; more than one only under `.severalValues`.
  public var roots: JSONRoots { JSONRoots(document: storage, count: rootCount) }

  /// Room for as many values as can stand in a text. Of a short text a guess is good enough, of a
  /// long one they are counted: no more than there are brackets, commas and colons.
  private static func capacity(for bytes: Span<UInt8>) -> Int {
    if bytes.count < 1 << 17 { return bytes.count / 8 + 2 }
    var count = 2
    for index in bytes.indices {
      let byte = bytes[index]
      // `[` and `{` differ in one bit.
      count &+= (byte | 0x20 == 0x7B ? 1 : 0) &+ (byte == 0x2C ? 1 : 0) &+ (byte == 0x3A ? 1 : 0)
    }
    return count
  }

  private static func invalidText(in bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}

/// What is let pass that JSON forbids.
public struct JSONTolerance: OptionSet, Sendable, Hashable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Bytes that are no UTF-8: each stretch of them is read as U+FFFD.
  public static let brokenText = Self(rawValue: 1)
  /// Raw control characters inside texts.
  public static let controlCharacters = Self(rawValue: 2)
  /// `NaN`, `Infinity` and `-Infinity`, read as null.
  public static let notANumber = Self(rawValue: 4)
  /// Half of a surrogate pair written `\uD8…`, read as U+FFFD.
  public static let loneSurrogates = Self(rawValue: 8)
  /// Any count of values one after another, also none, with commas between them or without.
  public static let severalValues = Self(rawValue: 16)

  /// What recognisers are known to write.
  public static let recognisers: Self = [
    .brokenText, .controlCharacters, .notANumber, .loneSurrogates, .severalValues,
  ]
}

extension JSONDocument.Storage {
  /// The path of what was being read when `open` containers were not closed yet.
  func path(of open: [Int]) -> [JSONStep] {
    open.map { container in
      var last = -1
      var count = 0
      var index = container + 1
      let isObject = bytes[Int(nodes[container].start)] == UInt8(ascii: "{")
      while index < nodes.count, nodes[index].after != 0 {
        if !isObject || count.isMultiple(of: 2) { last = index }
        count += 1
        index = following(index)
      }
      if isObject {
        return .key(last < 0 ? "" : JSONValue(document: self, index: last).string ?? "")
      }
      return .index(count)
    }
  }

  /// The index of the node behind a value.
  @inline(__always)
  func following(_ index: Int) -> Int {
    let node = nodes[index]
    return bytes[Int(node.start)] & 0xDF == 0x5B ? node.position : index + 1
  }
}
