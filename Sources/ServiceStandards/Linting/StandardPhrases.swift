/// Where a standard's phrases stand, for whoever has to look at each.
extension ServiceStandard {
  /// The phrases that stand in no rule, element, approved wording or list: the company's names, the
  /// scorecard, the kinds of calls that are not judged, the measures of speech, the names of terms.
  var scoringPhrases: [StandardPhrase] {
    var result = companyNames + speech.thanksForWaiting + durations.phrases
    for criterion in scorecard.criteria {
      result += criterion.condition?.phrases ?? []
      result += criterion.check.phrases
      result += criterion.sayFor.flatMap(\.clientSays)
    }
    for kind in unjudged {
      result += kind.says + kind.goesWith
      result += kind.clientSays + kind.unlessClientSays
      result += kind.operatorSays + kind.unlessOperatorSays
    }
    return result
  }
}

extension Condition {
  /// All phrases that it names.
  var phrases: [StandardPhrase] {
    clientSays + operatorSays + except + placement.phrases
      + (after + any + none).flatMap(\.phrases)
  }
}

extension Check {
  /// All phrases that it names.
  var phrases: [StandardPhrase] {
    switch self {
    case .says(let phrases, _, _, _), .avoids(let phrases, _, _), .clientEnds(let phrases),
      .spokenLimit(let phrases, _):
      phrases
    case .saysGroups(let groups, _), .saysOnce(let groups): groups.flatMap(\.phrases)
    case .placed(let check, let placement, _): check.phrases + placement.phrases
    case .answer(let check, _): check.phrases
    case .any(let checks), .all(let checks): checks.flatMap(\.phrases)
    case .element, .findings, .rate, .order, .metric, .review: []
    }
  }
}

extension Circumstances {
  /// All phrases that they name.
  var phrases: [StandardPhrase] {
    unless + unlessInSentence + unlessInTurn + only + onlyInSentence + onlyInTurn + afterClient
      + unlessAfterClient + placement.phrases
  }
}

extension Placement {
  /// The phrases that windows are measured from.
  var phrases: [StandardPhrase] {
    (within.flatMap(\.self) + outside).compactMap { window in
      guard case .phrase(let phrase, _) = window.window.point else { return nil }
      return try? StandardPhrase(text: "\(phrase)", place: window.place)
    }
  }
}
