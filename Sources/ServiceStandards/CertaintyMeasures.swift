/// From where on what was found is put to a person: bounds that a person edits.
///
/// A standard that neither includes `Lexicons/calls` nor extends one that does has these numbers,
/// which are those of `certainty.yaml` there; a test holds them to it.
public struct CertaintyMeasures: Sendable, Hashable, Codable {
  /// A found word that the recogniser is less sure of.
  public var word = 0.5
  /// Below this, a word is named with its confidence although it is not doubted.
  public var sureWord = 0.8
  /// Anything found of which the program, all told, is less sure.
  public var finding = 0.5
  /// A decision who the operator is that is less sure than this.
  public var operatorVoice = 0.7
  /// One that is less sure than this: the call is not judged.
  public var unknownOperator = 0.33
  /// A found word of which the diarization is less sure whose it is.
  public var wordSpeaker = 0.4
  /// What is left of its confidence where words are found that are in place as often.
  public var doubtful = 0.5
  /// The same where the models of speech hear no such offence in them.
  public var unlikely = 0.1
  /// An offence in other words that the model of speech is less sure of.
  public var paraphrase = 0.94
  /// From where on another offence that it hears in the words of a rule takes their place.
  public var otherOffence = 0.9
  /// What a rule found, where the model of speech gives its category less.
  public var unheard = 0.02
  /// The same for the categories in which it is another.
  public var unheardOf: [Category: Double] = [
    .command: 0, .rudeRepeat: 0.001, .jargon: 0.003, .refusal: 0.1, .noInformation: 0.2,
    .companyFailure: 0.2, .redirect: 0.4,
  ]
  /// From where on the model of speech is believed against an exception around a rule's match.
  public var despiteException = 0.95
  /// From where on the models of speech and of uses together are believed against an exception, and
  /// of what no phrase says.
  public var together = 0.7
  /// The same for the categories in which it is another.
  public var togetherOf: [Category: Double] = [.filler: 0.6, .jargon: 1]
  /// What a rule found, where both together give its category less.
  public var unlikelyOf: [Category: Double] = [
    .command: 0.03, .companyFailure: 0.18, .redirect: 0.25, .badmouthing: 0.12, .refusal: 0.12,
    .noInformation: 0.18, .blame: 0.1, .categoricalOrder: 0.25,
  ]
  /// From where on the model of uses alone keeps a finding that the model of speech hardly hears.
  public var likelyUse = 0.6
  /// From where on both together are believed of words that no rule looked at.
  public var unsaidOf: [Category: Double] = [.filler: 0.6, .jargon: 0.65, .refusal: 0.6]

  public init() {}

  /// Below which probability the model of speech hears nothing of a category.
  public func unheard(_ category: Category) -> Double { unheardOf[category] ?? unheard }

  /// From which probability on both models together hear a category.
  public func together(_ category: Category) -> Double { togetherOf[category] ?? together }

  /// Below which probability both together hardly hear a category.
  public func unlikely(_ category: Category) -> Double { unlikelyOf[category] ?? 0 }

  /// From which probability on both together hear a category in words that no rule looked at.
  public func unsaid(_ category: Category) -> Double { unsaidOf[category] ?? 1 }
}

extension YAMLReader {
  /// What is not said here stays as it is in `known`.
  func certaintyMeasures(over known: CertaintyMeasures) throws(StandardError) -> CertaintyMeasures {
    try requireKeys([
      "word", "sure_word", "finding", "operator_voice", "unknown_operator", "word_speaker",
      "doubtful", "unlikely", "paraphrase", "other_offence", "unheard", "unheard_of",
      "despite_exception", "together", "together_of", "unlikely_of", "likely_use", "unsaid_of",
    ])
    var result = known
    result.word = try value("word")?.share() ?? result.word
    result.sureWord = try value("sure_word")?.share() ?? result.sureWord
    result.finding = try value("finding")?.share() ?? result.finding
    result.operatorVoice = try value("operator_voice")?.share() ?? result.operatorVoice
    result.unknownOperator = try value("unknown_operator")?.share() ?? result.unknownOperator
    result.doubtful = try value("doubtful")?.share() ?? result.doubtful
    result.unlikely = try value("unlikely")?.share() ?? result.unlikely
    result.wordSpeaker = try value("word_speaker")?.share() ?? result.wordSpeaker
    result.paraphrase = try value("paraphrase")?.share() ?? result.paraphrase
    result.otherOffence = try value("other_offence")?.share() ?? result.otherOffence
    result.unheard = try value("unheard")?.share() ?? result.unheard
    result.unheardOf = try bounds("unheard_of", over: result.unheardOf)
    result.together = try value("together")?.share() ?? result.together
    result.togetherOf = try bounds("together_of", over: result.togetherOf)
    result.unlikelyOf = try bounds("unlikely_of", over: result.unlikelyOf)
    result.likelyUse = try value("likely_use")?.share() ?? result.likelyUse
    result.unsaidOf = try bounds("unsaid_of", over: result.unsaidOf)
    result.despiteException =
      try value("despite_exception")?.share() ?? result.despiteException
    return result
  }

  /// Bounds of categories; those not named stay as they are in `known`.
  private func bounds(_ key: String, over known: [Category: Double]) throws(StandardError)
    -> [Category: Double]
  {
    guard let bounds = value(key) else { return known }
    try bounds.requireKeys(Set(Category.allCases.map(\.rawValue)))
    var result = known
    for category in Category.allCases {
      if let bound = bounds.value(category.rawValue) { result[category] = try bound.share() }
    }
    return result
  }

  /// A share of the whole, from 0 to 1.
  func share() throws(StandardError) -> Double {
    let share = try double()
    guard (0...1).contains(share) else { throw error("здесь ожидалось число от 0 до 1") }
    return share
  }
}
