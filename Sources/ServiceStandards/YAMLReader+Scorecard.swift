/// Reading of scorecards.
extension YAMLReader {
  func scorecard() throws(StandardError) -> Scorecard {
    try requireKeys(["pass", "sections"])
    var criteria: [Criterion] = []
    for section in try required("sections").items() {
      try section.requireKeys(["title", "criteria"])
      let title = try section.required("title").string()
      for item in try section.required("criteria").items() {
        criteria.append(try item.criterion(section: title))
      }
    }
    return Scorecard(passMark: try required("pass").double(), criteria: criteria)
  }

  private func criterion(section: String) throws(StandardError) -> Criterion {
    try requireKeys([
      "id", "title", "clause", "weight", "critical", "when", "check", "on_failure", "note",
      "missed",
      "say",
    ])
    let failure = value("on_failure")
    if let failure, try failure.string() != "review" {
      throw failure.error("on_failure может быть только review")
    }
    return Criterion(
      id: try required("id").string(), section: section,
      title: try required("title").string(),
      clause: try required("clause").string(),
      weight: try required("weight").double(),
      isCritical: try value("critical")?.boolean() ?? false,
      condition: try value("when")?.condition(),
      check: try required("check").check(),
      failureNeedsReview: failure != nil,
      note: try value("note")?.string(),
      missed: try value("missed")?.string(),
      say: try strings("say"),
      place: place)
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
        throw error("направление — incoming или outgoing")
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
    result.silence = try value("silence")?.double()
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
        try element.choice(Element.self), withinTurns: try value("within_turns")?.integer())
    }
    if value("findings") != nil || value("rules") != nil {
      try requireKeys(placed.union(["findings", "rules", "free", "each"]))
      return .findings(
        try categories("findings"), rules: try strings("rules"),
        free: try value("free")?.integer() ?? 0, each: try value("each")?.double() ?? 1)
    }
    if value("rate") != nil {
      try requireKeys(["rate", "free", "none"])
      return .rate(
        try categories("rate"), free: try required("free").double(),
        none: try required("none").double())
    }
    if value("says") != nil {
      try requireKeys(placed.union(["says", "by", "after_condition", "within_turns"]))
      return .says(
        try phrases("says"), by: try value("by")?.choice(FindingRule.Scope.self) ?? .operator,
        afterCondition: try value("after_condition")?.boolean() ?? false,
        withinTurns: try value("within_turns")?.integer())
    }
    if let groups = value("says_groups") {
      try requireKeys(["says_groups", "at_least"])
      return .saysGroups(
        try groups.phraseGroups(), atLeast: try required("at_least").integer())
    }
    return try rarerCheck()
  }

  private func rarerCheck() throws(StandardError) -> Check {
    if value("avoids") != nil {
      try requireKeys(
        Self.placementKeys.union(["avoids", "free", "each", "how_often"]))
      return .avoids(
        try phrases("avoids"), free: try value("free")?.integer() ?? 0,
        each: try value("each")?.double() ?? 1)
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
      return key == "any" ? .any(checks) : .all(checks)
    }
    if let answer = value("answer") {
      try requireKeys(["answer", "within_turns"])
      return .answer(try answer.check(), withinTurns: try value("within_turns")?.integer())
    }
    if let order = value("order") {
      try requireKeys(["order"])
      var elements: [Element] = []
      for item in try order.items() { elements.append(try item.choice(Element.self)) }
      return .order(elements)
    }
    if let metric = value("metric") {
      try requireKeys(["metric", "min", "max"])
      return .metric(
        try metric.string(), minimum: try value("min")?.double(),
        maximum: try value("max")?.double())
    }
    if value("client_ends") != nil {
      try requireKeys(["client_ends"])
      return .clientEnds(try phrases("client_ends"))
    }
    if value("spoken_limit") != nil {
      try requireKeys(["spoken_limit", "minutes", "hours", "days"])
      var minutes = try value("minutes")?.double()
      if let hours = value("hours") { minutes = try hours.double() * 60 }
      if let days = value("days") { minutes = try days.double() * 24 * 60 }
      guard let minutes else { throw error("не сказано, сколько: minutes, hours или days") }
      return .spokenLimit(try phrases("spoken_limit"), minutes: minutes)
    }
    if let review = value("review") {
      try requireKeys(["review"])
      return .review(try review.string())
    }
    throw error("неизвестный вид проверки")
  }
  /// Groups of phrases, with a title or without one.
  private func phraseGroups() throws(StandardError) -> [PhraseGroup] {
    var result: [PhraseGroup] = []
    for group in try items() {
      if group.isMapping {
        try group.requireKeys(["title", "phrases", "missed", "say"])
        result.append(
          PhraseGroup(
            title: try group.required("title").string(), phrases: try group.phrases("phrases"),
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
