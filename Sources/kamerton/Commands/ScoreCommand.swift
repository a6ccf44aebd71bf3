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
