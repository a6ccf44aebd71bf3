/// What of a compiled base judges calls.
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
    try archive.write(rules, by: coder)
    archive.write(approved)
    archive.write(rewordings)
    archive.write(try coder.encode(placements))
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
    rules = try archive.rules(by: coder)
    approved = try archive.approvals()
    rewordings = try archive.rewordings()
    placements = try coder.decode([CompiledPlacement].self, from: archive.numbers())
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
