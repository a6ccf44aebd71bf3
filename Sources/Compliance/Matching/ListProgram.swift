/// The entries of a list as one program, which every phrase that names the list asks.
struct ListProgram: Sendable {
  var program: PhraseProgram
  /// How far from its first word what follows the list stands.
  var length: PhraseReach
  /// Matchers that can take its first word at the start of a match, and within one; nil when any
  /// word can.
  var firstWords: Set<Int32>?
  var nextWords: Set<Int32>?

  /// Shorter ones are written out in every phrase.
  private static let leastLength = 8

  init(_ program: PhraseProgram, length: PhraseReach, lists: [ListProgram]) {
    self.program = program
    self.length = length
    firstWords = program.firstWords(lists)
    nextWords = program.nextWords(at: 0, lists)
  }

  /// Whether what it matches depends on nothing but where it begins, and is worth keeping.
  var isShareable: Bool {
    program.instructions.count >= Self.leastLength
      && !program.instructions.contains { [.found, .markStart, .markEnd].contains($0) }
  }
}
