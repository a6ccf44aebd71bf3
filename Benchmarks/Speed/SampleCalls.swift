import Foundation
import Transcripts

/// The sample calls of a folder, one JSON file each.
enum SampleCalls {
  static func read(folder: URL) throws -> [Call] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var calls: [Call] = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "json" else { continue }
      calls.append(try JSONDecoder().decode(Call.self, from: Data(contentsOf: file)))
    }
    return calls.sorted { $0.id < $1.id }
  }
}
