/// Recognises e-mail and web addresses.
enum AddressScanner {
  /// The end of the address that starts at `start`, or `start` where there is none.
  static func end(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    var mark: UInt8 = 0
    while index < bytes.count, isLocal(bytes[index]) {
      if bytes[index] == 0x2E { mark = 0x2E }
      index += 1
    }
    if index < bytes.count, bytes[index] == 0x40 {
      let domain = domainEnd(bytes, from: index + 1, anyZone: true)
      return domain > index + 1 ? domain : start
    }
    if index + 2 < bytes.count, bytes[index] == 0x3A, bytes[index + 1] == 0x2F,
      bytes[index + 2] == 0x2F
    {
      let end = trimmed(bytes, start..<pathEnd(bytes, from: index + 3))
      return end > index + 3 ? end : start
    }
    guard mark == 0x2E, !WordScanner.isDigit(bytes[start]) else { return start }
    let isWeb = hasPrefix(bytes, start, "www.")
    let domain = domainEnd(bytes, from: start, anyZone: isWeb)
    guard domain > start else { return start }
    if domain < bytes.count, bytes[domain] == 0x2F {
      return trimmed(bytes, start..<pathEnd(bytes, from: domain))
    }
    return domain
  }

  /// The end of «.рф» (with a path) at the full stop at `start`, or `start`.
  static func cyrillicZoneEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    let end = start + 5
    guard end <= bytes.count, hasPrefix(bytes, start, ".рф"),
      !WordScanner.isLetterOrDigit(bytes, end)
    else { return start }
    if end < bytes.count, bytes[end] == 0x2F {
      return trimmed(bytes, start..<pathEnd(bytes, from: end))
    }
    return end
  }

  private static func hasPrefix(_ bytes: Span<UInt8>, _ start: Int, _ prefix: StaticString) -> Bool
  {
    let count = prefix.utf8CodeUnitCount
    guard start + count <= bytes.count else { return false }
    return prefix.withUTF8Buffer { wanted in
      for offset in 0..<count where bytes[start + offset] != wanted[offset] { return false }
      return true
    }
  }

  /// Zones in which a name without «www.» is still an address («rzd.ru», but not «e.g.»).
  private static let zones: Set<String> = [
    "ru", "com", "net", "org", "su", "info", "biz", "pro", "online", "site", "shop", "io", "me",
    "by", "kz", "ua", "tv",
  ]

  /// The end of labels joined by full stops with a zone of letters at the end, or `start`.
  private static func domainEnd(_ bytes: Span<UInt8>, from start: Int, anyZone: Bool) -> Int {
    var index = start
    var label = start
    var best = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x2E || !isDomain(byte) {
        if index == label { break }
        let isZone = label > start && index - label >= 2 && isLetters(bytes, label..<index)
        if isZone, anyZone || zones.contains(text(bytes, label..<index)) { best = index }
        if byte != 0x2E { break }
        label = index + 1
      }
      index += 1
    }
    if index == bytes.count, label > start, index - label >= 2, isLetters(bytes, label..<index),
      anyZone || zones.contains(text(bytes, label..<index))
    {
      best = index
    }
    // «да.ru» style tails: what follows must not be another letter.
    return best < bytes.count && WordScanner.isLetterOrDigit(bytes, best) ? start : best
  }

  private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var letters = [UInt8]()
    for index in range { letters.append(bytes[index] | 0x20) }
    return String(decoding: letters, as: UTF8.self)
  }

  private static func isLetters(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where WordScanner.letterLength(bytes, index) != 1 { return false }
    return true
  }

  private static func pathEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, isPath(bytes[index]) { index += 1 }
    return index
  }

  /// Without the punctuation that closes a sentence after an address.
  private static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      switch bytes[end - 1] {
      case 0x2E, 0x2C, 0x21, 0x3F, 0x3A, 0x3B, 0x29, 0x27, 0x22: end -= 1
      default: return end
      }
    }
    return end
  }

  @inline(__always)
  private static func isDomain(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (lower >= 0x61 && lower <= 0x7A) || WordScanner.isDigit(byte) || byte == 0x2D
  }

  @inline(__always)
  private static func isLocal(_ byte: UInt8) -> Bool {
    isDomain(byte) || byte == 0x2E || byte == 0x5F || byte == 0x2B
  }

  private static func isPath(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x22 && byte != 0x3C && byte != 0x3E && byte != 0x7F && byte != 0xC2
      && byte != 0xE2
  }
}
