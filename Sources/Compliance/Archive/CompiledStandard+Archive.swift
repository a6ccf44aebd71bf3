import ServiceStandards

/// What a compiled standard adds to its base besides columns, and what of it judges calls.
private struct SpeechParts: Codable {
  var standard: ServiceStandard
  var thanksForWaiting: PhraseSet
  var namedLists: CompiledLists
  var durations: CompiledDurations
  var companyNames: CompanyNames
  var placements: [CompiledPlacement]
}

private struct CallParts: Codable {
  var elements: [CompiledElement]
  var unjudged: [CompiledUnjudgedKind]
  var scorecard: CompiledScorecard
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
    archive.write(rules.prefix(base.rules.count).map(\.rule.clause))
    try archive.write(Array(rules.dropFirst(base.rules.count)), by: coder)
    archive.write(Array(approved.dropFirst(base.approved.count)))
    archive.write(Array(rewordings.all.dropFirst(base.rewordings.count)))
    archive.write(
      try coder.encode(
        SpeechParts(
          standard: standard.compiled, thanksForWaiting: thanksForWaiting, namedLists: namedLists,
          durations: durations,
          companyNames: companyNames,
          placements: Array(placements.dropFirst(base.placements.count)))))
    archive.write(
      try coder.encode(
        CallParts(
          elements: Array(elements.dropFirst(base.elements.count)),
          unjudged: Array(unjudged.dropFirst(base.unjudged.count)),
          scorecard: scorer.scorecard)))
  }

  /// Reads what `write` wrote. The standard has then no texts of rules and elements.
  ///
  /// - Parameter judges: false to leave out what only judging a whole call needs: elements,
  ///   criteria and kinds of calls that are not judged. The base is to be read likewise.
  /// - Throws: `NumberReader.Damaged`, or what the coder throws.
  public convenience init(
    from archive: inout NumberReader, base: CompiledBase, by coder: some ArchiveCoder,
    judges: Bool = true
  ) throws {
    let owners = try PhraseOwners(from: &archive)
    let bank = try PhraseBank(from: &archive, base: base.bank.layers)
    let clauses = try archive.texts()
    guard clauses.count == base.rules.count else { throw NumberReader.Damaged() }
    let rules = zip(base.rules, clauses).map { $0.cited(as: $1) }
    let ownRules = try archive.rules(by: coder)
    let (approved, rewordings) = (try archive.approvals(), try archive.rewordings())
    let speech = try coder.decode(SpeechParts.self, from: archive.numbers())
    let call = judges ? try coder.decode(CallParts.self, from: archive.numbers()) : nil
    try self.init(
      speech.standard, bank: bank, owners: owners,
      rules: rules + ownRules, approved: base.approved + approved,
      rewordings: base.rewordings + rewordings,
      scorer: Scorer(call?.scorecard ?? CompiledScorecard()),
      elements: base.elements + (call?.elements ?? []),
      unjudged: base.unjudged + (call?.unjudged ?? []),
      thanksForWaiting: speech.thanksForWaiting, namedLists: speech.namedLists,
      durations: speech.durations, companyNames: speech.companyNames,
      placements: base.placements + speech.placements)
  }
}
