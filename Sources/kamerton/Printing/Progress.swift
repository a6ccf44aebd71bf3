import Foundation
import Synchronization
import Transcripts

/// How far a run has come, on a terminal alone.
struct Progress {
  /// Counts what is read; nobody counts where nobody looks.
  let meter: ReadMeter?
  private let total: Int
  /// The total is of calls and not of bytes.
  private let isOfCalls: Bool
  private let start = Date.now
  private var last = Date.distantPast
  private var isOnScreen = false

  /// - Parameter paths: what will be read; its size is looked up beforehand.
  init(paths: [String]) {
    meter = Terminal.isWatched ? ReadMeter() : nil
    total = meter == nil ? 0 : FileWalker.size(of: paths)
    isOfCalls = false
  }

  /// - Parameter total: how many calls there are.
  init(ofCalls total: Int) {
    meter = Terminal.isWatched ? ReadMeter() : nil
    self.total = total
    isOfCalls = true
  }

  mutating func show(calls: Int) {
    guard let meter, Date.now.timeIntervalSince(last) > 0.2 else { return }
    last = .now
    isOnScreen = true
    let line = ProgressLine(
      read: isOfCalls ? calls : meter.bytes, total: total, calls: calls,
      seconds: last.timeIntervalSince(start))
    let text = "\r" + line.text(width: Terminal.watchedWidth - 1) + "\u{1B}[K"
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Takes the line away.
  mutating func clear() {
    guard isOnScreen else { return }
    isOnScreen = false
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}

/// One moment of a run, as a line.
package struct ProgressLine {
  private let read: Int
  private let total: Int
  private let calls: Int
  private let seconds: Double

  /// - Parameters:
  ///   - read: bytes that were read.
  ///   - total: bytes there are; 0 where that is not known.
  package init(read: Int, total: Int, calls: Int, seconds: Double) {
    self.read = read
    self.total = total
    self.calls = calls
    self.seconds = seconds
  }

  /// A bar, the share, the calls, their rate and the time that is left; what does not fit is left
  /// out from the end.
  package func text(width: Int) -> String {
    var parts: [String] = []
    if let share {
      let filled = Int(share * Double(Self.bar))
      let bar =
        String(repeating: "█", count: filled) + String(repeating: "░", count: Self.bar - filled)
      parts.append("\(bar) \(Int(share * 100)) %")
    }
    parts.append(RussianWriting.count(calls, "звонок", "звонка", "звонков"))
    if seconds >= 1 {
      let rate = Double(calls) / seconds
      let written =
        rate < 10 ? RussianWriting.number(rate) : RussianWriting.grouped(Int(rate.rounded()))
      parts.append("\(written) в секунду")
    }
    if let left { parts.append("осталось \(RussianWriting.time(left))") }
    var text = ""
    for part in parts {
      let longer = text.isEmpty ? part : text + " · " + part
      if longer.count > width { break }
      text = longer
    }
    return text
  }

  private static let bar = 20

  /// Nil where the whole is not known, or proves to be more than was seen beforehand.
  private var share: Double? {
    total > 0 && read <= total ? Double(read) / Double(total) : nil
  }

  /// Seconds; nil while too little is done to tell.
  private var left: Double? {
    guard let share, share > 0, seconds >= 1 else { return nil }
    return (seconds * (1 - share) / share).rounded(.up)
  }
}
