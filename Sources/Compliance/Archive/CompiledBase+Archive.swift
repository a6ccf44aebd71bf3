/// What a compiled base holds besides numbers: what finds offences, and what judges calls.
private struct SpeechParts: Codable {
  var rules: [RuleParts]
  var approved: [CompiledApproval]
  var rewordings: [CompiledRewording]
  var placements: [CompiledPlacement]
}

private struct CallParts: Codable {
  var elements: [CompiledElement] = []
  var unjudged: [CompiledUnjudgedKind] = []
}

extension CompiledBase {
  /// Writes the base, for a later start of the program.
  public func write(to archive: inout NumberWriter, by coder: some ArchiveCoder) throws {
    owners.write(to: &archive)
    archive.write(bank.layers.count)
    for layer in bank.layers { layer.write(to: &archive) }
    let rules = archive.write(rules)
    archive.write(
      try coder.encode(
        SpeechParts(
          rules: rules, approved: approved, rewordings: rewordings, placements: placements)))
    archive.write(try coder.encode(CallParts(elements: elements, unjudged: unjudged)))
  }

  /// Reads what `write` wrote.
  ///
  /// - Parameter judges: false to leave out what only judging a whole call needs.
  /// - Throws: `NumberReader.Damaged`, or what the coder throws.
  public init(
    from archive: inout NumberReader, by coder: some ArchiveCoder, judges: Bool = true
  ) throws {
    owners = try PhraseOwners(from: &archive)
    bank = try PhraseBank(from: &archive)
    let columns = try archive.ruleColumns()
    let speech = try coder.decode(SpeechParts.self, from: archive.numbers())
    rules = try columns.rules(with: speech.rules)
    approved = speech.approved
    rewordings = speech.rewordings
    placements = speech.placements
    let call = judges ? try coder.decode(CallParts.self, from: archive.numbers()) : CallParts()
    elements = call.elements
    unjudged = call.unjudged
  }
}

extension PhraseBank {
  /// - Parameter base: the layers that go before.
  init(from archive: inout NumberReader, base: [PhraseLayer] = []) throws {
    var layers = base
    for _ in 0..<max(0, try archive.integer()) { layers.append(try PhraseLayer(from: &archive)) }
    self.init(layers: layers)
  }
}
