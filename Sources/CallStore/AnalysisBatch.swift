internal import Transcripts

/// Calls that wait to be analysed together and then written in one transaction: so many that the
/// threads have work, and so few that a run that is cut off loses little.
struct AnalysisBatch<Item> {
  private(set) var items: [Item] = []
  private var bytes = 0
  private static var most: Int { 256 }
  private static var mostBytes: Int { 4 << 20 }

  var isFull: Bool { items.count >= Self.most || bytes >= Self.mostBytes }

  mutating func append(_ item: Item, of call: Call) {
    items.append(item)
    bytes += call.turns.reduce(0) { $0 + $1.text.utf8.count + 32 * ($1.words?.count ?? 0) }
  }

  /// Empties the batch; answers with what was in it.
  mutating func take() -> [Item] {
    defer { self = Self() }
    return items
  }
}
