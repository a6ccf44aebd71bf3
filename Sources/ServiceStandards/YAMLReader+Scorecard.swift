/// Reading of scorecards.
extension YAMLReader {
  func scorecard() throws(StandardError) -> Scorecard {
    try requireKeys(["pass", "sections"])
    var criteria: [Criterion] = []
    var places: [String: Place] = [:]
    var errors: [StandardError] = []
    for section in try required("sections").items() {
      try section.requireKeys(["title", "criteria"])
      let title = try section.required("title").writing()
      for item in try section.required("criteria").items() {
        do throws(StandardError) {
          let criterion = try item.criterion(section: title)
          if let first = places.updateValue(criterion.place, forKey: criterion.id) {
            throw StandardError(
              .duplicate, "критерий «\(criterion.id)» уже есть в \(first)", at: criterion.place)
          }
          criteria.append(criterion)
        } catch {
          errors.append(error)
        }
      }
    }
    var passMark = 0.0
    do throws(StandardError) {
      passMark = try required("pass").passMark()
    } catch {
      errors.append(error)
    }
    if let error = StandardError.joined(errors) { throw error }
    if let first = criteria.first, criteria.allSatisfy({ $0.weight == 0 }) {
      throw StandardError(
        .shape, "у всех критериев вес (weight) 0: оценивать нечего; дайте вес хотя бы одному",
        at: first.place)
    }
    return Scorecard(passMark: passMark, criteria: criteria)
  }

  private func criterion(section: String) throws(StandardError) -> Criterion {
    try requireKeys([
      "id", "title", "clause", "weight", "critical", "when", "check", "on_failure", "note",
      "missed", "say", "say_for",
    ])
    let failure = value("on_failure")
    if let failure, try failure.string() != "review" {
      throw failure.error("on_failure может быть только review")
    }
    return Criterion(
      id: try required("id").string(), section: section,
      title: try required("title").writing(),
      clause: try required("clause").string(),
      weight: try required("weight").weight(),
      isCritical: try value("critical")?.boolean() ?? false,
      condition: try value("when")?.condition(),
      check: try required("check").check(),
      failureNeedsReview: failure != nil,
      note: try value("note")?.string(),
      missed: try value("missed")?.string(),
      say: try strings("say"),
      sayFor: try fittingScripts(),
      place: place)
  }

  private func fittingScripts() throws(StandardError) -> [FittingScript] {
    var result: [FittingScript] = []
    for item in try value("say_for")?.items() ?? [] {
      try item.requireKeys(["client_says", "say"])
      result.append(
        FittingScript(
          clientSays: try item.phrases("client_says"), say: try item.strings("say")))
    }
    return result
  }

  func condition() throws(StandardError) -> Condition {
    try requireKeys(
      Self.placementKeys.union([
        "direction", "client_says", "operator_says", "findings", "by", "element_present",
        "element_applies", "has_times", "at_least", "ends", "any", "none", "silence", "except",
        "after", "last_turn",
      ]))
    var result = Condition()
    if let direction = try value("direction")?.string() {
      guard ["incoming", "outgoing"].contains(direction) else {
        throw try required("direction").error(
          "направление — incoming или outgoing, а стоит «\(direction)»")
      }
      result.direction = direction
    }
    result.clientSays = try phrases("client_says")
    result.operatorSays = try phrases("operator_says")
    result.placement = try placement()
    result.findings = try categories("findings")
    result.findingsBy = try value("by")?.choice(FindingRule.Scope.self) ?? .any
    result.elementPresent = try value("element_present")?.choice(Element.self)
    result.elementApplies = try value("element_applies")?.choice(Element.self)
    result.hasTimes = try value("has_times")?.boolean() ?? false
    result.silence = try value("silence")?.length()
    result.findingsAtLeast = try value("at_least")?.integer() ?? 1
    result.endedBy = try value("ends")?.choice(FindingRule.Scope.self)
    result.except = try phrases("except")
    result.lastTurn = try value("last_turn")?.boolean() ?? false
    if let after = value("after") { result.after = [try after.condition()] }
    for item in try value("any")?.items() ?? [] { result.any.append(try item.condition()) }
    for item in try value("none")?.items() ?? [] { result.none.append(try item.condition()) }
    return result
  }

  private func categories(_ key: String) throws(StandardError) -> [Category] {
    var result: [Category] = []
    for item in try value(key)?.items() ?? [] { result.append(try item.category()) }
    return result
  }

  private func check() throws(StandardError) -> Check {
    let plain = try plainCheck()
    let placement = try placement()
    let frequency = try frequency()
    guard !placement.isEmpty || frequency != nil else { return plain }
    return .placed(plain, placement, frequency)
  }

