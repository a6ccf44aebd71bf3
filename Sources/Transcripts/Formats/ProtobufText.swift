internal import JSONBytes

/// Protocol Buffers' text format, made JSON: `name { … }`, `name: value`, fields that repeat.
struct ProtobufText {
  private let bytes: [UInt8]
  private var position = 0
  /// Fields that are lists even where only one value stands.
  private let lists: Set<String>

  init(_ text: String, lists: Set<String>) {
    bytes = Array(text.utf8)
    self.lists = lists
  }

  /// The messages that stand one after another, one a line: where a field of the top comes again,
  /// the next message begins.
  mutating func messages() throws(TranscriptError) -> [UInt8] {
    var result: [UInt8] = []
    var fields: [(name: String, value: String)] = []
    var names: Set<String> = []
    while let field = try field(depth: 0) {
      if !names.insert(field.name).inserted, !lists.contains(field.name) {
        result += object(fields).utf8
        result.append(0x0A)
        fields = []
        names = [field.name]
      }
      fields.append(field)
    }
    guard position == bytes.count else { throw broken }
    if !fields.isEmpty { result += object(fields).utf8 }
    return result
  }

  private func object(_ fields: [(name: String, value: String)]) -> String {
    var order: [String] = []
    var values: [String: [String]] = [:]
    for (name, value) in fields {
      if values[name] == nil {
        order.append(name)
        values[name] = [value]
      } else if lists.contains(name) {
        values[name]?.append(value)
      }
    }
    let members = order.map { name in
      let value = values[name]?.joined(separator: ",") ?? "null"
      return "\"\(name)\":" + (lists.contains(name) ? "[\(value)]" : value)
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  // MARK: Reading

  /// The next field; `nil` where a message ends.
  private mutating func field(depth: Int) throws(TranscriptError) -> (name: String, value: String)?
  {
    guard let first = next(), first != UInt8(ascii: "}"), first != UInt8(ascii: ">") else {
      return nil
    }
    let name = word()
    guard !name.isEmpty, depth < 64 else { throw broken }
    if next() == UInt8(ascii: ":") { position += 1 }
    return (name, try value(depth: depth))
  }

  private mutating func value(depth: Int) throws(TranscriptError) -> String {
    switch next() {
    case UInt8(ascii: "{"): return try message(closing: UInt8(ascii: "}"), depth: depth)
    case UInt8(ascii: "<"): return try message(closing: UInt8(ascii: ">"), depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      var text: [UInt8] = []
      // Pieces side by side are one text.
      while let quote = next(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        position += 1
        try read(upTo: quote, into: &text)
      }
      return JSONText.quoted(String(decoding: text, as: UTF8.self))
    default:
      let word = word()
      guard !word.isEmpty else { throw broken }
      return word.utf8.allSatisfy { $0 < 0x3A } && Double(word) != nil
        ? word : JSONText.quoted(word)
    }
  }

  private mutating func message(closing: UInt8, depth: Int) throws(TranscriptError) -> String {
    position += 1
    var fields: [(name: String, value: String)] = []
    while let field = try field(depth: depth + 1) { fields.append(field) }
    guard next() == closing else { throw broken }
    position += 1
    return object(fields)
  }

  /// The next byte that is no space and in no comment.
  private mutating func next() -> UInt8? {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "#"):
        position = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
      case UInt8(ascii: ","), UInt8(ascii: ";"): position += 1
      case let byte where isSpace(byte): position += 1
      case let byte: return byte
      }
    }
    return nil
  }

  private mutating func word() -> String {
    let start = position
    while position < bytes.count, Self.isWord(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "_.-+".utf8.contains(byte)
  }

  private mutating func read(
    upTo quote: UInt8, into text: inout [UInt8]
  ) throws(TranscriptError) {
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == quote { return }
      guard byte == UInt8(ascii: "\\"), position < bytes.count else {
        text.append(byte)
        continue
      }
      let escape = bytes[position]
      if escape &- 0x30 < 8 {
        var value = 0
        var digits = 0
        while digits < 3, position < bytes.count, bytes[position] &- 0x30 < 8 {
          value = value * 8 + Int(bytes[position] & 7)
          position += 1
          digits += 1
        }
        text.append(UInt8(truncatingIfNeeded: value))
        continue
      }
      position += 1
      switch escape {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case let other: text.append(other)
      }
    }
    throw broken
  }

  private var broken: TranscriptError {
    let line = 1 + bytes.prefix(position).count { $0 == 0x0A }
    return TranscriptError(
      .invalidValue, "запись оборвана или не по образцу protobuf: «имя { … }», «имя: значение»",
      line: line)
  }
}
