/// What a compiled base holds besides numbers.
private struct BaseParts: Codable {
  var rules: [RuleParts]
  var approved: [CompiledApproval]
  var rewordings: [CompiledRewording]
  var elements: [CompiledElement]
  var unjudged: [CompiledUnjudgedKind]
  var placements: [CompiledPlacement]
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
        BaseParts(
          rules: rules, approved: approved, rewordings: rewordings, elements: elements,
          unjudged: unjudged, placements: placements)))
  }

  /// Reads what `write` wrote.
  ///
  /// - Throws: `NumberReader.Damaged`, or what the coder throws.
  public init(from archive: inout NumberReader, by coder: some ArchiveCoder) throws {
    owners = try PhraseOwners(from: &archive)
    bank = try PhraseBank(from: &archive)
    let columns = try archive.ruleColumns()
    let parts = try coder.decode(BaseParts.self, from: archive.numbers())
    rules = try columns.rules(with: parts.rules)
    approved = parts.approved
    rewordings = parts.rewordings
    elements = parts.elements
    unjudged = parts.unjudged
    placements = parts.placements
  }
}

extension PhraseBank {
  /// - Parameter base: the layers that go before.
  init(from archive: inout NumberReader, base: [PhraseLayer] = []) throws {
    var layers = base
    for _ in 0..<max(0, try archive.integer()) { layers.append(try PhraseLayer(from: &archive)) }
    self.layers = layers
  }
}
