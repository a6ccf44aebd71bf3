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

  /// Leaves a finding the confidence that its words and the recording leave it; says whether that is
  /// too little for it to count.
  ///
  /// - Parameter words: its words, as far as the source tells how well they were heard.
  func weigh(_ finding: inout Finding, of candidate: FindingCandidate, words: [HeardWord]) -> Bool {
    if candidate.isReview {
      lower(&finding, by: Self.isUnlikely(candidate) ? measures.unlikely : measures.doubtful)
    }
    var doubts: [String] = []
    let weakest = words.filter { $0.confidence != nil }.min(by: HeardWord.isLessSure)
    if let weakest, let confidence = weakest.confidence {
      lower(&finding, by: confidence)
      if confidence < measures.word {
        doubts.append("слово распознано неуверенно: \(weakest.told(confidence))")
      } else if confidence < measures.sureWord {
        finding.reason? += "; распознано не вполне уверенно: \(weakest.told(confidence))"
      } else if !candidate.isReview {
        finding.reason? += "; распознано уверенно"
      }
    }
    if let (text, confidence) = leastSureSpeaker(of: finding, words: words),
      confidence < measures.wordSpeaker
    {
      lower(&finding, by: confidence)
      doubts.append("неясно, чьи это слова: \(text), \(Wording.percent(confidence))")
    }
    if let voice = call.operatorConfidence, voice < measures.operatorVoice {
      lower(&finding, by: voice)
      doubts.append("неясно, кто оператор: уверенность \(Wording.percent(voice))")
    }
    if doubts.isEmpty, !candidate.isReview, finding.confidence < measures.finding {
      if let weakest, let confidence = weakest.confidence, confidence < measures.sureWord {
        doubts.append("слово распознано не вполне уверенно: \(weakest.told(confidence))")
      } else {
        doubts.append("уверенности слишком мало: \(Wording.percent(finding.confidence))")
      }
    }
    if !doubts.isEmpty { finding.reason = doubts.joined(separator: "; ") }
    return candidate.isReview || !doubts.isEmpty
  }

  /// Whether the models of speech hear nothing of what a rule found: then it hardly ever is an
  /// offence, and no verdict waits for a person because of it.
  static func isUnlikely(_ candidate: FindingCandidate) -> Bool {
    candidate.isReview && candidate.ground == .unheard
  }

  private func lower(_ finding: inout Finding, by confidence: Double) {
    finding.confidence = (finding.confidence * confidence * 100).rounded() / 100
  }

  /// The words of a finding of which it is least sure whose they are, as they are told of.
  private func leastSureSpeaker(of finding: Finding, words: [HeardWord]) -> (
    text: String, confidence: Double
  )? {
    let least = words.compactMap { word in
      word.speakerConfidence.map { (text: "«\(word.text)»", confidence: $0) }
    }.min { $0.confidence < $1.confidence }
    if let least { return least }
    return call.turns[finding.turn].speakerConfidence.map { ("вся реплика", $0) }
  }
}

/// A word of a turn, as the turn writes it, and how sure the source is of it: the recogniser of what
/// was said, the diarization of who said it. Of several words that it heard there the least sure tells.
struct HeardWord {
  var text: String
  var confidence: Double?
  var speakerConfidence: Double?

  init(_ text: String, heard: some Sequence<Word>) {
    self.text = text
    confidence = heard.compactMap(\.confidence).min()
    speakerConfidence = heard.compactMap(\.speakerConfidence).min()
  }

  static func isLessSure(_ one: HeardWord, than other: HeardWord) -> Bool {
    (one.confidence ?? 1) < (other.confidence ?? 1)
  }

  func told(_ confidence: Double) -> String {
    "«\(text)», \(Wording.percent(confidence))"
  }
}
