/// Finds replacements that take a word which what is found does not have: such a one is never offered.
enum ReplacementSlots {
  static func remarks(on standard: ServiceStandard) -> [StandardLinter.Remark] {
    var remarks: [StandardLinter.Remark] = []
    let length = PhraseLength(lists: standard.lists)
    func look(_ replacements: [Replacement], _ phrases: [StandardPhrase], _ place: Place) {
      let asked = replacements.map { ($0, $0.farthestWord) }.filter { $0.1 > 1 }
      guard !asked.isEmpty, !phrases.isEmpty else { return }
      let most = phrases.map { length.most($0.phrase) }.max() ?? 0
      for (replacement, number) in asked where number > most {
        remarks.append(
          StandardLinter.Remark(
            message: """
              замена «\(replacement)» не подойдёт: она берёт слово \(number), а слов во фразе не \
              больше \(most)
              """,
            place: place, isError: false))
      }
    }
    for rule in standard.rules {
      if rule.detector == nil {
        let sharing = rule.phrases.filter { $0.replacements == nil }.map(\.phrase)
        look(rule.replacements, sharing, rule.place)
      }
      for phrase in rule.phrases {
        look(phrase.replacements ?? [], [phrase.phrase], phrase.phrase.place)
      }
    }
    for rewording in standard.rewordings {
      guard let place = rewording.phrases.first?.place else { continue }
      look(rewording.replacements, rewording.phrases, place)
    }
    return remarks
  }
}

/// How many words a match of a phrase has, those aside that speech may put in anywhere.
private struct PhraseLength {
  let lists: [String: [StandardPhrase]]

  /// The most that it can have.
  func most(_ phrase: Phrase) -> Int {
    // Where a stretch is marked, that is what is found.
    most(phrase.root.markedPart ?? phrase.root, depth: 0)
  }

  private func most(_ node: PhraseNode, depth: Int) -> Int {
    guard depth < 8 else { return Self.unknown }
    func inner(_ node: PhraseNode) -> Int { most(node, depth: depth + 1) }
    switch node {
    case .word(let word):
      guard case .list(let name) = word.text else { return 1 }
      return (lists[name] ?? []).map { inner($0.phrase.root) }.max() ?? 1
    case .sequence(let parts): return parts.reduce(0) { $0 + inner($1) }
    case .alternatives(let parts): return parts.map(inner).max() ?? 0
    case .anyOrder(let parts, let gap):
      return parts.reduce(0) { $0 + inner($1) } + gap * (parts.count - 1)
    case .optional(let part), .marked(let part): return inner(part)
    case .gap(let most): return most
    case .found: return Self.unknown
    case .anchor, .not: return 0
    }
  }

  private static let unknown = 10_000
}

extension PhraseNode {
  /// The stretch between «…», where there is one.
  fileprivate var markedPart: PhraseNode? {
    switch self {
    case .marked(let part): part
    case .sequence(let parts), .alternatives(let parts), .anyOrder(let parts, _):
      parts.lazy.compactMap(\.markedPart).first
    case .optional(let part): part.markedPart
    case .word, .gap, .anchor, .not, .found: nil
    }
  }
}

extension Replacement {
  /// The greatest number of a word that it asks for, counted from either end; 0 where it asks for none.
  fileprivate var farthestWord: Int {
    pieces.flatMap { piece -> [Int] in
      guard case .found(let slot) = piece else { return [] }
      return [slot.from, slot.to].map { bound in
        if case .number(let number) = bound { abs(number) } else { 0 }
      }
    }.max() ?? 0
  }
}
