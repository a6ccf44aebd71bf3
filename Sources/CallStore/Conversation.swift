internal import Foundation
internal import RussianText

/// What tells one conversation from another when both come under one id: who spoke for the company,
/// when, and the words.
struct Conversation {
  var employee: String?
  /// As the source gave it.
  var startedAt: String?
  /// The turns in their order.
  var texts: [String]

  enum Likeness {
    /// One call, mended or recognised anew.
    case same
    case another
    /// Too few words to tell.
    case unclear
  }

  /// - Parameter isOfOneFile: both were read from the same path: the file was then edited, unless
  ///   the words say, together with the time where it is given, that another export has taken its
  ///   place.
  func likeness(to other: Self, isOfOneFile: Bool) -> Likeness {
    let own = texts.flatMap(SearchWords.all)
    let others = other.texts.flatMap(SearchWords.all)
    let fewest = min(own.count, others.count)
    let start = Moment.relation(startedAt, other.startedAt)
    if own == others {
      // Announcements and calls nobody spoke in repeat each other to the letter.
      return !isOfOneFile && fewest < Self.telling && start == .otherDay ? .another : .same
    }
    // Single words of a short call repeat; pairs of words hardly do from call to call.
    let isShort = fewest < Self.few
    let common = Self.common(own, others, inPairs: !isShort)
    if isOfOneFile {
      let isReplaced =
        start.isOther
        ? !isShort && common < Self.mostly
        : start == .unknown && fewest >= Self.telling && common < Self.recognisedAnew
      return isReplaced ? .another : .same
    }
    if start.isOther || isAnotherEmployee(other) { return .another }
    if common >= (isShort ? 0.5 : start == .equal ? Self.recognisedAnew : Self.mostly) {
      return .same
    }
    return isShort ? .unclear : .another
  }

  /// Whether two calls of these words hardly are two.
  var isTelling: Bool { texts.flatMap(SearchWords.all).count >= Self.telling }

  /// Below this many words a call is too short to be told by its words.
  private static let few = 6
  /// From this many words on, two calls do not agree by chance.
  private static let telling = 20
  /// Share of pairs of words. Of 10,000 pairs of different calls under one standard none had more
  /// than 0.37 in common, one in a hundred 0.12; a call with each fifth word heard otherwise keeps
  /// 0.52 and more.
  private static let mostly = 0.4
  private static let recognisedAnew = 0.15

  private func isAnotherEmployee(_ other: Self) -> Bool {
    guard let employee, let name = other.employee else { return false }
    let own = Set(SearchWords.all(in: employee))
    let others = Set(SearchWords.all(in: name))
    // «Иванова» and «Иванова Ольга» may be one person.
    return !own.isSubset(of: others) && !others.isSubset(of: own)
  }

  /// How much of the shorter text stands in the other one too, 0…1.
  private static func common(_ one: [String], _ other: [String], inPairs: Bool) -> Double {
    let (one, other) = (pieces(one, inPairs), pieces(other, inPairs))
    var left: [[String]: Int] = [:]
    for piece in one { left[piece, default: 0] += 1 }
    var count = 0
    for piece in other where left[piece, default: 0] > 0 {
      left[piece, default: 0] -= 1
      count += 1
    }
    return Double(count) / Double(max(1, min(one.count, other.count)))
  }

  private static func pieces(_ words: [String], _ inPairs: Bool) -> [[String]] {
    inPairs ? zip(words, words.dropFirst()).map { [$0, $1] } : words.map { [$0] }
  }
}

/// Two times of a start beside each other.
enum Moment {
  case equal, otherTime, otherDay
  /// One of them is not given, or not to the minute.
  case unknown

  var isOther: Bool { self == .otherTime || self == .otherDay }

  /// Times with their zones are compared as instants, others as they are written, to the minute.
  static func relation(_ one: String?, _ other: String?) -> Self {
    guard let one, let other, let day = Day(of: one), let otherDay = Day(of: other) else {
      return .unknown
    }
    if let first = instant(one), let second = instant(other) {
      let difference = abs(first.timeIntervalSince(second))
      return difference < 60 ? .equal : difference < 86_400 ? .otherTime : .otherDay
    }
    guard day == otherDay else { return .otherDay }
    guard let clock = clock(one), let otherClock = self.clock(other) else { return .unknown }
    return clock == otherClock ? .equal : .otherTime
  }

  private static func instant(_ time: String) -> Date? {
    try? Date(time.replacing(" ", with: "T", maxReplacements: 1), strategy: .iso8601)
  }

  /// «10:15» of «2026-03-01T10:15:00».
  private static func clock(_ time: String) -> Substring? {
    let clock = time.dropFirst(11).prefix(5)
    return clock.utf8.count == 5 && clock.utf8.dropFirst(2).first == UInt8(ascii: ":")
      ? clock : nil
  }
}
