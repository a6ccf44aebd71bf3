import Testing
import Transcripts

/// A trap of a format: a file that holds it, and what must come out of it.
struct Trap: Sendable, CustomTestStringConvertible {
  /// How the file is read.
  enum Reading: Sendable {
    /// Who speaks is told in it.
    case whole
    /// Nobody is told from the other: it is the recording of the operator alone.
    case oneSide
    case channel(String)
    case speaker(String)
  }

  var format: TranscriptFormat
  var name: String
  var reading = Reading.whole
  var bytes: [UInt8]
  /// «O 0.5-4 текст».
  var turns: [String]
  /// What a note on the call must hold; `nil` where there must be no note.
  var note: String?
  /// What the first turn's words must be, as «слово 0.5-0.9».
  var words: [String]?

  var testDescription: String { "\(format.rawValue): \(name)" }

  init(
    _ format: TranscriptFormat, _ name: String, _ reading: Reading = .whole, _ text: String,
    _ turns: [String], note: String? = nil, words: [String]? = nil
  ) {
    self.init(format, name, reading, Array(text.utf8), turns, note: note, words: words)
  }

  init(
    _ format: TranscriptFormat, _ name: String, _ reading: Reading = .whole, _ bytes: [UInt8],
    _ turns: [String], note: String? = nil, words: [String]? = nil
  ) {
    self.format = format
    self.name = name
    self.reading = reading
    self.bytes = bytes
    self.turns = turns
    self.note = note
    self.words = words
  }

  /// Reads the file under a name that tells nothing, or the wrong thing.
  func read() throws -> ImportedCall {
    var options = options
    switch reading {
    case .oneSide:
      return try PartedCall.read(
        [TranscriptPart(bytes: bytes, name: "запись.bin", side: .role(.operator))], id: "a",
        options: options)
    case .channel(let channel): options.operatorChannel = channel
    case .speaker(let speaker): options.operatorSpeaker = speaker
    case .whole: break
    }
    var reader = TranscriptReader(
      ByteSource(bytes: bytes, chunkSize: 100), name: "запись.wav.txt", id: "a",
      options: options)
    let item = reader.next()
    guard case .call(let call)? = item, reader.next() == nil else {
      throw UnexpectedItems(description: "\(testDescription): \(String(describing: item))")
    }
    return call
  }

  func check() throws {
    let call = try read()
    #expect(call.format == format)
    #expect(call.call.turns.map(told) == turns)
    let notes = call.notes.filter { !$0.hasPrefix("оператором счёлся") }
    if let note {
      #expect(notes.contains { $0.contains(note) }, "\(notes)")
    } else {
      #expect(notes == [])
    }
    if let words {
      #expect(
        call.call.turns[0].words?.map { "\($0.text) \(number($0.start))-\(number($0.end))" }
          == words)
    }
  }

  private func told(_ turn: Turn) -> String {
    let side =
      switch turn.speaker {
      case .operator: "O"
      case .client: "C"
      case .other: "T"
      }
    guard turn.start != nil || turn.end != nil else { return "\(side) \(turn.text)" }
    return "\(side) \(number(turn.start))-\(number(turn.end)) \(turn.text)"
  }

  private func number(_ value: Double?) -> String {
    guard let value else { return "" }
    return value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}
