public import RussianMorphology
public import ServiceStandards
public import Transcripts

/// Which exceptions of a standard's rules ever excused anything, in the calls that it is shown.
///
/// An exception that no example and no call needs may be a slip of the pen, or left over from a
/// phrase that went: nobody can tell whether it works.
public struct ExceptionUse {
  private let bank: PhraseBank
  private let owners: PhraseOwners
  private let reader: TurnReader
  /// Phrases with exceptions, by the number of their set.
  private var watched: [Int32: Watched] = [:]
  private var order: [Int32] = []
  /// At how many phrases each exception stands.
  private var standing: [StandardPhrase: Int] = [:]
  private var cache = WordCache()

  /// A phrase with each of its exceptions alone that has not been needed yet.
  private struct Watched {
    var rule: String
    var unused: [(text: StandardPhrase, alone: CompiledCircumstances)]
  }

  /// Begins with nothing shown.
  ///
  /// - Throws: `StandardError` when a phrase names a list that does not exist.
  public init(of standard: ServiceStandard, morphology: Morphology) throws(StandardError) {
    var builder = StandardBuilder(standard: standard, morphology: morphology, base: nil)
    for rule in standard.rules {
      for phrase in rule.phrases {
        var exceptions: [(StandardPhrase, CompiledCircumstances)] = []
        for (text, alone) in phrase.circumstances.exceptions {
          exceptions.append((text, try builder.compile(alone, in: .rule)))
          standing[text, default: 0] += 1
        }
        guard !exceptions.isEmpty else { continue }
        let set = try builder.set(of: [phrase.phrase], isInvertible: true)
        watched[set.number] = Watched(rule: rule.id, unused: exceptions)
        order.append(set.number)
      }
    }
    owners = builder.owners
    bank = builder.phrases.finish()
    reader = TurnReader(morphology: morphology, bank: bank)
  }

  /// Shows every example of the standard's rules, hits and look-alikes.
  public mutating func showExamples(of standard: ServiceStandard) {
    for example in standard.rules.flatMap(\.examples) { show(example.call) }
  }

  /// Shows a call.
  public mutating func show(_ call: Call) {
    let call = reader.read(call, cache: &cache)
    for turn in call.turns {
      for (phrase, match) in bank.matches(in: turn, cache: cache) {
        guard let set = owners[phrase]?.set.number else { continue }
        watched[set]?.unused.removeAll { exception in
          !exception.alone.hold(
            for: match, in: turn, previous: call.previous(of: turn), bank: bank, cache: cache)
        }
      }
    }
  }

  /// A remark for every exception that has excused nothing at any of its phrases.
  public var remarks: [StandardLinter.Remark] {
    // A rule's own exception stands at every phrase of it, and is needed where one needs it.
    var phrases: [StandardPhrase: Int] = [:]
    for entry in watched.values {
      for exception in entry.unused { phrases[exception.text, default: 0] += 1 }
    }
    var remarks: [StandardLinter.Remark] = []
    var said: Set<StandardPhrase> = []
    for entry in order.compactMap({ watched[$0] }) {
      for exception in entry.unused.map(\.text)
      where phrases[exception] == standing[exception] && said.insert(exception).inserted {
        remarks.append(
          StandardLinter.Remark(
            message: """
              правило «\(entry.rule)»: исключение «\(exception.text)» ни разу не понадобилось; \
              добавьте пример молчания или уберите его
              """,
            place: exception.place, isError: false))
      }
    }
    return remarks
  }
}

extension Circumstances {
  /// Every exception, with circumstances that hold it alone.
  fileprivate var exceptions: [(StandardPhrase, Circumstances)] {
    let kinds: [WritableKeyPath<Circumstances, [StandardPhrase]>] = [
      \.unless, \.unlessInSentence, \.unlessInTurn, \.unlessAfterClient,
    ]
    return kinds.flatMap { kind in
      self[keyPath: kind].map { exception in
        var alone = Circumstances()
        alone[keyPath: kind] = [exception]
        return (exception, alone)
      }
    }
  }
}
