public import CallStore

/// Calendar arithmetic without a clock: days of the proleptic Gregorian calendar.
extension Day {
  /// The day so many days later, or earlier when negative.
  public func adding(days: Int) -> Day {
    Day(number: number + days)
  }

  /// How many days later `other` is.
  public func days(to other: Day) -> Int { other.number - number }

  /// Year, month (1…12) and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    let numbers = text.split(separator: "-").compactMap { Int($0) }
    return (numbers[0], numbers[1], numbers[2])
  }

  /// Days since 1 March of the year 0; the year starts in March so that the leap day is its last.
  private var number: Int {
    let (year, month, day) = parts
    let marchYear = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear
  }

  private init(number: Int) {
    var marchYear = number * 400 / 146_097
    while Self.start(ofMarchYear: marchYear) > number { marchYear -= 1 }
    while Self.start(ofMarchYear: marchYear + 1) <= number { marchYear += 1 }
    let dayOfYear = number - Self.start(ofMarchYear: marchYear)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = (month > 2 ? marchYear : marchYear + 1).clamped(to: 1...9999)
    let text = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    // The parts make a day of the calendar by their construction.
    self = Day(text) ?? Day("0001-01-01")!
  }

  private static func start(ofMarchYear year: Int) -> Int {
    365 * year + year / 4 - year / 100 + year / 400
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Comparable {
  func clamped(to limits: ClosedRange<Self>) -> Self {
    min(max(self, limits.lowerBound), limits.upperBound)
  }
}
