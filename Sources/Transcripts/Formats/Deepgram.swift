internal import JSONBytes

/// Deepgram: channels with words, and utterances where they were asked for, which are preferred.
/// A word's `speaker_confidence` comes with diarization of recorded audio
/// (developers.deepgram.com/docs/diarization); zero stands where nothing was compared. Where
/// channels tell the sides apart, it is of no account.
enum Deepgram: JSONImporter {
  static var format: TranscriptFormat { .deepgram }

  static func recognises(_ roots: JSONRoots) -> Bool {
    roots.count == 1 && roots[0]["results"]?["channels"]?.kind == .array
  }

  static func read(_ roots: JSONRoots) throws(TranscriptError) -> [Recording] {
    guard let results = roots[0]["results"], let channels = results["channels"] else { return [] }
    let isStereo = channels.elements.reduce(0) { count, _ in count + 1 } > 1
    var segments: [Segment] = []
    if let utterances = results["utterances"], utterances.first != nil {
      for utterance in utterances.elements {
        guard let text = utterance["transcript"]?.trimmed else { continue }
        let channel = utterance["channel"]?.label.map(Voice.channel)
        let speaker = utterance["speaker"]?.label.map(Voice.speaker)
        let words = utterance["words"]?.elements.compactMap { word($0, isDiarized: !isStereo) }
        segments.append(
          Segment(
            (isStereo ? channel : speaker ?? .unknown) ?? .unknown, text,
            start: utterance["start"]?.amount, end: utterance["end"]?.amount,
            words: words?.isEmpty == false ? words : nil))
      }
      return [Recording(segments.sortedByTime(), isChunked: true)]
    }
    var hypotheses = Hypotheses()
    for (number, channel) in channels.elements.enumerated() {
      var grouping = WordGrouping()
      let best = hypotheses.first(channel["alternatives"])
      for item in best?["words"]?.elements.map({ $0 }) ?? [] {
        guard let word = word(item, isDiarized: !isStereo) else { continue }
        let speaker = item["speaker"]?.label.map(Voice.speaker)
        grouping.add(word, voice: isStereo ? .channel("\(number)") : speaker ?? .unknown)
      }
      if grouping.segments.isEmpty, let text = best?["transcript"]?.trimmed {
        segments.append(Segment(isStereo ? .channel("\(number)") : .unknown, text))
      }
      segments += grouping.segments
    }
    var recording = Recording(segments.sortedByTime(), isChunked: true)
    recording.notes = hypotheses.notes
    return [recording]
  }

  private static func word(_ value: JSONValue, isDiarized: Bool) -> Word? {
    let isTold = isDiarized && value["speaker"] != nil
    let ofSpeaker = isTold ? value["speaker_confidence"]?.amount : nil
    return (value["punctuated_word"]?.trimmed ?? value["word"]?.trimmed).map {
      Word(
        text: $0, start: value["start"]?.amount, end: value["end"]?.amount,
        confidence: value["confidence"]?.amount,
        speakerConfidence: ofSpeaker.flatMap { $0 > 0 ? $0 : nil })
    }
  }
}
