import CallStore
import Foundation

/// How far a run has come, on a terminal alone.
struct Progress {
  private let isShown = Terminal.isWatched
  private var last = Date.distantPast
  private var isOnScreen = false

  mutating func show(files: Int, calls: ScoringRun.Counts) {
    guard isShown, Date.now.timeIntervalSince(last) > 0.2 else { return }
    last = .now
    isOnScreen = true
    let total = calls.new + calls.changed + calls.unchanged
    let text =
      "\rПрочитано: \(RussianWriting.count(files, "файл", "файла", "файлов")), "
      + RussianWriting.count(total, "звонок", "звонка", "звонков") + "\u{1B}[K"
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Takes the line away.
  mutating func clear() {
    guard isOnScreen else { return }
    isOnScreen = false
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}
