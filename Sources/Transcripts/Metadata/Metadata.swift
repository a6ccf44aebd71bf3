internal import JSONBytes

/// A mapping with its table read: tells what is known of each file.
public struct Metadata {
  private let mapping: MetadataMapping
  private let rows: [String: [String: String]]
  private let phoneZones: PhoneZones

  /// - Parameters:
  ///   - table: the bytes of the table that the mapping names, CSV or JSON.
  ///   - phoneZones: what time it is where a number is.
  public init(
    _ mapping: MetadataMapping, table: [UInt8]? = nil, phoneZones: PhoneZones = PhoneZones()
  ) throws(TranscriptError) {
    self.mapping = mapping
    self.phoneZones = phoneZones
    guard let rule = mapping.table, let table else {
      rows = [:]
      return
    }
    var rows: [String: [String: String]] = [:]
    let read = try MetadataTable.rows(table, header: rule.header)
    for row in read {
      if let key = row[rule.key], !key.isEmpty { rows[Self.stem(key)] = row }
    }
    if rows.isEmpty, let first = read.first {
      throw TranscriptError(
        .missingKey,
        "table: столбца «\(rule.key)» нет, есть \(first.keys.sorted().joined(separator: ", "))",
        key: "table.key")
    }
    self.rows = rows
  }

  /// The file of the table, as the mapping names it.
  public static func tableFile(of mapping: MetadataMapping) -> String? { mapping.table?.file }

  /// What is known of one file, and from where.
  public struct Facts: Sendable, Hashable {
    public var id: String?
    public var employee: String?
    public var direction: Call.Direction?
    public var startedAt: String?
    /// The client's zone as it was told: «Asia/Omsk», «+06:00».
    public var clientTimeZone: String?
    /// The zone of dates that have none of their own.
    public var timeZone: String?
    /// Why the file is not to be read.
    public var skip: String?
    public var operatorChannel: String?
    public var operatorSpeaker: String?
    /// «employee»: «таблица».
    public var origins: [String: String] = [:]
    /// What was not understood, in Russian.
    public var notes: [String] = []
    /// Some rule or row spoke of the file.
    public var isKnown = false
  }

  /// What the path and the table say of a file.
  public func facts(of path: String) -> Facts {
    var facts = Facts()
    facts.timeZone = mapping.timeZone
    var phones: [MetadataField: String] = [:]
    var key: String?
    for rule in mapping.rules {
      guard let match = try? rule.pattern.firstMatch(in: path) else { continue }
      key = take(rule, match, &facts, &phones)
      break
    }
    if let rule = mapping.table {
      if let row = rows[Self.stem(path)] ?? key.flatMap({ rows[Self.stem($0)] }) {
        facts.isKnown = true
        for (field, column) in rule.columns {
          guard let value = row[column], !value.isEmpty else { continue }
          set(field, value, from: "таблица", directions: rule.directions, &facts, &phones)
        }
      } else {
        facts.notes.append("в таблице \(rule.file) этого файла нет")
      }
    }
    if !facts.isKnown, !mapping.rules.isEmpty, mapping.table == nil {
      facts.notes.append("имя файла не подошло ни к одному правилу")
    }
    findClientZone(phones, &facts)
    return facts
  }

  /// The client's zone, if it was not told: that of their number, or of all clients.
  private func findClientZone(_ phones: [MetadataField: String], _ facts: inout Facts) {
    guard facts.clientTimeZone == nil else { return }
    let phone =
      phones[.clientPhone]
      ?? (facts.direction == .outgoing
        ? phones[.calledPhone] : facts.direction == .incoming ? phones[.callerPhone] : nil)
    if let phone, let place = phoneZones.place(of: phone) {
      facts.clientTimeZone = place.zone
      facts.origins[MetadataField.clientTimeZone.rawValue] = "код номера: \(place.region)"
    } else if let zone = mapping.clientTimeZone {
      facts.clientTimeZone = zone
      facts.origins[MetadataField.clientTimeZone.rawValue] = "одна на всех"
    }
  }

  private func take(
    _ rule: MetadataMapping.PathRule, _ match: Regex<AnyRegexOutput>.Match, _ facts: inout Facts,
    _ phones: inout [MetadataField: String]
  ) -> String? {
    facts.isKnown = true
    facts.operatorChannel = rule.operatorChannel
    facts.operatorSpeaker = rule.operatorSpeaker
    let group = { (name: String) -> String? in
      // Of an incoming call the employee is the called side, of an outgoing one the caller.
      if name == "own" {
        let kind = match["kind"]?.substring
        let own = kind == "out" ? match["caller"] : kind == "external" ? match["called"] : nil
        return own?.substring.map(String.init).flatMap { $0 == "unknown" ? nil : $0 }
      }
      if name == "client" {
        let other = match["kind"]?.substring == "out" ? match["called"] : match["caller"]
        return other?.substring.map(String.init)
      }
      return match[name]?.substring.map(String.init)
    }
    if let kind = group("kind"), rule.skippedKinds.contains(kind) {
      facts.skip = "внутренний звонок («\(kind)» в имени файла)"
    }
    if let skip = rule.skip { facts.skip = filled(skip, group) ?? skip }
    for (field, template) in rule.fields {
      guard let value = filled(template, group), !value.isEmpty else { continue }
      set(field, value, from: "имя файла", directions: rule.directions, &facts, &phones)
    }
    return rule.key.flatMap { filled($0, group) }
  }

