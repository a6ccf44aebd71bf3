internal import Foundation

/// Dates as exchanges write them, made ISO 8601.
enum LocalTime {
  /// `20230101T101010`, `2023-01-01 10:10:10`, `01.03.2023 10:10`, seconds since 1970, and what is
  /// ISO already. Without a zone of its own the time is of `zone`.
  static func iso(_ text: String, zone: String?) -> String? {
    let trimmed = text.trimmed
    if let seconds = Double(trimmed), seconds > 100_000_000, seconds < 10_000_000_000,
      !trimmed.contains("T"), trimmed.prefix(while: { $0 != "." }).count >= 9
    {
      return written(
        Int(seconds) + (zone.flatMap { offset(of: $0, at: seconds) } ?? 0),
        zone: zone ?? "+00:00", at: seconds)
    }
    guard let match = pattern(trimmed) else { return nil }
    let date = "\(match.year)-\(match.month)-\(match.day)"
    let time = "\(match.hour):\(match.minute):\(match.second)"
    guard let seconds = seconds(match) else { return nil }
    if !match.zone.isEmpty {
      guard isZone(match.zone) else { return nil }
      return "\(date)T\(time)\(match.zone)"
    }
    guard let zone, let offset = offset(of: zone, at: Double(seconds)) else {
      return "\(date)T\(time)"
    }
    return "\(date)T\(time)\(suffix(offset))"
  }

  /// A date that a call can have been made on, as it is where it is ISO 8601, else made so.
  static func moment(_ text: String) -> String? {
    // Most dates are well written, and the pattern is slow.
    if isPlain(Array(text.utf8)) { return text }
    guard let iso = iso(text, zone: nil) else { return nil }
    let bytes = Array(text.utf8.prefix(11))
    let isISO =
      bytes.count >= 10 && bytes[4] == 0x2D && bytes[7] == 0x2D
      && (bytes.count == 10 || bytes[10] == 0x54 || bytes[10] == 0x20)
    return isISO && text.trimmed == text ? text : iso
  }

  /// Whether the text is `2026-03-01`, or `2026-03-01T10:15:00.5+03:00` with some of its end left
  /// out, and there is such a moment.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    let number = { (start: Int, count: Int) -> Int? in
      guard start + count <= bytes.count else { return nil }
      return bytes[start..<(start + count)].reduce(0 as Int?) { sum, byte in
        byte &- 0x30 < 10 ? sum.map { $0 * 10 + Int(byte - 0x30) } : nil
      }
    }
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(0, 4),
      let month = number(5, 2), let day = number(8, 2), isDay(year, month, day)
    else { return false }
    if bytes.count == 10 { return true }
    guard bytes[10] == 0x54 || bytes[10] == 0x20, let hour = number(11, 2), hour < 24,
      let minute = number(14, 2), minute < 60, bytes[13] == 0x3A
    else { return false }
    var zone = bytes[16...]
    if zone.first == 0x3A {
      guard let second = number(17, 2), second < 61 else { return false }
      zone = bytes[19...]
      if zone.first == 0x2E { zone = zone.dropFirst().drop { $0 &- 0x30 < 10 } }
    }
    if zone.isEmpty || Array(zone) == [0x5A] { return true }
    guard zone.count == 6, zone.first == 0x2B || zone.first == 0x2D,
      zone[zone.startIndex + 3] == 0x3A, let hours = number(zone.startIndex + 1, 2),
      let minutes = number(zone.startIndex + 4, 2)
    else { return false }
    return hours < 15 && minutes < 60
  }

  private static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    years.contains(year) && (1...12).contains(month)
      && (1...days(of: month, in: year)).contains(day)
  }

  /// Seconds from Greenwich of `Europe/Moscow` or `+03:00`.
  static func offset(of zone: String, at seconds: Double) -> Int? {
    if let zone = TimeZone(identifier: zone) {
      return zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds))
    }
    guard let match = zone.wholeMatch(of: /([+-])(\d\d):?(\d\d)/), let hours = Int(match.2),
      let minutes = Int(match.3), hours < 15, minutes < 60
    else { return nil }
    return (hours * 3600 + minutes * 60) * (match.1 == "-" ? -1 : 1)
  }

  /// The offset of a zone as «+07:00» at a moment written in ISO 8601, or in our days.
  static func offsetText(of zone: String, at moment: String?) -> String? {
    let seconds = moment.flatMap(pattern).flatMap(seconds) ?? 1_767_225_600
    return offset(of: zone, at: Double(seconds)).map(suffix)
  }

  private struct Parts {
    var year = "", month = "", day = "", hour = "00", minute = "00", second = "00", zone = ""
  }

  private static func pattern(_ text: String) -> Parts? {
    if let m = text.wholeMatch(
      of:
        /(\d{4})-?(\d\d)-?(\d\d)(?:[T _](\d\d)[:\-]?(\d\d)(?:[:\-]?(\d\d))?(?:[.,]\d+)?(Z|[+\-]\d\d(?::?\d\d)?)?)?/
    ) {
      return Parts(
        year: String(m.1), month: String(m.2), day: String(m.3), hour: String(m.4 ?? "00"),
        minute: String(m.5 ?? "00"), second: String(m.6 ?? "00"), zone: String(m.7 ?? ""))
    }
    if let m = text.wholeMatch(of: /(\d\d)\.(\d\d)\.(\d{4})(?:,? (\d\d):(\d\d)(?::(\d\d))?)?/) {
      return Parts(
        year: String(m.3), month: String(m.2), day: String(m.1), hour: String(m.4 ?? "00"),
        minute: String(m.5 ?? "00"), second: String(m.6 ?? "00"))
    }
    return nil
  }

  /// No recording of a call is older; an empty date of a database is «0001-01-01» or «1970-01-01».
  private static let years = 1980...2100

  private static func days(of month: Int, in year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// «Z», «+03», «+0300», «+03:00»; no clock is further from Greenwich than 14 hours.
  private static func isZone(_ zone: String) -> Bool {
    let digits = zone.dropFirst().filter { $0 != ":" }
    guard let hours = digits.isEmpty ? 0 : Int(digits.prefix(2)), hours < 15 else { return false }
    return (Int(digits.dropFirst(2)) ?? 0) < 60
  }

  /// As if it were Greenwich time; `nil` when there is no such day or hour.
  private static func seconds(_ parts: Parts) -> Int? {
    guard let year = Int(parts.year), let month = Int(parts.month), let day = Int(parts.day),
      let hour = Int(parts.hour), let minute = Int(parts.minute), let second = Int(parts.second),
      isDay(year, month, day), hour < 24, minute < 60, second < 61
    else { return nil }
    // Days from the civil calendar (Hinnant).
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let days =
      era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    return days * 86_400 + hour * 3600 + minute * 60 + second
  }

  private static func written(_ local: Int, zone: String, at seconds: Double) -> String {
    let formatter = Date(timeIntervalSince1970: Double(local)).ISO8601Format()
    return formatter.replacing("Z", with: suffix(offset(of: zone, at: seconds) ?? 0))
  }

  private static func suffix(_ offset: Int) -> String {
    let minutes = abs(offset) / 60
    let pad = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    return "\(offset < 0 ? "-" : "+")\(pad(minutes / 60)):\(pad(minutes % 60))"
  }
}
