import Transcripts

/// The hour at which a call began: by the client's clock where that is known, else as the source's
/// own clock shows it.
struct StartHour {
  /// 0..<24, «9,5» is half past nine.
  private(set) var hour: Double?
  /// Hours from Greenwich of the client's clock, where the hour is by it.
  private(set) var clientZone: Double?

  init(_ call: Call) {
    guard let startedAt = call.startedAt,
      let divider = startedAt.firstIndex(where: { $0 == "T" || $0 == " " })
    else { return }
    let rest = startedAt[startedAt.index(after: divider)...]
    let clock = rest.split(separator: ":")
    guard clock.count >= 2, let hours = Int(clock[0]), let minutes = Int(clock[1].prefix(2)),
      (0..<24).contains(hours), (0..<60).contains(minutes)
    else { return }
    var total = Double(hours) + Double(minutes) / 60
    // Without a zone of its own the source's clock cannot be compared with another.
    if let zone = call.clientTimeZone, let theirs = Self.offset(zone),
      let mark = rest.lastIndex(where: { "+-Z".contains($0) }),
      let ours = Self.offset(String(rest[mark...]))
    {
      clientZone = theirs
      total += theirs - ours
      total -= (total / 24).rounded(.down) * 24
    }
    hour = SpeechMetrics.rounded(total)
  }

  /// Hours of «+07:00», «-0330» or «Z».
  static func offset(_ zone: String) -> Double? {
    if zone == "Z" { return 0 }
    let digits = zone.dropFirst().filter { $0 != ":" }
    guard let sign = zone.first, sign == "+" || sign == "-", digits.count == 4,
      let hours = Double(digits.prefix(2)), let minutes = Double(digits.suffix(2)), minutes < 60
    else { return nil }
    return (hours + minutes / 60) * (sign == "-" ? -1 : 1)
  }
}
