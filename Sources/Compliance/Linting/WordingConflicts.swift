public import RussianMorphology
public import ServiceStandards
import Transcripts

/// Looks for wordings that a standard offers instead of what it forbids, and forbids themselves.
public struct WordingConflicts: Sendable {
  private let analyzer: CallAnalyzer
  private let morphology: Morphology

  public init(standard: CompiledStandard, morphology: Morphology) {
    analyzer = CallAnalyzer(standard: standard, morphology: morphology)
    self.morphology = morphology
  }

  /// A remark for every wording that the standard's own file offers and in which the standard finds
  /// an offence. The shared rules follow the sources, whose tables also hold advice.
  ///
  /// - Parameter standard: the standard as read, with the texts of its rules.
  public func remarks(on standard: ServiceStandard) -> [StandardLinter.Remark] {
    let file = "standards/\(standard.id).yaml"
    var cache = WordCache()
    var remarks: [StandardLinter.Remark] = []
    func look(_ text: String, _ told: String, at place: Place, isPart: Bool = false) {
      guard let offences = offences(in: text, isPart: isPart, cache: &cache) else { return }
      remarks.append(
        StandardLinter.Remark(
          message: "\(told) «\(text)», но \(offences)", place: place, isError: false))
    }
    for rule in standard.rules where rule.place.file == file {
      for say in rule.say { look(say, "правило «\(rule.id)» предлагает сказать", at: rule.place) }
      let told = "правило «\(rule.id)» заменяет найденное на"
      func lookAt(_ replacements: [Replacement], _ place: Place) {
        for replacement in replacements {
          guard let text = replacement.spoken, !rule.say.contains(text) else { continue }
          look(text, told, at: place, isPart: true)
        }
      }
      lookAt(rule.replacements, rule.place)
      for phrase in rule.phrases { lookAt(phrase.replacements ?? [], phrase.phrase.place) }
    }
    for element in standard.elements where element.place.file == file {
      for phrase in element.phrases {
        guard let text = phrase.phrase.phrase.spoken else { continue }
        look(text, "элемент «\(element.element.rawValue)» засчитывает", at: phrase.phrase.place)
      }
    }
    for criterion in standard.scorecard.criteria where criterion.place.file == file {
      for say in criterion.say + criterion.check.scripts {
        look(say, "критерий «\(criterion.id)» предлагает сказать", at: criterion.place)
      }
    }
    return remarks
  }

  /// What is forbidden of a text; nil where nothing is.
  ///
  /// - Parameter isPart: whether it is a part of a sentence, where neither a bare noun nor a bare
  ///   infinitive orders anything.
  private func offences(in text: String, isPart: Bool, cache: inout WordCache) -> String? {
    let call = Call(id: "say", turns: [Turn(speaker: .operator, text: text)])
    let findings = analyzer.analyze(call, cache: &cache).findings.filter {
      !isPart || !isBareOrder($0)
    }
    guard !findings.isEmpty else { return nil }
    let quotes = findings.map {
      "«\($0.quote)» само под запретом: \($0.category.title) (\($0.clause))"
    }
    return quotes.joined(separator: ", ")
  }

  private func isBareOrder(_ finding: Finding) -> Bool {
    finding.category == .command
      || finding.category == .categoricalOrder
        && finding.quote.split(separator: " ").allSatisfy { word in
          morphology.readings(of: String(word))[0].partOfSpeech == .infinitive
        }
  }
}

extension Replacement {
  /// Its words as they stand; nil where it is made of what is found.
  fileprivate var spoken: String? {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let own): text += own
      case .inflected(let words): text += words.joined(separator: " ")
      case .courtesy: break
      case .found: return nil
      }
    }
    return text.isEmpty ? nil : text
  }
}

extension Phrase {
  /// The words of a phrase that is nothing else.
  var spoken: String? {
    let parts: [PhraseNode]
    if case .sequence(let inner) = root { parts = inner } else { parts = [root] }
    var words: [String] = []
    for part in parts {
      guard case .word(let word) = part, word.grammar == nil else { return nil }
      switch word.text {
      case .anyForm(let text), .exact(let text): words.append(text)
      default: return nil
      }
    }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}

extension Check {
  /// What it tells the operator to say.
  fileprivate var scripts: [String] {
    switch self {
    case .saysGroups(let groups, _), .saysOnce(let groups): groups.compactMap(\.say)
    case .placed(let check, _, _), .answer(let check, _): check.scripts
    case .any(let checks), .all(let checks): checks.flatMap(\.scripts)
    default: []
    }
  }
}
