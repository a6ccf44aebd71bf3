extension ImportedCall {
  /// A call of a recording: tidied, and with the operator found.
  ///
  /// - Parameter id: the id of a call that has none of its own.
  init(
    _ recording: Recording, id: String, format: TranscriptFormat, options: ImportOptions
  ) throws(TranscriptError) {
    var recording = recording
    do throws(TranscriptError) {
      try recording.tidy(lexicon: options.lexicon)
      guard recording.segments.contains(where: { !$0.text.isEmpty }) else {
        throw TranscriptError(.empty, "в файле нет речи")
      }
      let (operators, decision) = try OperatorChoice(recording, options: options).decide()
      self.init(recording, operators: operators, decision: decision, id: id, format: format)
    } catch {
      var error = error
      if recording.id != nil { error.callID = recording.id }
      throw error
    }
  }

  private init(
    _ recording: Recording, operators: Set<Voice>, decision: OperatorDecision, id: String,
    format: TranscriptFormat
  ) {
    var notes = recording.notes
    let clients = Set(recording.segments.map(\.voice)).subtracting(operators)
    let strangers = clients.filter { $0.role == nil && $0 != .unknown }
    if clients.count > 1, !strangers.isEmpty {
      let names = strangers.map(\.title).sorted().prefix(5).joined(separator: ", ")
      notes.append("голосов больше двух: к клиенту отнесены \(names)")
    }
    if decision.confidence < 0.9 {
      notes.append(
        "оператором счёлся «\(decision.voice)» (уверенность \(Int(decision.confidence * 100)) %): "
          + decision.reason)
    }
    let turns = recording.segments.map { segment in
      Turn(
        speaker: operators.contains(segment.voice) ? .operator : .client, text: segment.text,
        start: segment.start, end: segment.end, words: segment.words)
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
}
