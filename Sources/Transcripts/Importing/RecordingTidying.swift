internal import RussianText

extension Recording {
  /// Leaves out what nobody said, and joins the pieces of one voice; says in the notes what it did.
  mutating func tidy(lexicon: SpeakerLexicon) {
    dropImpossibleTimes()
    noteWordsWithoutTimes()
    if isChunked {
      dropInventions(lexicon)
      dropLoops()
    }
    dropDoubledChannel()
    if isChunked { joinPieces() }
  }

  private mutating func dropImpossibleTimes() {
    let times = PlausibleTimes(segments.lazy.compactMap { $0.start ?? $0.words?.first?.start })
    var wrong = 0
    var wrongWords = 0
    for index in segments.indices {
      if let possible = times.mended(segments[index].start, segments[index].end) {
        wrong += 1
        segments[index].start = possible.start
        segments[index].end = possible.end
      }
      wrongWords += times.mend(&segments[index].words)
    }
    if wrong > 0 { notes.append("невозможное время убрано у кусков: \(wrong)") }
    if wrongWords > 0 { notes.append(PlausibleTimes.note(words: wrongWords)) }
  }

  /// Times that some words have and others lack: numbers, which were not aligned.
  private mutating func noteWordsWithoutTimes() {
    var timed = 0
    var untimed = 0
    for segment in segments {
      for word in segment.words ?? [] {
        if word.start == nil { untimed += 1 } else { timed += 1 }
      }
    }
    if timed > 0, untimed > 0 { notes.append("слов без времени: \(untimed)") }
  }

  private mutating func dropInventions(_ lexicon: SpeakerLexicon) {
    guard !lexicon.isEmpty else { return }
    var dropped: [String] = []
    segments.removeAll { segment in
      guard lexicon.isInvention(segment.text) else { return false }
      dropped.append(segment.text)
      return true
    }
    if let first = dropped.first {
      notes.append("выдумки распознавателя в тишине пропущены: \(dropped.count) («\(first)»)")
    }
  }

  /// A recogniser caught in a loop writes the same again and again.
  private mutating func dropLoops() {
    var kept: [Segment] = []
    var dropped = 0
    var index = 0
    while index < segments.count {
      let segment = segments[index]
      var end = index + 1
      while end < segments.count, segments[end].text == segment.text,
        segments[end].voice == segment.voice
      {
        end += 1
      }
      let isLoop = end - index > (segment.text.contains(" ") ? 3 : 5)
      kept += isLoop ? [segment] : Array(segments[index..<end])
      if isLoop { dropped += end - index - 1 }
      index = end
    }
    if dropped > 0 {
      segments = kept
      notes.append("повторов зациклившегося распознавателя пропущено: \(dropped)")
    }
  }

  /// A mono recording sent as stereo gives both channels the same speech.
  private mutating func dropDoubledChannel() {
    let channels = Set(segments.lazy.map(\.voice).filter { $0.kind == .channel })
    guard channels.count == 2 else { return }
    var words: [Voice: [String: Int]] = [:]
    // The first minutes tell enough.
    for segment in segments.prefix(200) where segment.voice.kind == .channel {
      for word in Folding.folded(segment.text).split(whereSeparator: { !$0.isLetter }) {
        words[segment.voice, default: [:]][String(word), default: 0] += 1
      }
    }
    guard words.count == 2, let kept = segments.first?.voice, let first = words[kept],
      let second = words.first(where: { $0.key != kept })?.value
    else { return }
    let counts = (first.values.reduce(0, +), second.values.reduce(0, +))
    let common = first.reduce(0) { $0 + min($1.value, second[$1.key] ?? 0) }
    guard min(counts.0, counts.1) >= 10, common * 4 > max(counts.0, counts.1) * 3 else { return }
    segments.removeAll { $0.voice != kept && $0.voice.kind == .channel }
    reasonNotToJudge =
      "в обоих каналах одна и та же речь: моно-запись распознана как стерео, стороны не различить"
  }

  /// Pieces of one voice with no pause of more than a second and a half between them.
  private mutating func joinPieces() {
    var joined: [Segment] = []
    for segment in segments {
      guard let last = joined.last, last.voice == segment.voice,
        isClose(last.end ?? last.start, segment.start),
        (last.words == nil) == (segment.words == nil)
      else {
        joined.append(segment)
        continue
      }
      let index = joined.count - 1
      joined[index].text += " " + segment.text
      joined[index].words?.append(contentsOf: segment.words ?? [])
      joined[index].end = segment.end ?? joined[index].end
      joined[index].doubt(segment.voiceConfidence)
    }
    segments = joined
  }

  private func isClose(_ end: Double?, _ start: Double?) -> Bool {
    guard let end, let start else { return true }
    return start - end < 1.5
  }
}
