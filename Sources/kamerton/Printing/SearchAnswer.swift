import CallStore
import Transcripts

/// What was found, for programs.
struct SearchAnswer: Encodable {
  var total: Int
  var hits: [Hit]

  struct Hit: Encodable {
    var call: String
    var turn: Int
    var speaker: Speaker
    var start: Double?
    var employee: String?
    var startedAt: String?
    var standard: String
    var score: Double?
    var snippet: String
    /// What was found in the snippet: half-open ranges of Unicode scalars.
    var marks: [[Int]]
  }

  init(_ result: SearchResult) {
    total = result.total
    hits = result.hits.map { hit in
      Hit(
        call: hit.call, turn: hit.turn, speaker: hit.speaker, start: hit.start,
        employee: hit.employee, startedAt: hit.startedAt, standard: hit.standard,
        score: hit.score, snippet: hit.snippet.text,
        marks: hit.snippet.marks.map { [$0.lowerBound, $0.upperBound] })
    }
  }
}
