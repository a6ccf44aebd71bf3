import RussianMorphology
import ServiceStandards
import Transcripts

/// Tells the names in a call apart: the operator's own, the client's, other people's.
struct NameDetector {
  let context: ElementContext
  /// The operator's own names, in the order of the call.
  private(set) var own: [NameGroup] = []
  /// First names the client gave.
  private(set) var clientNames: Set<LemmaKey> = []
  /// First names of others that the client gave.
  private var thirdNames: Set<LemmaKey> = []
  /// Whom the call's data names; nil where it names nobody.
  private let employee: KnownEmployee?
  /// Names in the operator's turns.
  private(set) var mentioned: [NameGroup] = []

  init(context: ElementContext) {
    self.context = context
    employee = KnownEmployee(context: context)
    let reader = NameReader(context: context)
    mentioned = context.operatorTurns.flatMap { reader.groups(in: $0) }
    let names = ClientNames(context: context, reader: reader, mentioned: mentioned)
    clientNames = names.introduced()
    thirdNames = names.third().union(namesOfThird()).subtracting(clientNames)
    own = OperatorNames(
      context: context, reader: reader, mentioned: mentioned, clientNames: clientNames,
      employee: employee
    ).own()
  }

  /// First names of whom the operator tells something, signs leaving no doubt: «Лариса у нас вечно
  /// всё теряет».
  private func namesOfThird() -> Set<LemmaKey> {
    mentioned.reduce(into: []) { result, group in
      let turn = context.call.turns[group.turn]
      if turn.isPunctuated, group.parts == .first,
        context.cue(.third, of: .operatorName, fitsAround: group.words, in: turn)
      {
        result.formUnion(group.firstNames)
      }
    }
  }

  var operatorName: Stretch? { own.first?.stretch }

  /// The first place where surname and name, or name and patronymic, have been said.
  var operatorFullName: Stretch? {
    if let full = own.first(where: \.isFull) { return full.stretch }
    var parts: NameParts = []
    for group in own {
      // Another person has come to the telephone.
      let turn = context.call.turns[group.turn]
      if context.isAnotherVoice(turn, by: .operatorName) { parts = [] }
      parts.formUnion(group.parts)
      if parts.isFull { return group.stretch }
    }
    return nil
  }

  /// The client's own name as the client first gave it: «Юлия Сергеевна».
  var clientIntroduction: Stretch? {
    guard !clientNames.isEmpty else { return nil }
    let reader = NameReader(context: context)
    return ClientNames(context: context, reader: reader, mentioned: mentioned)
      .introduction(clientNames)
  }

  /// Whether a name is one that the client gave as their own.
  func isClients(_ group: NameGroup) -> Bool { !group.firstNames.isDisjoint(with: clientNames) }

  /// The first time the operator calls the client by name.
  var politeAddress: Stretch? {
    let address = ClientAddress(
      context: context, own: own, clientNames: clientNames, thirdNames: thirdNames,
      mentioned: mentioned, employee: employee)
    return address.first?.stretch
  }
}
