import ArgumentParser
import Foundation
import Transcripts

/// Whose call, when and which way, where the transcripts do not say it.
struct MetadataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "YAML: как по пути файла и по таблице узнать сотрудника, дату и направление звонка.",
      valueName: "файл"))
  var metadata: String?

  /// The mapping with its table, which lies relative to it.
  func load() throws -> Metadata? {
    guard let path = metadata else { return nil }
    let zones = try Installation().phoneZones()
    do throws(TranscriptError) {
      let mapping = try MetadataMapping(yaml: String(decoding: try read(path), as: UTF8.self))
      guard let name = Metadata.tableFile(of: mapping) else {
        return try Metadata(mapping, phoneZones: zones)
      }
      let table = URL(fileURLWithPath: name, relativeTo: URL(fileURLWithPath: path)).path
      return try Metadata(mapping, table: try read(table), phoneZones: zones)
    } catch {
      Complaint.write("\(path): \(error)")
      throw ExitCode.usage
    }
  }

  private func read(_ path: String) throws(TranscriptError) -> [UInt8] {
    let source = try ByteSource(path: path)
    var bytes: [UInt8] = []
    while true {
      let more = try source.next()
      if more.isEmpty { return bytes }
      bytes += more
    }
  }
}
