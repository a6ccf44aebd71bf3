/// The labels of a text of which some are speakers and others only words before a colon.
struct SpeakerTable {
  private var voices: [String: Voice] = [:]
  /// How many lines begin with a speaker.
  private(set) var count = 0

  /// - Parameter isStrict: names that return are not taken for speakers, as in subtitles.
  init(lines: some Sequence<DialogueLine>, isStrict: Bool = false) {
    var counts: [String: Int] = [:]
    for line in lines {
      if let label = line.label { counts[label, default: 0] += 1 }
    }
    for label in counts.keys {
      let voice = Voice.speaker(label)
      if voice.role != nil || SpeakerLabel.isAnonymous(label) { voices[label] = voice }
    }
    let names = counts.filter { $0.value > 1 && voices[$0.key] == nil && Self.isName($0.key) }
    let sides = Set(voices.values.map(\.role))
    if sides.count == 1, let side = sides.first ?? nil, names.count == 1,
      let label = names.keys.first
    {
      // «Анна: …», «Клиент: …»: the label that keeps returning is the other side.
      let other: Speaker = side == .operator ? .client : .operator
      voices[label] = Voice(
        kind: .speaker, label: label, role: other, isNamedByLabel: other == .operator)
    } else if voices.isEmpty, !isStrict, names.count > 1 {
      for label in names.keys { voices[label] = Voice(kind: .speaker, label: label) }
    }
    for label in voices.keys { count += counts[label] ?? 0 }
  }

  var isEmpty: Bool { voices.isEmpty }

  func voice(of label: String) -> Voice? { voices[label] }

  private static func isName(_ label: String) -> Bool {
    let words = label.split(separator: " ")
    return (1...3).contains(words.count)
      && words.allSatisfy {
        $0.first?.isUppercase == true && $0.allSatisfy { $0.isLetter || $0 == "-" }
      }
  }
}