  private func plainCheck() throws(StandardError) -> Check {
    let placed = Self.placementKeys.union(["how_often"])
    if let element = value("element") {
      try requireKeys(Self.placementKeys.union(["element", "within_turns"]))
      if let turns = value("within_turns"), try !placement().isEmpty {
        throw turns.error("вместе с where пишут «N реплик оператора от начала звонка»")
      }
      return .element(
        try element.choice(Element.self), withinTurns: try value("within_turns")?.turns())
    }
    if value("findings") != nil || value("rules") != nil {
      try requireKeys(placed.union(["findings", "rules", "free", "each"]))
      let (categories, rules) = (try categories("findings"), try strings("rules"))
      guard !categories.isEmpty || !rules.isEmpty else {
        throw error("здесь ожидалась хотя бы одна категория (findings) или правило (rules)")
      }
      return .findings(
        categories, rules: rules,
        free: try value("free")?.integer() ?? 0, each: try each())
    }
    if value("rate") != nil {
      try requireKeys(["rate", "free", "none"])
      let (free, none) = (try required("free").double(), try required("none").double())
      guard free >= 0, none > free else {
        throw try required("none").error(
          "none — где баллов уже нет — должно быть больше, чем free, а free — не меньше нуля")
      }
      return .rate(try categories("rate"), free: free, none: none)
    }
    if value("says") != nil {
      try requireKeys(placed.union(["says", "by", "after_condition", "within_turns"]))
      return .says(
        try anyPhrases("says"), by: try value("by")?.choice(FindingRule.Scope.self) ?? .operator,
        afterCondition: try value("after_condition")?.boolean() ?? false,
        withinTurns: try value("within_turns")?.turns())
    }
    if let groups = value("says_groups") {
      try requireKeys(["says_groups", "at_least"])
      let parts = try groups.phraseGroups()
      let least = try required("at_least").integer()
      guard (1...max(1, parts.count)).contains(least) else {
        throw try required("at_least").error(
          "at_least \(least), а групп \(parts.count): "
            + (least == 0 ? "выполнено всегда" : "не выполнится никогда"))
      }
      return .saysGroups(parts, atLeast: least)
    }
    return try rarerCheck()
  }

  private func rarerCheck() throws(StandardError) -> Check {
    if value("avoids") != nil {
      try requireKeys(
        Self.placementKeys.union(["avoids", "free", "each", "how_often"]))
      return .avoids(
        try anyPhrases("avoids"), free: try value("free")?.integer() ?? 0,
        each: try each())
    }
    if let groups = value("says_once") {
      try requireKeys(["says_once"])
      return .saysOnce(try groups.phraseGroups())
    }
    for key in ["any", "all"] {
      guard let parts = value(key) else { continue }
      try requireKeys([key])
      var checks: [Check] = []
      for item in try parts.items() { checks.append(try item.check()) }
      guard !checks.isEmpty else { throw parts.error("здесь ожидалась хотя бы одна проверка") }
      return key == "any" ? .any(checks) : .all(checks)
    }
    if let answer = value("answer") {
      try requireKeys(["answer", "within_turns"])
      return .answer(try answer.check(), withinTurns: try value("within_turns")?.turns())
    }
    if let order = value("order") {
      try requireKeys(["order"])
      var elements: [Element] = []
      for item in try order.items() {
        let element = try item.choice(Element.self)
        guard !elements.contains(element) else {
          throw item.error(
            "элемент «\(element.rawValue)» стоит дважды: такой порядок никогда не выполнится")
        }
        elements.append(element)
      }
      guard elements.count > 1 else {
        throw order.error("порядок бывает хотя бы у двух элементов")
      }
      return .order(elements)
    }
    if let metric = value("metric") {
      try requireKeys(["metric", "min", "max"])
      let (least, most) = (try value("min")?.double(), try value("max")?.double())
      if least == nil, most == nil { throw error("не сказана граница: min или max") }
      if let least, let most, least > most {
        throw try required("min").error("min больше, чем max: не выполнится никогда")
      }
      return .metric(try metric.string(), minimum: least, maximum: most)
    }
    if value("client_ends") != nil {
      try requireKeys(["client_ends"])
      return .clientEnds(try anyPhrases("client_ends"))
    }
    if value("spoken_limit") != nil {
      try requireKeys(["spoken_limit", "minutes", "hours", "days"])
      var minutes = try value("minutes")?.length()
      if let hours = value("hours") { minutes = try hours.length() * 60 }
      if let days = value("days") { minutes = try days.length() * 24 * 60 }
      guard let minutes else { throw error("не сказано, сколько: minutes, hours или days") }
      return .spokenLimit(try anyPhrases("spoken_limit"), minutes: minutes)
    }
    if let review = value("review") {
      try requireKeys(["review"])
      guard !review.isSwitch else {
        throw review.error("здесь пишут, что проверить человеку, например: «тон ответа»")
      }
      return .review(try review.writing())
    }
    let kinds = [
      "element", "findings", "rules", "rate", "says", "says_groups", "avoids", "says_once", "any",
      "all", "answer", "order", "metric", "client_ends", "spoken_limit", "review",
    ]
    let hint = try pairs().lazy.map { Misspelling.hint(for: $0.key, among: kinds) }
      .first { !$0.isEmpty }
    throw error("неизвестный вид проверки\(hint ?? ""); есть: \(kinds.joined(separator: ", "))")
  }

  /// Groups of phrases, with a title or without one.
  private func phraseGroups() throws(StandardError) -> [PhraseGroup] {
    var result: [PhraseGroup] = []
    for group in try items() {
      if group.isMapping {
        try group.requireKeys(["title", "phrases", "missed", "say"])
        result.append(
          PhraseGroup(
            title: try group.required("title").writing(), phrases: try group.phrases("phrases"),
            missed: try group.value("missed")?.string(), say: try group.value("say")?.string()))
      } else {
        var phrases: [StandardPhrase] = []
        for item in try group.items() { phrases.append(try item.phrase()) }
        result.append(PhraseGroup(phrases: phrases))
      }
    }
    return result
  }
}
