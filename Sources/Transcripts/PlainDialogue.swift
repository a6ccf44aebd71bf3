/// A dialogue as people type it: «Оператор: …», «[00:12] Клиент: …», with continuation lines.
public enum PlainDialogue {
  /// Reads a whole dialogue. The call's id is left to the caller.
  public static func read(_ bytes: [UInt8], id: String) throws(TranscriptError) -> ImportedCall {
    guard let (text, note) = TextEncoding.decode(bytes) else {
      throw TranscriptError(.invalidText, "это не текст в UTF-8 и не в Windows-1251")
    }
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(DialogueLine.init)
    let roles = try roles(of: lines)
    var result = ImportedCall(
      call: Call(id: id, turns: []), line: 1, isNamedByFile: true, notes: note.map { [$0] } ?? [])
    var skipped = 0
    for line in lines {
      if let label = line.label, let role = roles[label] {
        result.call.turns.append(
          Turn(
            speaker: role.speaker, text: line.text, start: line.time?.start, end: line.time?.end))
        if role.speaker == .operator, result.call.employee == nil {
          result.call.employee = role.name
        }
      } else if line.whole.isEmpty {
        continue
      } else if result.call.turns.isEmpty {
        skipped += 1
      } else {
        result.call.turns[result.call.turns.count - 1].append(line)
      }
    }
    if skipped > 0 { result.notes.append("строк до первой реплики пропущено: \(skipped)") }
    return result
  }

  /// Whether some line of a head of a text names a side.
  static func isLikely(_ head: String) -> Bool {
    head.split { $0.isNewline }.prefix(200).contains { line in
      DialogueLine(line).label.flatMap(SpeakerLabel.role) != nil
    }
  }

  private typealias Role = (speaker: Speaker, name: String?)

  /// Whose each label is. When only one side is named by its role and one other label keeps
  /// returning («Анна: …», «Клиент: …»), that label is the other side.
  private static func roles(of lines: [DialogueLine]) throws(TranscriptError) -> [String: Role] {
    var counts: [String: Int] = [:]
    for line in lines {
      if let label = line.label { counts[label, default: 0] += 1 }
    }
    var roles: [String: Role] = [:]
    for label in counts.keys { roles[label] = SpeakerLabel.role(of: label) }
    let sides = Set(roles.values.map(\.speaker))
    let unknown = counts.filter { $0.value > 1 && roles[$0.key] == nil && isName($0.key) }
    if sides.count == 1, let side = sides.first, unknown.count == 1, let label = unknown.keys.first
    {
      let other: Speaker = side == .operator ? .client : .operator
      roles[label] = (other, other == .operator ? label : nil)
    }
    guard !roles.isEmpty else {
      let anonymous = counts.keys.filter(SpeakerLabel.isAnonymous).sorted()
      throw TranscriptError(
        .noSpeakers,
        anonymous.isEmpty
          ? "не видно, кто говорит: реплики начинаются с «Оператор:» и «Клиент:»"
          : "не ясно, кто из них оператор: \(anonymous.prefix(3).joined(separator: ", "))")
    }
    return roles
  }

  private static func isName(_ label: String) -> Bool {
    let words = label.split(separator: " ")
    return (1...3).contains(words.count)
      && words.allSatisfy {
        $0.first?.isUppercase == true && $0.allSatisfy { $0.isLetter || $0 == "-" }
      }
  }
}

extension Turn {
  /// Adds a continuation line.
  fileprivate mutating func append(_ line: DialogueLine) {
    if !text.isEmpty { text += " " }
    text += line.whole
    if let time = line.time, time.isBracketed { end = time.end }
  }
}
