internal import RussianText

/// Decides which voice of a recording is the operator's: what the person told, then what the
/// format or the labels say, then what is said.
struct OperatorChoice {
  /// Evidence must lead by so much before it decides.
  static let leastMargin = 2.0

  private let options: ImportOptions
  let recording: Recording
  let voices: [Voice]

  init(_ recording: Recording, options: ImportOptions) {
    self.recording = recording
    self.options = options
    var voices: [Voice] = []
    for segment in recording.segments where !voices.contains(segment.voice) {
      voices.append(segment.voice)
      // More voices than a conference has are no voices.
      if voices.count == 64 { break }
    }
    self.voices = voices
  }

  enum Answer {
    /// The operator's voices, and how they were found.
    case found(Set<Voice>, OperatorDecision)
    /// The recogniser did not tell the sides apart, or took one for the other; why.
    case mixedUp(String)
  }

  func decide() throws(TranscriptError) -> Answer {
    if let told = try told() { return .found(told.0, told.1) }
    if let labelled = labelled() {
      if let reason = inversion(labelled.voices) { return .mixedUp(reason) }
      return .found(labelled.voices, labelled.decision)
    }
    if voices == [.unknown] {
      throw TranscriptError(
        .noSpeakers,
        "в файле не сказано, кто говорит: нужны дорожки оператора и клиента в двух файлах рядом "
          + "или распознавание с разделением голосов")
    }
    guard voices.count > 1 else {
      return .mixedUp(
        "разделение голосов не удалось: все слова у одного (\(voices.first?.title ?? "никого"))")
    }
    let found = try byWords()
    return .found(found.0, found.1)
  }

  // MARK: What the person told

  private func told() throws(TranscriptError) -> (Set<Voice>, OperatorDecision)? {
    if let wanted = options.operatorSpeaker {
      let speakers = voices.filter { $0.kind == .speaker }
      if let voice = speakers.first(where: { isSame($0.label, wanted) }) {
        return (
          [voice], OperatorDecision(voice: voice.label, confidence: 1, reason: "указан говорящий")
        )
      }
      if !speakers.isEmpty, labelled() == nil { throw missing("говорящего", wanted) }
    }
    if let wanted = options.operatorChannel {
      let channels = voices.filter { $0.kind == .channel }.sorted { $0.label < $1.label }
      let voice: Voice? =
        switch wanted.lowercased() {
        case "left" where channels.count == 2: channels.first
        case "right" where channels.count == 2: channels.last
        default: channels.first { isSame($0.label, wanted) || number($0.label) == wanted }
        }
      if let voice {
        return (
          [voice], OperatorDecision(voice: voice.label, confidence: 1, reason: "указан канал")
        )
      }
      if !channels.isEmpty { throw missing("канала", wanted) }
    }
    return nil
  }

  private func isSame(_ label: String, _ wanted: String) -> Bool {
    Folding.folded(label) == Folding.folded(wanted)
  }

  /// «ch_0» is channel 0.
  private func number(_ label: String) -> String {
    String(label.unicodeScalars.drop { !("0"..."9").contains($0) })
  }

  private func missing(_ what: String, _ wanted: String) -> TranscriptError {
    let names = voices.prefix(8).map(\.title).joined(separator: ", ")
    return TranscriptError(.noSpeakers, "\(what) «\(wanted)» в файле нет: есть \(names)")
  }

  // MARK: What the labels say

  private func labelled() -> (voices: Set<Voice>, decision: OperatorDecision)? {
    let operators = voices.filter { $0.role == .operator }
    let clients = voices.filter { $0.role == .client }
    let others = voices.filter { $0.role == nil }
    if let first = operators.first {
      return (
        Set(operators),
        OperatorDecision(voice: first.label, confidence: 0.98, reason: "так подписан в файле")
      )
    }
    guard let client = clients.first else { return nil }
    if others.count == 1 {
      return (
        Set(others),
        OperatorDecision(
          voice: others[0].label, confidence: 0.9,
          reason: "другая сторона подписана «\(client.label)»")
      )
    }
    guard others.isEmpty else { return nil }
    return ([], OperatorDecision(voice: "", confidence: 0.9, reason: "подписан только клиент"))
  }

