import ArgumentParser
import Foundation
import Transcripts

/// What would be read, file by file, before anything is kept.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Показать по каждому файлу, что в нём понято, откуда и что не понято.",
    discussion: """
      С --dry-run ничего не сохраняется: видно формат, стороны, сотрудника, дату и направление. \
      Оценивает и сохраняет звонки kamerton score с теми же ключами.
      """)

  @Argument(help: ArgumentHelp("Файлы и папки с расшифровками.", valueName: "путь"))
  var paths: [String]

  @Flag(help: "Только показать.") var dryRun = false

  @Option(help: "Вид ответа: text или json.")
  var format = OutputFormat.text

  @OptionGroup var sides: SideOptions
  @OptionGroup var metadata: MetadataOptions

  func validate() throws {
    guard dryRun else {
      throw ValidationError("import пока только показывает: добавьте --dry-run; сохраняет score")
    }
  }

  func run() throws {
    var refused = 0
    try reporting {
      var output = Output()
      let encoder = JSONOutput.lineEncoder()
      let options = try Installation().importOptions(sides)
      let metadata = try metadata.load()
      var calls = 0
      var skipped = 0
      var walker = FileWalker(paths: paths)
      let show = { (view: ImportView, output: inout Output) throws in
        switch format {
        case .json:
          try output.write(try encoder.encode(view))
          try output.write([0x0A])
        case .text: try output.write(view.text + "\n")
        }
      }
      while let entry = walker.next() {
        switch entry {
        case .refused(let path, let error):
          refused += 1
          try show(ImportView(file: path, refused: error), &output)
        case .file(let file):
          let facts = metadata?.facts(of: file.path)
          if let skip = facts?.skip {
            skipped += 1
            try show(ImportView(file: file.path, skipped: skip), &output)
            continue
          }
          var reader = TranscriptReader(file, options: facts?.options(options) ?? options)
          var refusedHere = 0
          while let item = reader.next() {
            switch item {
            case .refused(let error):
              refused += 1
              refusedHere += 1
              // A person wants to know of other files too.
              if format == .text, refusedHere > FileComplaints.refusalsShown { continue }
              try show(ImportView(file: file.path, refused: error), &output)
            case .call(let imported):
              calls += 1
              try show(ImportView(file: file.path, imported: imported, facts: facts), &output)
            }
          }
          let rest = refusedHere - FileComplaints.refusalsShown
          if format == .text, rest > 0 {
            try output.write("\(Terminal.clean(file.path))\n  не прочитано ещё: \(rest)\n")
          }
        }
      }
      if format == .text {
        try output.write(
          "\nЗвонков: \(calls), пропущено: \(skipped), не прочитано: \(refused)\n")
      }
      try output.flush()
    }
    if refused > 0 { throw ExitCode.refused }
  }
}

/// What is shown of one call or refusal.
struct ImportView: Encodable {
  var file: String
  var id: String?
  var format: String?
  var turns: Int?
  var seconds: Double?
  var `operator`: OperatorDecision?
  var employee: String?
  var direction: String?
  var startedAt: String?
  var clientTimeZone: String?
  /// From where a fact is: «имя файла», «таблица», «сам файл».
  var origins: [String: String]?
  var notes: [String]?
  var skipped: String?
  var refused: String?

  init(file: String, refused: TranscriptError) {
    self.file = file
    self.refused = "\(refused)"
  }

  init(file: String, skipped: String) {
    self.file = file
    self.skipped = skipped
  }

  init(file: String, imported: ImportedCall, facts: Metadata.Facts?) {
    self.file = file
    var imported = imported
    var origins: [String: String] = [:]
    let own = imported.call
    if own.employee != nil { origins["employee"] = "сам файл" }
    if own.direction != nil { origins["direction"] = "сам файл" }
    if own.startedAt != nil { origins["startedAt"] = "сам файл" }
    if own.clientTimeZone != nil { origins["clientTimeZone"] = "сам файл" }
    facts?.apply(to: &imported)
    for (key, origin) in facts?.origins ?? [:] where origins[key] == nil { origins[key] = origin }
    id = imported.call.id
    format = imported.format?.rawValue ?? "native"
    turns = imported.call.turns.count
    seconds = imported.call.turns.compactMap { $0.end ?? $0.start }.max()
    self.operator = imported.decision
    employee = imported.call.employee
    direction = imported.call.direction?.rawValue
    startedAt = imported.call.startedAt
    clientTimeZone = imported.call.clientTimeZone
    self.origins = origins
    notes = imported.notes.isEmpty ? nil : imported.notes
  }

  /// For a person.
  var text: String {
    if let refused { return Self.joined([file, "  не прочитан: \(refused)"]) }
    if let skipped { return Self.joined([file, "  пропущен: \(skipped)"]) }
    var lines = ["\(file)"]
    var size = RussianWriting.count(turns ?? 0, "реплика", "реплики", "реплик")
    if let seconds { size += ", \(Int(seconds.rounded())) с" }
    lines.append("  звонок: \(id ?? ""), формат \(format ?? ""), \(size)")
    if let decision = self.operator {
      let confidence = Int((decision.confidence * 100).rounded())
      lines.append(
        "  оператор: \(decision.voice.isEmpty ? "не назван" : decision.voice) "
          + "(\(confidence) %: \(decision.reason))")
    }
    lines.append("  сотрудник: " + told(employee, "employee"))
    let way = direction.map { $0 == "incoming" ? "входящий" : "исходящий" }
    lines.append("  направление: " + told(way, "direction"))
    lines.append("  начало: " + told(startedAt, "startedAt"))
    if clientTimeZone != nil || direction == "outgoing" {
      lines.append("  часовой пояс клиента: " + told(clientTimeZone, "clientTimeZone"))
    }
    for note in notes ?? [] { lines.append("  заметка: \(note)") }
    return Self.joined(lines)
  }

  private static func joined(_ lines: [String]) -> String {
    lines.map(Terminal.clean).joined(separator: "\n")
  }

  private func told(_ value: String?, _ key: String) -> String {
    guard let value else { return "неизвестно" }
    return value + (origins?[key].map { " (\($0))" } ?? "")
  }
}
