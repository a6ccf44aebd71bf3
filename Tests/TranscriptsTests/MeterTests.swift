import Foundation
import Testing
import Transcripts

struct MeterTests {
  @Test func countsWhatIsReadOfFiles() throws {
    let folder = NSTemporaryDirectory() + "kamerton-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = "Оператор: Добрый день\nКлиент: Да\n"
    for name in ["1.txt", "2_operator.txt", "2_client.txt", "3.mp3", ".4.txt"] {
      try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
    let size = text.utf8.count
    #expect(FileWalker.size(of: [folder]) == 3 * size)
    #expect(FileWalker.size(of: [folder + "/1.txt", folder + "/нет.txt"]) == size)
    var options = ImportOptions()
    options.meter = ReadMeter()
    var walker = FileWalker(paths: [folder])
    while case .file(let file)? = walker.next() {
      var reader = TranscriptReader(file, options: options)
      while reader.next() != nil {}
    }
    #expect(options.meter?.bytes == 3 * size)
  }

  /// Every line end that `isNewline` knows, and what only looks like one.
  @Test(arguments: [
    ("LF", "\n"), ("CR", "\r"), ("CRLF", "\r\n"), ("VT", "\u{B}"), ("FF", "\u{C}"),
    ("NEL", "\u{85}"), ("LS", "\u{2028}"), ("PS", "\u{2029}"),
  ])
  func readsDialoguesWithAnyLineEnds(_ name: String, _ end: String) throws {
    let text = ["Оператор: Цена\u{A0}— 5 €", "", "Клиент: Да…", "и ещё"].joined(separator: end)
    var reader = TranscriptReader(
      ByteSource(bytes: Array(text.utf8)), name: "a.txt", id: "a")
    guard case .call(let call)? = reader.next() else {
      Issue.record("\(name) is refused")
      return
    }
    #expect(call.call.turns.map(\.text) == ["Цена\u{A0}— 5 €", "Да… и ещё"])
  }
}
