extension Window: CustomStringConvertible {
  /// The window in its notation; parsing it gives the same window.
  public var description: String {
    let from = "\(side.rawValue) \(point)"
    return distance.map { "\($0) \(from)" } ?? from
  }
}

extension Window.Point: CustomStringConvertible {
  /// The point in the genitive, as it stands after «после», «до», «от».
  public var description: String {
    switch self {
    case .start: "начала звонка"
    case .end: "конца звонка"
    case .hold(let edge): Self.joined(edge.rawValue, "ожидания")
    case .pause(let edge, let seconds):
      Self.joined(
        edge.rawValue, "паузы",
        seconds.map { "дольше \(NotationNumber.counted($0, .seconds))" } ?? "")
    case .interruption(.any): "перебивания"
    case .interruption(.operator): "перебивания оператором"
    case .interruption(.client): "перебивания клиентом"
    case .condition: "условия"
    case .element(let element): "элемента \(element.rawValue)"
    case .rule(let id): "правила \(id)"
    case .phrase(let phrase, let speaker):
      Self.joined("фразы", speaker.possessive, phrase.description)
    }
  }

  private static func joined(_ parts: String...) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Distance: CustomStringConvertible {
  public var description: String {
    let counted = NotationNumber.counted(limit, unit)
    return speaker == .any ? counted : "\(counted) \(speaker.possessive)"
  }
}

extension FindingRule.Scope {
  /// Whose; nothing for everybody's.
  var possessive: String {
    switch self {
    case .any: ""
    case .operator: "оператора"
    case .client: "клиента"
    }
  }
}

/// Numbers of the notation, as a person writes them.
enum NotationNumber {
  /// «1,5 секунды», «3 реплики», «20 слов».
  static func counted(_ value: Double, _ unit: Distance.Unit) -> String {
    let forms =
      switch unit {
      case .seconds: ("секунда", "секунды", "секунд")
      case .words: ("слово", "слова", "слов")
      case .turns: ("реплика", "реплики", "реплик")
      }
    return "\(written(value)) \(form(value, forms))"
  }

  /// A number without needless signs: «3», «2,5».
  static func written(_ value: Double) -> String {
    if let whole = Int(exactly: value) { return "\(whole)" }
    return "\(value)".replacing(".", with: ",")
  }

  private static func form(_ value: Double, _ forms: (String, String, String)) -> String {
    guard let whole = Int(exactly: value) else { return forms.1 }
    switch (whole % 100, whole % 10) {
    case (11...14, _): return forms.2
    case (_, 1): return forms.0
    case (_, 2...4): return forms.1
    default: return forms.2
    }
  }
}
