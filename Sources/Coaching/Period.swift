public import CallStore

/// The days that a report is about, both bounds included; without a bound, from the first call or
/// to the last one.
public struct Period: Sendable, Hashable {
  public var from: Day?
  public var to: Day?

  /// All calls.
  public static let all = Period(from: nil, to: nil)

  public init(from: Day?, to: Day?) {
    self.from = from
    self.to = to
  }

  /// The last so many days, `today` included.
  public init(lastDays count: Int, today: Day) {
    self.init(from: today.adding(days: 1 - max(1, count)), to: today)
  }

  /// How many days there are, where both bounds are given.
  public var length: Int? {
    guard let from, let to else { return nil }
    return from.days(to: to) + 1
  }

  /// The period of the same length right before this one, where both bounds are given.
  public var previous: Period? {
    guard let from, let length, length > 0 else { return nil }
    return Period(from: from.adding(days: -length), to: from.adding(days: -1))
  }
}

extension Period: Codable {
  private enum CodingKeys: String, CodingKey { case from, to }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(from: try Self.day(container, .from), to: try Self.day(container, .to))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    // An absent bound is an explicit null.
    try container.encode(from?.text, forKey: .from)
    try container.encode(to?.text, forKey: .to)
  }

  private static func day(
    _ container: KeyedDecodingContainer<CodingKeys>, _ key: CodingKeys
  ) throws -> Day? {
    guard let text = try container.decodeIfPresent(String.self, forKey: key) else { return nil }
    guard let day = Day(text) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: container, debugDescription: "no day: \(text)")
    }
    return day
  }
}
