/// Finds where a JSON text goes wrong, and where a key's value stands. The decoder of the standard
/// library says only that a text is bad; a person needs the line and the reason. Runs on failures
/// alone, so it is short rather than fast.
struct JSONSyntax {
  /// The first mistake: the offset of the byte and what is wrong, in Russian.
  struct Problem: Error, Hashable {
    var offset: Int
    var reason: String
  }

  private let bytes: [UInt8]
  private var position = 0
  private var path: [Step] = []
  private var wanted: [Step]?
  private var found: Int?

  /// A step from a value to a value inside it.
  enum Step: Hashable {
    case key(String)
    case index(Int)
  }

  private init(_ bytes: [UInt8], wanted: [Step]? = nil) {
    self.bytes = bytes
    self.wanted = wanted
  }

  /// The first mistake, or `nil` when the text is one well-formed JSON value.
  static func problem(in bytes: [UInt8]) -> Problem? {
    var syntax = Self(bytes)
    do {
      try syntax.document()
      return nil
    } catch {
      return error
    }
  }

  /// The offset of the value at `path`.
  static func offset(of path: [Step], in bytes: [UInt8]) -> Int? {
    var syntax = Self(bytes, wanted: path)
    try? syntax.document()
    return syntax.found
  }

  private mutating func document() throws(Problem) {
    try value(depth: 0)
    skipSpace()
    if position < bytes.count { throw unexpected("лишнее после конца значения") }
  }

  private mutating func value(depth: Int) throws(Problem) {
    skipSpace()
    if path == wanted { found = found ?? position }
    guard depth <= Limits.depth else {
      throw Problem(offset: position, reason: "вложенность глубже \(Limits.depth) уровней")
    }
    guard let byte = current else { throw truncated }
    switch byte {
    case UInt8(ascii: "{"): try object(depth: depth)
    case UInt8(ascii: "["): try array(depth: depth)
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    default: try word()
    }
  }

  private mutating func object(depth: Int) throws(Problem) {
    position += 1
    skipSpace()
    if take("}") { return }
    while true {
      skipSpace()
      guard let byte = current else { throw truncated }
      guard byte == UInt8(ascii: "\"") else { throw unexpected("здесь ждём ключ в кавычках") }
      path.append(.key(try string()))
      skipSpace()
      guard take(":") else { throw unexpected("после ключа ждём двоеточие") }
      try value(depth: depth + 1)
      path.removeLast()
      skipSpace()
      if take("}") { return }
      guard take(",") else { throw unexpected("здесь ждём запятую или «}»") }
    }
  }

  private mutating func array(depth: Int) throws(Problem) {
    position += 1
    skipSpace()
    if take("]") { return }
    var index = 0
    while true {
      path.append(.index(index))
      try value(depth: depth + 1)
      path.removeLast()
      skipSpace()
      if take("]") { return }
      guard take(",") else { throw unexpected("здесь ждём запятую или «]»") }
      index += 1
    }
  }

  private mutating func string() throws(Problem) -> String {
    let start = position + 1
    position += 1
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
      case UInt8(ascii: "\\"): try escape()
      case 0..<0x20: throw unexpected("управляющий символ внутри строки надо записать как \\u00XX")
      default: position += 1
      }
    }
    throw truncated
  }

  private mutating func escape() throws(Problem) {
    guard position + 1 < bytes.count else { throw truncated }
    switch bytes[position + 1] {
    case UInt8(ascii: "u"):
      let unit = try hexadecimal(at: position)
      if unit & 0xFC00 == 0xDC00 { throw loneSurrogate }
      if unit & 0xFC00 == 0xD800 {
        let next = position + 6
        guard next + 1 < bytes.count, bytes[next] == UInt8(ascii: "\\"),
          bytes[next + 1] == UInt8(ascii: "u"), try hexadecimal(at: next) & 0xFC00 == 0xDC00
        else { throw loneSurrogate }
        position += 6
      }
      position += 6
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 2
    default: throw unexpected("такой записи через «\\» в JSON нет")
    }
  }

  private func hexadecimal(at start: Int) throws(Problem) -> UInt32 {
    guard start + 6 <= bytes.count else { throw truncated }
    let digits = String(decoding: bytes[(start + 2)..<(start + 6)], as: UTF8.self)
    guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let unit = UInt32(digits, radix: 16)
    else { throw Problem(offset: start, reason: "после \\u ждём четыре шестнадцатеричные цифры") }
    return unit
  }

  private mutating func number() throws(Problem) {
    let start = position
    _ = take("-")
    if take("0") {
      if let byte = current, isDigit(byte) { throw unexpected("число не начинают с нуля") }
    } else {
      try digits()
    }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let number = Double(text), number.isFinite else {
      throw Problem(offset: start, reason: "число слишком велико")
    }
  }

  private mutating func digits() throws(Problem) {
    guard let first = current else { throw truncated }
    guard isDigit(first) else { throw unexpected("здесь ждём цифру") }
    while let byte = current, isDigit(byte) { position += 1 }
  }

  private mutating func word() throws(Problem) {
    let start = position
    let end = bytes[start...].firstIndex { !isLetter($0) } ?? bytes.count
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    if ["true", "false", "null"].contains(text) {
      position = end
      return
    }
    if end == bytes.count && ["true", "false", "null"].contains(where: { $0.hasPrefix(text) }) {
      throw truncated
    }
    if text == "NaN" || text == "Infinity" {
      throw unexpected("\(text) в JSON не бывает: здесь должно быть число или null")
    }
    throw unexpected("здесь ждём значение")
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private var truncated: Problem {
    Problem(offset: bytes.count, reason: "запись оборвана: конец раньше, чем закрыты скобки")
  }

  private var loneSurrogate: Problem {
    Problem(offset: position, reason: "половина суррогатной пары в \\uXXXX")
  }

  private func unexpected(_ reason: String) -> Problem {
    guard position < bytes.count else { return truncated }
    return Problem(offset: position, reason: reason)
  }
}
