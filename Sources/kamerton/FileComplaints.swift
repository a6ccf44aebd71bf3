import Transcripts

/// What is said on standard error of the files that are read: the first few refusals and notes of
/// each, and how many more there were. A broken file of many thousand lines would else hide what is
/// wrong with the others.
struct FileComplaints {
  /// How many refusals of one file are written; a call alone in its file may have as many notes as
  /// there are kinds of them.
  static let refusalsShown = 5
  private static let notesShown = 10

  private var refusals = Tally(shown: refusalsShown)
  private var notes = Tally(shown: notesShown)

  private struct Tally {
    let shown: Int
    private var counts: [String: Int] = [:]
    /// Files with more than is written, in the order in which they came.
    private(set) var long: [String] = []

    init(shown: Int) { self.shown = shown }

    mutating func isShown(_ path: String) -> Bool {
      let count = counts[path, default: 0] + 1
      counts[path] = count
      if count == shown + 1 { long.append(path) }
      return count <= shown
    }

    /// Of every file with more, how many were not written.
    var rest: [(path: String, count: Int)] {
      long.map { ($0, counts[$0, default: 0] - shown) }
    }
  }

  /// What is to be written of a refusal, if anything.
  mutating func refusal(_ error: TranscriptError, of path: String) -> String? {
    refusals.isShown(path) ? "\(path): \(error)" : nil
  }

  /// What is to be written of a note on a call, if anything. Where every line may be a call, with
  /// its line.
  mutating func note(_ note: String, of path: String, _ call: ImportedCall) -> String? {
    guard notes.isShown(path) else { return nil }
    let line = call.format == nil ? call.line.map { "строка \($0): " } : nil
    return "\(path): \(line ?? "")\(note)"
  }

  /// What is to be written at the end.
  var rest: [String] {
    refusals.rest.map { path, count in
      "\(path): и ещё \(RussianWriting.count(count, "отказ", "отказа", "отказов"))"
    }
      + notes.rest.map { path, count in
        "\(path): и ещё \(RussianWriting.count(count, "заметка", "заметки", "заметок"))"
      }
  }
}
