import ServiceStandards
import Transcripts

extension RuleExample {
  /// The call that the example is: its dialogue, or the operator's turn after the client's.
  var call: Call {
    var call = Call(
      id: "example",
      turns: turns.map {
        Turn(
          speaker: $0.isClient ? .client : .operator, text: $0.text, start: $0.start, end: $0.end)
      })
    guard turns.isEmpty else { return call }
    if let client { call.turns.append(Turn(speaker: .client, text: client)) }
    call.turns.append(Turn(speaker: .operator, text: plain))
    return call
  }
}