  /// Labels may be the wrong way round: then the «client» serves and the «operator» asks.
  private func inversion(_ operators: Set<Voice>) -> String? {
    let clients = Set(voices.filter { $0.role == .client }).subtracting(operators)
    guard !options.lexicon.isEmpty, !operators.isEmpty, !clients.isEmpty else { return nil }
    let ours = evidence { operators.contains($0) }
    let theirs = evidence { clients.contains($0) }
    guard theirs.score >= 6, theirs.serving >= 3, ours.score <= -2, ours.serving == 0 else {
      return nil
    }
    return "похоже, стороны перепутаны: «\(clients.first?.label ?? "")» говорит \(theirs.reason)"
  }

  // MARK: What is said

  /// Those of some voices that speak as the company's people do, with their words: a colleague
  /// who took the call over.
  func serving(among voices: some Sequence<Voice>) -> [(voice: Voice, reason: String)] {
    guard !options.lexicon.isEmpty else { return [] }
    return voices.compactMap { voice in
      let evidence = evidence { $0 == voice }
      return Self.isServing(evidence) ? (voice, evidence.reason) : nil
    }
  }

  private static func isServing(_ evidence: Evidence) -> Bool {
    evidence.score >= 3 && evidence.serving >= 2
  }

  private typealias Evidence = (score: Double, serving: Int, reason: String)

  private func evidence(of belongs: @escaping (Voice) -> Bool) -> Evidence {
    let said = recording.segments.lazy.filter { belongs($0.voice) }.prefix(200).map(\.text)
    var result: Evidence = (0, 0, "")
    var quotes: [(weight: Double, text: String)] = []
    for phrase in options.lexicon.phrases(in: said) {
      switch phrase.side {
      case .operator:
        result.score += phrase.weight
        result.serving += 1
        quotes.append((phrase.weight, phrase.text))
      case .client: result.score -= phrase.weight
      case .invention: break
      }
    }
    result.reason = quotes.sorted { $0.weight > $1.weight }.prefix(3).map { "«\($0.text)»" }
      .joined(separator: ", ")
    return result
  }

  private func byWords() throws(TranscriptError) -> (Set<Voice>, OperatorDecision) {
    var ranked = voices.filter { $0 != .unknown && $0.role != .other }.map { voice in
      (voice: voice, evidence: evidence { $0 == voice })
    }
    // Who takes an incoming call speaks first.
    if recording.direction == .incoming, !ranked.isEmpty, !options.lexicon.isEmpty {
      ranked[0].evidence.score += 1
    }
    ranked.sort { $0.evidence.score > $1.evidence.score }
    // Of several who serve, the one who took the call is the operator; the others are colleagues.
    let serving = ranked.filter { Self.isServing($0.evidence) }
    if serving.count > 1, serving.count < ranked.count,
      let first = voices.first(where: { voice in serving.contains { $0.voice == voice } }),
      let taker = serving.first(where: { $0.voice == first })
    {
      ranked.removeAll { Self.isServing($0.evidence) }
      ranked.insert(taker, at: 0)
    }
    let margin = ranked.count > 1 ? ranked[0].evidence.score - ranked[1].evidence.score : 0
    guard let best = ranked.first, margin >= Self.leastMargin else {
      let names = voices.prefix(4).map(\.title).joined(separator: ", ")
      throw TranscriptError(
        .noSpeakers,
        "не ясно, кто из них оператор: \(names); укажите --operator-channel или --operator-speaker")
    }
    let reason =
      best.evidence.reason.isEmpty
      ? "другой голос говорит как клиент" : "говорит \(best.evidence.reason)"
    return (
      [best.voice],
      OperatorDecision(
        voice: best.voice.label,
        confidence: ((0.5 + 0.48 * margin / (margin + 3)) * 100).rounded() / 100, reason: reason)
    )
  }
}
