import Foundation

/// How numbers, words after numbers, times and days are written in Russian.
package enum RussianWriting {
  /// «1 звонок», «2 звонка», «5 звонков».
  package static func count(_ number: Int, _ one: String, _ few: String, _ many: String) -> String {
    "\(grouped(number)) \(form(number, one, few, many))"
  }

  /// The form of a word that follows `number`.
  package static func form(_ number: Int, _ one: String, _ few: String, _ many: String) -> String {
    let tens = number.magnitude % 100
    switch (tens, tens % 10) {
    case (11...14, _): return many
    case (_, 1): return one
    case (_, 2...4): return few
    default: return many
    }
  }

  /// The form of a word that follows a number to a tenth: «5 слогов», «2,5 слога».
  package static func form(of value: Double, _ one: String, _ few: String, _ many: String) -> String
  {
    Int(number(value)).map { form($0, one, few, many) } ?? few
  }

  /// `12 345`, with a thin space that does not break.
  package static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var result = number < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, digits.count > 4, (digits.count - index) % 3 == 0 { result += "\u{202F}" }
      result.append(digit)
    }
    return result
  }

  /// `72,5`, `100`.
  package static func number(_ value: Double) -> String {
    guard value.isFinite else { return "—" }
    let tenths = (value * 10).rounded()
    guard tenths.magnitude < 1e15 else { return "\(value)" }
    let whole = Int(tenths) / 10
    let rest = abs(Int(tenths) % 10)
    let sign = tenths < 0 && whole == 0 ? "−" : ""
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole),\(rest)"
  }

  /// `72,5`, `100,0`: for columns, where commas stand one under another.
  package static func tenths(_ value: Double) -> String {
    let text = number(value)
    return value.isFinite && !text.contains(",") ? "\(text),0" : text
  }

  /// `01:05`, `1:02:03`.
  package static func time(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return "—" }
    let total = Int(seconds)
    let minutes = pair(total / 60 % 60)
    let rest = pair(total % 60)
    return total >= 3600 ? "\(total / 3600):\(minutes):\(rest)" : "\(minutes):\(rest)"
  }

  /// `01.03.2026 10:00` of an ISO 8601 time; anything else as it is.
  package static func moment(_ time: String) -> String {
    let bytes = Array(time.utf8)
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return time }
    let day = time.prefix(10).split(separator: "-")
    guard day.count == 3 else { return time }
    let hours = bytes.count >= 16 && bytes[13] == 0x3A ? " " + time.dropFirst(11).prefix(5) : ""
    return "\(day[2]).\(day[1]).\(day[0])\(hours)"
  }

  private static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
