import ArgumentParser
import CallStore
import Foundation
import Transcripts

/// A folder of calls in, a database and a summary out.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Оценить звонки из файлов и папок и сохранить их в базу.",
    discussion: """
      Читаются звонки в JSON, диалоги «Оператор: … Клиент: …», субтитры и то, что пишут \
      распознаватели речи (kamerton formats). \
      Звонок, который уже в базе и не изменился, заново не оценивается. Файл, который не читается, \
      назван с причиной, остальные оцениваются, а программа завершается с кодом 1.
      """)

  @Argument(help: ArgumentHelp("Файлы и папки со звонками.", valueName: "путь"))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "Стандарт для звонков, в которых он не указан; без него — general.", valueName: "стандарт"))
  var standard: String?

  @Flag(help: "Оценить заново и то, что не изменилось.")
  var again = false

  @Option(help: "Вид ответа: text или json.")
  var format = OutputFormat.text

  @OptionGroup var sides: SideOptions
  @OptionGroup var metadata: MetadataOptions
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    var isRefused = false
    try reporting {
      let installation = Installation()
      let morphology = try installation.morphology()
      let judge = try installation.judge(fallback: standard, morphology: morphology)
      let store = try Store(path: database.path, indexing: installation.indexing(morphology))
      let run = ScoringRun(
        store: store, judge: judge, analysedAt: Date.now.ISO8601Format(), repeatsAll: again,
        workers: ProcessInfo.processInfo.activeProcessorCount)
      var batch = FileBatch(
        run: run, options: installation.importOptions(sides), metadata: try metadata.load(),
        progress: Progress(paths: paths))
      try batch.read(paths)
      let report = ScoreReport(
        files: batch.files, soundFiles: batch.soundFiles, counts: batch.run.counts,
        refusals: batch.refusals, summary: try store.summary(of: batch.run))
      store.checkpoint()
      isRefused = !report.refusals.isEmpty
      switch format {
      case .json: try Output.print(try JSONOutput.encode(ScoreAnswer(report)) + "\n")
      case .text: try Output.print(SummaryPrinter(terminal: .current()).text(report))
      }
    }
    if isRefused { throw ExitCode.refused }
  }
}

/// Everything `kamerton score` has to tell at the end.
struct ScoreReport {
  var files: Int
  var soundFiles: Int
  var counts: ScoringRun.Counts
  var refusals: [ScoringRun.Refusal]
  var summary: RunSummary
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
        refuse(try run.add(imported, file: file))
        for note in imported.notes { say("\(path): \(note)") }
      }
      progress.show(calls: calls)
    }
  }

  private mutating func refuse(_ more: [ScoringRun.Refusal]) {
    for refusal in more { say("\(refusal.source): \(refusal.error)") }
    refusals += more
  }

  private mutating func say(_ message: String) {
    progress.clear()
    Complaint.write(message)
  }
}
