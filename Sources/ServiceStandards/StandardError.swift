/// A mistake in a standard's files, with its place and what was expected.
public struct StandardError: Error, Sendable, Hashable, CustomStringConvertible {
  public var code: Code
  public var message: String
  public var place: Place?

  public enum Code: String, Sendable, Hashable {
    case notFound, unreadable, syntax, shape, phrase, unknownList, duplicate
  }

  public init(_ code: Code, _ message: String, at place: Place? = nil) {
    self.code = code
    self.message = message
    self.place = place
  }

  public var description: String {
    place.map { "\($0): \(message)" } ?? message
  }
}
