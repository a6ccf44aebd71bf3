extension ImportedCall {
  /// A call of a recording: tidied, and with the operator found.
  ///
  /// - Parameter id: the id of a call that has none of its own.
  init(
    _ recording: Recording, id: String, format: TranscriptFormat, options: ImportOptions
  ) throws(TranscriptError) {
    var recording = recording
    do throws(TranscriptError) {
      recording.tidy(lexicon: options.lexicon)
      guard recording.segments.contains(where: { !$0.text.isEmpty }) else {
        throw TranscriptError(.empty, "в файле нет речи")
      }
      let choice = OperatorChoice(recording, options: options)
      if let reason = recording.reasonNotToJudge {
        self.init(mixedUp: recording, reason: reason, id: id, format: format)
      } else {
        switch try choice.decide() {
        case .found(let operators, let decision):
          self.init(
            recording, operators: operators, decision: decision, choice: choice, id: id,
            format: format)
        case .mixedUp(let reason):
          self.init(mixedUp: recording, reason: reason, id: id, format: format)
        }
      }
    } catch {
      var error = error
      if recording.id != nil { error.callID = recording.id }
      throw error
    }
  }

  private init(
    _ recording: Recording, operators: Set<Voice>, decision: OperatorDecision,
    choice: OperatorChoice, id: String, format: TranscriptFormat
  ) {
    var notes = recording.notes
    let clients = Set(recording.segments.lazy.map(\.voice)).subtracting(operators)
    let strangers = clients.filter { $0.role == nil && $0 != .unknown }
    let isCrowd = clients.count > 1 && !strangers.isEmpty
    if isCrowd {
      let names = strangers.map(\.title).sorted().prefix(5).joined(separator: ", ")
      notes.append("голосов больше двух, операторам не засчитаны: \(names)")
      for (voice, reason) in choice.serving(among: strangers.sorted { $0.label < $1.label }) {
        notes.append("\(voice.title) — похоже, коллега после перевода звонка: говорит \(reason)")
      }
    }
    if decision.confidence < 0.9 {
      notes.append(
        "оператором счёлся «\(decision.voice)» (уверенность \(Int(decision.confidence * 100)) %): "
          + decision.reason)
    }
    let turns = recording.segments.map { segment in
      Turn(
        speaker: operators.contains(segment.voice) ? .operator : .client, text: segment.text,
        start: segment.start, end: segment.end, words: segment.words,
        voice: isCrowd && segment.voice != .unknown ? segment.voice.label : nil)
    }
    let name = recording.segments.first { operators.contains($0.voice) && $0.voice.name != nil }
    self.init(
      call: Call(
        id: recording.id ?? id, direction: recording.direction,
        employee: recording.employee ?? name?.voice.name, startedAt: recording.startedAt,
        turns: turns),
      line: recording.line, isNamedByFile: recording.id == nil, notes: notes, format: format,
      decision: decision)
  }

  /// A call whose sides are not told apart.
  private init(mixedUp recording: Recording, reason: String, id: String, format: TranscriptFormat) {
    self.init(
      call: Call(
        id: recording.id ?? id, direction: recording.direction, employee: recording.employee,
        startedAt: recording.startedAt,
        turns: recording.segments.map { segment in
          Turn(
            speaker: .client, text: segment.text, start: segment.start, end: segment.end,
            words: segment.words)
        }),
      line: recording.line, isNamedByFile: recording.id == nil,
      notes: recording.notes + ["не оценивается: \(reason)"], format: format)
    reasonNotToJudge = reason
  }
}
