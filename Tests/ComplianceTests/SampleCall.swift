import Compliance
import Foundation
import ServiceStandards
import Transcripts

/// A labelled call of `Corpora/`.
struct SampleCall: Decodable, CustomStringConvertible, Sendable {
  var call: Call
  var expected: Expected

  var description: String { call.id }

  struct Expected: Decodable, Sendable {
    var findings: [Label]
    /// Stretches that two careful people would disagree on: they count neither way.
    var ambiguous: [Label]?
    var elements: [String: String]
    /// What the program does not get right yet. A known miss that is mended must leave the list.
    var known: Known?
  }

  struct Known: Decodable, Sendable {
    var missed: [Label]?
    var extra: [Label]?
    /// Elements with the status the program gives instead.
    var elements: [String: String]?
  }

  struct Label: Decodable, Hashable, Sendable, CustomStringConvertible {
    var turn: Int
    var category: String
    var quote: String
    /// Which occurrence of the quote in the turn, 0-based.
    var occurrence: Int?
    var replacement: String?

    var description: String { "\(turn) \(category) «\(quote)»" }

    /// Unicode scalars that the label covers, nil when the quote is not in the turn.
    func range(in call: Call) -> Range<Int>? {
      guard call.turns.indices.contains(turn) else { return nil }
      let text = Array(call.turns[turn].text.unicodeScalars)
      let quote = Array(quote.unicodeScalars)
      guard quote.count <= text.count, !quote.isEmpty else { return nil }
      var left = occurrence ?? 0
      for start in 0...(text.count - quote.count) where text[start...].starts(with: quote) {
        if left == 0 { return start..<start + quote.count }
        left -= 1
      }
      return nil
    }

    /// Whether a finding is what the label says.
    func fits(_ finding: Finding, in call: Call) -> Bool {
      guard finding.turn == turn, finding.category.rawValue == category,
        let range = range(in: call)
      else { return false }
      return finding.range.start < range.upperBound && range.lowerBound < finding.range.end
    }
  }

  private enum CodingKeys: String, CodingKey { case expected }

  init(from decoder: any Decoder) throws {
    call = try Call(from: decoder)
    expected = try decoder.container(keyedBy: CodingKeys.self).decode(
      Expected.self, forKey: .expected)
  }

  /// Every labelled call of the repository, by id.
  static let all: [SampleCall] = {
    let folder = lexicons.deletingLastPathComponent().appending(path: "Corpora/samples")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var calls: [SampleCall] = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "json", let data = try? Data(contentsOf: file) else { continue }
      do {
        calls.append(try JSONDecoder().decode(SampleCall.self, from: data))
      } catch {
        fatalError("\(file.path): \(error)")
      }
    }
    return calls.sorted { $0.call.id < $1.call.id }
  }()
}
