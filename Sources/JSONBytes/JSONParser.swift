/// Goes over the bytes once and notes where values stand. Containers are kept on a list of our
/// own, not on the stack of calls.
struct JSONParser {
  /// Why and where it stopped.
  struct Failure: Error {
    var reason: JSONProblem.Reason
    var offset: Int
  }

  private(set) var nodes: [JSONDocument.Node] = []
  private(set) var rootCount = 0
  /// Indices of the containers that are not closed.
  private(set) var open: [Int] = []
  /// Whether the last of them is an object.
  private var isInObject = false
  /// U+0000 stands in some text, raw or escaped.
  private(set) var hasZeros = false
  private let tolerance: JSONTolerance
  private var position = 0

  init(tolerance: JSONTolerance, capacity: Int) {
    self.tolerance = tolerance
    nodes.reserveCapacity(capacity)
  }

  mutating func parse(_ bytes: Span<UInt8>) throws(Failure) {
    let isSequence = tolerance.contains(.severalValues)
    repeat {
      if isSequence {
        skipSeparators(bytes)
        if position == bytes.count { return }
      }
      rootCount += 1
      try value(bytes)
      skipSpace(bytes)
    } while isSequence
    if position < bytes.count { throw failure(.extra) }
  }

  private enum Expected { case value, separator, firstKey, key }

  /// Reads one value of the top with all that is in it.
  private mutating func value(_ bytes: Span<UInt8>) throws(Failure) {
    var expected = Expected.value
    while true {
      skipSpace(bytes)
      guard position < bytes.count else { throw Failure(reason: .truncated, offset: bytes.count) }
      let byte = bytes[position]
      switch expected {
      case .value:
        expected = try begin(byte, bytes)
      case .firstKey, .key:
        if byte == UInt8(ascii: "}"), expected == .firstKey {
          close(bytes)
          expected = .separator
          break
        }
        guard byte == UInt8(ascii: "\"") else { throw failure(.keyExpected) }
        try text(bytes)
        skipSpace(bytes)
        guard position < bytes.count else { throw Failure(reason: .truncated, offset: bytes.count) }
        guard bytes[position] == UInt8(ascii: ":") else { throw failure(.colonExpected) }
        position += 1
        expected = .value
      case .separator:
        let isObject = isInObject
        if byte == UInt8(ascii: ",") {
          position += 1
          expected = isObject ? .key : .value
        } else if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          close(bytes)
        } else {
          throw failure(isObject ? .commaOrBraceExpected : .commaOrBracketExpected)
        }
      }
      if expected == .separator, open.isEmpty { return }
    }
  }

  /// Reads a scalar or opens a container.
  @inline(__always)
  private mutating func begin(_ byte: UInt8, _ bytes: Span<UInt8>) throws(Failure) -> Expected {
    guard open.count <= JSONDocument.depthLimit else { throw failure(.tooDeep) }
    switch byte {
    case UInt8(ascii: "\""):
      try text(bytes)
    case UInt8(ascii: "{"):
      open.append(nodes.count)
      add(after: 0)
      position += 1
      isInObject = true
      return .firstKey
    case UInt8(ascii: "["):
      open.append(nodes.count)
      add(after: 0)
      position += 1
      isInObject = false
      skipSpace(bytes)
      guard position < bytes.count, bytes[position] == UInt8(ascii: "]") else { return .value }
      close(bytes)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try number(bytes)
    default:
      try word(bytes)
    }
    return .separator
  }

  private mutating func add(after: Int) {
    nodes.append(JSONDocument.Node(start: UInt32(position), after: UInt32(after)))
  }

  private mutating func close(_ bytes: Span<UInt8>) {
    let container = open.removeLast()
    if let outer = open.last { isInObject = bytes[Int(nodes[outer].start)] == UInt8(ascii: "{") }
    nodes[container].after = UInt32(nodes.count)
    position += 1
  }

  @inline(__always)
  private mutating func skipSpace(_ bytes: Span<UInt8>) {
    while position < bytes.count, bytes[position] <= 0x20 {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }

  /// Between values of a sequence commas, byte order marks and RFC 7464 record marks may stand.
  private mutating func skipSeparators(_ bytes: Span<UInt8>) {
    while position < bytes.count {
      switch bytes[position] {
      case 0x09...0x0D, 0x20, 0x1E, UInt8(ascii: ","): position += 1
      case 0xEF where position == 0 && bytes.count > 2 && bytes[1] == 0xBB: position += 3
      default: return
      }
    }
  }

  private func failure(_ reason: JSONProblem.Reason) -> Failure {
    Failure(reason: reason, offset: position)
  }
}

// MARK: Scalars

