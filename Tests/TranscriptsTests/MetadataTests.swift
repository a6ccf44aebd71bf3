import Testing
import Transcripts

struct MetadataTests {
  /// A path, and the employee, direction and start that FreePBX's names tell.
  static let names: [(path: String, told: String)] = [
    (
      "2026/03/01/out-84951234567-101-20260301-101010-1772349010.123.json",
      "101 outgoing 2026-03-01T10:10:10+03:00"
    ),
    (
      "x/external-102-+79001234567-20260301-101010-1772349010.7.wav.json",
      "102 incoming 2026-03-01T10:10:10+03:00"
    ),
    ("q-600-unknown-20260301-235959-pbx-1772349010.7.srt", "- incoming 2026-03-01T23:59:59+03:00"),
    (
      "out-8-800-555-101-20260301-101010-1772349010.1.txt", "101 outgoing 2026-03-01T10:10:10+03:00"
    ),
    ("internal-101-102-20260301-101010-1772349010.1.json", "skip"),
    ("запись 7.json", "- - -: имя файла не подошло ни к одному правилу"),
    (
      "out-1-101-20261301-101010-1772349010.1.json",
      "101 outgoing -: дата «20261301T101010» не понята"
    ),
  ]

  @Test(arguments: names)
  func readsNamesOfFreePBX(_ example: (path: String, told: String)) throws {
    let metadata = try Metadata(
      MetadataMapping(yaml: "timeZone: Europe/Moscow\nfiles:\n  - preset: freepbx\n"))
    #expect(short(metadata.facts(of: example.path)) == example.told, "\(example.path)")
  }

  static let own = """
    timeZone: "+05:00"
    files:
      - path: 'архив/.*'
        skip: старый архив
      - path: '(?<town>[^/]+)/(?<kind>in|out)_(?<line>\\d+)_(?<date>\\d{4}-\\d\\d-\\d\\d_\\d\\d-\\d\\d-\\d\\d)'
        id: '{town}-{date}'
        direction: '{kind}'
        employee: '{line}'
        startedAt: '{date}'
        operatorChannel: left
    directions: {in: incoming}
    employees: {'101': Иванова Анна}
    table:
      file: cdr.csv
      key: recordingfile
      employee: agent
      directions: {inbound: incoming}
      direction: way
    """

