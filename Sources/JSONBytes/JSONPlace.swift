/// Where a value stands inside the value that it was asked of. Unlike a `JSONValue` it holds on to
/// nothing, so that going through a long list of small objects costs no counting of references.
public struct JSONPlace: Sendable {
  let index: Int32

  static let absent = JSONPlace(index: -1)

  /// Whether there is such a value.
  public var isThere: Bool { index >= 0 }
}

extension JSONValue {
  /// How many elements an array has, if all are as large as the first; 0 for other kinds.
  public var likelyCount: Int {
    guard kind == .array else { return 0 }
    let end = document.nodes[index].position
    guard index + 1 < end else { return 0 }
    return (end - index - 1) / (document.following(index + 1) - index - 1)
  }

  /// Calls `body` with the place of each element of an array.
  @inlinable
  public func forEachPlace<Failure>(
    _ body: (JSONPlace) throws(Failure) -> Void
  ) throws(Failure) {
    var place = firstPlace
    while place.isThere {
      try body(place)
      place = self.place(after: place)
    }
  }

  @usableFromInline
  var firstPlace: JSONPlace { kind == .array ? bounded(index + 1) : .absent }

  @usableFromInline
  func place(after place: JSONPlace) -> JSONPlace { bounded(document.following(Int(place.index))) }

  private func bounded(_ child: Int) -> JSONPlace {
    child < document.nodes[index].position ? JSONPlace(index: Int32(child)) : .absent
  }

  /// The value at a place.
  public func value(at place: JSONPlace) -> JSONValue {
    JSONValue(document: document, index: Int(place.index))
  }

  /// The places of five keys of the object at a place, nulls left out, in one pass; of equal keys
  /// the first. `nil` when there is no object.
  public func places(
    in place: JSONPlace, _ first: StaticString, _ second: StaticString, _ third: StaticString,
    _ fourth: StaticString, _ fifth: StaticString
  ) -> (JSONPlace, JSONPlace, JSONPlace, JSONPlace, JSONPlace)? {
    let object = document.nodes[Int(place.index)]
    guard document.bytes[Int(object.start)] == UInt8(ascii: "{") else { return nil }
    let absent = JSONPlace.absent
    var found = (absent, absent, absent, absent, absent)
    var child = Int(place.index) + 1
    while child < object.position {
      let value = JSONPlace(index: Int32(child + 1))
      if !found.0.isThere, document.isKey(child, first) {
        found.0 = value
      } else if !found.1.isThere, document.isKey(child, second) {
        found.1 = value
      } else if !found.2.isThere, document.isKey(child, third) {
        found.2 = value
      } else if !found.3.isThere, document.isKey(child, fourth) {
        found.3 = value
      } else if !found.4.isThere, document.isKey(child, fifth) {
        found.4 = value
      }
      child = document.following(child + 1)
    }
    return (
      present(found.0), present(found.1), present(found.2), present(found.3), present(found.4)
    )
  }

  private func present(_ place: JSONPlace) -> JSONPlace {
    guard place.isThere else { return place }
    return value(at: place).isNull ? .absent : place
  }

  /// The text at a place; `nil` for other kinds.
  public func string(at place: JSONPlace) -> String? {
    let start = Int(document.nodes[Int(place.index)].start)
    return document.bytes[start] == UInt8(ascii: "\"") ? document.text(Int(place.index)) : nil
  }

  /// The number at a place, infinite when it is too large; `nil` for other kinds.
  public func number(at place: JSONPlace) -> Double? {
    let node = document.nodes[Int(place.index)]
    let start = Int(node.start)
    let byte = document.bytes[start]
    guard byte &- 0x30 < 10 || byte == UInt8(ascii: "-") && document.bytes[start + 1] &- 0x30 < 10
    else { return nil }
    let bytes = document.bytes
    return JSONNumber.value(bytes.span, from: start, to: node.position)
  }
}
