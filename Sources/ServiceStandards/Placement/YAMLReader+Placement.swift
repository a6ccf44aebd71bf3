/// Reading of windows, frequencies and dependences.
extension YAMLReader {
  static let placementKeys: Set<String> = ["where", "where_any", "where_not"]

  func placement() throws(StandardError) -> Placement {
    var result = Placement()
    result.within = try windows("where").map { [$0] }
    let any = try windows("where_any")
    if !any.isEmpty { result.within.append(any) }
    result.outside = try windows("where_not")
    return result
  }

  private func windows(_ key: String) throws(StandardError) -> [StandardWindow] {
    guard let value = value(key) else { return [] }
    var result: [StandardWindow] = []
    for item in try value.items() {
      result.append(
        try item.notation { text, place throws(PhraseError) in
          try StandardWindow(text: text, place: place)
        })
    }
    return result
  }

  func frequency() throws(StandardError) -> Frequency? {
    try value("how_often")?.notation { text, _ throws(PhraseError) in
      try FrequencyParser.parse(text)
    }
  }

  /// A text of the notation; a mistake in it is told at its place.
  private func notation<Value>(_ parse: (String, Place) throws(PhraseError) -> Value)
    throws(StandardError) -> Value
  {
    let text = try string()
    do throws(PhraseError) {
      return try parse(text, textPlace)
    } catch {
      throw StandardError(
        .phrase, "\(error.message) — в условии «\(text)»", at: place(ofOffset: error.offset))
    }
  }

  /// Whether a rule that counts by its frequency fires once, at the first occurrence.
  func firesOnce() throws(StandardError) -> Bool {
    guard let value = value("fires") else { return false }
    switch try value.string() {
    case "once": return true
    case "each": return false
    default: throw value.error("здесь ожидалось each или once")
    }
  }

  func dependence() throws(StandardError) -> RuleDependence? {
    guard let value = value("depends_on") else { return nil }
    try value.requireKeys(["rule", "unless_rule", "in", "rest"])
    let isNegated = value.value("unless_rule") != nil
    guard isNegated != (value.value("rule") != nil) else {
      throw value.error("здесь ожидалось одно из двух: rule или unless_rule")
    }
    if isNegated, let rest = value.value("rest") {
      throw rest.error("rest бывает только при rule: места, где сработало то правило, не заняты")
    }
    return RuleDependence(
      rules: try value.strings(isNegated ? "unless_rule" : "rule"),
      scope: try value.value("in")?.choice(RuleDependence.Scope.self) ?? .match,
      isNegated: isNegated,
      rest: try value.value("rest")?.choice(RuleDependence.Rest.self) ?? .keep,
      place: (try value.required(isNegated ? "unless_rule" : "rule")).textPlace)
  }
}
