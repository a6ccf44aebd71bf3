extension ImportedCall {
  /// A call of a recording: tidied, and with the operator found.
  ///
  /// - Parameter id: the id of a call that has none of its own.
  init(
    _ recording: consuming Recording, id: String, format: TranscriptFormat,
    options: ImportOptions
  ) throws(TranscriptError) {
    var recording = recording
    do throws(TranscriptError) {
      recording.tidy(lexicon: options.lexicon)
      guard recording.segments.contains(where: { !$0.text.isEmpty }) else {
        throw TranscriptError(.empty, "в файле нет речи")
      }
      try Recording.check(recording.segments.count - 1)
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
      settleDate()
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
    let crowd = choice.crowd(besides: operators)
    if !crowd.others.isEmpty {
      let names = crowd.others.map(\.title).sorted().prefix(5).joined(separator: ", ")
      let client = crowd.client.map { "клиентом счёлся \($0.title), " } ?? ""
      notes.append("голосов больше двух: \(client)не засчитаны никому: \(names)")
      for (voice, reason) in crowd.colleagues {
        notes.append("\(voice.title) — похоже, коллега после перевода звонка: говорит \(reason)")
      }
    }
    if decision.confidence < 0.9 {
      notes.append(
        "оператором счёлся «\(decision.voice)» (уверенность \(Int(decision.confidence * 100)) %): "
          + decision.reason)
    }
    let turns = recording.segments.map { segment -> Turn in
      let speaker: Speaker =
        operators.contains(segment.voice)
        ? .operator : crowd.others.contains(segment.voice) ? .other : .client
      return Turn(
        speaker: speaker, text: segment.text,
        start: segment.start, end: segment.end, words: segment.words,
        voice: crowd.others.isEmpty || !segment.voice.isNameless ? nil : segment.voice.label,
        speakerConfidence: segment.voiceConfidence)
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
