internal import JSONBytes

/// Whether a file writes its times as texts where its format has numbers: somebody has passed it
/// through a table or a language that knows no numbers.
struct NumberHabits {
  private(set) var areTexts = false

  /// Looks at the head of the file only.
  init(_ roots: JSONRoots) {
    var pending = Array(roots.prefix(5))
    var looked = 0
    while let value = pending.popLast(), looked < 200 {
      looked += 1
      if value["start"]?.kind == .text || value["end"]?.kind == .text {
        areTexts = true
        return
      }
      for member in value.members.prefix(20) where member.value.kind == .array {
        pending.append(member.value)
      }
      pending += value.elements.prefix(5).filter { $0.kind == .object }
    }
  }
}

extension TranscriptFormat {
  /// Times are JSON's numbers: in many formats they are texts.
  var writesNumbers: Bool {
    switch self {
    case .openAIWhisper, .fasterWhisper, .whisperX, .vosk, .voskTranscriber, .deepgram, .assemblyAI:
      true
    default: false
    }
  }
}
