/// What words tell how long something takes: units of time, numbers and what stands between them.
///
/// A standard adds to those that it inherits. Where two fit the same words, the later one counts.
public struct DurationWords: Sendable, Codable {
  /// Units, each with the minutes in it.
  public var units: [Named] = []
  /// Numbers that are no numerals: «пара», «полтора».
  public var numbers: [Named] = []
  /// What stands between a number and its unit: «рабочих», «календарных».
  public var between: [StandardPhrase] = []
  /// What stands between a unit and a number behind it: «минут через пять».
  public var beforeNumber: [StandardPhrase] = []

  public init() {}

  /// A number and the phrases that name it.
  public struct Named: Sendable, Codable {
    public var value: Double
    public var phrases: [StandardPhrase]

    public init(value: Double, phrases: [StandardPhrase]) {
      self.value = value
      self.phrases = phrases
    }
  }

  mutating func add(_ other: DurationWords) {
    units += other.units
    numbers += other.numbers
    between += other.between
    beforeNumber += other.beforeNumber
  }

  /// All of them.
  var phrases: [StandardPhrase] { (units + numbers).flatMap(\.phrases) + between + beforeNumber }
}

extension YAMLReader {
  /// Minutes in what a unit is told by.
  private static let minutes: [(key: String, minutes: Double)] = [
    ("seconds", 1 / 60), ("minutes", 1), ("hours", 60), ("days", 24 * 60),
  ]

  func durationWords() throws(StandardError) -> DurationWords {
    try requireKeys(["units", "numbers", "between", "before_number"])
    var result = DurationWords()
    for item in try value("units")?.items() ?? [] { result.units.append(try item.unit()) }
    for item in try value("numbers")?.items() ?? [] {
      try item.requireKeys(["number", "phrases"])
      result.numbers.append(
        DurationWords.Named(
          value: try item.required("number").length(), phrases: try item.namedPhrases()))
    }
    result.between = try phrases("between")
    result.beforeNumber = try phrases("before_number")
    return result
  }

  private func unit() throws(StandardError) -> DurationWords.Named {
    try requireKeys(Set(Self.minutes.map(\.key)).union(["phrases"]))
    let given = Self.minutes.filter { value($0.key) != nil }
    guard given.count == 1, let measure = given.first else {
      throw error("у единицы времени ожидался один из ключей: seconds, minutes, hours, days")
    }
    return DurationWords.Named(
      value: try required(measure.key).length() * measure.minutes, phrases: try namedPhrases())
  }

  private func namedPhrases() throws(StandardError) -> [StandardPhrase] {
    _ = try required("phrases")
    return try phrases("phrases")
  }
}

extension Check {
  /// Whether it, or a check inside it, compares a named term with a limit.
  var asksForDuration: Bool {
    switch self {
    case .spokenLimit: true
    case .placed(let check, _, _), .answer(let check, _): check.asksForDuration
    case .any(let checks), .all(let checks): checks.contains(where: \.asksForDuration)
    case .says, .avoids, .clientEnds, .saysGroups, .saysOnce, .element, .findings, .rate, .order,
      .metric, .review:
      false
    }
  }
}
