/// One turn of an example that is a dialogue.
public struct ExampleTurn: Sendable, Hashable, Codable {
  /// Whether the client says it.
  public var isClient: Bool
  public var text: String
  /// Seconds, where the example gives them.
  public var start: Double?
  public var end: Double?
  /// The stretches that must be found, in Unicode scalars of the text.
  public var marks: [Range<Int>]
}

/// Reading of examples: one turn of the operator, or a dialogue of lines «О: …» and «К: …», each
/// with its time before it where that matters: «0:12 О: …», «0:12-0:15,5 К: …».
extension YAMLReader {
  /// - Parameter mayDoubt: whether what is described can be left to a person.
  func examples(mayDoubt: Bool = false) throws(StandardError) -> [RuleExample] {
    guard let examples = value("examples") else { return [] }
    try examples.requireKeys(mayDoubt ? ["hit", "silent", "review"] : ["hit", "silent"])
    var result: [RuleExample] = []
    for (key, isHit) in [("hit", true), ("silent", false)] {
      for item in try examples.value(key)?.items() ?? [] {
        result.append(try item.example(isHit: isHit))
      }
    }
    guard mayDoubt else { return result }
    for item in try examples.value("review")?.items() ?? [] {
      var example = try item.example(isHit: true)
      example.isDoubtful = true
      result.append(example)
    }
    return result
  }

  private func example(isHit: Bool) throws(StandardError) -> RuleExample {
    var client: String?
    var text: String
    if isMapping {
      try requireKeys(["client", "text"])
      client = try value("client")?.string()
      text = try required("text").string()
    } else {
      text = try string()
    }
    let turns = try dialogue(text)
    let (plain, marks) = try marked(text)
    return RuleExample(
      client: client, text: text, plain: plain, marks: marks, isHit: isHit, place: place,
      turns: turns)
  }

  /// The turns of a dialogue; none when the text is no dialogue.
  private func dialogue(_ text: String) throws(StandardError) -> [ExampleTurn] {
    let lines = text.split(whereSeparator: \.isNewline)
    var turns: [ExampleTurn] = []
    for line in lines {
      guard let (head, isClient, rest) = Self.divided(line) else {
        if turns.isEmpty { return [] }
        throw error("реплика примера — строка «О: …» или «К: …», а стоит «\(line.prefix(40))»")
      }
      let times = head.split(separator: "-", omittingEmptySubsequences: false).map {
        Self.seconds($0)
      }
      guard head.isEmpty || (times.count <= 2 && !times.contains(nil)) else {
        throw error("здесь ожидалось время вида 0:12 или 0:12-0:15, а стоит «\(head)»")
      }
      let (plain, marks) = try marked(String(rest))
      turns.append(
        ExampleTurn(
          isClient: isClient, text: plain, start: head.isEmpty ? nil : times[0],
          end: times.count > 1 ? times[1] : nil, marks: marks))
    }
    return turns
  }

  /// What stands before «О:» or «К:», who speaks, and what; nil for another line.
  private static func divided(_ line: Substring) -> (String, Bool, Substring)? {
    let line = line.drop { $0 == " " }
    let head = line.prefix { $0.isNumber || $0 == ":" || $0 == "," || $0 == "." || $0 == "-" }
    let speech = line[head.endIndex...].drop { $0 == " " }
    guard speech.hasPrefix("О: ") || speech.hasPrefix("К: ") else { return nil }
    return (String(head), speech.hasPrefix("К"), speech.dropFirst(3))
  }

  /// «12», «0:12,5», «1:02:03».
  private static func seconds(_ text: Substring) -> Double? {
    var total = 0.0
    for part in text.split(separator: ":", omittingEmptySubsequences: false) {
      guard part.count < 9, let value = Double(part.replacing(",", with: ".")), value >= 0 else {
        return nil
      }
      total = total * 60 + value
    }
    return total
  }

  /// The text without its marks «[[…]]», and where they stood.
  private func marked(_ text: String) throws(StandardError) -> (String, [Range<Int>]) {
    var plain = String.UnicodeScalarView()
    var marks: [Range<Int>] = []
    var open: Int?
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.first {
      let next = rest.index(after: rest.startIndex)
      let isDouble = next < rest.endIndex && rest[next] == scalar
      if scalar == "[", isDouble, open == nil {
        open = plain.count
        rest = rest.dropFirst(2)
      } else if scalar == "]", isDouble, let start = open {
        marks.append(start..<plain.count)
        open = nil
        rest = rest.dropFirst(2)
      } else {
        plain.append(scalar)
        rest = rest.dropFirst()
      }
    }
    guard open == nil else { throw error("пометка «[[» не закрыта") }
    return (String(plain), marks)
  }
}
