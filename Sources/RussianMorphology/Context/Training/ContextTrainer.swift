#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Learns the weights of features: a log-linear model of the candidates of each word, with steps
/// that shrink for features that were seen often (AdaGrad).
struct ContextTrainer: Sendable {
  /// A sentence with its candidates and which of them are right.
  struct Example: Sendable {
    var words: [ContextWord]
    var candidates: [ReadingCandidate]
    var masks: [UInt64]
  }

  let shift: UInt64
  private(set) var weights: [Float]
  private var squares: [Float]

  init(bits: Int) {
    shift = UInt64(64 - bits)
    weights = Array(repeating: 0, count: 1 << bits)
    squares = Array(repeating: 1, count: 1 << bits)
  }

  /// Goes once through `example`, moving the weights towards the right candidates.
  mutating func learn(_ example: Example, rate: Float) {
    var left = ContextTag(rawValue: 0)
    var beforeLeft = left
    var scores = [Float]()
    for index in example.words.indices {
      let range = example.words[index].candidates
      guard !range.isEmpty else { continue }
      var chosen = range.lowerBound
      if range.count > 1 {
        let features = ContextFeatures(example.words.span, at: index)
        let before = LeftFeatures(
          example.words.span, at: index, left: left, beforeLeft: beforeLeft)
        scores.removeAll(keepingCapacity: true)
        for candidate in range {
          var score: Float = 0
          features.forEach(example.candidates[candidate], shift: shift) { score += weights[$0] }
          before.forEach(example.candidates[candidate], shift: shift) { score += weights[$0] }
          scores.append(score)
        }
        // Also where the choice is wrong, it is what later words will see.
        chosen = range.lowerBound + Self.best(scores)
        let mask = example.masks[index]
        if mask != 0 { correct(example, range, features, before, scores, mask, rate) }
      }
      beforeLeft = left
      left = example.candidates[chosen].tag
    }
  }

  private static func isIn(_ mask: UInt64, _ bit: Int) -> Bool {
    bit < 64 && mask & (1 &<< UInt64(bit)) != 0
  }

  private static func best(_ scores: [Float]) -> Int {
    var best = 0
    for index in scores.indices where scores[index] > scores[best] { best = index }
    return best
  }

  private mutating func correct(
    _ example: Example, _ range: Range<Int>, _ features: ContextFeatures, _ before: LeftFeatures,
    _ scores: [Float], _ mask: UInt64, _ rate: Float
  ) {
    let top = scores.max() ?? 0
    let odds = scores.map { expf($0 - top) }
    let total = odds.reduce(0, +)
    var right: Float = 0
    for index in odds.indices where Self.isIn(mask, index) { right += odds[index] }
    guard right < total * 0.999 else { return }
    for index in odds.indices {
      var gradient = -odds[index] / total
      if Self.isIn(mask, index) { gradient += odds[index] / max(right, 1e-20) }
      guard gradient.magnitude > 0.001 else { continue }
      let candidate = example.candidates[range.lowerBound + index]
      features.forEach(candidate, shift: shift) { move($0, gradient, rate) }
      before.forEach(candidate, shift: shift) { move($0, gradient, rate) }
    }
  }

  @inline(__always)
  private mutating func move(_ place: Int, _ gradient: Float, _ rate: Float) {
    squares[place] += gradient * gradient
    weights[place] += rate * gradient / squares[place].squareRoot()
  }
}
