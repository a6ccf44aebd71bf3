internal import Yams

/// Where whose call it is, when and which way is to be read from: rules over the files' paths and a
/// table that lies beside them. Written as YAML by whoever knows the exchange.
///
///     timeZone: Europe/Moscow
///     clientTimeZone: Asia/Omsk
///     files:
///       - path: 'воронеж/(?<kind>in|out)-(?<line>\d+)-(?<date>\d{8})-(?<time>\d{6})'
///         direction: '{kind}'
///         employee: '{line}'
///         startedAt: '{date}T{time}'
///         operatorChannel: left
///       - preset: freepbx
///     directions: {in: incoming, out: outgoing}
///     employees: {'101': Иванова Анна}
///     table: {file: cdr.csv, key: recordingfile, employee: agent}
public struct MetadataMapping {
  var rules: [PathRule] = []
  var timeZone: String?
  /// Where the clients are, when nothing else tells.
  var clientTimeZone: String?
  var directions: [String: Call.Direction] = [:]
  var employees: [String: String] = [:]
  var table: TableRule?

  /// What is taken from the path of a file.
  struct PathRule {
    var pattern: Regex<AnyRegexOutput>
    var fields: [MetadataField: String] = [:]
    var operatorChannel: String?
    var operatorSpeaker: String?
    /// By what the file is found in the table, when not by its name; may name groups.
    var key: String?
    /// Why such a file is passed by; may name groups.
    var skip: String?
    var skippedKinds: Set<String> = []
    var directions: [String: Call.Direction] = [:]
  }

  /// What is taken from the table.
  struct TableRule {
    var file: String
    var key: String
    var columns: [MetadataField: String] = [:]
    var directions: [String: Call.Direction] = [:]
    /// Names of the columns of a table without a header.
    var header: [String]?
  }

  /// Reads the mapping; a mistake names its key.
  public init(yaml: String) throws(TranscriptError) {
    let root: Node
    do {
      guard let node = try Yams.compose(yaml: yaml) else {
        throw TranscriptError(.empty, "файл пуст")
      }
      root = node
    } catch let error as TranscriptError {
      throw error
    } catch let error as YamlError {
      throw TranscriptError(.invalidValue, "не YAML: \(error)")
    } catch {
      throw TranscriptError(.invalidValue, "не YAML")
    }
    guard let mapping = root.mapping else {
      throw TranscriptError(.wrongType, "нужен объект: files, timeZone, directions, table")
    }
    for (key, value) in mapping {
      switch key.string {
      case "timeZone": timeZone = value.string
      case "clientTimeZone": clientTimeZone = value.string
      case "files":
        for item in try Self.list(value, "files") { rules.append(try Self.rule(item)) }
      case "directions":
        directions = try Self.directions(value)
      case "employees":
        for (code, name) in value.mapping ?? [:] {
          if let code = code.string, let name = name.string { employees[code] = name }
        }
      case "table": table = try Self.tableRule(value)
      default: throw Self.unknown(key)
      }
    }
    for (key, zone) in [("timeZone", timeZone), ("clientTimeZone", clientTimeZone)] {
      guard let zone, LocalTime.offset(of: zone, at: 0) == nil else { continue }
      throw TranscriptError(
        .invalidValue, "\(key): пояса «\(zone)» нет; бывает Europe/Moscow или +03:00", key: key)
    }
  }

  private static func rule(_ node: Node) throws(TranscriptError) -> PathRule {
    guard let mapping = node.mapping else {
      throw TranscriptError(.wrongType, "files: здесь нужен объект", line: line(node))
    }
    var rule: PathRule?
    if let preset = mapping["preset"]?.string {
      guard let known = MetadataPresets.rule(preset) else {
        throw TranscriptError(
          .invalidValue, "preset: «\(preset)» не знаем; есть freepbx", line: line(node),
          key: "preset")
      }
      rule = known
    }
    if let pattern = mapping["path"]?.string {
      do {
        rule = PathRule(pattern: try Regex(pattern))
      } catch {
        throw TranscriptError(
          .invalidValue, "path: шаблон не читается", line: line(node), key: "path")
      }
    }
    guard var rule else {
      throw TranscriptError(.missingKey, "files: нет path и нет preset", line: line(node))
    }
    for (key, value) in mapping {
      guard let name = key.string, let text = value.string ?? value.scalar?.string else {
        throw unknown(key)
      }
      switch name {
      case "path", "preset": break
      case "operatorChannel": rule.operatorChannel = text
      case "operatorSpeaker": rule.operatorSpeaker = text
      case "skip": rule.skip = text
      case "key": rule.key = text
      default:
        guard let field = MetadataField(rawValue: name) else { throw unknown(key) }
        rule.fields[field] = text
      }
    }
    return rule
  }

  private static func tableRule(_ node: Node) throws(TranscriptError) -> TableRule {
    guard let mapping = node.mapping, let file = mapping["file"]?.string else {
      throw TranscriptError(.missingKey, "table: нет file", line: line(node), key: "table.file")
    }
    var rule = TableRule(file: file, key: mapping["key"]?.string ?? "")
    if let preset = mapping["preset"]?.string {
      guard let known = MetadataPresets.table(preset, file: file) else {
        throw TranscriptError(
          .invalidValue,
          "preset: «\(preset)» не знаем; есть asterisk, asterisk-master, speechsense, tqm",
          line: line(node), key: "table.preset")
      }
      rule = known
      if let key = mapping["key"]?.string { rule.key = key }
    }
    for (key, value) in mapping {
      switch key.string ?? "" {
      case "file", "key", "preset": break
      case "header": rule.header = value.sequence?.compactMap(\.string)
      case "directions": rule.directions = try directions(value)
      case let name:
        guard let field = MetadataField(rawValue: name), let column = value.string else {
          throw unknown(key)
        }
        rule.columns[field] = column
      }
    }
    if rule.key.isEmpty {
      throw TranscriptError(
        .missingKey, "table: нет key — столбца, в котором имя файла", line: line(node),
        key: "table.key")
    }
    return rule
  }

  private static func directions(_ node: Node) throws(TranscriptError) -> [String: Call.Direction] {
    var result: [String: Call.Direction] = [:]
    for (code, value) in node.mapping ?? [:] {
      guard let code = code.scalar?.string, let text = value.string,
        let direction = Call.Direction(rawValue: text)
      else {
        throw TranscriptError(
          .invalidValue, "directions: бывает только incoming или outgoing", line: line(value),
          key: "directions")
      }
      result[code] = direction
    }
    return result
  }

  private static func list(_ node: Node, _ key: String) throws(TranscriptError) -> [Node] {
    guard let sequence = node.sequence else {
      throw TranscriptError(.wrongType, "\(key): нужен список", line: line(node), key: key)
    }
    return Array(sequence)
  }

  private static func unknown(_ key: Node) -> TranscriptError {
    let name = key.string ?? ""
    return TranscriptError(
      .invalidValue, "ключа «\(name)» здесь не бывает", line: line(key), key: name)
  }

  private static func line(_ node: Node) -> Int? { node.mark?.line }
}

/// What may be known of a call.
enum MetadataField: String, CaseIterable {
  case id, employee, direction, startedAt
  /// The client's time zone, or what tells it: their number, or both numbers of the call, of which
  /// the direction says which is the client's.
  case clientTimeZone, clientPhone, calledPhone, callerPhone
}
