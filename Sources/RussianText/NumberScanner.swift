/// Finds where numbers end.
enum NumberScanner {
  /// The end of a token that starts with a digit, and its kind: «10:30», «3,5» and «5-го» are
  /// numbers, «1С» and «100-летие» are words, «24ivan@mail.ru» is an address.
  static func end(_ bytes: Span<UInt8>, from start: Int) -> (Int, TokenKind) {
    var index = digitsEnd(bytes, from: start)
    while index + 1 < bytes.count, isSeparator(bytes[index]),
      WordScanner.isDigit(bytes[index + 1])
    {
      index = digitsEnd(bytes, from: index + 1)
    }
    guard index < bytes.count else { return (index, .number) }
    let byte = bytes[index]
    if byte == 0x2D, WordScanner.letterLength(bytes, index + 1) > 0 {
      let end = WordScanner.end(bytes, from: index + 1)
      // Endings of ordinals are up to three Cyrillic letters: «5-го», «10-ого», «2-х».
      return (end, end - index - 1 <= 6 ? .number : .word)
    }
    if byte == 0x40 || byte == 0x5F || byte == 0x2E || WordScanner.letterLength(bytes, index) == 1 {
      let address = AddressScanner.end(bytes, from: start)
      if address > start { return (address, .address) }
    }
    if WordScanner.letterLength(bytes, index) > 0 {
      return (WordScanner.end(bytes, from: index), .word)
    }
    return (index, .number)
  }

  private static func digitsEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, WordScanner.isDigit(bytes[index]) { index += 1 }
    return index
  }

  /// `. , : / -` between digits.
  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x2C || byte == 0x3A || byte == 0x2F || byte == 0x2D
  }
}
