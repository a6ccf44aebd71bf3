internal import JSONBytes

/// Reads one JSON object as a call, strictly: a wrong type or a missing key is an error that names
/// the line and the key. `null` means absent, unknown keys are ignored. What is of the right type
/// and cannot be true, a time or a date, is left out, and U+0000 in a text is read as U+FFFD.
public struct CallDecoder: Sendable {
  public init() {}

  /// Decodes the bytes of one JSON object whose first line is `line`.
  public func decode(_ bytes: [UInt8], line: Int) throws(TranscriptError) -> Call {
    try imported(bytes, line: line).call
  }

  /// The call with notes of what was left out or replaced, behind `note`.
  func imported(
    _ bytes: [UInt8], line: Int, note: String? = nil
  ) throws(TranscriptError) -> ImportedCall {
    let document: JSONDocument
    do throws(JSONProblem) {
      document = try JSONDocument(bytes)
    } catch {
      throw Self.refusal(error, line: line)
    }
    do throws(Mismatch) {
      let call = try Self.call(document.root)
      if call.id.isEmpty {
        throw Mismatch(.invalidValue, [.key("id")], "пустой id звонка", offset: -1)
      }
      var imported = ImportedCall(call: call, line: line, notes: note.map { [$0] } ?? [])
      if document.hasZeros { imported.notes.append(TextEncoding.zeroNote) }
      imported.dropImpossible()
      return imported
    } catch {
      throw Self.refusal(error, in: document, line: line)
    }
  }

  private static func refusal(_ problem: JSONProblem, line: Int) -> TranscriptError {
    let line = line + problem.line - 1
    if problem.reason == .invalidText {
      return TranscriptError(
        .invalidText, "текст не в UTF-8 (байт \(problem.offset + 1) этой записи)", line: line)
    }
    return TranscriptError(
      .invalidJSON, "не JSON (столбец \(problem.column)): \(problem.message)", line: line)
  }

  private static func refusal(
    _ mismatch: Mismatch, in document: JSONDocument, line: Int
  ) -> TranscriptError {
    let before = document.bytes.prefix(max(mismatch.offset, 0))
    let place = line + before.count { $0 == 0x0A }
    if mismatch.code == .invalidJSON {
      let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
      return TranscriptError(
        .invalidJSON, "не JSON (столбец \(column)): \(mismatch.reason)", line: place)
    }
    let key = mismatch.path.keyPath
    if mismatch.offset < 0 {
      return TranscriptError(mismatch.code, mismatch.reason, line: line, key: key)
    }
    return TranscriptError(
      mismatch.code, "\(key.isEmpty ? "звонок" : "ключ «\(key)»"): \(mismatch.reason)",
      line: place, key: key.isEmpty ? nil : key, callID: document.root["id"]?.string)
  }

  // MARK: The shape

  private static func call(_ value: JSONValue) throws(Mismatch) -> Call {
    try need(.object, value)
    guard let id = try string(value, "id") else { throw missing("id", in: value) }
    let standard = try string(value, "standard")
    let direction: Call.Direction? = try oneOf(
      value, "direction", "бывает только incoming или outgoing")
    let employee = try string(value, "employee")
    let startedAt = try string(value, "startedAt")
    let zone = try zone(value, startedAt: startedAt)
    guard let list = member(value, "turns") else { throw missing("turns", in: value) }
    var turns: [Turn] = []
    do throws(Mismatch) {
      try need(.array, list)
      for element in list.elements {
        do throws(Mismatch) {
          turns.append(try turn(element))
        } catch {
          throw error.inside(.index(turns.count))
        }
      }
    } catch {
      throw error.inside(.key("turns"))
    }
    return Call(
      id: id, standard: standard, direction: direction, employee: employee, startedAt: startedAt,
      clientTimeZone: zone, operatorConfidence: try number(value, "operatorConfidence"),
      turns: turns)
  }

  private static func turn(_ value: JSONValue) throws(Mismatch) -> Turn {
    try need(.object, value)
    let speaker: Side? = try oneOf(value, "speaker", "бывает только operator или client")
    guard let speaker = speaker?.speaker else { throw missing("speaker", in: value) }
    guard let text = try string(value, "text") else { throw missing("text", in: value) }
    var turn = Turn(
      speaker: try isThird(value) ? .other : speaker, text: text,
      start: try number(value, "start"),
      end: try number(value, "end"), voice: try string(value, "voice"),
      speakerConfidence: try number(value, "speakerConfidence"))
    guard let list = value["words"] else { return turn }
    var words: [Word] = []
    do throws(Mismatch) {
      try need(.array, list)
      words.reserveCapacity(list.likelyCount)
      try list.forEachPlace { place throws(Mismatch) in
        do throws(Mismatch) {
          words.append(try word(at: place, in: list))
        } catch {
          throw error.inside(.index(words.count))
        }
      }
    } catch {
      throw error.inside(.key("words"))
    }
    turn.words = words
    return turn
  }

