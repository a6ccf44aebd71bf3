/// Findings of one turn, which are asked for by where they stand.
struct FindingsByPlace {
  private(set) var all: [FindingCandidate] = []
  /// The numbers of those that have words in each block of the turn.
  private var blocks: [Int: [Int]] = [:]

  /// So many words are a block.
  private static let block = 32
  /// Fewer findings are looked at one by one.
  private static let few = 16
  /// What stands further away is beside nothing: more than any two findings of one thought are apart.
  private static let near = 8

  init(_ findings: [FindingCandidate] = []) {
    all.reserveCapacity(findings.count)
    for finding in findings { append(finding) }
  }

  mutating func append(_ finding: FindingCandidate) {
    all.append(finding)
    if all.count == Self.few {
      for number in all.indices { enter(number) }
    } else if all.count > Self.few {
      enter(all.count - 1)
    }
  }

  private mutating func enter(_ number: Int) {
    let words = all[number].range
    for block in Self.blocks(of: words.lowerBound...max(words.lowerBound, words.upperBound - 1)) {
      blocks[block, default: []].append(number)
    }
  }

  private static func blocks(of words: ClosedRange<Int>) -> ClosedRange<Int> {
    words.lowerBound / block...words.upperBound / block
  }

  /// Whether something holds of a finding that shares words with some words or stands beside them.
  func contains(near words: Range<Int>, where holds: (FindingCandidate) -> Bool) -> Bool {
    guard all.count >= Self.few else { return all.contains(where: holds) }
    let around = max(0, words.lowerBound - Self.near)...words.upperBound + Self.near
    return Self.blocks(of: around).contains { block in
      blocks[block]?.contains { holds(all[$0]) } == true
    }
  }
}
