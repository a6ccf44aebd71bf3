import Foundation
import ServiceStandards
import Transcripts

/// What the model of elements hears in a call, beside what the phrases of elements match. Odds are
/// natural logarithms: above 0 is more likely than not.
struct HeardElements {
  private let model: SpeechModel
  private let call: AnalyzedCall
  private let hearing: WordHearing
  /// Several elements ask for the same speech, and different speech is looked for in the same turns.
  private let memory = HeardPieces()

  init(model: SpeechModel, call: AnalyzedCall, cache: borrowing WordCache) {
    self.model = model
    self.call = call
    hearing = cache.hearing(of: model)
  }

  /// The output that tells of something; the first is any other speech.
  private func output(of what: Hearing.Speech) -> Int? {
    model.outputs.firstIndex(of: what.rawValue).map { $0 + 1 }
  }

  /// What is heard in a call.
  struct Heard {
    /// The words that are most probably it.
    var stretch: Stretch
    /// How probably it is said at all.
    var probability: Double
  }

  /// What is most probably heard among all turns of whoever may say it; nil where the model's gate
  /// lets none of them pass. Another turn never makes it less probable, so that once enough is heard
  /// the rest is not listened to.
  ///
  /// - Parameters:
  ///   - suspects: where phrases found it: those turns are heard first, and in any case.
  ///   - enough: a probability beyond which nothing hangs on it.
  func heard(_ what: Hearing.Speech, suspects: [Stretch], enough: Double) -> Heard? {
    let suspects = Set(suspects.map(\.turn))
    let turns = call.turns.filter { $0.speaker == what.speaker }
    var result: Heard?
    var first = -Double.infinity
    var second = Self.leastOdds
    for isSuspect in [true, false] {
      for turn in turns where suspects.contains(turn.index) == isSuspect {
        guard let own = strongest(what, in: turn, isSuspect: isSuspect) else { continue }
        second = max(second, min(first, own.odds))
        if own.odds > first {
          first = own.odds
          result = Heard(stretch: own.stretch, probability: 0)
        }
        let probability = Self.probability(first + what.shareOfSecond * second)
        result?.probability = probability
        if probability >= enough { return result }
      }
    }
    return result
  }

  /// How probably the call leaves something open: what each turn of its second half tells of it
  /// on the mean, whoever speaks.
  func probabilityOfBeingLeftOpen() -> Double {
    guard let output = output(of: .open) else { return 0 }
    let turns = call.turns.filter { !$0.words.isEmpty }
    let half = turns.dropFirst(turns.count / 2)
    guard !half.isEmpty else { return 0 }
    let sum = half.reduce(0) { sum, turn in
      let chances = chances(
        of: output, in: turn, after: Hearing.Speech.open.previous(of: turn, in: call),
        isSuspect: true)
      return sum + chances.reduce(0) { $0 + Self.odds($1) } / Double(chances.count)
    }
    return Self.probability(sum / Double(half.count))
  }

  /// Whether whoever may say it speaks often enough for the model to doubt what phrases found: of
  /// a turn or two it says too little.
  func mayDoubt(_ what: Hearing.Speech) -> Bool {
    call.turns.count { what.speaker == nil || $0.speaker == what.speaker } >= Self.fewestTurns
  }

  private static let fewestTurns = 3

  private static func probability(_ odds: Double) -> Double { 1 / (1 + exp(-odds)) }

  /// Below these odds a second turn says no more against it.
  private static let leastOdds = -4.0
  /// No word tells more than this.
  private static let greatestOdds = 14.0

  /// The words of a turn that are most probably what is asked, and their odds.
  private func strongest(_ what: Hearing.Speech, in turn: AnalyzedTurn, isSuspect: Bool)
    -> (stretch: Stretch, odds: Double)?
  {
    guard let output = output(of: what) else { return nil }
    let chances = chances(
      of: output, in: turn, after: what.previous(of: turn, in: call), isSuspect: isSuspect)
    guard let top = chances.indices.max(by: { chances[$0] < chances[$1] }) else { return nil }
    let words = ParaphraseFinder.stretch(around: top, in: chances)
    return (Stretch(turn: turn.index, words: words), Self.odds(chances[top]))
  }

  /// The probability of an output against any other speech at every word; empty where the gate does
  /// not let the turn pass. The other outputs are asked of other turns.
  private func chances(
    of output: Int, in turn: AnalyzedTurn, after previous: AnalyzedTurn?, isSuspect: Bool
  ) -> [Float] {
    model.probabilities(
      in: turn, after: previous, suspects: isSuspect ? [turn.words.indices] : [],
      hearing: hearing, memory: memory
    ).map { $0[output] / max($0[output] + $0[0], .leastNormalMagnitude) }
  }

  private static func odds(_ chance: Float) -> Double {
    let odds = Double(log(chance / (1 - chance)))
    return min(max(odds, -greatestOdds), greatestOdds)
  }
}

extension Hearing.Speech {
  /// Who says it; nil for what all turns tell together.
  var speaker: Speaker? {
    switch self {
    case .discontent: .client
    case .nextContact: .operator
    case .open: nil
    }
  }

  /// How much the second surest turn weighs beside the surest: discontent seldom stays at one turn,
  /// the next contact is agreed once.
  fileprivate var shareOfSecond: Double {
    switch self {
    case .discontent: 0.5
    case .nextContact, .open: 0
    }
  }

  /// The turn that such speech may answer.
  fileprivate func previous(of turn: AnalyzedTurn, in call: AnalyzedCall) -> AnalyzedTurn? {
    guard turn.index > 0 else { return nil }
    let before = call.turns[turn.index - 1]
    switch self {
    case .discontent: return nil
    case .nextContact: return before.speaker == .client ? before : nil
    case .open: return before
    }
  }
}
