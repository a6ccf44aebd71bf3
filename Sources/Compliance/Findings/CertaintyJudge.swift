import ServiceStandards
import Transcripts

/// Why a finding is as sure as it is before anything is known of the recording.
enum CertaintyReason {
  /// - Parameter detector: what the candidate's rule calls on, where no phrase of it matched.
  static func of(_ candidate: FindingCandidate, detector: FindingRule.Detector?) -> String {
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

  func weigh(findings: [Finding], review: [Finding]) -> (findings: [Finding], review: [Finding]) {
    var certain: [Finding] = []
    var doubtful: [Finding] = []
    for finding in findings {
      let (weighed, isDoubtful) = weigh(finding)
      if isDoubtful { doubtful.append(weighed) } else { certain.append(weighed) }
    }
    let known = review.map { weigh($0).finding }
    guard !doubtful.isEmpty else { return (certain, known) }
    return (
      certain,
      (known + doubtful).enumerated().sorted {
        ($0.element.turn, $0.element.range.start, $0.offset)
          < ($1.element.turn, $1.element.range.start, $1.offset)
      }.map(\.element)
    )
  }

  /// A finding with the confidence that the recording leaves it, and whether that is too little.
  private func weigh(_ finding: Finding) -> (finding: Finding, isDoubtful: Bool) {
    var finding = finding
    var doubts: [String] = []
    let words = words(of: finding)
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
    return (finding, !doubts.isEmpty)
  }

  private func lower(_ finding: inout Finding, by confidence: Double) {
    finding.confidence = (finding.confidence * max(0, min(1, confidence)) * 100).rounded() / 100
  }

  /// The recogniser's words that a finding's stretch holds, wholly or in part.
  private func words(of finding: Finding) -> [Word] {
    let turn = call.turns[finding.turn]
    guard let words = turn.words,
      words.contains(where: { $0.confidence != nil || $0.speakerConfidence != nil })
    else { return [] }
    return zip(words, WordPlaces.find(words.map(\.text), in: turn.text)).compactMap { word, place in
      guard let place, place.lowerBound < finding.range.end, finding.range.start < place.upperBound
      else { return nil }
      return word
    }
  }

  /// The words of a finding of which it is least sure whose they are, as they are told of.
  private func leastSureSpeaker(of finding: Finding, words: [Word]) -> (
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
