/// What endings of words predict, on its way into a compiled dictionary.
struct EndingTable {
  private struct Prediction: Hashable {
    var paradigm: UInt16
    var slot: UInt16
  }

  /// Predictions by the reversed letters of the ending.
  private var endings: [[UInt8]: [Prediction: UInt32]] = [:]

  /// Reads keys of the ending, 1, and base64 of count (2), paradigm (2), slot (2), big-endian, or
  /// of a count of four bytes, as the format has it.
  init(_ reader: DawgReader) throws(DictionaryError) {
    var endings: [[UInt8]: [Prediction: UInt32]] = [:]
    var letters = [UInt8]()
    var yo = [UInt8]()
    try reader.visit { (key, _) throws(DictionaryError) in
      guard let separator = key.lastIndex(of: 1),
        let bytes = Base64.decode(key[(separator + 1)...]),
        bytes.count >= 6
      else { throw .badSource(reason: "окончание без предсказания") }
      guard SourceForm.letters(of: key.span.extracting(0..<separator), into: &letters, yo: &yo)
      else { return }
      let values = bytes.suffix(4)
      let count = bytes.dropLast(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      let start = values.startIndex
      let prediction = Prediction(
        paradigm: UInt16(values[start]) << 8 | UInt16(values[start + 1]),
        slot: UInt16(values[start + 2]) << 8 | UInt16(values[start + 3]))
      endings[letters.reversed(), default: [:]][prediction, default: 0] += count
    }
    self.endings = endings
  }

  /// The automaton of the endings; the predictions go to the end of `predictions`, the most
  /// frequent first.
  func compile(into predictions: inout [UInt8]) -> [UInt8] {
    var builder = AutomatonBuilder()
    for letters in endings.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let ranked = (endings[letters] ?? [:]).sorted {
        ($1.value, $0.key.paradigm, $0.key.slot) < ($0.value, $1.key.paradigm, $1.key.slot)
      }.prefix(250)
      let value = UInt32(predictions.count / 8) << 8 | UInt32(ranked.count)
      for (prediction, count) in ranked {
        predictions.append32(count)
        predictions.append16(prediction.paradigm)
        predictions.append16(prediction.slot)
      }
      builder.add(letters[...], value: value)
    }
    return builder.finish()
  }
}

extension Alphabet {
  /// The UTF-8 of letters.
  static func utf8(_ letters: [UInt8], into bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    for letter in letters {
      switch letter {
      case 1: bytes.append(0x27)
      case 2: bytes.append(0x2D)
      case 3: bytes.append(0x2E)
      case 4...13: bytes.append(letter - 4 + 0x30)
      case 14...29: bytes += [0xD0, letter - 14 + 0xB0]
      default: bytes += [0xD1, letter - 30 + 0x80]
      }
    }
  }
}
