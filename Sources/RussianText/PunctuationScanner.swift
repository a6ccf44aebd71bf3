/// Finds where runs of punctuation end.
enum PunctuationScanner {
  /// The end of a run of one sign, or of a mixture of «?» and «!».
  static func runEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    let first = bytes[start]
    let isMark = first == 0x21 || first == 0x3F
    var index = start + 1
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == first || (isMark && (byte == 0x21 || byte == 0x3F)) else { break }
      index += 1
    }
    return index
  }

  /// The end of a run of one multi-byte sign, such as «——».
  static func wideRunEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    let length = WideScalar.punctuationLength(bytes, start)
    var end = start + length
    while end + length <= bytes.count {
      for offset in 0..<length where bytes[end + offset] != bytes[start + offset] { return end }
      end += length
    }
    return end
  }
}
