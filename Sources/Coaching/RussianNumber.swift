/// Numbers as they are written in Russian.
package enum RussianNumber {
  /// «78,4», «5,0», «−0,3».
  package static func decimal(_ value: Double) -> String {
    let tenths = tenths(value)
    let magnitude = abs(tenths)
    return (tenths < 0 ? "−" : "") + "\(magnitude / 10),\(magnitude % 10)"
  }

  /// «78,4», «5».
  package static func short(_ value: Double) -> String {
    let tenths = tenths(value)
    return tenths % 10 == 0 ? (tenths < 0 ? "−" : "") + "\(abs(tenths) / 10)" : decimal(value)
  }

  /// «+4,3», «−0,3», «0,0»; of two numbers as they are shown, so that the sum is right.
  package static func difference(from old: Double, to new: Double) -> String {
    let tenths = tenths(new) - tenths(old)
    return (tenths > 0 ? "+" : "") + decimal(Double(tenths) / 10)
  }

  /// «1200», «12 000»: five digits and more in groups, with a narrow space that does not break.
  package static func grouped(_ number: Int) -> String {
    let digits = String(number)
    guard digits.count > 4 else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "\u{202F}" }
      result.append(digit)
    }
    return result
  }

  /// «64 %».
  package static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "0\u{A0}%" }
    let rounded = (200 * part + whole) / (2 * whole)
    if rounded == 100, part < whole { return "больше 99\u{A0}%" }
    if rounded == 0, part > 0 { return "меньше 1\u{A0}%" }
    return "\(rounded)\u{A0}%"
  }

  /// «02:15», «1:02:15».
  package static func time(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1_000_000 else { return "" }
    let whole = Int(seconds)
    let tail = "\(padded(whole / 60 % 60)):\(padded(whole % 60))"
    return whole < 3600 ? tail : "\(whole / 3600):\(tail)"
  }

  /// Tenths, rounded half away from zero.
  static func tenths(_ value: Double) -> Int {
    value.isFinite && abs(value) < 1e12 ? Int((value * 10).rounded()) : 0
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Double {
  /// To a hundredth, so that files hold no digits that mean nothing.
  var hundredths: Double { (self * 100).rounded() / 100 }
}
