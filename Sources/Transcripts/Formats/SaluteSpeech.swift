internal import JSONBytes

/// Sber SaluteSpeech, asynchronous: a list of blocks with several hypotheses each, the best first.
/// The same speech comes once for each separated speaker and again for the mix (`speaker_id` −1):
/// the mix is left out when there are speakers. `main_speaker_confidence` is left alone: no document
/// says that it tells how sure the separation is, and it names the main speaker.
enum SaluteSpeech: JSONImporter {
  static var format: TranscriptFormat { .saluteSpeech }

  static func recognises(_ roots: JSONRoots) -> Bool {
    guard let root = roots.first else { return false }
    let list = root["result"] ?? root
    let first = list.first ?? list
    guard first["results"]?.kind == .array else { return false }
    return first["eou"] != nil || first["speaker_info"] != nil || first["backend_info"] != nil
      || first["processed_audio_end"] != nil || first["emotions_result"] != nil
  }

  static func read(_ roots: JSONRoots) throws(TranscriptError) -> [Recording] {
    let blocks = blocks(roots).filter { $0["results"]?.first != nil }
    let speakers = blocks.map { $0["speaker_info"]?["speaker_id"]?.amount ?? -1 }
    let isSeparated = speakers.contains { $0 >= 0 }
    var segments: [Segment] = []
    var mixed = 0
    var hypotheses = Hypotheses()
    for (block, speaker) in zip(blocks, speakers) {
      if isSeparated, speaker < 0 {
        mixed += 1
        continue
      }
      guard let best = hypotheses.first(block["results"]),
        let text = best["normalized_text"]?.trimmed ?? best["text"]?.trimmed
      else { continue }
      let words = best["word_alignments"]?.elements.compactMap { word in
        word["word"]?.trimmed.map {
          Word(text: $0, start: word["start"]?.amount, end: word["end"]?.amount)
        }
      }
      let voice =
        isSeparated
        ? Voice.speaker("\(Int(min(speaker, 1000)))")
        : block["channel"]?.label.map(Voice.channel) ?? .unknown
      segments.append(
        Segment(
          voice, text, start: best["start"]?.amount ?? words?.first?.start,
          end: best["end"]?.amount ?? words?.last?.end,
          words: words?.isEmpty == false ? words : nil))
    }
    var recording = Recording(Self.withoutRepeats(segments.sortedByTime()), isChunked: true)
    recording.notes = hypotheses.notes
    if mixed > 0 {
      recording.notes.append("речь без разделения по голосам пропущена, взяты голоса")
    }
    return [recording]
  }

  /// With separated speakers every phrase may come once per channel.
  private static func withoutRepeats(_ segments: [Segment]) -> [Segment] {
    struct Phrase: Hashable {
      var voice: Voice
      var text: String
      var start: Double?
    }
    var seen: Set<Phrase> = []
    return segments.filter {
      seen.insert(Phrase(voice: $0.voice, text: $0.text, start: $0.start)).inserted
    }
  }

  private static func blocks(_ roots: JSONRoots) -> [JSONValue] {
    roots.flatMap { root -> [JSONValue] in
      let list = root["result"] ?? root
      return list.kind == .array ? Array(list.elements) : [list]
    }
  }
}
