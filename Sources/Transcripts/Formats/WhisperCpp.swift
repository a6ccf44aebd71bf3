internal import JSONBytes

/// `whisper.cpp -oj` and `-ojf`: `{systeminfo, model, params, result, transcription}`, times in
/// milliseconds. Letters may be cut in two between tokens and between segments, so bytes are joined
/// before they become text.
enum WhisperCpp: JSONImporter {
  static var format: TranscriptFormat { .whisperCpp }

  static func recognises(_ roots: JSONRoots) -> Bool {
    guard roots.count == 1, let list = roots[0]["transcription"], list.kind == .array else {
      return false
    }
    guard let first = list.first else { return roots[0]["result"] != nil }
    return first["offsets"] != nil || first["timestamps"] != nil
  }

  static func read(_ roots: JSONRoots) throws(TranscriptError) -> [Recording] {
    var recording = Recording([], isChunked: true)
    var carried: [UInt8] = []
    var side = 0
    var isTurned = false
    var last = Voice.unknown
    var untold = 0
    for segment in roots[0]["transcription"]?.elements ?? roots[0].elements {
      let isContinued = !carried.isEmpty
      var bytes = carried + (segment["text"]?.stringBytes ?? [])
      carried = incomplete(bytes)
      bytes.removeLast(carried.count)
      var voice =
        isTurned || segment["speaker_turn_next"] != nil
        ? Voice.speaker("\(side)") : .unknown
      if let label = segment["speaker"]?.label {
        // «?»: both channels are equally loud.
        if label == "?" { untold += 1 }
        voice = label == "?" ? last : .channel(label)
      }
      last = voice
      if segment["speaker_turn_next"]?.bool == true {
        side = 1 - side
        isTurned = true
      }
      let text = String(decoding: bytes, as: UTF8.self).trimmed
      if text.isEmpty { continue }
      if isContinued, let before = recording.segments.last, before.voice == voice {
        // The cut letter belongs to the word that the segment before began.
        let index = recording.segments.count - 1
        recording.segments[index].text += text
        recording.segments[index].end = time(segment, "to") ?? before.end
        continue
      }
      recording.segments.append(
        Segment(
          voice, text, start: time(segment, "from"), end: time(segment, "to"),
          words: words(segment)))
    }
    if isTurned {
      recording.notes.append("говорящие различены только по смене: считаем, что их двое")
    }
    if untold > 0 {
      recording.notes.append("кусков без говорящего отнесено к предыдущему: \(untold)")
    }
    return [recording]
  }

  private static func time(_ value: JSONValue, _ key: StaticString) -> Double? {
    if let time = value["offsets"]?[key]?.milliseconds { return time }
    return value["timestamps"]?[key]?.string.flatMap(CueTime.seconds)
  }

  /// Words of the tokens of `-ojf`: a word begins where a token begins with a space.
  private static func words(_ segment: JSONValue) -> [Word]? {
    guard let tokens = segment["tokens"] else { return nil }
    var words: [(bytes: [UInt8], start: Double?, end: Double?, doubt: Double?)] = []
    for token in tokens.elements {
      guard let bytes = token["text"]?.stringBytes, !bytes.isEmpty,
        !bytes.starts(with: Array("[_".utf8))
      else { continue }
      let start = time(token, "from")
      let end = time(token, "to")
      let certainty = token["p"]?.amount
      if bytes[0] == 0x20 || words.isEmpty {
        words.append((Array(bytes.drop { $0 == 0x20 }), start, end, certainty))
      } else {
        let last = words.count - 1
        words[last].bytes += bytes
        words[last].end = end ?? words[last].end
        words[last].doubt = [words[last].doubt, certainty].compactMap { $0 }.min()
      }
    }
    let read = words.filter { !$0.bytes.isEmpty && $0.start != nil }.map {
      Word(
        text: String(decoding: $0.bytes, as: UTF8.self), start: $0.start, end: $0.end,
        confidence: $0.doubt)
    }
    return read.isEmpty ? nil : read
  }

  /// The bytes at the end that begin a character and do not finish it.
  private static func incomplete(_ bytes: [UInt8]) -> [UInt8] {
    for length in 1...3 where length <= bytes.count {
      let byte = bytes[bytes.count - length]
      if byte & 0xC0 == 0x80 { continue }
      let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return needed > length ? Array(bytes.suffix(length)) : []
    }
    return []
  }
}
