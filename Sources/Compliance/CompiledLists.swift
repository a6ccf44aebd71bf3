import ServiceStandards

/// The lists of a standard that are asked for by name, in the bank. A list that the standard lacks
/// holds nothing; `standards check` names it.
struct CompiledLists: Sendable, Codable {
  /// What negates the words right behind it; looked for in every turn.
  let negating: PhraseSet
  /// Asked of single words where a parasite is taken out; nil for a list that is not there.
  let commaBefore: Int32?
  let joining: Int32?
  let noCommaAfter: Int32?
  /// Asked of all that stands before the parasite.
  let aside: Int32?
  /// Asked of the words of an employee's name.
  let positions: Int32?

  init(_ builder: inout StandardBuilder) throws(StandardError) {
    negating = try builder.set(of: builder.standard.lists[NamedList.negating.rawValue] ?? [])
    commaBefore = try builder.number(of: .commaBefore)
    joining = try builder.number(of: .joining)
    noCommaAfter = try builder.number(of: .noCommaAfter)
    aside = try builder.number(of: .aside)
    positions = try builder.number(of: .positions)
  }
}

extension StandardBuilder {
  /// Adds a list as one phrase that is asked for alone.
  fileprivate mutating func number(of list: NamedList) throws(StandardError) -> Int32? {
    guard let first = standard.lists[list.rawValue]?.first,
      let phrase = try? StandardPhrase(text: "@\(list.rawValue)", place: first.place)
    else { return nil }
    return try phrases.add(phrase, isIndexed: false)
  }
}
