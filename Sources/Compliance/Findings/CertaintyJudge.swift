import ServiceStandards
import Transcripts

/// Why a finding is as sure as it is before anything is known of the recording.
enum CertaintyReason {
  /// - Parameter detector: what the candidate's rule calls on, where no phrase of it matched.
  static func of(_ candidate: FindingCandidate, detector: FindingRule.Detector?) -> String {
    switch candidate.ground {
    case .unheard:
      return "слова правила, но обученная модель речи не слышит здесь такого нарушения"
    case .echo: return "слово клиента: возможно, оператор его повторяет"
    case .despiteException:
      return "слова правила: исключение их извиняет, но обученная модель речи слышит нарушение"
    case nil: break
    }
    if candidate.isReview, candidate.phrase == nil, detector == .paraphrase {
      return "сказано другими словами: похоже на размеченные нарушения, но не наверняка"
    }
    if candidate.isReview { return "такие слова бывают и к месту" }
    if candidate.phrase == nil, let detector {
      switch detector {
      case .diminutive: return "уменьшительное слово по правилу языка"
      case .paraphrase: return "сказано другими словами: похоже на размеченные нарушения"
      }
    }
    return candidate.confidence < usual
      ? "такие слова почти всегда значат это" : "прямые слова правила"
  }

  /// The confidence of a phrase that says nothing of its own.
  private static let usual = 0.95
}

/// Weighs what was found by what is known of the recording: how sure the recogniser is of the
/// words, the diarization of whose they are, and whoever chose the operator's voice of the choice.
/// What is doubtful goes to review. A call that tells none of these keeps its findings as they are.
struct CertaintyJudge {
  let measures: CertaintyMeasures
  let call: Call

  /// The source's words of a turn, where it says how sure it is of any.
  func words(of turn: AnalyzedTurn) -> SourceWords? {
    let source = call.turns[turn.index]
    guard
      source.words?.contains(where: { $0.confidence != nil || $0.speakerConfidence != nil }) == true
    else { return nil }
    return SourceWords(turn, source: source)
  }

  /// Leaves a finding the confidence that the recording leaves it; says whether that is too little.
  ///
  /// - Parameter words: the source's words that it is made of.
  func weigh(_ finding: inout Finding, of words: ArraySlice<Word>) -> Bool {
    var doubts: [String] = []
    if let weakest = words.filter({ $0.confidence != nil }).min(by: Self.isLessSure),
      let confidence = weakest.confidence
    {
      lower(&finding, by: confidence)
      if confidence < measures.word {
        doubts.append("слово распознано неуверенно: \(Self.said(weakest.text, confidence))")
      } else if confidence < measures.sureWord {
        finding.reason? += "; распознано не вполне уверенно: \(Self.said(weakest.text, confidence))"
      } else {
        finding.reason? += "; распознано уверенно"
      }
    }
    if let (text, confidence) = leastSureSpeaker(of: finding, words: words),
      confidence < measures.wordSpeaker
    {
      lower(&finding, by: confidence)
      doubts.append("неясно, чьи это слова: \(text), \(percent(confidence))")
    }
    if let voice = call.operatorConfidence, voice < measures.operatorVoice {
      lower(&finding, by: voice)
      doubts.append("неясно, кто оператор: уверенность \(percent(voice))")
    }
    if !doubts.isEmpty { finding.reason = doubts.joined(separator: "; ") }
    return !doubts.isEmpty
  }

  private func lower(_ finding: inout Finding, by confidence: Double) {
    finding.confidence = (finding.confidence * max(0, min(1, confidence)) * 100).rounded() / 100
  }

  /// The words of a finding of which it is least sure whose they are, as they are told of.
  private func leastSureSpeaker(of finding: Finding, words: ArraySlice<Word>) -> (
    text: String, confidence: Double
  )? {
    let least = words.compactMap { word in
      word.speakerConfidence.map { (text: "«\(Self.bare(word.text))»", confidence: $0) }
    }.min { $0.confidence < $1.confidence }
    if let least { return least }
    return call.turns[finding.turn].speakerConfidence.map { ("вся реплика", $0) }
  }

  private static func isLessSure(_ one: Word, than other: Word) -> Bool {
    (one.confidence ?? 1) < (other.confidence ?? 1)
  }

  private static func said(_ word: String, _ confidence: Double) -> String {
    "«\(bare(word))», \(Int((confidence * 100).rounded())) %"
  }

  /// A word without the signs around it.
  private static func bare(_ word: String) -> String {
    let bare = String(word.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed())
    return bare.isEmpty ? word : bare
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