  private func set(
    _ field: MetadataField, _ value: String, from origin: String,
    directions: [String: Call.Direction], _ facts: inout Facts,
    _ phones: inout [MetadataField: String]
  ) {
    switch field {
    case .clientPhone, .calledPhone, .callerPhone:
      phones[field] = value
      return
    case .clientTimeZone:
      guard LocalTime.offset(of: value, at: 0) != nil else {
        facts.notes.append("часовой пояс клиента «\(value)» не понят")
        return
      }
      facts.clientTimeZone = value
    case .id: facts.id = value
    case .employee: facts.employee = mapping.employees[value] ?? value
    case .direction:
      guard
        let direction = mapping.directions[value] ?? directions[value]
          ?? directions[value.lowercased()] ?? Call.Direction(rawValue: value)
      else {
        facts.notes.append("направление «\(value)» не понято: его нет в directions")
        return
      }
      facts.direction = direction
    case .startedAt:
      guard let date = LocalTime.iso(value, zone: mapping.timeZone) else {
        facts.notes.append("дата «\(value)» не понята")
        return
      }
      if mapping.timeZone == nil, date.utf8.count == 19 {
        facts.notes.append("часовой пояс даты не указан: timeZone")
      }
      facts.startedAt = date
    }
    facts.origins[field.rawValue] = origin
  }

  /// `{group}` replaced; `nil` when a group has no value.
  private func filled(_ template: String, _ group: (String) -> String?) -> String? {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      result += rest[..<open]
      guard let value = group(String(rest[rest.index(after: open)..<close])) else { return nil }
      result += value
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// The name of a file without folders and without the endings of sound and text.
  private static func stem(_ path: String) -> String {
    var name = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? path
    while let dot = name.lastIndex(of: "."), name.distance(from: dot, to: name.endIndex) <= 9,
      name[name.index(after: dot)...].contains(where: \.isLetter)
    {
      name = String(name[..<dot])
    }
    return name
  }
}

extension Metadata.Facts {
  /// Fills in what the call does not say itself.
  public func apply(to imported: inout ImportedCall) {
    if let id, imported.isNamedByFile {
      imported.call.id = id
      imported.isNamedByFile = false
    }
    imported.call.employee = imported.call.employee ?? employee
    imported.call.direction = imported.call.direction ?? direction
    imported.call.startedAt = imported.call.startedAt ?? startedAt
    if let timeZone, let own = imported.call.startedAt,
      let date = LocalTime.iso(own, zone: timeZone)
    {
      imported.call.startedAt = date
    }
    imported.call.clientTimeZone =
      imported.call.clientTimeZone
      ?? clientTimeZone.flatMap { LocalTime.offsetText(of: $0, at: imported.call.startedAt) }
    imported.notes += notes
  }

  /// The options for reading this file.
  public func options(_ options: ImportOptions) -> ImportOptions {
    var result = options
    // What the person says on the command line stands above the rules.
    result.operatorChannel = options.operatorChannel ?? operatorChannel
    result.operatorSpeaker = options.operatorSpeaker ?? operatorSpeaker
    return result
  }
}

/// The rows of a table that lies beside the calls.
enum MetadataTable {
  /// CSV with a header or with the given one, or JSON: a list of objects, or objects in a row.
  static func rows(_ bytes: [UInt8], header: [String]?) throws(TranscriptError) -> [[String:
    String]]
  {
    let bytes = TextEncoding.utf8(bytes)
    if let first = bytes.first(where: { !isSpace($0) && $0 < 0x80 }), first == 0x5B || first == 0x7B
    {
      let document: JSONDocument
      do throws(JSONProblem) {
        document = try JSONDocument(bytes, allowing: .recognisers)
      } catch {
        throw TranscriptError(.invalidJSON, "table: \(error)", line: error.line)
      }
      let objects = Array(document.roots.spread)
      return objects.map { object in
        var row: [String: String] = [:]
        for member in object.members {
          row[member.key] = member.value.label ?? member.value.bool.map { "\($0)" }
        }
        return row
      }
    }
    guard let (text, _) = TextEncoding.decode(bytes) else {
      throw TranscriptError(.invalidText, "table: это не текст в UTF-8 и не в Windows-1251")
    }
    let delimiter = Table.delimiter(of: text.prefix { !$0.isNewline }) ?? ","
    let table = try Table(
      header.map { $0.joined(separator: String(delimiter)) + "\n" + text } ?? text)
    var rows: [[String: String]] = []
    let names = Set(table.header)
    try table.enumerateRows { row in
      rows.append(names.reduce(into: [:]) { $0[$1] = row[$1] })
    }
    return rows
  }
}
