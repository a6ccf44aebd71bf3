import ServiceStandards

/// Rewordings and approved wordings are kept as columns, as rules are.
extension NumberWriter {
  mutating func write(_ rewordings: [CompiledRewording]) {
    let bare = rewordings.map(\.rewording)
    write(bare.map(\.categories))
    write(bare.map(\.rules))
    write(bare.map(\.isForFindingOnly))
    write(bare.map { $0.replacements.map(\.description) })
    write(rewordings.map(\.hasPhrases))
    write(rewordings.map(\.set.number))
    write(rewordings.map(\.circumstances).numbers)
  }

  mutating func write(_ approved: [CompiledApproval]) {
    let bare = approved.map(\.wording)
    write(bare.map(\.clause))
    write(bare.map(\.categories))
    write(bare.map(\.reach))
    write(approved.map(\.set.number))
    write(approved.map(\.circumstances).numbers)
  }
}

extension NumberReader {
  mutating func rewordings() throws -> [CompiledRewording] {
    let categories = try listsOfCases(Category.self)
    let rules = try listsOfTexts()
    let isForFindingOnly = try flags()
    let replacements = try listsOfTexts().map(Self.replacements)
    let hasPhrases = try flags()
    let sets = try numbers(Int32.self)
    let circumstances = try [CompiledCircumstances](numbers: numbers())
    try Self.require(
      categories.count, rules.count, isForFindingOnly.count, replacements.count,
      hasPhrases.count, sets.count, circumstances.count)
    return categories.indices.map { index in
      CompiledRewording(
        rewording: Rewording(
          categories: categories[index], rules: rules[index],
          isForFindingOnly: isForFindingOnly[index], replacements: replacements[index]),
        hasPhrases: hasPhrases[index], set: PhraseSet(number: sets[index]),
        circumstances: circumstances[index])
    }
  }

  mutating func approvals() throws(Damaged) -> [CompiledApproval] {
    let clauses = try texts()
    let categories = try listsOfCases(Category.self)
    let reaches = try cases(ApprovedWording.Reach.self)
    let sets = try numbers(Int32.self)
    let circumstances = try [CompiledCircumstances](numbers: numbers())
    try Self.require(
      clauses.count, categories.count, reaches.count, sets.count, circumstances.count)
    return clauses.indices.map { index in
      CompiledApproval(
        wording: ApprovedWording(
          clause: clauses[index], categories: categories[index], reach: reaches[index]),
        set: PhraseSet(number: sets[index]), circumstances: circumstances[index])
    }
  }
}
