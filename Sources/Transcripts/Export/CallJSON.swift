import JSONBytes

/// A call as one line of the contract's JSON.
enum CallJSON {
  static func line(_ call: Call) -> String {
    var result = "{\"id\":\(JSONText.quoted(call.id))"
    if let standard = call.standard { result += ",\"standard\":\(JSONText.quoted(standard))" }
    if let direction = call.direction {
      result += ",\"direction\":\(JSONText.quoted(direction.rawValue))"
    }
    if let employee = call.employee { result += ",\"employee\":\(JSONText.quoted(employee))" }
    if let startedAt = call.startedAt { result += ",\"startedAt\":\(JSONText.quoted(startedAt))" }
    if let zone = call.clientTimeZone { result += ",\"clientTimeZone\":\(JSONText.quoted(zone))" }
    add("operatorConfidence", call.operatorConfidence, to: &result)
    result += ",\"turns\":["
    for (index, turn) in call.turns.enumerated() {
      if index > 0 { result += "," }
      result +=
        "{\"speaker\":\"\(turn.speaker == .operator ? "operator" : "client")\",\"text\":\(JSONText.quoted(turn.text))"
      add("start", turn.start, to: &result)
      add("end", turn.end, to: &result)
      // The contract knows two sides; who reads no more takes a third voice for the client's.
      if turn.speaker == .other { result += ",\"third\":true" }
      add("speakerConfidence", turn.speakerConfidence, to: &result)
      if let voice = turn.voice { result += ",\"voice\":\(JSONText.quoted(voice))" }
      if let words = turn.words {
        result += ",\"words\":["
        for (index, word) in words.enumerated() {
          if index > 0 { result += "," }
          result += "{\"text\":\(JSONText.quoted(word.text))"
          add("start", word.start, to: &result)
          add("end", word.end, to: &result)
          add("confidence", word.confidence, to: &result)
          add("speakerConfidence", word.speakerConfidence, to: &result)
          result += "}"
        }
        result += "]"
      }
      result += "}"
    }
    return result + "]}"
  }

  private static func add(_ key: String, _ number: Double?, to result: inout String) {
    guard let number, number.isFinite else { return }
    let isWhole = number == number.rounded() && abs(number) < 1e15
    result += ",\"\(key)\":\(isWhole ? "\(Int(number))" : "\(number)")"
  }
}
