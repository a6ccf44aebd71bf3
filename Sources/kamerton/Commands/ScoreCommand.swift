import ArgumentParser
import CallStore
import Foundation
import Transcripts

/// A folder of calls in, a database and a summary out; or the kept calls scored again.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Оценить звонки из файлов и папок и сохранить их в базу.",
    discussion: """
      Читаются звонки в JSON, диалоги «Оператор: … Клиент: …», субтитры и то, что пишут \
      распознаватели речи (kamerton formats). \
      Звонок, который уже в базе и не изменился, заново не оценивается. Файл, который не читается, \
      назван с причиной, остальные оцениваются, а программа завершается с кодом 1. Другой разговор \
      с id, который в базе уже занят, сохраняется рядом с прежним: к его id добавляется имя файла.

      После правки стандарта kamerton score --stored пересчитывает звонки, которые уже в базе: \
      файлы для этого не нужны, у каждого звонка остаётся тот стандарт, по которому он оценён. \
      Прерванный пересчёт можно начать снова: он продолжит с того места.
      """)

  @Argument(help: ArgumentHelp("Файлы и папки со звонками.", valueName: "путь"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      Стандарт для звонков, в которых он не указан; без него — general. С --stored: пересчитать \
      только звонки, оценённые по этому стандарту.
      """, valueName: "стандарт"))
  var standard: String?

  @Flag(help: "Пересчитать звонки из базы, без файлов: по нынешней редакции их стандартов.")
  var stored = false

  @Flag(help: "Оценить заново и то, что не изменилось.")
  var again = false

  @Option(help: "Вид ответа: text или json.")
  var format = OutputFormat.text

  @OptionGroup var sides: SideOptions
  @OptionGroup var metadata: MetadataOptions
  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    if stored {
      guard paths.isEmpty, metadata.metadata == nil, !sides.isGiven else {
        throw ValidationError(
          """
          С --stored пересчитываются звонки из базы: без путей, --metadata, --operator-channel и \
          --operator-speaker.
          """)
      }
    } else if paths.isEmpty {
      throw ValidationError(
        "Укажите файлы или папки со звонками: kamerton score <путь>; или --stored: звонки из базы.")
    }
  }

  func run() throws {
    var isRefused = false
    try reporting {
      let installation = Installation()
      let morphology = try installation.morphology()
      let judge = try installation.judge(fallback: standard, morphology: morphology)
      let indexing = try installation.indexing(morphology)
      let store =
        try stored
        ? Store(existing: database.path, indexing: indexing)
        : Store(path: database.path, indexing: indexing)
      var report =
        try stored
        ? rescored(in: store, judge: judge)
        : scored(into: store, judge: judge, installation: installation)
      report.outdated = try store.outdated { judge.version(of: $0) }
      store.checkpoint()
      isRefused = !report.refusals.isEmpty
      switch format {
      case .json: try Output.print(try JSONOutput.encode(ScoreAnswer(report)) + "\n")
      case .text: try Output.print(SummaryPrinter(terminal: .current()).text(report))
      }
    }
    if isRefused { throw ExitCode.refused }
  }

  private func scored(into store: Store, judge: CallJudge, installation: Installation) throws
    -> ScoreReport
  {
    let run = ScoringRun(
      store: store, judge: judge, analysedAt: Date.now.ISO8601Format(), repeatsAll: again,
      workers: ProcessInfo.processInfo.activeProcessorCount,
      isThere: { FileManager.default.fileExists(atPath: $0) })
    var batch = FileBatch(
      run: run, options: try installation.importOptions(sides), metadata: try metadata.load(),
      progress: Progress(paths: paths))
    try batch.read(paths)
    return ScoreReport(
      files: batch.files, soundFiles: batch.soundFiles, counts: batch.run.counts,
      changes: batch.run.changes, otherStandards: batch.run.otherStandards,
      renamed: batch.run.renamed, refusals: batch.refusals,
      summary: try store.summary(of: batch.run))
  }

  private func rescored(in store: Store, judge: CallJudge) throws -> ScoreReport {
    if let standard {
      let kept = try store.standards()
      guard kept.contains(standard) else {
        throw StoreError(
          .unusable,
          "звонков по стандарту «\(standard)» в базе нет; в базе есть: "
            + (kept.isEmpty ? "ни одного" : kept.joined(separator: ", ")))
      }
    }
    var run = Rescoring(
      store: store, judge: judge, analysedAt: Date.now.ISO8601Format(), standard: standard,
      repeatsAll: again, workers: ProcessInfo.processInfo.activeProcessorCount)
    var progress = Progress(ofCalls: try store.count())
    let refusals = try run.run { progress.show(calls: $0) }
    progress.clear()
    for refusal in refusals { Complaint.write("\(refusal.source): \(refusal.error)") }
    return ScoreReport(
      counts: run.counts, changes: run.changes, refusals: refusals,
      summary: try store.summary(of: run))
  }
}

extension CallJudge {
  /// The present version of a standard; nil when it cannot be used.
  fileprivate func version(of id: String) -> String? {
    try? standard(Call(id: "", standard: id, turns: [])).version
  }
}

/// Everything `kamerton score` has to tell at the end.
struct ScoreReport {
  /// Nil where no files were read.
  var files: Int?
  var soundFiles = 0
  var counts: ScoringRun.Counts
  var changes: ScoreChanges
  var otherStandards: [String: Int] = [:]
  var renamed: [ScoringRun.Renamed] = []
  var refusals: [ScoringRun.Refusal]
  var summary: RunSummary
  /// Kept calls, of whatever run, whose score is of another version of their standard.
  var outdated: [StandardUse] = []
}

/// Reads files one after another into a run; names on standard error what is refused.
struct FileBatch {
  private(set) var run: ScoringRun
  private(set) var files = 0
  private(set) var soundFiles = 0
  private(set) var refusals: [ScoringRun.Refusal] = []
  private var options: ImportOptions
  private let metadata: Metadata?
  private var progress: Progress
  private var complaints = FileComplaints()
  private var calls = 0

  init(run: ScoringRun, options: ImportOptions, metadata: Metadata?, progress: Progress) {
    self.run = run
    self.options = options
    self.options.meter = progress.meter
    self.progress = progress
    self.metadata = metadata
  }

  mutating func read(_ paths: [String]) throws {
    var walker = FileWalker(paths: paths)
    while let entry = walker.next() {
      files += 1
      switch entry {
      case .refused(let path, let error): refuse([.init(source: path, error: error)])
      case .file(let file): try read(file)
      }
    }
    soundFiles = walker.soundFiles
    refuse(try run.finish())
    for message in complaints.rest { say(message) }
    progress.clear()
  }

  private mutating func read(_ walked: WalkedFile) throws {
    let path = walked.path
    let file = ScoringRun.SourceFile(
      name: path, path: URL(fileURLWithPath: path).standardizedFileURL.path)
    let facts = metadata?.facts(of: path)
    if let skip = facts?.skip { return say("\(path): пропущен: \(skip)") }
    var reader = TranscriptReader(walked, options: facts?.options(options) ?? options)
    while let item = reader.next() {
      switch item {
      case .refused(let error): refuse([.init(source: path, error: error)])
      case .call(var imported):
        calls += 1
        facts?.apply(to: &imported)
        let renamed = run.renamed.count
        refuse(try run.add(imported, file: file))
        // A whole export may have ids that are taken: the summary counts them.
        for call in run.renamed.dropFirst(renamed) where renamed < 20 {
          say("\(path): \(call.note)")
        }
        for note in imported.notes { say(complaints.note(note, of: path, imported)) }
      }
      progress.show(calls: calls)
    }
  }

  private mutating func refuse(_ more: [ScoringRun.Refusal]) {
    for refusal in more { say(complaints.refusal(refusal.error, of: refusal.source)) }
    refusals += more
  }

  private mutating func say(_ message: String?) {
    guard let message else { return }
    progress.clear()
    Complaint.write(message)
  }
}

extension ScoringRun.Renamed {
  /// What a person is told.
  fileprivate var note: String {
    (line.map { "строка \($0): " } ?? "")
      + "id «\(givenID)» уже у другого разговора, оба сохранены: этот — «\(id)»"
  }
}
