import Foundation
import Testing
import Transcripts

/// Several files that hold one call.
struct SiblingTests {
  private let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures").path

  private func calls(_ paths: [String]) -> [String: ImportedCall] {
    var walker = FileWalker(paths: paths)
    var result: [String: ImportedCall] = [:]
    while let entry = walker.next() {
      guard case .file(let file) = entry else { continue }
      var reader = TranscriptReader(file, options: options)
      while let item = reader.next() {
        switch item {
        case .call(let call): result[call.call.id] = call
        case .refused(let error): Issue.record("\(file.path): \(error)")
        }
      }
    }
    return result
  }

  @Test func readsPairsAsOneCall() throws {
    let calls = calls([folder + "/pairs"])
    #expect(calls.keys.sorted() == ["7", "8", "9"])
    for (id, call) in calls {
      #expect(call.call.turns.map(\.speaker) == [.operator, .client, .operator], "\(id)")
      #expect(
        call.call.turns.map(\.text)
          == ImporterTests.conversation.map {
            String($0.drop { $0 != " " }.dropFirst().drop { $0 != " " }.dropFirst())
          }, "\(id)")
    }
  }

  @Test func readsTheExportsOfOneCallOnce() {
    let calls = calls([folder + "/assemblyai-siblings"])
    #expect(calls.keys.sorted() == ["call"])
    #expect(calls["call"]?.call.turns.map(\.speaker) == [.operator, .client, .operator])
  }

  @Test func pairsWhatThePersonNames() {
    #expect(
      calls([folder + "/pairs/7_client.json", folder + "/pairs/7_operator.json"]).keys.sorted() == [
        "7"
      ])
  }
}
