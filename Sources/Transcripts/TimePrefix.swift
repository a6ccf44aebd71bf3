/// The time at the head of a line of a plain dialogue: `[00:12]`, `00:00:12`, `(0:12)`,
/// `[00:00:00.000 --> 00:00:03.000]`, `00:12 - 00:15`.
struct TimePrefix: Hashable {
  var start: Double
  var end: Double?
  /// Stands in brackets, so it cannot be part of what is said.
  var isBracketed: Bool

  /// Reads the time off the head of `line` and moves `line` past it; leaves `line` alone when
  /// there is none.
  static func take(from line: inout Substring.UnicodeScalarView) -> Self? {
    var rest = line
    skipSpaces(&rest)
    let closing = brackets.first { $0.open == rest.first }?.close
    if closing != nil { rest.removeFirst() }
    skipSpaces(&rest)
    guard let start = time(&rest) else { return nil }
    var prefix = Self(start: start, end: nil, isBracketed: closing != nil)
    var beyond = rest
    if dash(&beyond), let end = time(&beyond) {
      prefix.end = end
      rest = beyond
    }
    if let closing {
      skipSpaces(&rest)
      guard rest.first == closing else { return nil }
      rest.removeFirst()
    } else if let next = rest.first, !spaces.contains(next), next != "|" {
      return nil
    }
    line = rest
    return prefix
  }

  private static let brackets: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [
    ("[", "]"), ("(", ")"), ("<", ">"),
  ]
  static let spaces: Set<Unicode.Scalar> = [" ", "\t", "\u{A0}", "\u{202F}"]

  static func skipSpaces(_ rest: inout Substring.UnicodeScalarView) {
    while let first = rest.first, spaces.contains(first) { rest.removeFirst() }
  }

  private static func dash(_ rest: inout Substring.UnicodeScalarView) -> Bool {
    skipSpaces(&rest)
    var length = 0
    while let first = rest.first, "-–—>".unicodeScalars.contains(first) {
      rest.removeFirst()
      length += 1
    }
    skipSpaces(&rest)
    return (1...3).contains(length)
  }

  /// `[HH:]MM:SS[.mmm]` in seconds.
  private static func time(_ rest: inout Substring.UnicodeScalarView) -> Double? {
    var copy = rest
    guard var total = digits(&copy, count: 1...3) else { return nil }
    var parts = 0
    while parts < 2, copy.first == ":" {
      var beyond = copy.dropFirst()
      guard let part = digits(&beyond, count: 2...2), part < 60 else { return nil }
      total = total * 60 + part
      parts += 1
      copy = beyond
    }
    guard parts > 0 else { return nil }
    if let separator = copy.first, separator == "." || separator == "," {
      var beyond = copy.dropFirst()
      let width = beyond.prefix { ("0"..."9").contains($0) }.count
      if let fraction = digits(&beyond, count: 1...6) {
        total += fraction / (0..<width).reduce(1) { scale, _ in scale * 10 }
        copy = beyond
      }
    }
    rest = copy
    // Whole milliseconds, so that what we write is read back the same.
    return (total * 1000).rounded() / 1000
  }

  private static func digits(
    _ rest: inout Substring.UnicodeScalarView, count: ClosedRange<Int>
  ) -> Double? {
    let run = rest.prefix { ("0"..."9").contains($0) }
    guard count.contains(run.count), let value = Double(String(run)) else { return nil }
    rest = rest.dropFirst(run.count)
    return value
  }
}
