/// Case and ё folding on UTF-8 bytes.
public enum Folding {
  /// Appends `bytes` in lower case with ё → е. Latin and Cyrillic letters are folded, all other
  /// bytes are copied as they are. The length never changes.
  @inlinable
  public static func fold(_ bytes: some Sequence<UInt8>, into result: inout [UInt8]) {
    var lead: UInt8 = 0
    for byte in bytes {
      if lead == 0xD0 || lead == 0xD1 {
        let (first, second) = foldedPair(lead, byte)
        result[result.count - 1] = first
        result.append(second)
        lead = 0
        continue
      }
      if byte >= 0x41 && byte <= 0x5A {
        result.append(byte | 0x20)
      } else {
        result.append(byte)
      }
      lead = byte
    }
  }

  /// Replaces `result` by `bytes` in lower case with ё → е: the quickest way for an array.
  @inlinable
  public static func fold(_ bytes: [UInt8], replacing result: inout [UInt8]) {
    result.removeAll(keepingCapacity: true)
    result.append(contentsOf: bytes)
    fold(inPlace: &result, from: 0)
  }

  /// Puts what follows `start` in lower case with ё → е.
  @inlinable
  public static func fold(inPlace bytes: inout [UInt8], from start: Int) {
    var span = bytes.mutableSpan
    var index = start
    let count = span.count
    while index < count {
      let byte = span[index]
      if byte == 0xD0 || byte == 0xD1 {
        guard index &+ 1 < count else { return }
        (span[index], span[index &+ 1]) = foldedPair(byte, span[index &+ 1])
        index &+= 2
      } else {
        if byte >= 0x41 && byte <= 0x5A { span[index] = byte | 0x20 }
        index &+= 1
      }
    }
  }

  /// `text` in lower case with ё → е.
  public static func folded(_ text: String) -> String {
    var result = [UInt8]()
    result.reserveCapacity(text.utf8.count)
    fold(text.utf8, into: &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// The two bytes of a Cyrillic letter, folded.
  @inlinable @inline(__always)
  static func foldedPair(_ lead: UInt8, _ byte: UInt8) -> (UInt8, UInt8) {
    if lead == 0xD0 {
      switch byte {
      case 0x80, 0x81: return (0xD0, 0xB5)  // Ѐ, Ё → е
      case 0x8D: return (0xD0, 0xB8)  // Ѝ → и
      case 0x90...0x9F: return (0xD0, byte + 0x20)  // А–П
      case 0xA0...0xAF: return (0xD1, byte - 0x20)  // Р–Я
      default: return (lead, byte)
      }
    }
    if byte == 0x91 || byte == 0x90 { return (0xD0, 0xB5) }  // ё, ѐ → е
    if byte == 0x9D { return (0xD0, 0xB8) }  // ѝ → и
    return (lead, byte)
  }
}

extension Folding {
  /// `text` in lower case, ё kept, in UTF-8, its words as they were meant (``plain(_:)``). Of plain
  /// words the length never changes.
  public static func lowercased(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    if !isPlain(bytes) { bytes = plain(bytes) }
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x41, byte <= 0x5A {
        bytes[index] = byte | 0x20
      } else if byte == 0xD0, index + 1 < bytes.count {
        if bytes[index + 1] == 0x81 {
          (bytes[index], bytes[index + 1]) = (0xD1, 0x91)
        } else {
          (bytes[index], bytes[index + 1]) = foldedPair(byte, bytes[index + 1])
        }
      }
    }
    return bytes
  }

  /// Whether `text` starts with a capital letter, Russian or Latin.
  @inlinable
  public static func isCapitalized(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if first >= 0x41, first <= 0x5A { return true }
    guard first == 0xD0, let second = bytes.dropFirst().first else { return false }
    return second == 0x81 || (second >= 0x90 && second <= 0xAF)
  }
}
