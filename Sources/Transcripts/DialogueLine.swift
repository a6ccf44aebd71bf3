/// One line of a plain dialogue taken apart: time, label, text.
struct DialogueLine: Hashable {
  var time: TimePrefix?
  /// What stands before the colon or the bar, whether or not it names a side.
  var label: String?
  var text: String
  /// The line without time and label split off, for a line whose «label» turns out to be speech.
  var whole: String

  /// - Parameter hasTimes: times may stand before or behind the label; in subtitles they do not.
  init(_ line: Substring, hasTimes: Bool = true) {
    var rest = line.unicodeScalars
    time = hasTimes ? TimePrefix.take(from: &rest) : nil
    Self.skip(&rest, Self.lead)
    var afterLabel = rest
    label = Self.label(&afterLabel)
    if hasTimes, time == nil, label != nil { time = TimePrefix.take(from: &afterLabel) }
    if label != nil { Self.skip(&afterLabel, [":", "|", "*", "_"]) }
    text = Self.trimmed(String(afterLabel))
    // A bare «10:30» before speech is speech.
    whole = Self.trimmed(
      time?.isBracketed == true ? String(rest) : String(line))
  }

  /// Spaces, bars, bullets and emphasis before a label.
  private static let lead: Set<Unicode.Scalar> = ["|", "-", "–", "—", "•", "*", "_", ">", ":"]

  private static func skip(_ rest: inout Substring.UnicodeScalarView, _ set: Set<Unicode.Scalar>) {
    while let first = rest.first, set.contains(first) || TimePrefix.spaces.contains(first) {
      rest.removeFirst()
    }
  }

  /// Takes «Оператор (Анна):», «[Клиент]», «Оператор |» off the head of `rest`.
  private static func label(_ rest: inout Substring.UnicodeScalarView) -> String? {
    var depth = 0
    var length = 0
    for index in rest.indices.prefix(60) {
      let scalar = rest[index]
      length += 1
      switch scalar {
      case "[", "(", "<": depth += 1
      case "]", ")", ">":
        depth -= 1
        let following = rest[rest.index(after: index)...].first
        if depth == 0, scalar != ")", rest.first == "[" || rest.first == "<", following != ":" {
          return cut(&rest, at: index)
        }
        // «(speaker 0) Да», as whisper.cpp writes it, and not «(смех) Да».
        if depth == 0, scalar == ")", rest.first == "(", following != ":",
          SpeakerLabel.isAnonymous(String(rest[...index]))
        {
          return cut(&rest, at: index)
        }
      case ":", "|", "\t":
        if depth == 0, length > 1 { return cut(&rest, at: index) }
      default: break
      }
    }
    return nil
  }

  private static func cut(
    _ rest: inout Substring.UnicodeScalarView, at index: Substring.UnicodeScalarView.Index
  ) -> String? {
    var name = trimmed(String(rest[...index]))
    if name.hasSuffix(":") || name.hasSuffix("|") || name.hasSuffix("\t") { name.removeLast() }
    name = trimmed(name)
    // «[SPEAKER_00]» is called SPEAKER_00, «Оператор (Анна)» all of it.
    for (open, close) in [("[", "]"), ("(", ")"), ("<", ">")]
    where name.hasPrefix(open) && name.hasSuffix(close) {
      name = trimmed(String(name.dropFirst().dropLast()))
    }
    rest = rest[rest.index(after: index)...]
    return name.isEmpty ? nil : name
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
