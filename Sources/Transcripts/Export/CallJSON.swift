/// A call as one line of the contract's JSON.
enum CallJSON {
  static func line(_ call: Call) -> String {
    var result = "{\"id\":\(quoted(call.id))"
    if let standard = call.standard { result += ",\"standard\":\(quoted(standard))" }
    if let direction = call.direction { result += ",\"direction\":\(quoted(direction.rawValue))" }
    if let employee = call.employee { result += ",\"employee\":\(quoted(employee))" }
    if let startedAt = call.startedAt { result += ",\"startedAt\":\(quoted(startedAt))" }
    result += ",\"turns\":["
    for (index, turn) in call.turns.enumerated() {
      if index > 0 { result += "," }
      result += "{\"speaker\":\(quoted(turn.speaker.rawValue)),\"text\":\(quoted(turn.text))"
      add("start", turn.start, to: &result)
      add("end", turn.end, to: &result)
      if let words = turn.words {
        result += ",\"words\":["
        for (index, word) in words.enumerated() {
          if index > 0 { result += "," }
          result += "{\"text\":\(quoted(word.text))"
          add("start", word.start, to: &result)
          add("end", word.end, to: &result)
          add("confidence", word.confidence, to: &result)
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

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
