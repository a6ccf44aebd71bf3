import RussianText
import Transcripts

/// How much is said in how much time.
extension Timeline {
  /// Less speech than this says nothing of its pace.
  private static let leastSpeech = 10.0
  /// A turn's own pace counts from so many words on, and the spread from so many turns.
  private static let leastWords = 5
  private static let leastTurns = 3

  private struct Spoken {
    var seconds = 0.0
    var words = 0
    var syllables = 0
  }

  func addPace(to metrics: inout [String: Double]) {
    var turns: [Int: Spoken] = [:]
    for stretch in stretches {
      turns[stretch.turn, default: Spoken()].seconds += until(stretch) - stretch.start
    }
    for index in turns.keys {
      let turn = call.turns[index]
      turns[index]?.words = turn.writtenWords
      turns[index]?.syllables = syllables(of: turn)
    }
    func spoken(_ speaker: Speaker) -> [Spoken] {
      // In the order of the call: sums of the same numbers in another order are not the same.
      turns.filter { call.turns[$0.key].speaker == speaker }.sorted { $0.key < $1.key }.map(\.value)
    }
    let mine = spoken(.operator)
    let theirs = spoken(.client)
    let seconds = (mine.reduce(0) { $0 + $1.seconds }, theirs.reduce(0) { $0 + $1.seconds })
    metrics[MetricName.operatorSpeech] = seconds.0
    metrics[MetricName.clientSpeech] = seconds.1
    if seconds.0 + seconds.1 > 0 {
      metrics[MetricName.operatorTalkShare] = seconds.0 / (seconds.0 + seconds.1)
    }
    add(MetricName.operatorPace, mine, to: &metrics) { Double($0.words) * 60 / $0.seconds }
    add(MetricName.clientPace, theirs, to: &metrics) { Double($0.words) * 60 / $0.seconds }
    add(MetricName.operatorSyllables, mine, to: &metrics) { Double($0.syllables) / $0.seconds }
    add(MetricName.clientSyllables, theirs, to: &metrics) { Double($0.syllables) / $0.seconds }
  }

  /// The vowels of a turn, and two syllables for every digit: «42» is said as «сорок два».
  private func syllables(of turn: AnalyzedTurn) -> Int {
    var vowels = 0
    var digits = 0
    var lead: UInt8 = 0
    for byte in turn.text.bytes {
      if byte >= 0x80 {
        let bit: UInt64 = 1 &<< UInt64(byte & 63)
        if lead == 0xD0, Self.vowelsAfterD0 & bit != 0 { vowels += 1 }
        if lead == 0xD1, Self.vowelsAfterD1 & bit != 0 { vowels += 1 }
      } else if byte &- 0x30 < 10 {
        digits += 1
      }
      lead = byte
    }
    return (turn.text.bytes.isEmpty ? 0 : max(vowels, 1)) + 2 * digits
  }

  /// The vowels whose first byte in UTF-8 is that one, by the last six bits of the second.
  private static let vowelsAfterD0 = vowels(0xD0)
  private static let vowelsAfterD1 = vowels(0xD1)

  private static func vowels(_ lead: UInt8) -> UInt64 {
    "аеёиоуыэюяАЕЁИОУЫЭЮЯ".unicodeScalars.reduce(0) { bits, letter in
      let bytes = Array(String(letter).utf8)
      return bytes[0] == lead ? bits | 1 << UInt64(bytes[1] & 63) : bits
    }
  }

  /// A rate over all turns, and its spread over those that are long enough to have one.
  private func add(
    _ name: String, _ turns: [Spoken], to metrics: inout [String: Double],
    rate: (Spoken) -> Double
  ) {
    let whole = turns.reduce(into: Spoken()) { sum, turn in
      sum.seconds += turn.seconds
      sum.words += turn.words
      sum.syllables += turn.syllables
    }
    guard whole.seconds >= Self.leastSpeech else { return }
    metrics[name] = rate(whole)
    let rates = turns.filter { $0.words >= Self.leastWords && $0.seconds > 0 }.map(rate).sorted()
    guard rates.count >= Self.leastTurns else { return }
    for (suffix, share) in MetricName.spread {
      metrics[name + suffix] = rates[Int((Double(rates.count - 1) * share).rounded())]
    }
  }
}