extension JSONParser {
  /// Reads a text from its opening quote on.
  @inline(__always)
  private mutating func text(_ bytes: Span<UInt8>) throws(Failure) {
    let index = nodes.count
    add(after: 0)
    position += 1
    var mark: UInt32 = 0
    while true {
      position = Self.endOfPlain(bytes, from: position)
      guard position < bytes.count else { throw Failure(reason: .truncated, offset: bytes.count) }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        nodes[index].after = UInt32(position) | mark
        position += 1
        return
      case UInt8(ascii: "\\"):
        mark = JSONDocument.Node.escaped
        try escape(bytes)
      default:
        guard tolerance.contains(.controlCharacters) else { throw failure(.controlCharacter) }
        if bytes[position] == 0 {
          // Read like an escape: something else stands in its place.
          mark = JSONDocument.Node.escaped
          hasZeros = true
        }
        position += 1
      }
    }
  }

  /// The offset of the next quote, backslash or control character. Looks at eight bytes at once.
  @inline(__always)
  private static func endOfPlain(_ bytes: Span<UInt8>, from start: Int) -> Int {
    let raw = unsafe bytes.bytes
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = start
    while index &+ 8 <= bytes.count {
      let word = UInt64(
        littleEndian: unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      let quote = word ^ (ones &* 0x22)
      let slash = word ^ (ones &* 0x5C)
      // The lowest mark of each is exact; those above it may be false.
      let marks =
        ((quote &- ones) & ~quote | (slash &- ones) & ~slash | (word &- ones &* 0x20) & ~word)
        & (ones &* 0x80)
      if marks != 0 { return index &+ marks.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { return index }
      index &+= 1
    }
    return index
  }

  private mutating func escape(_ bytes: Span<UInt8>) throws(Failure) {
    guard position + 1 < bytes.count else { throw Failure(reason: .truncated, offset: bytes.count) }
    switch bytes[position + 1] {
    case UInt8(ascii: "u"):
      let unit = try hexadecimal(bytes, at: position)
      if unit == 0 { hasZeros = true }
      let isTolerant = tolerance.contains(.loneSurrogates)
      if unit & 0xFC00 == 0xDC00, !isTolerant { throw failure(.loneSurrogate) }
      if unit & 0xFC00 == 0xD800 {
        let next = position + 6
        if next + 1 < bytes.count, bytes[next] == UInt8(ascii: "\\"),
          bytes[next + 1] == UInt8(ascii: "u"),
          try hexadecimal(bytes, at: next) & 0xFC00 == 0xDC00
        {
          position += 6
        } else if !isTolerant {
          throw failure(.loneSurrogate)
        }
      }
      position += 6
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 2
    default: throw failure(.unknownEscape)
    }
  }

  /// The unit of `\uXXXX` whose backslash stands at `start`.
  private func hexadecimal(_ bytes: Span<UInt8>, at start: Int) throws(Failure) -> UInt32 {
    guard start + 6 <= bytes.count else { throw Failure(reason: .truncated, offset: bytes.count) }
    guard let unit = JSONText.unit(bytes, at: start + 2) else {
      throw Failure(reason: .hexadecimalExpected, offset: start)
    }
    return unit
  }

  @inline(__always)
  private mutating func number(_ bytes: Span<UInt8>) throws(Failure) {
    let index = nodes.count
    add(after: 0)
    if bytes[position] == UInt8(ascii: "-") {
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "I") {
        position -= 1
        nodes.removeLast()
        return try word(bytes)
      }
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: "0") {
      position += 1
      if position < bytes.count, Self.isDigit(bytes[position]) { throw failure(.leadingZero) }
    } else {
      try digits(bytes)
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try digits(bytes)
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count,
        bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      try digits(bytes)
    }
    nodes[index].after = UInt32(position)
  }

  @inline(__always)
  private mutating func digits(_ bytes: Span<UInt8>) throws(Failure) {
    guard position < bytes.count else { throw Failure(reason: .truncated, offset: bytes.count) }
    guard Self.isDigit(bytes[position]) else { throw failure(.digitExpected) }
    repeat { position &+= 1 } while position < bytes.count && Self.isDigit(bytes[position])
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private mutating func word(_ bytes: Span<UInt8>) throws(Failure) {
    var end = position
    if bytes[end] == UInt8(ascii: "-") { end += 1 }
    while end < bytes.count, end - position < 16,
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[end] | 0x20)
    {
      end += 1
    }
    var text = ""
    for index in position..<end { text.unicodeScalars.append(Unicode.Scalar(bytes[index])) }
    let isName = ["true", "false", "null"].contains(text)
    let isNotANumber = ["NaN", "Infinity", "-Infinity"].contains(text)
    if isName || isNotANumber && tolerance.contains(.notANumber) {
      add(after: end)
      position = end
      return
    }
    if end == bytes.count, ["true", "false", "null"].contains(where: { $0.hasPrefix(text) }) {
      throw Failure(reason: .truncated, offset: bytes.count)
    }
    throw failure(isNotANumber ? .notANumber(text) : .valueExpected)
  }
}
