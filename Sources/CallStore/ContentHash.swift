internal import Transcripts

/// A 64-bit FNV-1a hash of everything that a call's analysis depends on, but its id.
struct ContentHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of a call, in the signed form that SQLite holds.
  static func of(_ call: Call) -> Int64 {
    var hash = Self()
    hash.add(call.standard)
    hash.add(call.direction?.rawValue)
    hash.add(call.employee)
    hash.add(call.startedAt)
    if let zone = call.clientTimeZone { hash.add(zone) }
    if let confidence = call.operatorConfidence { hash.add(confidence) }
    for turn in call.turns {
      hash.add(turn.speaker.rawValue)
      hash.add(turn.text)
      hash.add(turn.start)
      hash.add(turn.end)
      // What few sources tell adds nothing where it is not told: calls kept before have no other hash.
      if let confidence = turn.speakerConfidence { hash.add(confidence) }
      for word in turn.words ?? [] {
        hash.add(word.text)
        hash.add(word.start)
        hash.add(word.end)
        hash.add(word.confidence)
        if let confidence = word.speakerConfidence { hash.add(confidence) }
      }
    }
    return Int64(bitPattern: hash.value)
  }

  private mutating func add(_ text: String?) {
    guard let text else { return add(byte: 0xFF) }
    for byte in text.utf8 { add(byte: byte) }
    add(byte: 0xFE)
  }

  private mutating func add(_ number: Double?) {
    guard let number else { return add(byte: 0xFD) }
    withUnsafeBytes(of: number.bitPattern) { bytes in for byte in bytes { add(byte: byte) } }
  }

  private mutating func add(byte: UInt8) {
    value ^= UInt64(byte)
    value = value &* 0x100_0000_01b3
  }
}
