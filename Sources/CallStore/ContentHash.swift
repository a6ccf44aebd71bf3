internal import RussianText
internal import Transcripts

/// A hash of everything that a call's analysis depends on, but its id.
struct ContentHash {
  private var hash = StableHash()

  /// The hash of a call, in the signed form that SQLite holds.
  static func of(_ call: Call) -> Int64 {
    var content = Self()
    content.add(call.standard)
    content.add(call.direction?.rawValue)
    content.add(call.employee)
    content.add(call.startedAt)
    if let zone = call.clientTimeZone { content.add(zone) }
    if let confidence = call.operatorConfidence { content.add(confidence) }
    for turn in call.turns {
      content.add(turn.speaker.rawValue)
      content.add(turn.text)
      content.add(turn.start)
      content.add(turn.end)
      // What few sources tell adds nothing where it is not told: calls kept before have no other hash.
      if let confidence = turn.speakerConfidence { content.add(confidence) }
      for word in turn.words ?? [] {
        content.add(word.text)
        content.add(word.start)
        content.add(word.end)
        content.add(word.confidence)
        if let confidence = word.speakerConfidence { content.add(confidence) }
      }
    }
    return Int64(bitPattern: content.hash.value)
  }

  private mutating func add(_ text: String?) {
    guard let text else { return hash.add(0xFF) }
    hash.add(text.utf8)
    hash.add(0xFE)
  }

  private mutating func add(_ number: Double?) {
    guard let number else { return hash.add(0xFD) }
    withUnsafeBytes(of: number.bitPattern) { hash.add($0) }
  }
}
