import CallStore
import Foundation
import Transcripts

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