  private static func word(at place: JSONPlace, in list: JSONValue) throws(Mismatch) -> Word {
    guard
      let (text, start, end, confidence, speaker) = list.places(
        in: place, "text", "start", "end", "confidence", "speakerConfidence")
    else {
      try need(.object, list.value(at: place))
      throw missing("text", in: list)
    }
    guard text.isThere, let written = list.string(at: text) else {
      let object = list.value(at: place)
      _ = try string(object, "text")
      throw missing("text", in: object)
    }
    return Word(
      text: written, start: try number(start, "start", in: list),
      end: try number(end, "end", in: list),
      confidence: try number(confidence, "confidence", in: list),
      speakerConfidence: try number(speaker, "speakerConfidence", in: list))
  }

  private static func number(
    _ place: JSONPlace, _ key: StaticString, in list: JSONValue
  ) throws(Mismatch) -> Double? {
    guard place.isThere else { return nil }
    if let number = list.number(at: place), number.isFinite { return number }
    return try number(written: list.value(at: place), key)
  }

  /// The two sides that the contract knows.
  private enum Side: String {
    case `operator`, client

    var speaker: Speaker { self == .operator ? .operator : .client }
  }

  /// «"third":true»: a voice of neither side.
  private static func isThird(_ turn: JSONValue) throws(Mismatch) -> Bool {
    guard let value = turn["third"] else { return false }
    if let isThird = value.bool { return isThird }
    throw Mismatch(.wrongType, [.key("third")], "нужно true или false", offset: value.offset)
  }

  /// The client's zone, as «+07:00»; an area of the world is given its offset at that moment.
  private static func zone(
    _ call: JSONValue, startedAt: String?
  ) throws(Mismatch) -> String? {
    guard let text = try string(call, "clientTimeZone") else { return nil }
    if let zone = LocalTime.offsetText(of: text, at: startedAt) { return zone }
    throw Mismatch(
      .invalidValue, [.key("clientTimeZone")], "бывает Asia/Omsk или +06:00",
      offset: call["clientTimeZone"]?.offset ?? call.offset)
  }

  // MARK: Values

  private static func string(
    _ object: JSONValue, _ key: StaticString
  ) throws(Mismatch) -> String? {
    guard let value = object[key] else {
      // Of a required key, null is told apart from absence.
      guard key.isRequired, let null = member(object, key) else { return nil }
      throw Mismatch(
        .missingKey, [.key("\(key)")], "здесь null, а \(need(of: .text))", offset: null.offset)
    }
    guard let string = value.string else {
      throw Mismatch(.wrongType, [.key("\(key)")], need(of: .text), offset: value.offset)
    }
    return string
  }

  private static func oneOf<Value: RawRepresentable<String>>(
    _ object: JSONValue, _ key: StaticString, _ reason: String
  ) throws(Mismatch) -> Value? {
    guard let text = try string(object, key) else { return nil }
    if let value = Value(rawValue: text) { return value }
    throw Mismatch(
      .invalidValue, [.key("\(key)")], reason, offset: object[key]?.offset ?? object.offset)
  }

  private static func number(
    _ object: JSONValue, _ key: StaticString
  ) throws(Mismatch) -> Double? {
    try number(written: object[key], key)
  }

  private static func number(
    written value: JSONValue?, _ key: StaticString
  ) throws(Mismatch) -> Double? {
    guard let value, !value.isNull else { return nil }
    guard let number = value.number else {
      throw Mismatch(.wrongType, [.key("\(key)")], need(of: .number), offset: value.offset)
    }
    guard number.isFinite else {
      throw Mismatch(.invalidJSON, [], "число слишком велико", offset: value.offset)
    }
    return number
  }

  private static func need(_ kind: JSONValue.Kind, _ value: JSONValue) throws(Mismatch) {
    guard value.kind != kind else { return }
    if value.isNull {
      throw Mismatch(.missingKey, [], "здесь null, а \(need(of: kind))", offset: value.offset)
    }
    throw Mismatch(.wrongType, [], need(of: kind), offset: value.offset)
  }

  /// The value of a key, also when it is null.
  private static func member(_ object: JSONValue, _ key: StaticString) -> JSONValue? {
    object.members.first { $0.is(key) }?.value
  }

  private static func missing(_ key: String, in object: JSONValue) -> Mismatch {
    Mismatch(.missingKey, [], "нет обязательного ключа «\(key)»", offset: object.offset)
  }

  private static func need(of kind: JSONValue.Kind) -> String {
    switch kind {
    case .number: "нужно число"
    case .object: "нужен объект в фигурных скобках"
    case .array: "нужен список в квадратных скобках"
    default: "нужен текст в кавычках"
    }
  }
}

/// A value that is not of the shape; the path grows outward as it is thrown on.
private struct Mismatch: Error {
  var code: TranscriptError.Code
  var path: [JSONStep]
  var reason: String
  /// Where the value stands; negative when the whole call is meant.
  var offset: Int

  init(_ code: TranscriptError.Code, _ path: [JSONStep], _ reason: String, offset: Int) {
    self.code = code
    self.path = path
    self.reason = reason
    self.offset = offset
  }

  func inside(_ step: JSONStep) -> Self {
    var result = self
    if code != .invalidJSON { result.path.insert(step, at: 0) }
    return result
  }
}

extension StaticString {
  /// The keys that every call, turn or word has.
  fileprivate var isRequired: Bool { ["id", "speaker", "text"].contains("\(self)") }
}
