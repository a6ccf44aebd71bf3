import ServiceStandards

/// Lists of phrases: their entries, and programs of those long enough to be shared.
extension PhraseCompiler {
  mutating func entries(of list: String) throws(PhraseError) -> [PhraseNode] {
    if let known = parsedLists[list] { return known }
    guard let phrases = lists[list] else {
      missingList = list
      let hint = Misspelling.hint(for: list, among: lists.keys, sign: "@")
      throw PhraseError("нет списка «@\(list)»\(hint)", at: 0)
    }
    let entries = phrases.map(\.phrase.root)
    parsedLists[list] = entries
    return entries
  }

  /// Writes the step of a list that has a program of its own.
  mutating func emitList(_ number: Int32) -> PhraseRequirement {
    program.instructions.append(.list(number))
    reachNextWord()
    let place = reach
    let list = listPrograms[Int(number)]
    reach = place + list.length
    return .moved(list.program.requirement, by: place)
  }

  /// The program of a list, or nil where it is to be written out.
  mutating func listNumber(_ name: String, _ entries: [PhraseNode], depth: Int)
    throws(PhraseError) -> Int32?
  {
    if let known = listNumbers[name] { return known }
    // The phrase that names the list goes on where it was.
    let outer = (program, reach)
    defer { (program, reach) = outer }
    program = PhraseProgram()
    reach = .start
    program.requirement = try emitAlternatives(entries, depth: depth + 1)
    program.instructions.append(.endOfList)
    let list = ListProgram(program, length: reach, lists: listPrograms)
    guard list.isShareable else {
      listNumbers[name] = .some(nil)
      return nil
    }
    listPrograms.append(list)
    let number = Int32(listPrograms.count - 1)
    listNumbers[name] = number
    return number
  }
}
