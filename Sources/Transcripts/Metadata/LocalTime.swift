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
    if !match.zone.isEmpty { return "\(date)T\(time)\(match.zone)" }
    guard let zone, let offset = offset(of: zone, at: Double(seconds)) else {
      return "\(date)T\(time)"
    }
    return "\(date)T\(time)\(suffix(offset))"
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
        /(\d{4})-?(\d\d)-?(\d\d)(?:[T _](\d\d)[:\-]?(\d\d)(?:[:\-]?(\d\d))?(?:[.,]\d+)?(Z|[+\-]\d\d:?\d\d)?)?/
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

  /// As if it were Greenwich time; `nil` when there is no such day or hour.
  private static func seconds(_ parts: Parts) -> Int? {
    guard let year = Int(parts.year), let month = Int(parts.month), let day = Int(parts.day),
      let hour = Int(parts.hour), let minute = Int(parts.minute), let second = Int(parts.second),
      (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61
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
