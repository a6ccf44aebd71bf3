/// Writes calls in formats that we read back.
public enum CallExport: String, Sendable, CaseIterable {
  /// The contract's own lines, with everything.
  case ndjson
  /// Subtitles with «Оператор:» and «Клиент:» before the text.
  case srt
  /// Subtitles with `<v Оператор>`.
  case vtt
  /// «[00:00:01.000 --> 00:00:02.500] Оператор: …».
  case dialogue

  /// The call as text, ending with a line end.
  ///
  /// - Throws: when the format needs times and the call has none.
  public func text(of call: Call) throws(TranscriptError) -> String {
    switch self {
    case .ndjson: return CallJSON.line(call) + "\n"
    case .srt: return try subtitles(call, head: "", separator: ",", isNumbered: true)
    case .vtt: return try subtitles(call, head: "WEBVTT\n\n", separator: ".", isNumbered: false)
    case .dialogue:
      return call.turns.map { turn in
        var time = ""
        if let start = turn.start {
          time = CueTime.written(start, separator: ".")
          if let end = turn.end { time += " --> " + CueTime.written(end, separator: ".") }
          time = "[\(time)] "
        }
        return "\(time)\(Self.name(turn.speaker)): \(Self.line(turn.text))\n"
      }.joined()
    }
  }

  private func subtitles(
    _ call: Call, head: String, separator: String, isNumbered: Bool
  ) throws(TranscriptError) -> String {
    var result = head
    var number = 0
    for (index, turn) in call.turns.enumerated() where !turn.text.trimmed.isEmpty {
      guard let start = turn.start, let end = turn.end else {
        throw TranscriptError(
          .missingKey, "у реплики \(index + 1) нет времени, а субтитрам оно нужно",
          key: "turns[\(index)].\(turn.start == nil ? "start" : "end")", callID: call.id)
      }
      number += 1
      if isNumbered { result += "\(number)\n" }
      result += CueTime.written(start, separator: separator) + " --> "
      result += CueTime.written(end, separator: separator) + "\n"
      let text = Self.line(turn.text)
      let name = Self.name(turn.speaker)
      result += isNumbered ? "\(name): \(text)\n\n" : "<v \(name)>\(Self.escaped(text))\n\n"
    }
    return result
  }

  private static func name(_ speaker: Speaker) -> String {
    switch speaker {
    case .operator: "Оператор"
    case .client: "Клиент"
    case .other: "Третий голос"
    }
  }

  /// In one line.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
