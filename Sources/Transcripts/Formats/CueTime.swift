/// Times as subtitles and services write them.
enum CueTime {
  /// `[HH:]MM:SS[.,]mmm` in seconds.
  static func seconds(_ text: some StringProtocol) -> Double? {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    var total = 0.0
    for part in parts.dropLast() {
      guard (1...4).contains(part.count), part.allSatisfy({ (0x30...0x39).contains($0) }),
        let value = Double(String(decoding: part, as: UTF8.self))
      else { return nil }
      total = (total + value) * 60
    }
    guard let last = parts.last, (1...12).contains(last.count),
      last.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }),
      let value = Double(String(decoding: last.map { $0 == 0x2C ? 0x2E : $0 }, as: UTF8.self))
    else { return nil }
    // Whole milliseconds first, so that what we write is read back the same.
    return ((total + value) * 1000).rounded() / 1000
  }

  /// `HH:MM:SS.mmm --> HH:MM:SS.mmm` and what may follow it.
  static func range(_ line: some StringProtocol) -> (start: Double, end: Double)? {
    let parts = line.split { $0 == " " || $0 == "\t" }
    guard parts.count >= 3, parts[1] == "-->", let start = seconds(parts[0]),
      let end = seconds(parts[2])
    else { return nil }
    return (start, end)
  }

  /// `PT1H2M0.76S` in seconds.
  static func duration(_ text: String) -> Double? {
    guard text.hasPrefix("PT") else { return nil }
    var total = 0.0
    var digits = ""
    for character in text.dropFirst(2) {
      switch character {
      case "0"..."9", ".": digits.append(character)
      case "H", "M", "S":
        guard let value = Double(digits) else { return nil }
        total += value * (character == "H" ? 3600 : character == "M" ? 60 : 1)
        digits = ""
      default: return nil
      }
    }
    return digits.isEmpty ? total : nil
  }

  /// Seconds as `HH:MM:SS,mmm`.
  static func written(_ seconds: Double, separator: String) -> String {
    let total = Int((max(0, min(seconds, 359_999)) * 1000).rounded())
    let pad = { (value: Int, width: Int) in
      let digits = "\(value)"
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return pad(total / 3_600_000, 2) + ":" + pad(total / 60_000 % 60, 2) + ":"
      + pad(total / 1000 % 60, 2) + separator + pad(total % 1000, 3)
  }
}
