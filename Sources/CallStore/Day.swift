/// A calendar day, written `2026-03-01`; as text it sorts as the days go.
public struct Day: Sendable, Hashable, CustomStringConvertible {
  public let text: String

  /// A day written in full, and nothing but it.
  public init?(_ text: String) {
    guard text.utf8.count == 10, let day = Day(of: text) else { return nil }
    self = day
  }

  /// The day of an ISO 8601 date and time, in the time zone it was written in.
  public init?(of time: String?) {
    guard let time else { return nil }
    let bytes = Array(time.utf8.prefix(10))
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10]), (1...12).contains(month),
      (1...Self.length(of: month, in: year)).contains(day)
    else { return nil }
    text = String(decoding: bytes, as: UTF8.self)
  }

  public var description: String { text }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.allSatisfy { (0x30...0x39).contains($0) }
      ? Int(String(decoding: bytes, as: UTF8.self)) : nil
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
