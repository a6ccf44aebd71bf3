/// Reads the notation of windows.
///
/// ```
/// window   = [distance] ('после' | 'до' | 'от') point
/// distance = number ('секунда' | 'минута' | ('слово' | 'реплика') ['оператора' | 'клиента'])
/// point    = ('начала' | 'конца') ['звонка']
///          | ['начала' | 'конца'] ('ожидания' | 'паузы' ['дольше' number 'секунд'])
///          | 'перебивания' ['оператором' | 'клиентом'] | 'условия'
///          | 'элемента' name | 'правила' name | 'фразы' ['оператора' | 'клиента'] phrase
/// ```
///
/// Number and case of the units are as Russian has them.
public struct WindowParser {
  private var words: NotationWords

  /// Parses a window, or throws `PhraseError`.
  public static func parse(_ text: String) throws(PhraseError) -> Window {
    var parser = WindowParser(words: NotationWords(text))
    let window = try parser.window()
    try parser.words.requireEnd()
    return window
  }

  private static let sides = Window.Side.allCases.map(\.rawValue)
  private static let points = [
    "начала", "конца", "ожидания", "паузы", "перебивания", "условия", "элемента", "правила",
    "фразы",
  ]

  private mutating func window() throws(PhraseError) -> Window {
    var distance: Distance?
    if let first = words.next?.unicodeScalars.first, ("0"..."9").contains(first) {
      distance = try Distance.read(from: &words)
    }
    let start = words.offset
    guard let side = words.next.flatMap(Window.Side.init(rawValue:)) else {
      throw words.expected("", among: Self.sides)
    }
    words.advance()
    let point = try point()
    if point == .start, side == .before {
      throw PhraseError("до начала звонка ничего не сказано; пишут «от начала звонка»", at: start)
    }
    if point == .end, side == .after {
      throw PhraseError("после конца звонка ничего не сказано; пишут «до конца звонка»", at: start)
    }
    return Window(distance: distance, side: side, point: point)
  }

  private mutating func point() throws(PhraseError) -> Window.Point {
    guard let name = words.next, Self.points.contains(name) else {
      throw words.expected("", among: Self.points)
    }
    words.advance()
    switch name {
    case "начала": return try edge(.start)
    case "конца": return try edge(.end)
    case "ожидания": return .hold(.whole)
    case "паузы": return try pause(.whole)
    case "перебивания":
      if words.take("оператором") { return .interruption(by: .operator) }
      return .interruption(by: words.take("клиентом") ? .client : .any)
    case "условия": return .condition
    case "элемента": return .element(try element())
    case "правила":
      guard let id = words.nextAsWritten else { throw words.expected("имя правила") }
      words.advance()
      return .rule(id)
    default: return try phrase()
    }
  }

  private mutating func edge(_ edge: Window.Edge) throws(PhraseError) -> Window.Point {
    if words.take("ожидания") { return .hold(edge) }
    if words.take("паузы") { return try pause(edge) }
    guard words.next == nil || words.take("звонка") else {
      throw words.expected("", among: ["звонка", "ожидания", "паузы"])
    }
    return edge == .start ? .start : .end
  }

  private mutating func pause(_ edge: Window.Edge) throws(PhraseError) -> Window.Point {
    guard words.take("дольше") else { return .pause(edge, longerThan: nil) }
    let start = words.offset
    let length = try Distance.read(from: &words)
    guard length.unit == .seconds else {
      throw PhraseError("паузу меряют секундами или минутами", at: start)
    }
    return .pause(edge, longerThan: length.limit)
  }

  private mutating func element() throws(PhraseError) -> Element {
    guard let element = words.nextAsWritten.flatMap(Element.init(rawValue:)) else {
      throw words.expected("", among: Element.allCases.map(\.rawValue))
    }
    words.advance()
    return element
  }

  private mutating func phrase() throws(PhraseError) -> Window.Point {
    var speaker = FindingRule.Scope.any
    if words.take("оператора") {
      speaker = .operator
    } else if words.take("клиента") {
      speaker = .client
    }
    let start = words.offset
    do {
      return .phrase(try PhraseParser.parse(words.rest()), by: speaker)
    } catch {
      throw PhraseError(error.message, at: start + error.offset)
    }
  }
}

extension Distance {
  private static let units: [(unit: Unit, factor: Double, names: [String])] = [
    (.seconds, 1, ["секунд", "секунда", "секунды", "секунду", "сек", "с"]),
    (.seconds, 60, ["минут", "минута", "минуты", "минуту", "мин"]),
    (.words, 1, ["слов", "слово", "слова"]),
    (.turns, 1, ["реплик", "реплика", "реплики", "реплику"]),
  ]

  /// Reads «30 секунд», «3 реплики оператора».
  static func read(from words: inout NotationWords) throws(PhraseError) -> Distance {
    let limit = try words.number()
    guard let name = words.next, let found = units.first(where: { $0.names.contains(name) }) else {
      throw words.expected("", among: units.map(\.names[0]), meant: units.flatMap(\.names))
    }
    words.advance()
    var speaker = FindingRule.Scope.any
    if found.unit != .seconds {
      if words.take("оператора") {
        speaker = .operator
      } else if words.take("клиента") {
        speaker = .client
      }
    }
    return Distance(limit * found.factor, found.unit, of: speaker)
  }
}
