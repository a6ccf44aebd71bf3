import ArgumentParser
import Foundation
import Transcripts

/// Any transcript in, one of our formats out.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Переписать расшифровки в NDJSON, SRT, VTT или диалог текстом.",
    discussion: """
      NDJSON пишется на стандартный вывод, по звонку в строке. Субтитры и диалоги — туда же, если \
      звонок один; для нескольких нужна папка --output, и в ней будет по файлу на звонок.
      """)

  @Argument(help: ArgumentHelp("Файлы и папки с расшифровками.", valueName: "путь"))
  var paths: [String]

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("Во что: ndjson, srt, vtt, dialogue.", valueName: "формат"))
  var target = ConversionTarget.ndjson

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Папка, куда писать по файлу на звонок.", valueName: "папка"))
  var output: String?

  @OptionGroup var sides: SideOptions
  @OptionGroup var metadata: MetadataOptions

  func run() throws {
    var isRefused = false
    try reporting {
      let metadata = try metadata.load()
      var conversion = try Conversion(target: target.export, folder: output)
      var walker = FileWalker(paths: paths)
      let options = try Installation().importOptions(sides)
      while let entry = walker.next() {
        switch entry {
        case .refused(let path, let error): conversion.refuse(path, error)
        case .file(let file):
          let facts = metadata?.facts(of: file.path)
          if let skip = facts?.skip {
            Complaint.write("\(file.path): пропущен: \(skip)")
            continue
          }
          var reader = TranscriptReader(file, options: facts?.options(options) ?? options)
          while var item = reader.next() {
            if case .call(var imported) = item {
              facts?.apply(to: &imported)
              item = .call(imported)
            }
            try conversion.take(item, of: file.path)
          }
        }
      }
      try conversion.finish()
      isRefused = conversion.isRefused
    }
    if isRefused { throw ExitCode.refused }
  }
}

/// The formats of `CallExport`, as an option.
enum ConversionTarget: String, ExpressibleByArgument, CaseIterable {
  case ndjson, srt, vtt, dialogue

  var export: CallExport {
    switch self {
    case .ndjson: .ndjson
    case .srt: .srt
    case .vtt: .vtt
    case .dialogue: .dialogue
    }
  }
}

/// Writes calls one after another.
private struct Conversion {
  private(set) var isRefused = false
  private let target: CallExport
  private let folder: String?
  private var output = Output()
  private var complaints = FileComplaints()
  /// A text that goes to standard output when no other call comes.
  private var waiting: String?
  private var names: Set<String> = []

  init(target: CallExport, folder: String?) throws {
    self.target = target
    self.folder = folder
    if let folder {
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
      } catch {
        Complaint.write("\(folder): папка не создаётся")
        throw ExitCode.usage
      }
    }
  }

  mutating func take(_ item: TranscriptItem, of path: String) throws {
    switch item {
    case .refused(let error): refuse(path, error)
    case .call(let imported):
      for note in imported.notes {
        if let message = complaints.note(note, of: path, imported) { Complaint.write(message) }
      }
      do throws(TranscriptError) {
        let text = try target.text(of: imported.call)
        if target != .ndjson, folder == nil {
          guard waiting == nil else { throw Self.tooMany }
          waiting = text
        } else {
          try write(text, id: imported.call.id)
        }
      } catch {
        refuse(path, error)
        if error == Self.tooMany { throw ExitCode.usage }
      }
    }
  }

  mutating func refuse(_ path: String, _ error: TranscriptError) {
    isRefused = true
    if let message = complaints.refusal(error, of: path) { Complaint.write(message) }
  }

  mutating func finish() throws {
    for message in complaints.rest { Complaint.write(message) }
    if let waiting { try output.write(waiting) }
    try output.flush()
  }

  /// Files in one text could not be told apart again, and files beside the sources would be read as
  /// calls of their own the next time.
  private static let tooMany = TranscriptError(
    .invalidValue, "звонков несколько, не записан ни один: укажите папку --output")

  private mutating func write(_ text: String, id: String) throws(TranscriptError) {
    if let folder {
      var name = String(id.map { $0.isLetter || $0.isNumber || "-_. ".contains($0) ? $0 : "_" })
      if name.hasPrefix(".") { name = "_" + name }
      while !names.insert(name).inserted { name += "_" }
      let path = "\(folder)/\(name).\(target == .dialogue ? "txt" : target.rawValue)"
      guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
        throw TranscriptError(.unreadable, "не записывается: \(path)")
      }
    } else {
      do throws(OutputFailure) {
        try output.write(text)
      } catch {
        throw TranscriptError(
          .unreadable, "ответ не записывается: \(SystemFailure.reason(error.code))")
      }
    }
  }
}
