import ServiceStandards
import Testing

@Suite("Phrases printed and read again")
struct PhraseRoundTripTests {
  /// Every phrase of every standard, list and element of `Lexicons`.
  private static func phrases() throws -> [StandardPhrase] {
    var read: [String: ServiceStandard] = [:]
    var phrases: Set<StandardPhrase> = []
    for id in try ownLibrary.identifiers() {
      let standard = try ownLibrary.standard(id, read: &read)
      phrases.formUnion(standard.lists.values.joined())
      phrases.formUnion(standard.companyNames)
      phrases.formUnion(standard.rules.flatMap(\.phrases).map(\.phrase))
      phrases.formUnion(standard.rules.flatMap(\.phrases).flatMap { $0.circumstances.unless })
      phrases.formUnion(standard.elements.flatMap(\.phrases).map(\.phrase))
      phrases.formUnion(standard.approved.flatMap(\.phrases))
    }
    return Array(phrases)
  }

  @Test("Every phrase of the lexicons is the same after printing and reading")
  func lexicons() throws {
    let phrases = try Self.phrases()
    #expect(phrases.count > 5_000)
    let changed = phrases.filter {
      (try? PhraseParser.parse($0.phrase.description)) != $0.phrase
    }
    #expect(changed.isEmpty, "\(changed.map { "\($0.place): «\($0.text)»" })")
  }

  @Test("Random phrases of all parts are the same after printing and reading", arguments: 1...8)
  func random(seed: UInt64) throws {
    var phrases = RandomPhrase(seed: seed)
    for _ in 0..<2_000 {
      let phrase = phrases.next()
      let printed = phrase.description
      let read = try? PhraseParser.parse(printed)
      #expect(read == phrase, "«\(printed)» is read as «\(read?.description ?? "a mistake")»")
    }
  }
}
