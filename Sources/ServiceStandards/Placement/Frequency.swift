/// How often something must be said for it to count:
/// «не меньше 3 раз за 60 секунд», «не меньше 2 раз и больше 5 на 100 слов».
///
/// `FrequencyParser` reads the notation and `description` prints it back.
public struct Frequency: Sendable, Hashable, Codable {
  /// All of these hold.
  public var bounds: [Bound]

  public init(bounds: [Bound]) { self.bounds = bounds }

  public enum Bound: Sendable, Hashable, Codable {
    /// At least so many times, all of them within so much of the call where that is given.
    case atLeast(Int, within: Distance?)
    case atMost(Int)
    /// More than so many for every so many words of those whose words are judged.
    case morePerWords(Double, words: Int)
    /// More than so many for every minute of the call.
    case morePerMinute(Double)
  }
}

extension Frequency: CustomStringConvertible {
  /// The frequency in its notation; parsing it gives the same frequency.
  public var description: String {
    bounds.map { bound in
      switch bound {
      case .atLeast(let count, let distance):
        "не меньше \(count) раз" + (distance.map { " за \($0)" } ?? "")
      case .atMost(let count): "не больше \(count) раз"
      case .morePerWords(let rate, let words):
        "больше \(NotationNumber.written(rate)) на \(words) слов"
      case .morePerMinute(let rate): "больше \(NotationNumber.written(rate)) в минуту"
      }
    }.joined(separator: " и ")
  }
}

/// Reads the notation of frequencies.
///
/// ```
/// frequency = bound ('и' bound)*
/// bound     = 'не' 'меньше' count 'раз' ['за' distance] | 'не' 'больше' count 'раз'
///           | 'больше' number ('на' count 'слов' | 'в' 'минуту')
/// ```
public struct FrequencyParser {
  private var words: NotationWords

  /// Parses a frequency, or throws `PhraseError`.
  public static func parse(_ text: String) throws(PhraseError) -> Frequency {
    var parser = FrequencyParser(words: NotationWords(text))
    var bounds = [try parser.bound()]
    while parser.words.take("и") { bounds.append(try parser.bound()) }
    try parser.words.requireEnd()
    return Frequency(bounds: bounds)
  }

  private mutating func bound() throws(PhraseError) -> Frequency.Bound {
    if words.take("не") {
      if words.take("меньше") {
        let count = try times()
        return .atLeast(count, within: words.take("за") ? try Distance.read(from: &words) : nil)
      }
      guard words.take("больше") else { throw words.expected("", among: ["меньше", "больше"]) }
      return .atMost(try times())
    }
    guard words.take("больше") else { throw words.expected("", among: ["не", "больше"]) }
    let rate = try words.number()
    if words.take("на") {
      let count = try words.count()
      guard words.take("слов", "слова", "слово") else {
        throw words.expected("", among: ["слов"])
      }
      return .morePerWords(rate, words: count)
    }
    guard words.take("в") else { throw words.expected("", among: ["на", "в"]) }
    guard words.take("минуту") else { throw words.expected("", among: ["минуту"]) }
    return .morePerMinute(rate)
  }

  private mutating func times() throws(PhraseError) -> Int {
    let count = try words.count()
    guard words.take("раз", "раза") else { throw words.expected("", among: ["раз"]) }
    return count
  }
}
