/// Reading of rules, elements and approved wordings.
extension YAMLReader {
  static let circumstanceKeys = Set([
    "unless", "unless_sentence", "unless_turn", "only", "only_sentence", "only_turn",
    "after_client", "unless_after_client", "from_turn", "to_turn", "punctuated",
  ]).union(placementKeys)

  func circumstances() throws(StandardError) -> Circumstances {
    var result = Circumstances()
    result.unless = try phrases("unless")
    result.unlessInSentence = try phrases("unless_sentence")
    result.unlessInTurn = try phrases("unless_turn")
    result.only = try phrases("only")
    result.onlyInSentence = try phrases("only_sentence")
    result.onlyInTurn = try phrases("only_turn")
    result.afterClient = try phrases("after_client")
    result.unlessAfterClient = try phrases("unless_after_client")
    result.fromTurn = try value("from_turn")?.integer()
    result.toTurn = try value("to_turn")?.integer()
    result.punctuated = try value("punctuated")?.boolean()
    result.placement = try placement()
    return result
  }

  func findingRule() throws(StandardError) -> FindingRule {
    try requireKeys(
      Self.circumstanceKeys.union([
        "id", "category", "clause", "severity", "speaker", "detector", "phrases", "replacements",
        "say", "lookup", "examples", "how_often", "fires", "depends_on",
        "certain", "firm",
      ]))
    let common = try circumstances()
    var rule = FindingRule(
      id: try required("id").string(),
      category: try required("category").category(),
      clause: try required("clause").string(),
      severity: try value("severity")?.choice(Severity.self) ?? .minor,
      speaker: try value("speaker")?.choice(FindingRule.Scope.self) ?? .operator,
      phrases: try rulePhrases(common: common, moreKeys: ["speaker", "certain"]),
      detector: try value("detector")?.choice(FindingRule.Detector.self),
      circumstances: common,
      replacements: try replacements("replacements"),
      say: try strings("say"),
      lookup: try phrases("lookup"),
      examples: try examples(mayDoubt: true),
      place: place)
    rule.frequency = try frequency()
    rule.firesOnce = try firesOnce()
    rule.dependence = try dependence()
    rule.isCertain = try value("certain")?.boolean() ?? false
    rule.firm = try firmExceptions(of: rule)
    if rule.frequency == nil, let fires = value("fires") {
      throw fires.error("fires бывает только вместе с how_often")
    }
    return rule
  }

  /// The exceptions of a rule that hold whatever a model hears: each is one of those it has.
  private func firmExceptions(of rule: FindingRule) throws(StandardError) -> [StandardPhrase] {
    let firm = try phrases("firm")
    guard !firm.isEmpty else { return [] }
    let circumstances = rule.phrases.map(\.circumstances) + [rule.circumstances]
    let known = Set(
      circumstances.flatMap { ($0.unless + $0.unlessInSentence).map(\.text) })
    for phrase in firm where !known.contains(phrase.text) {
      throw StandardError(
        .shape,
        "firm: среди исключений правила «\(rule.id)» (unless, unless_sentence) нет «\(phrase.text)»"
          + Misspelling.hint(for: phrase.text, among: known.sorted()),
        at: phrase.place)
    }
    return firm
  }

  func elementRule() throws(StandardError) -> ElementRule {
    try requireKeys(
      Self.circumstanceKeys.union([
        "element", "clause", "phrases", "examples", "applies", "applies_when_said", "otherwise",
        "if_applies", "missing", "near", "expected", "cues", "heard", "applies_heard",
      ]))
    var rule = ElementRule(
      element: try required("element").choice(Element.self),
      clause: try required("clause").string(),
      phrases: try rulePhrases(common: try circumstances()),
      examples: try examples(),
      place: place)
    rule.phrasesIfApplies = try phrases("if_applies")
    rule.applies = try value("applies")?.condition()
    rule.appliesWhenSaid = try value("applies_when_said")?.boolean() ?? false
    rule.otherwise = try value("otherwise")?.string()
    rule.missing = try value("missing")?.string()
    for item in try value("near")?.items() ?? [] {
      try item.requireKeys(["why", "phrases"])
      rule.near.append(
        NearWording(why: try item.required("why").string(), phrases: try item.phrases("phrases")))
    }
    rule.expected = try value("expected")?.choice(Expected.self)
    rule.heard = try value("heard")?.hearing()
    if let heard = rule.heard, heard.what != .nextContact {
      throw try required("heard").error(
        "оператор говорит только next_contact: остальное слышно иначе")
    }
    rule.appliesHeard = try value("applies_heard")?.hearing()
    rule.cues = try value("cues")?.cues(of: rule.element) ?? [:]
    return rule
  }

