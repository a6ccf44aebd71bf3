import ArgumentParser
import CallStore
import Compliance
import Foundation
import ServiceStandards
import Transcripts

/// Calls in, analyses out, for other programs.
struct StreamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream",
    abstract: "Оценить звонки со стандартного ввода: JSON в строке, ответы в том же порядке.",
    discussion: """
      Звонок, который не удалось оценить, получает ответ {"id":…,"error":{"code","message","line"}}; \
      остальные оцениваются, а программа в конце завершается с кодом 1.
      """)

  @Option(
    help: ArgumentHelp(
      "Стандарт для звонков, в которых он не указан; без него — general.", valueName: "стандарт"))
  var standard: String?

  func run() throws {
    var hasErrors = false
    try reporting {
      let installation = Installation()
      let judge = try installation.judge(
        fallback: standard, morphology: installation.morphology())
      var stream = AnalysisStream(
        input: ByteSource(descriptor: 0, chunkSize: 1 << 18),
        pool: AnalysisPool(judge: judge, workers: ProcessInfo.processInfo.activeProcessorCount))
      try stream.run()
      hasErrors = stream.hasErrors
    }
    if hasErrors { throw ExitCode.refused }
  }
}

/// Takes what can be read without waiting, analyses it at once, and writes the answers before it
/// waits again: fast on files, prompt in a dialogue with another program.
struct AnalysisStream {
  private(set) var hasErrors = false
  private var lines: NativeLines
  private let pool: AnalysisPool
  private var output = Output()
  private var batch: [TranscriptItem] = []
  private let encoder = JSONOutput.lineEncoder()

  init(input: ByteSource, pool: AnalysisPool) {
    lines = NativeLines(input)
    self.pool = pool
  }

  mutating func run() throws {
    while let item = lines.next() {
      batch.append(item)
      if batch.count == 64 || !lines.hasWaiting { try answer() }
      if !lines.hasWaiting { try output.flush() }
    }
    try answer()
    try output.flush()
  }

  private mutating func answer() throws {
    let calls: [Call] = batch.compactMap {
      if case .call(let imported) = $0 { imported.call } else { nil }
    }
    var results = pool.results(for: calls)[...]
    for item in batch {
      switch item {
      case .call(let imported):
        switch results.removeFirst() {
        case .success(let analysis):
          // A number that JSON has no words for fails one call, not the stream.
          if let line = try? encoder.encode(analysis) {
            try write(line)
          } else {
            try write(refusal(.analysisFailed, "ответ не записывается как JSON", imported))
          }
        case .failure(let error as StandardError):
          try write(refusal(.unknownStandard, "\(error)", imported))
        case .failure(let error):
          try write(refusal(.analysisFailed, "\(error)", imported))
        }
      case .refused(let error): try write(error)
      }
    }
    batch = []
  }

  private func refusal(
    _ code: TranscriptError.Code, _ message: String, _ imported: ImportedCall
  ) -> TranscriptError {
    TranscriptError(code, message, line: imported.line, callID: imported.call.id)
  }

  private mutating func write(_ error: TranscriptError) throws {
    hasErrors = true
    try write(try encoder.encode(ErrorAnswer(error)))
  }

  private mutating func write(_ line: Data) throws(OutputFailure) {
    try output.write(line)
    try output.write([0x0A])
  }
}

/// What stands in place of an analysis.
private struct ErrorAnswer: Encodable {
  var id: String?
  var error: Fault

  struct Fault: Encodable {
    var code: String
    var message: String
    var line: Int?
  }

  enum CodingKeys: String, CodingKey {
    case id, error
  }

  init(_ error: TranscriptError) {
    id = error.callID
    self.error = Fault(code: error.code.rawValue, message: error.message, line: error.line)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    // The contract wants an explicit null.
    try container.encode(id, forKey: .id)
    try container.encode(error, forKey: .error)
  }
}
