/// A mistake in a standard's files, with its place and what was expected.
public struct StandardError: Error, Sendable, Hashable, CustomStringConvertible {
  public var code: Code
  public var message: String
  public var place: Place?
  /// More mistakes of the same standard, told with this one.
  public var others: [StandardError] = []

  public enum Code: String, Sendable, Hashable {
    case notFound, unreadable, syntax, shape, phrase, unknownList, duplicate
  }

  public init(_ code: Code, _ message: String, at place: Place? = nil) {
    self.code = code
    self.message = message
    self.place = place
  }

  public var description: String {
    all.map { error in error.place.map { "\($0): \(error.message)" } ?? error.message }
      .joined(separator: "\n")
  }

  /// This mistake and the others, each for itself.
  public var all: [StandardError] {
    var alone = self
    alone.others = []
    return [alone] + others
  }

  /// The same with a place for what has none of its own.
  func placed(at place: Place) -> StandardError {
    var result = self
    result.place = self.place ?? place
    return result
  }

  /// Several mistakes as one; nil where there are none.
  static func joined(_ errors: [StandardError]) -> StandardError? {
    let all = errors.flatMap(\.all).prefix(mostAtOnce)
    guard var first = all.first else { return nil }
    first.others = Array(all.dropFirst())
    return first
  }

  /// Behind so many mistakes the first ones are to be mended.
  private static let mostAtOnce = 20
}
