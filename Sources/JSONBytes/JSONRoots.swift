/// The values that stand one after another in a text.
public struct JSONRoots: Collection, Sendable {
  /// The place of a value in the list of all values.
  public struct Index: Comparable, Sendable {
    let node: Int

    public static func < (first: Self, second: Self) -> Bool { first.node < second.node }
  }

  let document: JSONDocument.Storage
  public let count: Int

  public var startIndex: Index { Index(node: 0) }
  public var endIndex: Index { Index(node: document.nodes.count) }
  public func index(after index: Index) -> Index { Index(node: document.following(index.node)) }
  public subscript(index: Index) -> JSONValue { JSONValue(document: document, index: index.node) }

  /// The value of a number, from 0 on; goes over those before it.
  public subscript(number: Int) -> JSONValue {
    var index = startIndex
    for _ in 0..<number { formIndex(after: &index) }
    return self[index]
  }

  /// The values with those of arrays in place of the arrays, one at a time: a list of them would
  /// take more memory than the text.
  public var spread: Spread { Spread(document: document) }

  /// The values, and what stands in them where they are arrays.
  public struct Spread: Sequence, IteratorProtocol, Sendable {
    let document: JSONDocument.Storage
    private var index = 0
    /// Behind the array that is gone through.
    private var end = 0

    init(document: JSONDocument.Storage) { self.document = document }

    public mutating func next() -> JSONValue? {
      while index < document.nodes.count {
        let value = JSONValue(document: document, index: index)
        if index >= end, value.kind == .array {
          end = document.following(index)
          index += 1
        } else {
          index = document.following(index)
          return value
        }
      }
      return nil
    }
  }
}
