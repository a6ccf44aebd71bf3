import Testing
import Transcripts

/// A call of lines «О: …» and «К: …», each with its start and end in seconds before it where it
/// has them: «3-7 О: …»; «|» divides the words of a turn whose words have times, each with its own:
/// «О: 3-4 добрый|4-5 день».
func dialogueCall(_ lines: String..., direction: Call.Direction? = nil) throws -> Call {
  var call = Call(id: "call", direction: direction, turns: [])
  for line in lines {
    let speech = try #require(line.firstRange(of: ": "))
    let head = line[..<speech.lowerBound].split(separator: " ")
    let text = String(line[speech.upperBound...])
    let times = head.count > 1 ? try span(head[0]) : nil
    var turn = Turn(
      speaker: head.last == "К" ? .client : .operator, text: text, start: times?.0, end: times?.1)
    if text.contains("|") {
      let words = try text.split(separator: "|").map { word in
        let parts = word.split(separator: " ", maxSplits: 1)
        let times = try span(parts[0])
        return Word(text: String(parts[1]), start: times.0, end: times.1)
      }
      turn.text = words.map(\.text).joined(separator: " ")
      turn.words = words
      turn.start = words.first?.start
      turn.end = words.last?.end
    }
    call.turns.append(turn)
  }
  return call
}

private func span(_ text: Substring) throws -> (Double, Double) {
  let parts = text.split(separator: "-").compactMap { Double($0) }
  return (try #require(parts.first), try #require(parts.last))
}
