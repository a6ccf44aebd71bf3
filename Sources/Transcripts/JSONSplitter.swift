/// Cuts a stream of JSON into the values that stand at the top or inside one top array, by
/// counting brackets outside strings. What the values hold is for the decoder to judge.
struct JSONSplitter {
  /// What was cut off, with the line where it begins.
  enum Piece: Hashable {
    case value([UInt8], line: Int)
    case tooLong(line: Int)
    /// The text ended inside the array that begins there.
    case openArray(line: Int)
  }

  private let limit: Int
  private var pending: ArraySlice<Piece> = []
  private var value: [UInt8] = []
  private var valueLine = 0
  private var isTooLong = false
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var isInScalar = false
  private var arrayLine: Int?
  private var line = 1

  init(limit: Int = Limits.value) {
    self.limit = limit
  }

  mutating func next() -> Piece? {
    guard let piece = pending.popFirst() else { return nil }
    // What was given away is held no longer.
    if pending.isEmpty { pending = [] }
    return piece
  }

  mutating func feed(_ bytes: [UInt8]) {
    for byte in bytes {
      if byte == 0x0A { line += 1 }
      if depth > 0 || isInString {
        inside(byte)
      } else {
        between(byte)
      }
    }
  }

  /// The stream has ended.
  mutating func finish() {
    if depth > 0 || isInString || isInScalar { endValue() }
    if let arrayLine { pending.append(.openArray(line: arrayLine)) }
    arrayLine = nil
  }

  private mutating func between(_ byte: UInt8) {
    switch byte {
    case _ where isSpace(byte), UInt8(ascii: ","):
      if isInScalar { endValue() }
    case UInt8(ascii: "]") where arrayLine != nil:
      if isInScalar { endValue() }
      arrayLine = nil
    case UInt8(ascii: "[") where arrayLine == nil && !isInScalar:
      arrayLine = line
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if isInScalar { endValue() }
      begin(byte)
      depth = 1
    case UInt8(ascii: "\""):
      if isInScalar { endValue() }
      begin(byte)
      isInString = true
    // A byte order mark.
    case 0xEF, 0xBB, 0xBF:
      break
    default:
      if isInScalar {
        keep(byte)
      } else {
        begin(byte)
        isInScalar = true
      }
    }
  }

  private mutating func inside(_ byte: UInt8) {
    keep(byte)
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
        if depth == 0 { endValue() }
      }
      return
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      if depth == 0 { endValue() }
    default: break
    }
  }

  private mutating func begin(_ byte: UInt8) {
    valueLine = line
    value.append(byte)
  }

  private mutating func keep(_ byte: UInt8) {
    guard !isTooLong else { return }
    if value.count == limit {
      isTooLong = true
      value = []
    } else {
      value.append(byte)
    }
  }

  private mutating func endValue() {
    pending.append(isTooLong ? .tooLong(line: valueLine) : .value(value, line: valueLine))
    value = []
    isTooLong = false
    isInString = false
    isEscaped = false
    isInScalar = false
    depth = 0
  }
}
