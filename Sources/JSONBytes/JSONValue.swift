/// A value inside a document.
public struct JSONValue: Sendable {
  /// What it is.
  public enum Kind: Sendable, Hashable {
    case object, array, text, number, truth, null
  }

  let document: JSONDocument.Storage
  let index: Int

  @inline(__always)
  init(document: JSONDocument.Storage, index: Int) {
    self.document = document
    self.index = index
  }

  private var node: JSONDocument.Node { document.nodes[index] }

  /// Offset of its first byte in the document.
  public var offset: Int { Int(node.start) }

  public var kind: Kind {
    switch document.bytes[offset] {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .text
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .truth
    // `NaN` and `Infinity`, where they are tolerated, are as good as nothing.
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "I"): .null
    case UInt8(ascii: "-"):
      document.bytes[offset + 1] == UInt8(ascii: "I") ? .null : .number
    default: .number
    }
  }

  public var isNull: Bool { kind == .null }

  /// The text, `nil` for other kinds.
  public var string: String? {
    guard document.bytes[offset] == UInt8(ascii: "\"") else { return nil }
    return document.text(index)
  }

  /// The bytes of a text with its escapes resolved, even where they are no UTF-8.
  public var stringBytes: [UInt8]? {
    guard kind == .text else { return nil }
    let bytes = document.bytes
    return JSONText.unescaped(bytes.span, from: offset + 1, to: node.position)
  }

  /// The number, infinite when it is too large; `nil` for other kinds.
  public var number: Double? {
    guard kind == .number else { return nil }
    let bytes = document.bytes
    return JSONNumber.value(bytes.span, from: offset, to: node.position)
  }

  /// The digits of a number as they are written; `nil` for other kinds.
  public var digits: String? {
    guard kind == .number else { return nil }
    return String(decoding: document.bytes[offset..<node.position], as: UTF8.self)
  }

  /// Truth or falsehood; `nil` for other kinds.
  public var bool: Bool? {
    switch document.bytes[offset] {
    case UInt8(ascii: "t"): true
    case UInt8(ascii: "f"): false
    default: nil
    }
  }

  /// The value of a key of an object; `nil` when it is absent or null. Of equal keys, the first.
  public subscript(key: StaticString) -> JSONValue? {
    guard document.bytes[offset] == UInt8(ascii: "{") else { return nil }
    let end = node.position
    var child = index + 1
    while child < end {
      if document.isKey(child, key) {
        let value = JSONValue(document: document, index: child + 1)
        return value.isNull ? nil : value
      }
      child = document.following(child + 1)
    }
    return nil
  }

  /// The elements of an array; none for other kinds.
  public var elements: Elements {
    guard document.bytes[offset] == UInt8(ascii: "[") else {
      return Elements(document: document, index: 0, end: 0)
    }
    return Elements(document: document, index: index + 1, end: node.position)
  }

  /// The keys and values of an object as written; none for other kinds.
  public var members: Members {
    guard document.bytes[offset] == UInt8(ascii: "{") else {
      return Members(document: document, index: 0, end: 0)
    }
    return Members(document: document, index: index + 1, end: node.position)
  }

  /// The elements of an array.
  public struct Elements: Sequence, IteratorProtocol, Sendable {
    let document: JSONDocument.Storage
    var index: Int
    let end: Int

    public mutating func next() -> JSONValue? {
      guard index < end else { return nil }
      defer { index = document.following(index) }
      return JSONValue(document: document, index: index)
    }
  }

  /// The members of an object.
  public struct Members: Sequence, IteratorProtocol, Sendable {
    let document: JSONDocument.Storage
    var index: Int
    let end: Int

    public mutating func next() -> JSONMember? {
      guard index < end else { return nil }
      defer { index = document.following(index + 1) }
      return JSONMember(document: document, index: index)
    }
  }
}

/// A key and its value.
public struct JSONMember: Sendable {
  let document: JSONDocument.Storage
  let index: Int

  /// The key, read.
  public var key: String { JSONValue(document: document, index: index).string ?? "" }

  public var value: JSONValue { JSONValue(document: document, index: index + 1) }

  /// Whether the key is `name`; quicker than to read it.
  @inline(__always)
  public func `is`(_ name: StaticString) -> Bool { document.isKey(index, name) }
}

extension JSONDocument.Storage {
  /// The text at `index`, read.
  @inline(__always)
  func text(_ index: Int) -> String {
    let node = nodes[index]
    let start = Int(node.start) + 1
    if node.isEscaped || !isValidText { return repairedText(from: start, node) }
    // The whole document is valid, and a text begins and ends between its characters.
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      let text = unsafe UnsafeBufferPointer(rebasing: bytes[start..<node.position])
      return String(copying: unsafe UTF8Span(unchecked: text.span))
    }
  }

  private func repairedText(from start: Int, _ node: JSONDocument.Node) -> String {
    if node.isEscaped {
      let bytes = bytes
      return String(
        decoding: JSONText.unescaped(bytes.span, from: start, to: node.position), as: UTF8.self)
    }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe String(
        decoding: UnsafeBufferPointer(rebasing: bytes[start..<node.position]), as: UTF8.self)
    }
  }

  /// Whether the text at `index` is `name`.
  @inline(__always)
  func isKey(_ index: Int, _ name: StaticString) -> Bool {
    let node = nodes[index]
    let start = Int(node.start) + 1
    if node.isEscaped { return text(index) == "\(name)" }
    let count = name.utf8CodeUnitCount
    guard node.position - start == count else { return false }
    let wanted = unsafe name.utf8Start
    for offset in 0..<count {
      guard unsafe wanted[offset] == bytes[start + offset] else { return false }
    }
    return true
  }
}
