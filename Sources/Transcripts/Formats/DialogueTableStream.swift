/// The calls of a table, given as their rows end. Rows of calls that went on at the same time may
/// stand between each other: so many rows are held as there is room for, and of the calls that
/// came to nothing for longest the first are given away.
struct DialogueTableStream: RecordingStream {
  /// How many rows are held at once.
  static let roomForRows = 20_000
  /// How much text is given to the reader of tables in one go.
  private static let batchSize = 1 << 16

  private var lines: TextLineReader
  private var header: String?
  private var columns: [DialogueTable.Column: String] = [:]
  private var open = OpenCalls()
  private var ready: ArraySlice<Recording> = []
  private var isOver = false

  init(lines: TextLineReader) { self.lines = lines }

  mutating func next() throws(TranscriptError) -> Recording? {
    while true {
      if var recording = ready.popFirst() {
        if ready.isEmpty { ready = [] }
        recording.segments = recording.segments.sortedByTime()
        if let note = lines.note { recording.notes.insert(note, at: 0) }
        return recording
      }
      if let id = open.takeTorn() {
        throw TranscriptError(
          .invalidValue,
          "строки звонка «\(id)» стоят слишком далеко друг от друга: отсортируйте таблицу",
          callID: id)
      }
      if isOver { return nil }
      let batch = try batch()
      if lines.isBroken { return nil }
      if let batch { try read(batch) } else { isOver = true }
      ready = open.takeOverdue(all: isOver)[...]
    }
  }

  /// Whole rows with the header before them; `nil` at the end.
  private mutating func batch() throws(TranscriptError) -> String? {
    var batch = ""
    var isInQuotes = false
    while let line = try lines.next() {
      if header == nil {
        if line.text.utf8.allSatisfy(isSpace) { continue }
        header = line.text
        continue
      }
      batch += line.text
      batch += "\n"
      let quotes = line.text.utf8.count { $0 == UInt8(ascii: "\"") }
      if !quotes.isMultiple(of: 2) { isInQuotes.toggle() }
      if batch.utf8.count >= Self.batchSize, !isInQuotes { break }
      if batch.utf8.count > Limits.value { throw Limits.tooLarge(line: line.number) }
    }
    guard !batch.isEmpty, let header else { return nil }
    return header + "\n" + batch
  }

  private mutating func read(_ batch: String) throws(TranscriptError) {
    let table: Table
    do throws(TranscriptError) {
      table = try Table(batch)
    } catch {
      isOver = true
      open = OpenCalls()
      throw error
    }
    if columns.isEmpty {
      for name in table.header {
        if let column = DialogueTable.Column(named: name) { columns[column] = name }
      }
    }
    var calls = open
    open = OpenCalls()
    let columns = columns
    do throws(TranscriptError) {
      try table.enumerateRows { row in
        let value = { (column: DialogueTable.Column) -> String? in
          columns[column].flatMap { row[$0]?.trimmed }.flatMap { $0.isEmpty ? nil : $0 }
        }
        guard let text = value(.text) else { return }
        calls.add(
          Segment(
            value(.speaker).map(Voice.speaker) ?? .unknown, text,
            start: DialogueTable.time(value(.start)), end: DialogueTable.time(value(.end))),
          to: value(.call), employee: value(.employee), date: value(.date))
      }
    } catch {
      isOver = true
      throw error
    }
    open = calls
  }
}

/// The calls of which rows may still come.
private struct OpenCalls {
  private var calls: [Recording] = []
  /// When the last row of each came.
  private var touched: [Int] = []
  private var places: [String: Int] = [:]
  private var rows = 0
  private var time = 0
  /// Hashes of the ids that were given away.
  private var given: Set<Int> = []
  /// Calls of which a row came after they were given away.
  private var torn: [String] = []
  private var known: Set<String> = []

  mutating func add(_ segment: Segment, to id: String?, employee: String?, date: String?) {
    let key = id ?? ""
    if !given.isEmpty, given.contains(key.hashValue) {
      if known.insert(key).inserted { torn.append(key) }
      return
    }
    let place =
      places[key]
      ?? {
        var call = Recording([])
        call.id = id
        calls.append(call)
        touched.append(0)
        return calls.count - 1
      }()
    places[key] = place
    time += 1
    touched[place] = time
    calls[place].employee = calls[place].employee ?? employee
    calls[place].startedAt = calls[place].startedAt ?? date
    // What is no call any more is refused when it is read as one.
    guard calls[place].segments.count <= Recording.segmentLimit else { return }
    calls[place].segments.append(segment)
    rows += 1
  }

  mutating func takeTorn() -> String? { torn.popLast() }

  /// All calls, or the half that waits longest when there is no more room.
  mutating func takeOverdue(all: Bool) -> [Recording] {
    guard all || rows > DialogueTableStream.roomForRows else { return [] }
    let middle = all ? Int.max : touched.sorted()[touched.count / 2]
    var taken: [Recording] = []
    var kept: [Recording] = []
    var keptTouched: [Int] = []
    places = [:]
    for (index, call) in calls.enumerated() {
      if touched[index] < middle {
        if !all { given.insert((call.id ?? "").hashValue) }
        rows -= call.segments.count
        taken.append(call)
      } else {
        places[call.id ?? ""] = kept.count
        kept.append(call)
        keptTouched.append(touched[index])
      }
    }
    calls = kept
    touched = keptTouched
    return taken
  }
}
