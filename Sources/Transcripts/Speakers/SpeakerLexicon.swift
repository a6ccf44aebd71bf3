internal import RussianText

/// What the two sides of a service call say, and what recognisers invent in silence: data that a
/// person edits (`Lexicons/speakers/evidence.tsv`).
public struct SpeakerLexicon: Sendable {
  struct Phrase: Sendable {
    /// As written in the data.
    var text: String
    var words: [UInt64]
    var side: Side
    var weight: Double
  }

  enum Side: String, Sendable {
    case `operator`, client, invention
  }

  private var byFirstWord: [UInt64: [Phrase]] = [:]

  /// Without data: nobody is told from the other by words.
  public init() {}

  /// Reads lines of `side TAB weight TAB phrase`; `#` begins a comment.
  ///
  /// - Throws: `TableMistake` for a line of another shape: what it says would be lost unseen.
  public init(_ bytes: [UInt8]) throws(TableMistake) {
    for (line, fields) in try TableLines(bytes).rows {
      guard fields.count == 3 else {
        throw TableMistake(
          message: "здесь ожидались сторона, вес и фраза через табуляцию", line: line)
      }
      guard let side = Side(rawValue: fields[0]) else {
        throw TableMistake(
          message: "сторона — operator, client или invention, а стоит «\(fields[0].prefix(40))»",
          line: line)
      }
      guard let weight = Double(fields[1]), weight.isFinite, weight > 0 else {
        throw TableMistake(
          message: "вес — число больше нуля, а стоит «\(fields[1].prefix(40))»", line: line)
      }
      let words = Self.words(of: fields[2])
      guard let first = words.first else {
        throw TableMistake(message: "здесь ожидалась фраза, а в ней нет слов", line: line)
      }
      byFirstWord[first, default: []].append(
        Phrase(text: fields[2], words: words, side: side, weight: weight))
    }
  }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { byFirstWord.isEmpty }

  /// The phrases that stand in texts, each once.
  func phrases(in texts: some Sequence<String>) -> [Phrase] {
    guard !byFirstWord.isEmpty else { return [] }
    var found: [String: Phrase] = [:]
    for text in texts {
      let words = Self.words(of: text)
      for index in words.indices {
        for phrase in byFirstWord[words[index]] ?? []
        where words[index...].starts(with: phrase.words) {
          found[phrase.text] = phrase
        }
      }
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Whether a segment is what a recogniser invents: short, and beginning with such a phrase.
  func isInvention(_ text: String) -> Bool {
    guard text.utf8.count < 200 else { return false }
    let words = Self.words(of: text)
    guard let first = words.first, words.count <= 10 else { return false }
    return byFirstWord[first]?.contains { $0.side == .invention && words.starts(with: $0.words) }
      ?? false
  }

  /// The words of a text, folded, each as a hash: comparing them is all that is done.
  private static func words(of text: String) -> [UInt64] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    Folding.fold(text.utf8, into: &folded)
    var result: [UInt64] = []
    let nothing = StableHash()
    var hash = nothing
    for byte in folded {
      let isLetter = byte >= 0xC3 && byte < 0xE2 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
      // The bytes that follow the first of a letter.
      let isInside = byte & 0xC0 == 0x80 && hash != nothing
      if isLetter || isInside {
        hash.add(byte)
      } else if hash != nothing {
        result.append(hash.value)
        hash = nothing
      }
    }
    if hash != nothing { result.append(hash.value) }
    return result
  }
}
