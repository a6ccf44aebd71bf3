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
  private var strings = JSONStringBounds()
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
      let place = strings.place(of: byte)
      if depth > 0 || place == .inside || place == .closing {
        inside(byte, place)
      } else {
        between(byte)
      }
    }
  }

  /// The stream has ended.
  mutating func finish() {
    if depth > 0 || strings.isInString || isInScalar { endValue() }
    strings = JSONStringBounds()
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

  private mutating func inside(_ byte: UInt8, _ place: JSONStringBounds.Place) {
    keep(byte)
    switch (place, byte) {
    case (.outside, UInt8(ascii: "{")), (.outside, UInt8(ascii: "[")): depth += 1
    case (.outside, UInt8(ascii: "}")), (.outside, UInt8(ascii: "]")):
      depth -= 1
      if depth == 0 { endValue() }
    case (.closing, _):
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
    isInScalar = false
    depth = 0
  }
}
