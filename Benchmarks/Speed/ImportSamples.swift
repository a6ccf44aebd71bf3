import Foundation
import Transcripts

/// The sample calls as recognisers would write them, with a word's time for every word.
enum ImportSamples {
  /// A name and the bytes of one file, of some megabytes.
  static func files(_ calls: [Call]) -> [(name: String, bytes: [UInt8])] {
    var timed: [Turn] = []
    var time = 0.0
    // One long call with times, as long as a shift.
    for turn in calls.flatMap(\.turns) where !turn.text.isEmpty {
      let words = turn.text.split(separator: " ").map { word in
        time = hundredths(time + 0.4)
        return Word(
          text: String(word), start: time, end: hundredths(time + 0.3), confidence: 0.97)
      }
      time = hundredths(time + 1)
      timed.append(
        Turn(
          speaker: turn.speaker, text: turn.text, start: words.first?.start, end: time,
          words: words))
    }
    return [
      ("native lines", native(timed)), ("SpeechKit v2", speechKit(timed)),
      ("AWS Transcribe", amazon(timed)), ("WhisperX", whisperX(timed)),
    ]
  }

  /// Recognisers round to hundredths of a second.
  private static func hundredths(_ seconds: Double) -> Double { (seconds * 100).rounded() / 100 }

  private static func native(_ turns: [Turn]) -> [UInt8] {
    var result = ""
    for (number, start) in stride(from: 0, to: turns.count, by: 20).enumerated() {
      let call = Call(id: "\(number)", turns: Array(turns[start..<min(start + 20, turns.count)]))
      result += (try? CallExport.ndjson.text(of: call)) ?? ""
    }
    return Array(result.utf8)
  }

  private static func speechKit(_ turns: [Turn]) -> [UInt8] {
    let chunks = turns.map { turn in
      let words = (turn.words ?? []).map {
        #"{"startTime":"\#($0.start ?? 0)s","endTime":"\#($0.end ?? 0)s","word":"\#(escaped($0.text))","confidence":1}"#
      }
      return
        #"{"alternatives":[{"words":[\#(words.joined(separator: ","))],"text":"\#(escaped(turn.text))","confidence":1}],"channelTag":"\#(turn.speaker == .operator ? 1 : 2)"}"#
    }
    return Array(#"{"done":true,"response":{"chunks":[\#(chunks.joined(separator: ","))]}}"#.utf8)
  }

  private static func amazon(_ turns: [Turn]) -> [UInt8] {
    let items = turns.flatMap { turn in
      (turn.words ?? []).map {
        #"{"start_time":"\#($0.start ?? 0)","end_time":"\#($0.end ?? 0)","alternatives":[{"confidence":"0.98","content":"\#(escaped($0.text))"}],"type":"pronunciation","speaker_label":"spk_\#(turn.speaker == .operator ? 0 : 1)"}"#
      }
    }
    return Array(#"{"jobName":"j","results":{"items":[\#(items.joined(separator: ","))]}}"#.utf8)
  }

  private static func whisperX(_ turns: [Turn]) -> [UInt8] {
    let segments = turns.map { turn in
      let speaker = turn.speaker == .operator ? "SPEAKER_00" : "SPEAKER_01"
      let words = (turn.words ?? []).map {
        #"{"word":"\#(escaped($0.text))","start":\#($0.start ?? 0),"end":\#($0.end ?? 0),"score":0.9,"speaker":"\#(speaker)"}"#
      }
      return
        #"{"start":\#(turn.start ?? 0),"end":\#(turn.end ?? 0),"text":" \#(escaped(turn.text))","words":[\#(words.joined(separator: ","))],"speaker":"\#(speaker)"}"#
    }
    return Array(#"{"segments":[\#(segments.joined(separator: ","))],"language":"ru"}"#.utf8)
  }

  private static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
      .replacingOccurrences(of: "\n", with: "\\n").replacingOccurrences(of: "\t", with: "\\t")
  }
}