  @Test func readsAMappingOfOnesOwn() throws {
    let mapping = try MetadataMapping(yaml: Self.own)
    #expect(Metadata.tableFile(of: mapping) == "cdr.csv")
    let table = "recordingfile;agent;way\n/var/spool/out_7_2026-03-01_10-00-00.wav;Пётр;inbound\n"
    let metadata = try Metadata(mapping, table: Array(table.utf8))
    #expect(
      short(metadata.facts(of: "омск/in_101_2026-03-01_10-00-00.json"))
        == "Иванова Анна incoming 2026-03-01T10:00:00+05:00: в таблице cdr.csv этого файла нет")
    let facts = metadata.facts(of: "омск/out_7_2026-03-01_10-00-00.json")
    // What the table says stands above the name.
    #expect(facts.employee == "Пётр" && facts.direction == .incoming)
    #expect(facts.origins["employee"] == "таблица" && facts.origins["startedAt"] == "имя файла")
    #expect(facts.notes == ["направление «out» не понято: его нет в directions"])
    #expect(facts.id == "омск-2026-03-01_10-00-00" && facts.operatorChannel == "left")
    #expect(metadata.facts(of: "архив/омск/in_1_2026-03-01_10-00-00.json").skip == "старый архив")
  }

  @Test func readsTablesOfKnownSystems() throws {
    let tqm = try MetadataMapping(
      yaml: "timeZone: Europe/Moscow\ntable: {file: t.json, preset: tqm}")
    let rows =
      #"[{"Id":1,"CallDirection":"inbound","StartDate":"2023-09-25T11:00:00","fileLink":"s3://a/7.mp3"}]"#
    let facts = try Metadata(tqm, table: Array(rows.utf8)).facts(of: "x/7.json")
    #expect(short(facts) == "- incoming 2023-09-25T11:00:00+03:00")
    let sense = try MetadataMapping(yaml: "table: {file: t, preset: speechsense, key: id}")
    let line =
      #"{"id":"7","operator_name":"Анна","date":"2026-03-01T10:00:00.000","direction_outgoing":"true"}"#
    let told = try Metadata(sense, table: Array(line.utf8)).facts(of: "7.json")
    #expect(
      short(told) == "Анна outgoing 2026-03-01T10:00:00: часовой пояс даты не указан: timeZone")
    let bare = try MetadataMapping(
      yaml:
        "table: {file: t, key: uid, header: [src, start, uid], startedAt: start}\ntimeZone: Asia/Omsk"
    )
    let master = "\"79001112233\",\"2026-03-01 10:00:00\",\"1772349010.1\"\n"
    #expect(
      short(try Metadata(bare, table: Array(master.utf8)).facts(of: "a/1772349010.1.json"))
        == "- - 2026-03-01T10:00:00+06:00")
  }

  static let codes: PhoneZones = {
    let table =
      "# code\tzone\tregion\n381\tAsia/Omsk\tОмск\n3812\tAsia/Tomsk\tпример\n495\tEurope/Moscow\tМосква"
    return (try? PhoneZones(Array(table.utf8))) ?? PhoneZones()
  }()

  /// A path, and the client's zone with its origin.
  static let clients: [(path: String, told: String)] = [
    ("out-83811234567-101-20260301-101010-1772349010.1.json", "Asia/Omsk код номера: Омск"),
    (
      "out-+7 (3812) 34-56-78-101-20260301-101010-1772349010.1.json",
      "Asia/Tomsk код номера: пример"
    ),
    (
      "external-101-74951234567-20260301-101010-1772349010.1.json",
      "Europe/Moscow код номера: Москва"
    ),
    // A mobile number tells nothing.
    ("out-89131234567-101-20260301-101010-1772349010.1.json", "+05:00 одна на всех"),
    ("q-600-unknown-20260301-101010-1772349010.1.json", "+05:00 одна на всех"),
  ]

  @Test(arguments: clients)
  func tellsTheClientsZone(_ example: (path: String, told: String)) throws {
    let mapping = try MetadataMapping(
      yaml: "timeZone: Europe/Moscow\nclientTimeZone: '+05:00'\nfiles:\n  - preset: freepbx\n")
    let facts = try Metadata(mapping, phoneZones: Self.codes).facts(of: example.path)
    #expect(
      "\(facts.clientTimeZone ?? "-") \(facts.origins["clientTimeZone"] ?? "-")" == example.told)
  }

  @Test func takesTheZoneFromTheTable() throws {
    let mapping = try MetadataMapping(
      yaml:
        "timeZone: Europe/Moscow\ntable: {file: t, key: file, startedAt: at, clientTimeZone: tz}")
    let table = "file;at;tz\n7;2026-03-01 10:00:00;Asia/Omsk\n8;2026-03-01 10:00:00;Луна\n"
    let metadata = try Metadata(mapping, table: Array(table.utf8))
    guard case .call(var call)? = read(line("7")).first else { return }
    metadata.facts(of: "7.json").apply(to: &call)
    #expect(call.call.clientTimeZone == "+06:00")
    #expect(call.call.startedAt == "2026-03-01T10:00:00+03:00")
    #expect(metadata.facts(of: "8.json").notes == ["часовой пояс клиента «Луна» не понят"])
  }

  /// Asterisk's own log has no header; FreePBX writes the id of its rows into the file names.
  @Test func joinsMasterCSV() throws {
    let mapping = try MetadataMapping(
      yaml:
        "timeZone: Asia/Omsk\nfiles:\n  - preset: freepbx\ntable: {file: Master.csv, preset: asterisk-master}"
    )
    let row = (1...18).map { number in
      switch number {
      case 2: "101"
      case 3: "83811234567"
      case 10: "2026-03-01 10:00:07"
      case 17: "1772349010.1"
      default: ""
      }
    }
    let table = row.map { "\"\($0)\"" }.joined(separator: ",") + "\n"
    let facts = try Metadata(mapping, table: Array(table.utf8), phoneZones: Self.codes)
      .facts(of: "out-83811234567-101-20260301-100000-1772349010.1.json")
    #expect(short(facts) == "101 outgoing 2026-03-01T10:00:07+06:00")
    #expect(facts.clientTimeZone == "Asia/Omsk")
  }

  static let dates: [(written: String, read: String?)] = [
    ("20260301T101010", "2026-03-01T10:10:10+03:00"), ("2026-03-01", "2026-03-01T00:00:00+03:00"),
    ("01.03.2026 10:10", "2026-03-01T10:10:00+03:00"),
    ("2026-03-01T10:10:10Z", "2026-03-01T10:10:10Z"),
    ("2026-03-01T10:10:10.123+05:00", "2026-03-01T10:10:10+05:00"),
    ("1772349010.123", "2026-03-01T10:10:10+03:00"), ("2026-02-30x", nil), ("2026-13-01", nil),
    ("вчера", nil),
  ]

  @Test(arguments: dates)
  func readsDates(_ example: (written: String, read: String?)) throws {
    let mapping = try MetadataMapping(
      yaml: "timeZone: Europe/Moscow\ntable: {file: t, key: k, startedAt: d}")
    let metadata = try Metadata(mapping, table: Array("k;d\n7;\(example.written)\n".utf8))
    let facts = metadata.facts(of: "7.json")
    #expect(facts.startedAt == example.read)
    #expect(facts.notes.isEmpty == (example.read != nil))
  }

  static let mistakes: [(yaml: String, told: String)] = [
    ("- a", "нужен объект: files, timeZone, directions, table"),
    ("timezone: x", "строка 1: ключа «timezone» здесь не бывает"),
    ("timeZone: Марс", "timeZone: пояса «Марс» нет; бывает Europe/Moscow или +03:00"),
    ("files:\n  - path: '('", "строка 2: path: шаблон не читается"),
    ("files:\n  - path: 'a'\n    employe: b", "строка 3: ключа «employe» здесь не бывает"),
    ("files:\n  - employee: b", "строка 2: files: нет path и нет preset"),
    ("files: a", "строка 1: files: нужен список"),
    ("directions: {a: up}", "строка 1: directions: бывает только incoming или outgoing"),
    ("table: {file: a}", "строка 1: table: нет key — столбца, в котором имя файла"),
  ]

  @Test(arguments: mistakes)
  func namesTheMistake(_ example: (yaml: String, told: String)) {
    do throws(TranscriptError) {
      _ = try MetadataMapping(yaml: example.yaml)
      Issue.record("accepted: \(example.yaml)")
    } catch {
      #expect(error.description == example.told)
    }
  }

  private func short(_ facts: Metadata.Facts) -> String {
    if facts.skip != nil { return "skip" }
    let told = [facts.employee, facts.direction?.rawValue, facts.startedAt].map { $0 ?? "-" }
      .joined(separator: " ")
    return facts.notes.isEmpty ? told : "\(told): \(facts.notes.joined(separator: "; "))"
  }
}
