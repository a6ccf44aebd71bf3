/// Finds where words end.
enum WordScanner {
  /// The length of the letter at `index`, 0 where there is none.
  @inline(__always)
  static func letterLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    let byte = bytes[index]
    if byte < 0x80 {
      let lower = byte | 0x20
      return lower >= 0x61 && lower <= 0x7A ? 1 : 0
    }
    guard index + 1 < bytes.count else { return 0 }
    let next = bytes[index + 1]
    guard next & 0xC0 == 0x80 else { return 0 }
    switch byte {
    case 0xD0, 0xD1: return 2
    case 0xC3: return next == 0x97 || next == 0xB7 ? 0 : 2
    case 0xC4...0xCB, 0xCE, 0xCF, 0xD3: return 2
    case 0xD2: return next >= 0x82 && next <= 0x89 ? 0 : 2
    default: return 0
    }
  }

  /// The length of a Cyrillic letter at `index`, 0 where there is none.
  @inline(__always)
  static func cyrillicLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    guard index >= 0, index + 1 < bytes.count else { return 0 }
    let byte = bytes[index]
    return (byte == 0xD0 || byte == 0xD1) && bytes[index + 1] & 0xC0 == 0x80 ? 2 : 0
  }

  /// The end of a word of which everything before `index` belongs to it.
  static func end(_ bytes: Span<UInt8>, from index: Int) -> Int {
    var index = index
    let count = bytes.count
    while index < count {
      let letter = letterLength(bytes, index)
      if letter > 0 {
        index += letter
        continue
      }
      let byte = bytes[index]
      if isDigit(byte) {
        index += 1
        continue
      }
      if byte == 0x20 { break }
      let mark = markLength(bytes, index)
      if mark > 0 {
        index += mark
        continue
      }
      let joiner = joinerLength(bytes, index)
      if joiner > 0, isLetterOrDigit(bytes, index + joiner) {
        index += joiner
        continue
      }
      let unseen = unseenLength(bytes, index)
      if unseen > 0 {
        index += unseen
        continue
      }
      let masked = maskEnd(bytes, from: index)
      if masked == index { break }
      index = masked
    }
    return index
  }

  /// The end of a word that starts with a Cyrillic letter, or of an address in the zone «рф».
  static func cyrillicEnd(_ bytes: Span<UInt8>, from start: Int) -> (Int, TokenKind) {
    let end = end(bytes, from: start)
    if end < bytes.count, bytes[end] == 0x2E {
      let address = AddressScanner.cyrillicZoneEnd(bytes, from: end)
      if address > end { return (address, .address) }
    }
    return (end, .word)
  }

  /// The end of a word that starts with a Latin letter, or of the address it opens.
  static func latinEnd(_ bytes: Span<UInt8>, from start: Int) -> (Int, TokenKind) {
    let address = AddressScanner.end(bytes, from: start)
    return address > start ? (address, .address) : cyrillicEnd(bytes, from: start)
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  @inline(__always)
  static func isLetterOrDigit(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    index < bytes.count && (isDigit(bytes[index]) || letterLength(bytes, index) > 0)
  }

  /// Combining accents and soft hyphens, which stand inside words.
  static func markLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    guard index + 1 < bytes.count else { return 0 }
    let next = bytes[index + 1]
    switch bytes[index] {
    case 0xCC: return next & 0xC0 == 0x80 ? 2 : 0
    case 0xCD: return next >= 0x80 && next <= 0xAF ? 2 : 0
    case 0xC2: return next == 0xAD ? 2 : 0
    case 0xD2: return next >= 0x83 && next <= 0x89 ? 2 : 0
    default: return 0
    }
  }

  /// Hyphens, apostrophes and low lines join when a letter or digit follows.
  private static func joinerLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    switch bytes[index] {
    case 0x2D, 0x27, 0x5F: return 1
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
      let last = bytes[index + 2]
      return last == 0x90 || last == 0x91 || last == 0x99 ? 3 : 0
    default: return 0
    }
  }

  /// Joiners of no width, which join when a letter or digit follows.
  private static func unseenLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var end = index
    while end < bytes.count {
      let length = WideScalar.invisibleLength(bytes, end)
      guard length > 0 else { break }
      end += length
    }
    return end > index && isLetterOrDigit(bytes, end) ? end - index : 0
  }

  /// The end of a run of signs that mask letters of a Cyrillic word: between letters any of
  /// «*@#», at the end of the word two stars or more. `index` where nothing is masked.
  private static func maskEnd(_ bytes: Span<UInt8>, from index: Int) -> Int {
    var end = index
    var onlyStars = true
    while end < bytes.count {
      let byte = bytes[end]
      guard byte == 0x2A || byte == 0x40 || byte == 0x23 else { break }
      if byte != 0x2A { onlyStars = false }
      end += 1
    }
    guard end > index, cyrillicLength(bytes, index - 2) == 2 else { return index }
    if cyrillicLength(bytes, end) > 0 { return end }
    return onlyStars && end - index >= 2 ? end : index
  }
}
