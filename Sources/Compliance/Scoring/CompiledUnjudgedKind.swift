import ServiceStandards
import Transcripts

/// A kind of call that is not judged, with its phrases in the bank.
struct CompiledUnjudgedKind: Sendable, Codable {
  var kind: UnjudgedKind
  /// What both sides, the client and the operator say; nil where nothing is asked of them.
  private var says: PhraseSet?
  private var clientSays: PhraseSet?
  private var operatorSays: PhraseSet?
  private var goesWith: PhraseSet
  private var unlessClientSays: PhraseSet
  private var unlessOperatorSays: PhraseSet

  init(_ kind: UnjudgedKind, builder: inout StandardBuilder) throws(StandardError) {
    let known = Set(UnjudgedKind.Measure.allCases.map(\.rawValue)).union(MetricName.all)
    for name in (Array(kind.atMost.keys) + kind.atLeast.keys).sorted() where !known.contains(name) {
      throw StandardError(
        .shape,
        "неизвестная величина «\(name)»\(Misspelling.hint(for: name, among: known));"
          + " есть: \(known.sorted().joined(separator: ", "))",
        at: kind.place)
    }
    self.kind = kind.compiled
    says = kind.says.isEmpty ? nil : try builder.set(of: kind.says)
    clientSays = kind.clientSays.isEmpty ? nil : try builder.set(of: kind.clientSays)
    operatorSays =
      kind.operatorSays.isEmpty
      ? nil : try builder.set(of: kind.operatorSays, isOperatorOnly: true)
    goesWith = try builder.set(of: kind.goesWith)
    unlessClientSays = try builder.set(of: kind.unlessClientSays)
    unlessOperatorSays = try builder.set(of: kind.unlessOperatorSays, isOperatorOnly: true)
  }

  /// Whether a call is of this kind.
  func covers(_ facts: CallFacts) -> Bool {
    if let asked = kind.direction, let known = facts.call.call.direction, known.rawValue != asked {
      return false
    }
    let anyone = places(says, .any, facts)
    let client = places(clientSays, .client, facts)
    let mine = places(operatorSays, .operator, facts)
    guard says == nil || !anyone.isEmpty,
      clientSays == nil || Set(client.map(\.phrase)).count >= kind.clientSaysAtLeast,
      operatorSays == nil || Set(mine.map(\.phrase)).count >= kind.operatorSaysAtLeast,
      isWithinBounds(facts, cues: Set((anyone + client + mine).map(\.turn))),
      places(unlessClientSays, .client, facts).isEmpty,
      places(unlessOperatorSays, .operator, facts).isEmpty
    else { return false }
    return facts.findings(of: kind.unlessFindings, by: .operator).isEmpty
  }

  private func places(_ set: PhraseSet?, _ speaker: FindingRule.Scope, _ facts: CallFacts)
    -> [LocatedMatch]
  {
    set.map { facts.places(of: [$0], by: speaker) } ?? []
  }

  /// - Parameter cues: the turns in which the kind's phrases stand.
  private func isWithinBounds(_ facts: CallFacts, cues: Set<Int>) -> Bool {
    let own = cues.union(places(goesWith, .any, facts).map(\.turn))
    func value(_ name: String) -> Double? {
      guard let measure = UnjudgedKind.Measure(rawValue: name) else { return facts.metrics[name] }
      let turns = facts.call.turns
      let counted =
        switch measure {
        case .words: turns[...]
        case .clientWordsBesides:
          turns.filter { $0.speaker == .client && !own.contains($0.index) }[...]
        case .operatorWordsBesides:
          turns.filter { $0.speaker == .operator && !own.contains($0.index) }[...]
        case .wordsAfter: cues.min().map { turns[($0 + 1)...] } ?? []
        }
      return Double(counted.reduce(0) { $0 + $1.words.count })
    }
    return kind.atMost.allSatisfy { name, bound in value(name).map { $0 <= bound } ?? false }
      && kind.atLeast.allSatisfy { name, bound in value(name).map { $0 >= bound } ?? false }
  }
}

extension CompiledStandard {
  /// Why a call is not to be judged; nil when it is.
  func reasonNotToJudge(_ facts: CallFacts) -> String? {
    for (index, kind) in unjudged.enumerated()
    where !unjudged[(index + 1)...].contains(where: { $0.kind.id == kind.kind.id }) {
      if kind.covers(facts) { return kind.kind.reason }
    }
    return nil
  }
}
