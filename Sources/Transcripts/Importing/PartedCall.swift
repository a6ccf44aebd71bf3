internal import RussianText

/// One of several files that hold one call.
public struct TranscriptPart: Sendable {
  /// What of the call is in the file.
  public enum Side: Sendable, Hashable {
    /// The speech of one side.
    case role(Speaker)
    /// The speech of one channel.
    case channel(String)
    /// All of it, told in one of several ways.
    case whole
  }

  public var bytes: [UInt8]
  public var name: String
  public var side: Side
  /// What its encoding was taken for before it was read.
  var note: String?

  public init(bytes: [UInt8], name: String, side: Side) {
    self.bytes = bytes
    self.name = name
    self.side = side
  }
}

/// A call of which every channel, or every way of telling it, is a file of its own.
public enum PartedCall {
  /// Reads the parts as one call.
  public static func read(
    _ parts: [TranscriptPart], id: String, options: ImportOptions
  ) throws(TranscriptError) -> ImportedCall {
    var sources: [(side: TranscriptPart.Side, source: ForeignSource)] = []
    var speakers: [SpeakerStretch] = []
    for part in parts {
      let bytes = ByteSource(bytes: part.bytes)
      let kind = try ForeignSource.kind(of: bytes, name: part.name)
      if case .foreignText(let importer) = kind, importer.format == .rttm {
        let text = try ForeignSource.whole(bytes)
        speakers += RTTM.stretches(String(decoding: text, as: UTF8.self))
        continue
      }
      do throws(TranscriptError) {
        var source = try ForeignSource(bytes, kind: kind)
        source.add(part.note)
        sources.append((part.side, source))
      } catch {
        var error = error
        error.message = "\(part.name): \(error.message)"
        throw error
      }
    }
    guard let best = sources.max(by: { rank($0.source) < rank($1.source) }) else {
      throw TranscriptError(.empty, "в файлах нет речи")
    }
    var recording = Recording([])
    recording.isChunked = true
    if sources.contains(where: { $0.side == .whole }) {
      // The same words told several ways: one that tells the voices apart is enough.
      recording = best.source.recordings[0]
    } else {
      for (side, source) in sources {
        for part in source.recordings {
          recording.segments += part.segments.map { segment in
            var segment = segment
            segment.voice = voice(side)
            return segment
          }
          recording.notes += part.notes
        }
      }
      recording.segments = recording.segments.sortedByTime()
      if sources.contains(where: {
        $0.source.recordings.contains { $0.segments.contains { $0.start == nil } }
      }) {
        recording.notes.append("без времени порядок реплик двух дорожек неизвестен")
      }
    }
    if !speakers.isEmpty { recording.assign(speakers) }
    return try ImportedCall(recording, id: id, format: best.source.format, options: options)
  }

  private static func voice(_ side: TranscriptPart.Side) -> Voice {
    switch side {
    case .role(let speaker):
      Voice(
        kind: .channel, label: speaker == .operator ? "оператора" : "клиента", role: speaker)
    case .channel(let label): .channel(label)
    case .whole: .unknown
    }
  }

  /// More voices first, then more segments.
  private static func rank(_ source: ForeignSource) -> Int {
    let segments = source.recordings.first?.segments ?? []
    let voices = Set(segments.map(\.voice)).subtracting([.unknown]).count
    return voices * 1_000_000 + min(segments.count, 999_999)
  }
}

extension Recording {
  /// Gives every word the voice that speaks longest while it is said, or else the nearest one.
  mutating func assign(_ speakers: [SpeakerStretch]) {
    let ordered = speakers.sorted { $0.start < $1.start }
    let longest = ordered.map { $0.end - $0.start }.max() ?? 0
    var grouping = WordGrouping()
    for segment in segments {
      for var word in segment.words ?? [
        Word(text: segment.text, start: segment.start, end: segment.end)
      ] {
        guard let start = word.start else {
          if let last = grouping.segments.last { grouping.add(word, voice: last.voice) }
          continue
        }
        let end = word.end ?? start
        var best: (overlap: Double, stretch: SpeakerStretch)?
        // Stretches that begin too early to reach the word are passed by.
        var index = ordered.partitioningIndex { $0.start >= start - longest - 5 }
        while index < ordered.count, ordered[index].start <= end + 5 {
          let stretch = ordered[index]
          let overlap = min(end, stretch.end) - max(start, stretch.start)
          if best == nil || overlap > best?.overlap ?? 0 { best = (overlap, stretch) }
          index += 1
        }
        word.speakerConfidence = best?.stretch.confidence
        grouping.add(word, voice: best?.stretch.voice ?? .unknown)
      }
    }
    // A segment without words is one «word» here; its words have no times of their own.
    let hadWords = segments.contains { $0.words != nil }
    segments = grouping.segments.map { segment in
      var segment = segment
      if !hadWords {
        for word in segment.words ?? [] { segment.doubt(word.speakerConfidence) }
        segment.words = nil
      }
      return segment
    }
  }
}
