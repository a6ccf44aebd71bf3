import Foundation
import Testing
import Transcripts

/// Damaged files of every format end in calls or refusals, and in time that grows no faster than
/// the file.
struct DamageTests {
  static let files: [String] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
      .filter { $0.contains(".") }.sorted()
  }()

  @Test(arguments: files)
  func survivesMutations(_ file: String) throws {
    try mutate(try fixture(file), name: file, rounds: 150)
  }

  @Test(arguments: TrapTests.recognisers + TrapTests.services + TrapTests.texts)
  func survivesMutatedTraps(_ trap: Trap) throws {
    try mutate(trap.bytes, name: "a.\(trap.format.rawValue)", rounds: 60)
  }

  /// Changes bytes, cuts, doubles, splices pieces of other files in, and truncates.
  private func mutate(_ good: [UInt8], name file: String, rounds: Int) throws {
    var random = SeededGenerator(seed: 17)
    let others = try Self.files.shuffled(using: &random).prefix(3).map(fixture)
    let pieces: [[UInt8]] =
      [
        "{}", "[]", "\"", "null", "1e999", "-1", "\\ud800", ",", ":", "\n", "\r\n\r\n", "-->",
        "<v>",
        "<", "|", ";", "\t", "0:0", "NaN", "999999999999999999999", "\u{0}", "true", "[[[[",
      ].map { Array($0.utf8) } + [[0xD0], [0xFF, 0xFE], [0xE2, 0x80]]
    for round in 0..<rounds {
      var bytes = good
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1:
          bytes.removeSubrange(
            place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
        case 2: bytes.insert(contentsOf: pieces.randomElement(using: &random)!, at: place)
        case 3:
          let other = others.randomElement(using: &random)!
          let start = Int.random(in: other.indices, using: &random)
          bytes.insert(contentsOf: other[start...].prefix(120), at: place)
        default:
          let other = Int.random(in: bytes.indices, using: &random)
          bytes.insert(
            contentsOf: Array(bytes[min(place, other)..<max(place, other)].prefix(200)), at: place)
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      if round % 5 == 0 {
        bytes = Array(bytes.prefix(Int.random(in: 1...bytes.count, using: &random)))
      }
      _ = readAll(bytes, name: file)
      _ = try? PartedCall.read(
        [
          TranscriptPart(bytes: bytes, name: file, side: .role(.operator)),
          TranscriptPart(bytes: good, name: file, side: .whole),
        ], id: "a", options: options)
    }
  }

  /// A kind of text that a careless reader would go over again and again, as often as asked.
  static let growing: [(name: String, make: @Sendable (Int) -> String)] = [
    ("deep", { String(repeating: "[", count: $0) }),
    (
      "segments",
      {
        #"{"segments":["#
          + String(
            repeating: #"{"start":1,"end":2,"text":"а б","speaker":"SPEAKER_00","words":[]},"#,
            count: $0 / 60) + #"{}]}"#
      }
    ),
    (
      "voices",
      {
        #"{"segments":["#
          + (0..<($0 / 60)).map {
            #"{"start":1,"end":2,"text":"а б","speaker":"S\#($0)","words":[]},"#
          }.joined() + #"{}]}"#
      }
    ),
    ("vosk", { String(repeating: #"{"text":"да нет"}"# + "\n", count: $0 / 20) }),
    (
      "events",
      {
        String(
          repeating: #"{"result":{"final":{"alternatives":[{"text":"да"}],"channelTag":"0"}}}"#
            + "\n", count: $0 / 70)
      }
    ),
    (
      "cues",
      {
        (0..<($0 / 50)).map { "\($0)\n00:00:0\($0 % 9),000 --> 00:00:09,000\nОператор: да\n" }
          .joined(separator: "\n")
      }
    ),
    (
      "open tags",
      { "WEBVTT\n\n00:00.000 --> 00:01.000\n" + String(repeating: "<v ", count: $0 / 3) }
    ),
    (
      "tags", { "WEBVTT\n\n00:00.000 --> 00:01.000\n" + String(repeating: "<v А>б", count: $0 / 8) }
    ),
    ("brackets", { "Оператор: да\n" + String(repeating: "[(<", count: $0 / 3) }),
    ("labels", { (0..<($0 / 30)).map { "Анна\($0): да\n" }.joined() + "Оператор: да" }),
    ("colons", { "Оператор: да" + String(repeating: ":", count: $0) }),
    ("quotes", { "call_id;speaker;text\n1;Оператор;" + String(repeating: "\"", count: $0) }),
    ("columns", { String(repeating: ";", count: $0) + ";speaker;text\n" }),
    ("words", { (0..<($0 / 25)).map { "call A \($0).0 0.5 слово\n" }.joined() }),
    (
      "grid",
      {
        "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n0 1 <exists> 9999999 "
          + String(repeating: "\"", count: $0)
      }
    ),
    ("dashes", { String(repeating: "— да\n", count: $0 / 8) }),
    ("empty objects", { "[" + String(repeating: "{},", count: $0 / 3) + "{}]" }),
    ("numbers", { "[" + String(repeating: "1,", count: $0 / 2) + "1]" }),
    ("one key", { "{\"text\":1" + String(repeating: ",\"\":1", count: $0 / 5) + "}" }),
    ("rows of calls", { "call;speaker;text\n" + (0..<($0 / 16)).map { "\($0);О;а\n" }.joined() }),
    ("channels", { (0..<($0 / 20)).map { "f c\($0) 1 1 да\n" }.joined() }),
    ("files", { (0..<($0 / 20)).map { "\($0) A 1 1 да\n" }.joined() }),
    ("broken files", { (0..<($0 / 20)).map { "\($0) A 1 1 да\n\($0) A\n" }.joined() }),
    ("labels of time", { String(repeating: "1\t2\t[[а]]б\n", count: $0 / 14) }),
    ("protobuf", { String(repeating: "final{alternatives{text:\"а\"}}\n", count: $0 / 32) }),
    (
      "protobuf fields",
      { "final{alternatives{}}\n" + (0..<($0 / 9)).map { "a\($0):1 " }.joined() }
    ),
    (
      "protobuf words",
      { "final{alternatives{" + String(repeating: "words{text:\"а\"}", count: $0 / 17) + "}}" }
    ),
    ("deep protobuf", { "final{alternatives{" + String(repeating: "a{", count: $0 / 2) }),
    ("blank lines", { "— да\n" + String(repeating: "\n", count: $0) }),
  ]

  @Test(arguments: growing)
  func takesTimeInProportion(_ example: (name: String, make: @Sendable (Int) -> String)) {
    // Time of this thread alone: other tests and other people use the machine too.
    let now = { () -> Double in
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let time = { (size: Int) -> Double in
      let bytes = Array(example.make(size).utf8)
      return (0..<3).map { _ in
        let start = now()
        _ = readAll(bytes, name: "a.txt")
        return now() - start
      }.min()!
    }
    let small = time(50_000)
    let large = time(800_000)
    // Sixteen times the text; a reader that goes quadratic takes 256 times as long.
    #expect(large < max(small, 0.004) * 120, "\(example.name): \(small) and \(large) s")
  }
}

func readAll(_ bytes: [UInt8], name: String) -> [TranscriptItem] {
  var reader = TranscriptReader(
    ByteSource(bytes: bytes, chunkSize: 4096), name: name, id: "а", options: options)
  var items: [TranscriptItem] = []
  while let item = reader.next() { items.append(item) }
  return items
}