  /// Phrases by the names under which detectors ask for them.
  private func cues(of element: Element) throws(StandardError) -> [ElementCue: [StandardPhrase]] {
    let known = ElementCue.allCases.filter { $0.elements?.contains(element) ?? true }
    try requireKeys(Set(known.map(\.rawValue)))
    var result: [ElementCue: [StandardPhrase]] = [:]
    for cue in known where value(cue.rawValue) != nil {
      result[cue] = try phrases(cue.rawValue)
    }
    return result
  }

  private func hearing() throws(StandardError) -> Hearing {
    try requireKeys(["what", "sure", "doubt"])
    return Hearing(
      what: try required("what").choice(Hearing.Speech.self),
      sure: try required("sure").share(), doubt: try required("doubt").share())
  }

  func approvedWording() throws(StandardError) -> ApprovedWording {
    try requireKeys(Self.circumstanceKeys.union(["clause", "phrases", "categories", "reach"]))
    var categories: [Category] = []
    for item in try value("categories")?.items() ?? [] {
      categories.append(try item.category())
    }
    return ApprovedWording(
      clause: try required("clause").string(),
      phrases: try phrases("phrases"),
      categories: categories,
      reach: try value("reach")?.choice(ApprovedWording.Reach.self) ?? .match,
      circumstances: try circumstances())
  }

  func situationScript() throws(StandardError) -> SituationScript {
    try requireKeys(["id", "title", "clause", "keywords", "scripts"])
    return SituationScript(
      id: try required("id").string(), title: try required("title").writing(),
      clause: try required("clause").string(), keywords: try strings("keywords"),
      scripts: try strings("scripts"))
  }

  private func rulePhrases(common: Circumstances, moreKeys: Set<String> = []) throws(StandardError)
    -> [RulePhrase]
  {
    var result: [RulePhrase] = []
    var errors: [StandardError] = []
    for item in try value("phrases")?.items() ?? [] {
      do throws(StandardError) {
        result.append(try item.rulePhrase(common: common, moreKeys: moreKeys))
      } catch {
        errors.append(error)
      }
    }
    if let error = StandardError.joined(errors) { throw error }
    return result
  }

  private func rulePhrase(common: Circumstances, moreKeys: Set<String>) throws(StandardError)
    -> RulePhrase
  {
    guard isMapping else {
      return RulePhrase(
        phrase: try phrase(), circumstances: common, replacements: nil, isReview: false,
        confidence: 0.95)
    }
    try requireKeys(
      Self.circumstanceKeys.union(["phrase", "replacements", "review", "confidence"])
        .union(moreKeys))
    return RulePhrase(
      phrase: try required("phrase").phrase(),
      circumstances: common.joined(try circumstances()),
      replacements: value("replacements") == nil ? nil : try replacements("replacements"),
      isReview: try value("review")?.boolean() ?? false,
      confidence: try value("confidence")?.share() ?? 0.95,
      speaker: try value("speaker")?.choice(FindingRule.Scope.self),
      isCertain: try value("certain")?.boolean() ?? false)
  }
}

extension Circumstances {
  /// What these have beside others that they were joined to.
  package func beyond(_ common: Circumstances) -> Circumstances {
    func rest<Item>(_ items: KeyPath<Circumstances, [Item]>) -> [Item] {
      Array(self[keyPath: items].dropFirst(common[keyPath: items].count))
    }
    var result = self
    result.unless = rest(\.unless)
    result.unlessInSentence = rest(\.unlessInSentence)
    result.unlessInTurn = rest(\.unlessInTurn)
    result.only = rest(\.only)
    result.onlyInSentence = rest(\.onlyInSentence)
    result.onlyInTurn = rest(\.onlyInTurn)
    result.afterClient = rest(\.afterClient)
    result.unlessAfterClient = rest(\.unlessAfterClient)
    if common.fromTurn == fromTurn { result.fromTurn = nil }
    if common.toTurn == toTurn { result.toTurn = nil }
    if common.punctuated == punctuated { result.punctuated = nil }
    result.placement.within = rest(\.placement.within)
    result.placement.outside = rest(\.placement.outside)
    return result
  }

  /// Both this and the other's conditions; the other's numbers win.
  func joined(_ other: Circumstances) -> Circumstances {
    var result = self
    result.unless += other.unless
    result.unlessInSentence += other.unlessInSentence
    result.unlessInTurn += other.unlessInTurn
    result.only += other.only
    result.onlyInSentence += other.onlyInSentence
    result.onlyInTurn += other.onlyInTurn
    result.afterClient += other.afterClient
    result.unlessAfterClient += other.unlessAfterClient
    result.fromTurn = other.fromTurn ?? fromTurn
    result.toTurn = other.toTurn ?? toTurn
    result.punctuated = other.punctuated ?? punctuated
    result.placement = placement.joined(other.placement)
    return result
  }
}
