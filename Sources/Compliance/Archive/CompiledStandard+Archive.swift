import ServiceStandards

/// What a compiled standard adds to its base besides numbers.
private struct StandardParts: Codable {
  var standard: ServiceStandard
  /// Clauses of the base's rules, in their order.
  var clauses: [String]
  var rules: [RuleParts]
  var approved: [CompiledApproval]
  var rewordings: [CompiledRewording]
  var elements: [CompiledElement]
  var unjudged: [CompiledUnjudgedKind]
  var thanksForWaiting: PhraseSet
  var namedLists: CompiledLists
  var durations: CompiledDurations
  var scorecard: CompiledScorecard
  var companyNames: CompanyNames
  var placements: [CompiledPlacement]
}

extension CompiledStandard {
  /// Writes what the standard adds to its base, for a later start of the program.
  public func write(
    to archive: inout NumberWriter, base: CompiledBase, by coder: some ArchiveCoder
  ) throws {
    owners.write(to: &archive)
    let own = bank.layers.dropFirst(base.bank.layers.count)
    archive.write(own.count)
    for layer in own { layer.write(to: &archive) }
    let ownRules = archive.write(Array(rules.dropFirst(base.rules.count)))
    archive.write(
      try coder.encode(
        StandardParts(
          standard: standard.compiled,
          clauses: rules.prefix(base.rules.count).map(\.rule.clause),
          rules: ownRules,
          approved: Array(approved.dropFirst(base.approved.count)),
          rewordings: Array(rewordings.all.dropFirst(base.rewordings.count)),
          elements: Array(elements.dropFirst(base.elements.count)),
          unjudged: Array(unjudged.dropFirst(base.unjudged.count)),
          thanksForWaiting: thanksForWaiting,
          namedLists: namedLists, durations: durations,
          scorecard: scorer.scorecard, companyNames: companyNames,
          placements: Array(placements.dropFirst(base.placements.count)))))
  }

  /// Reads what `write` wrote. The standard has then no texts of rules and elements.
  ///
  /// - Throws: `NumberReader.Damaged`, or what the coder throws.
  public init(
    from archive: inout NumberReader, base: CompiledBase, by coder: some ArchiveCoder
  ) throws {
    owners = try PhraseOwners(from: &archive)
    bank = try PhraseBank(from: &archive, base: base.bank.layers)
    let columns = try archive.ruleColumns()
    let parts = try coder.decode(StandardParts.self, from: archive.numbers())
    guard parts.clauses.count == base.rules.count else { throw NumberReader.Damaged() }
    standard = parts.standard
    var rules = base.rules
    for (index, clause) in parts.clauses.enumerated() { rules[index].rule.clause = clause }
    ownRules = rules.count
    self.rules = try rules + columns.rules(with: parts.rules)
    approved = base.approved + parts.approved
    rewordings = CompiledRewordings(base.rewordings + parts.rewordings)
    elements = base.elements + parts.elements
    unjudged = base.unjudged + parts.unjudged
    thanksForWaiting = parts.thanksForWaiting
    namedLists = parts.namedLists
    durations = parts.durations
    scorer = Scorer(parts.scorecard)
    companyNames = parts.companyNames
    placements = base.placements + parts.placements
    plan = try RulePlan(self.rules, placements: placements, scorecard: parts.scorecard)
  }
}
